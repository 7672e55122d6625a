"""The table of kinds, branches, and layers that do not fit."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest
import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.layers import (
    LAYER_KINDS,
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    LayerText,
    Linear,
    LocalResponseNorm,
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Shape,
    Subsampling,
)
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.summary import summarize
from cnnviz.ui.network_view.layer_text import layer_title
from cnnviz.ui.network_view.network_stages import stages
from tests.helpers.torch_oracle import around, compared_with_torch


@pytest.mark.parametrize("join", [Add, Concatenate])
def test_that_branches_come_together(join: type[Add] | type[Concatenate]) -> None:
    network = around(
        Conv2d(name="one", channels=3, kernel=(1, 1)),
        Conv2d(
            name="two", channels=3, kernel=(3, 3), padding="same", inputs=("input",)
        ),
        Activation(name="two_relu"),
        join(name="both", inputs=("one", "two_relu", "input")),
        input_chw=(3, 5, 4),
    )
    batch, found, _ = compared_with_torch(network)
    assert found.shape == (2, 3 if join is Add else 9, 5, 4)
    line = summarize(network).layers[-1]
    assert line.receptive_field == (3, 3)
    assert line.can_be_negative
    if join is Concatenate:
        np.testing.assert_array_equal(found[:, 6:], batch)


EXAMPLES: dict[str, LayerSpec] = {
    layer.key: layer
    for layer in (
        Conv2d(name="x", channels=2, kernel=(2, 2)),
        Activation(name="x"),
        ScaledTanh(name="x"),
        Pool2d(name="x"),
        GlobalPool2d(name="x"),
        Subsampling(name="x"),
        BatchNorm(name="x"),
        LocalResponseNorm(name="x"),
        Dropout(name="x"),
        Flatten(name="x"),
        Linear(name="x", units=2),
        Add(name="x"),
        Concatenate(name="x"),
        RadialBasis(name="x", codes=((1, 1),)),
    )
}


def test_that_each_kind_has_a_line_in_the_table_and_its_class_in_it() -> None:
    assert LAYER_KINDS.keys() == EXAMPLES.keys()
    for key, layer in EXAMPLES.items():
        assert LAYER_KINDS[key] is type(layer)


@pytest.mark.parametrize("key", LAYER_KINDS)
def test_that_a_layer_refuses_maps_for_a_vector_or_the_other_way_in_words(
    key: str,
) -> None:
    layer = EXAMPLES[key]
    takes_both = (Activation, ScaledTanh, BatchNorm, Dropout, Add, Concatenate)
    if isinstance(layer, takes_both):
        assert layer.output_shape([(2,)]) == (2,)
        return
    takes_vectors = isinstance(layer, Linear | RadialBasis)
    wrong, right = ((2, 4, 4), (2,)) if takes_vectors else ((2,), (2, 4, 4))
    assert layer.output_shape([right])
    with pytest.raises(CnnvizError) as caught:
        layer.output_shape([wrong])
    assert caught.value.code == "layer_input_shape"
    assert "layer x " in sentence(caught.value)


@pytest.mark.parametrize(
    ("layers", "code"),
    [
        ([Flatten(name="a"), Activation(name="a")], "layer_name_taken"),
        ([Flatten(name="input")], "layer_name_taken"),
        ([Flatten(name="")], "layer_name_unusable"),
        ([Flatten(name="block.flatten")], "layer_name_unusable"),
        ([Activation(name="a", inputs=("b",)), Flatten(name="b")], "layer_input_unknown"),
        (
            [Flatten(name="a"), Activation(name="b", inputs=("a", "input"))],
            "layer_takes_one_input",
        ),
        ([Flatten(name="a"), Add(name="b", inputs=("a", "input"))], "layer_inputs_differ"),
        (
            [
                Pool2d(name="a"),
                Concatenate(name="b", inputs=("a", "input")),
            ],
            "layer_inputs_differ",
        ),
        ([Conv2d(name="a", channels=3, kernel=(1, 1), groups=2)], "groups_do_not_divide"),
        (
            [Conv2d(name="a", channels=1, kernel=(1, 1), connections_table=((2,),))],
            "connections_unusable",
        ),
        (
            [
                Conv2d(
                    name="a", channels=1, kernel=(3, 3), padding=(4, 4),
                    padding_mode="reflect",
                )
            ],
            "padding_beyond_reflection",
        ),
    ],
)  # fmt: skip
def test_that_layers_that_do_not_fit_are_refused_in_words(
    layers: list[LayerSpec], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        layer_shapes(around(*layers, input_chw=(2, 4, 4)))
    assert caught.value.code == code
    assert sentence(caught.value)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Conv2d(name="a", channels=0, kernel=(1, 1)), "layer_units_too_few"),
        (lambda: Linear(name="a", units=0), "layer_units_too_few"),
        (lambda: RadialBasis(name="a", codes=()), "layer_units_too_few"),
        (lambda: LocalResponseNorm(name="a", size=0), "neighbours_too_few"),
        (lambda: Dropout(name="a", rate=1.0), "dropout_rate_outside"),
        (lambda: Pool2d(name="a", padding=(2, 2)), "pool_padding_too_large"),
        (lambda: Pool2d(name="a", kind="median"), "pool_unknown"),  # type: ignore[arg-type]
        (lambda: Activation(name="a", kind="gelu"), "activation_unknown"),  # type: ignore[arg-type]
    ],
)
def test_that_settings_that_make_no_sense_are_refused_when_they_are_made(
    make: Callable[[], LayerSpec], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        make()
    assert caught.value.code == code
    assert sentence(caught.value)


@pytest.mark.parametrize("name", ["half", "type", "forward", "mixed_3b-branch1"])
def test_that_a_layer_may_have_a_name_of_torchs_own(name: str) -> None:
    _, found, _ = compared_with_torch(
        around(
            Conv2d(name=name, channels=2, kernel=(1, 1)),
            Activation(name="relu"),
            Add(name="both", inputs=(name, "relu")),
            input_chw=(1, 3, 3),
        )
    )
    assert found.shape == (2, 2, 3, 3)


class Negate(LayerSpec):
    """A kind that the program does not know: what is not said here is not needed."""

    key = "negate"

    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return inputs[0]

    def build(self, inputs: Sequence[Shape]) -> torch.nn.Module:
        class Module(torch.nn.Module):
            def forward(self, numbers: torch.Tensor) -> torch.Tensor:
                return -numbers

        return Module()

    def forward(
        self, inputs: Sequence[np.ndarray], weights: Mapping[str, np.ndarray]
    ) -> np.ndarray:
        return -inputs[0]

    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        return True

    def title(self) -> LayerText:
        return LayerText("{label} · negated", {})

    def meaning(self) -> LayerText:
        return LayerText("Every sign is turned.", {})


def test_that_a_new_kind_is_one_class() -> None:
    network = around(
        Conv2d(name="c1", channels=2, kernel=(2, 2)),
        Negate(name="minus"),
        Flatten(name="flatten"),
        Linear(name="output", units=3),
        input_chw=(1, 4, 4),
    )
    compared_with_torch(network)
    line = summarize(network).layers[1]
    assert (line.kind, line.output_shape, line.learned) == ("negate", (2, 3, 3), 0)
    (first, *_) = stages(network)
    assert layer_title(first[1]) == "Minus · negated"

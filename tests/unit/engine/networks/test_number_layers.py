"""Layers that work on each number, or on vectors, against torch.

Where torch knows the layer, its own function is asked once more, by hand, so that a
module of ours is not its own witness.
"""

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor
from torch.nn import functional

from cnnviz.engine.convolution.activation.activations import ActivationKind
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    LocalResponseNorm,
    RadialBasis,
    ScaledTanh,
)
from cnnviz.engine.networks.summary import summarize
from tests.helpers.torch_oracle import around, assert_close, compared_with_torch

if TYPE_CHECKING:
    from collections.abc import Callable

QUICK = settings(max_examples=60, deadline=None)


@QUICK
@given(
    channels=st.integers(1, 8),
    size=st.integers(1, 7),
    alpha=st.floats(0.01, 2),
    beta=st.floats(0.1, 1),
    k=st.floats(0.5, 2),
)
def test_that_local_response_normalization_is_torchs(
    channels: int, size: int, alpha: float, beta: float, k: float
) -> None:
    layer = LocalResponseNorm(name="lrn", size=size, alpha=alpha, beta=beta, k=k)
    compared_with_torch(around(layer, input_chw=(channels, 2, 3)))


@pytest.mark.parametrize("epsilon", [1e-5, 1e-3])
@pytest.mark.parametrize("flat", [False, True])
def test_that_batch_normalization_uses_the_running_numbers(
    epsilon: float, flat: bool
) -> None:
    layers: list[LayerSpec] = [Flatten(name="flatten")] if flat else []
    layers.append(BatchNorm(name="bn", epsilon=epsilon))
    network = around(*layers, input_chw=(3, 2, 2))
    batch, found, weights = compared_with_torch(network)
    w = {name: torch.tensor(weights[f"bn.{name}"]) for name in (
        "weight", "bias", "running_mean", "running_var")}  # fmt: skip
    numbers = torch.tensor(batch).reshape(2, -1) if flat else torch.tensor(batch)
    assert_close(
        functional.batch_norm(
            numbers, w["running_mean"], w["running_var"], w["weight"], w["bias"],
            eps=epsilon,
        ),
        found,
    )  # fmt: skip
    counted = summarize(network).layers[-1]
    assert counted.learned == counted.not_learned == (24 if flat else 6)


@pytest.mark.parametrize("kind", get_args(ActivationKind))
@pytest.mark.parametrize("flat", [False, True])
def test_that_every_activation_of_the_lab_is_a_layer_of_its_kind(
    kind: ActivationKind, flat: bool
) -> None:
    layers: list[LayerSpec] = [Flatten(name="flatten")] if flat else []
    layers.append(Activation(name="act", kind=kind, slope=0.2))
    batch, found, _ = compared_with_torch(around(*layers, input_chw=(4, 2, 3)))
    numbers = torch.tensor(batch).reshape(2, -1) if flat else torch.tensor(batch)
    functions: dict[ActivationKind, Callable[[Tensor], Tensor]] = {
        "none": lambda x: x,
        "relu": torch.relu,
        "leaky_relu": lambda x: functional.leaky_relu(x, 0.2),
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda x: torch.softmax(x, 1),
    }
    assert_close(functions[kind](numbers), found)


def test_that_the_scaled_tanh_is_that_of_1998() -> None:
    batch, found, _ = compared_with_torch(
        around(ScaledTanh(name="f"), input_chw=(2, 3, 3))
    )
    np.testing.assert_allclose(found, 1.7159 * np.tanh(2 / 3 * batch), rtol=1e-4)
    # The paper chose it so that 1 stays 1.
    one = ScaledTanh(name="f").forward([np.ones((1, 1), np.float32)], {})
    assert one.item() == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("bias", [True, False])
def test_that_a_dense_layer_is_torchs(bias: bool) -> None:
    compared_with_torch(
        around(
            Flatten(name="flatten"),
            Linear(name="f6", units=5, bias=bias),
            input_chw=(2, 3, 3),
        )
    )


def test_that_distances_are_measured_to_codes_that_are_not_learned() -> None:
    codes = ((1, -1, 1, 1), (-1, -1, 1, -1), (1, 1, 1, 1))
    network = around(
        Flatten(name="flatten"),
        RadialBasis(name="output", codes=codes),
        input_chw=(1, 2, 2),
    )
    batch, found, weights = compared_with_torch(network)
    vectors = torch.tensor(batch).reshape(2, 4)
    assert_close(
        torch.cdist(vectors, torch.tensor(weights["output.codes"])) ** 2, found
    )
    line = summarize(network).layers[-1]
    assert (line.learned, line.not_learned, line.connections) == (0, 12, 12)
    fresh = build(network).state_dict()["output.codes"]
    assert fresh.tolist() == [list(code) for code in codes]


def test_that_dropout_leaves_everything_after_training() -> None:
    batch, found, _ = compared_with_torch(
        around(Dropout(name="drop"), input_chw=(2, 3, 3))
    )
    np.testing.assert_array_equal(found, batch)


def test_that_dropout_drops_its_share_while_training_and_keeps_the_mean() -> None:
    module = build(around(Dropout(name="drop", rate=0.3), input_chw=(1, 100, 100)))
    numbers = module(torch.ones(4, 1, 100, 100))
    assert (numbers == 0).float().mean().item() == pytest.approx(0.3, abs=0.02)
    assert numbers.mean().item() == pytest.approx(1, abs=0.03)
    again = build(around(Dropout(name="drop", rate=0.3), input_chw=(1, 100, 100)))
    assert torch.equal(again(torch.ones(4, 1, 100, 100)), numbers)
    assert not torch.equal(again(torch.ones(4, 1, 100, 100)), numbers)

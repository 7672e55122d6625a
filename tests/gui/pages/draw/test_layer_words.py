"""What layers are called, by their kind."""

import re
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from cnnviz.engine.convolution.activation.activations import ActivationKind
from cnnviz.engine.convolution.spec import PoolKind
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    GlobalPool2d,
    LayerSpec,
    Network,
    Pool2d,
)
from cnnviz.ui.network_view.layer_text import layer_meaning, layer_title, map_title
from cnnviz.ui.network_view.network_stages import ShownLayer, stages
from tests.helpers.known_networks import INCEPTION_3A, LENET5_1998, SIGN_LANGUAGE

TITLES: dict[ActivationKind, str] = {
    "none": "no activation",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "softmax": "softmax",
}
OF_WINDOWS: dict[PoolKind, str] = {
    "max": "largest",
    "average": "mean",
    "sum": "sum",
    "min": "smallest",
}


def shown(*layers: LayerSpec) -> list[ShownLayer]:
    """Return layers as they are shown after a first convolution."""
    network = Network(
        name="test",
        title="Test",
        input_chw=(1, 8, 8),
        normalization=(0.5, 0.5),
        labels=("a",),
        layers=(Conv2d(name="c1", channels=2, kernel=(3, 3)), *layers),
    )
    return [layer for stage in stages(network) for layer in stage]


@pytest.mark.parametrize("kind", get_args(ActivationKind))
def test_that_an_activation_is_called_by_its_kind(
    kind: ActivationKind, qapp: QApplication
) -> None:
    layer = shown(Activation(name="c1_act", kind=kind, slope=0.25))[-1]
    assert layer_title(layer) == f"C1 · {TITLES[kind]}"
    assert ("become 0" in layer_meaning(layer)) == (kind == "relu")
    assert ("0.25" in layer_meaning(layer)) == (kind == "leaky_relu")


@pytest.mark.parametrize("kind", get_args(PoolKind))
def test_that_a_pooling_is_called_by_its_kind(
    kind: PoolKind, qapp: QApplication
) -> None:
    local = shown(Pool2d(name="s2", kind=kind, kernel=(2, 3), stride=(2, 3)))[-1]
    whole = shown(GlobalPool2d(name="all", kind=kind))[-1]
    assert layer_title(local) == f"S2 · {kind} pooling 2 × 3"
    assert layer_title(whole) == f"ALL · global {kind} pooling"
    for layer in (local, whole):
        assert OF_WINDOWS[kind] in layer_meaning(layer)


@pytest.mark.parametrize("network", [LENET5_1998, SIGN_LANGUAGE, INCEPTION_3A])
def test_that_every_layer_has_words_with_nothing_left_in_braces(
    network: Network, qapp: QApplication
) -> None:
    layers = [layer for stage in stages(network) for layer in stage]
    hidden = {"flatten", "dropout"}
    assert [layer.layer.name for layer in layers] == [
        layer.name for layer in network.layers if layer.key not in hidden
    ]
    for layer in layers:
        for text in (layer_title(layer), layer_meaning(layer), map_title(layer, 0)):
            assert text
            assert not re.search(r"[{}]", text), text


def test_that_what_is_learned_is_counted_without_running_numbers(
    qapp: QApplication,
) -> None:
    lines = {s.layer.name: s for stage in stages(SIGN_LANGUAGE) for s in stage}
    assert "Parameters: 150." in layer_meaning(lines["bn1"])


def test_that_an_activation_in_a_branch_is_called_after_its_own_sums(
    qapp: QApplication,
) -> None:
    lines = {s.layer.name: s for stage in stages(INCEPTION_3A) for s in stage}
    assert lines["one_relu"].source == "one"
    assert lines["pool_relu"].source == "pool_reduce"
    assert lines["five_reduce_relu"].source == "five_reduce"


def test_that_an_activation_after_subsampling_is_called_after_it(
    qapp: QApplication,
) -> None:
    lines = {s.layer.name: s for stage in stages(LENET5_1998) for s in stage}
    assert layer_title(lines["c1_tanh"]) == "C1 · scaled tanh"
    assert layer_title(lines["s2_tanh"]) == "S2 · scaled tanh"


def test_that_what_follows_dropout_is_called_after_what_was_dropped_of(
    qapp: QApplication,
) -> None:
    lines = {s.layer.name: s for stage in stages(SIGN_LANGUAGE) for s in stage}
    assert layer_title(lines["bn2"]) == "Conv2 · batch normalization"

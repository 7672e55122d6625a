"""Networks written as ONNX: what ONNX Runtime says of them is what we say."""

import json
import sys

import numpy as np
import onnx
import pytest
from hypothesis import HealthCheck, given, settings

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.files.onnx.nodes import WRITERS
from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import (
    LAYER_KINDS,
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.seeded_weights import seeded_weights
from tests.helpers.drawn_networks import networks
from tests.helpers.onnx_runs import batch_for, run
from tests.helpers.torch_oracle import around, random_weights

LARGE = ("alexnet", "alexnet-2012", "googlenet")
SMALL = {name: known for name, known in NETWORKS.items() if name not in LARGE}


def check(data: bytes) -> onnx.ModelProto:
    model = onnx.load_model_from_string(data)
    onnx.checker.check_model(model, full_check=True)
    return model


def compare(network: Network) -> None:
    weights = random_weights(network)
    data = onnx_bytes(network, weights)
    check(data)
    batch = batch_for(network)
    expected = ForwardPass(network, weights).last(batch)
    found = run(data, batch)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


def test_that_every_kind_of_layer_can_be_written() -> None:
    assert {*WRITERS} == {*LAYER_KINDS.values()}


@pytest.mark.parametrize("name", SMALL)
def test_that_onnx_runtime_says_what_the_networks_of_the_program_say(name: str) -> None:
    network = SMALL[name]
    weights = seeded_weights(network)
    data = onnx_bytes(network, weights)
    batch = batch_for(network)
    expected = ForwardPass(network, weights).last(batch)
    np.testing.assert_allclose(run(data, batch), expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("name", SMALL)
def test_that_a_file_holds_ends_weights_and_what_is_to_know(name: str) -> None:
    network = SMALL[name]
    model = check(onnx_bytes(network, seeded_weights(network)))
    ends = [*model.graph.input, *model.graph.output]
    assert [end.name for end in ends] == ["input", "output"]
    batch, *chw = ends[0].type.tensor_type.shape.dim
    assert batch.dim_param
    assert tuple(size.dim_value for size in chw) == network.input_chw
    assert model.graph.node[-1].name == network.layers[-1].name
    said = {entry.key: entry.value for entry in model.metadata_props}
    assert said["title"] == network.title
    assert tuple(json.loads(said["labels"])) == network.labels
    pairs = tuple(map(tuple, json.loads(said["normalization"])))
    assert pairs == network.channel_normalizations
    assert not any(tensor.external_data for tensor in model.graph.initializer)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(networks())
def test_that_onnx_runtime_says_what_any_network_says(network: Network) -> None:
    compare(network)


def scaled_down(name: str) -> Network:
    """Return a large network of the same layers with a sixteenth of the maps."""
    from dataclasses import replace

    layers = []
    for layer in NETWORKS[name].layers:
        match layer:
            case Conv2d():
                layers.append(replace(layer, channels=max(layer.channels // 16, 2)))
            case Linear():
                layers.append(replace(layer, units=20))
            case _:
                layers.append(layer)
    return around(*layers, input_chw=(3, 96, 96))


@pytest.mark.parametrize("name", LARGE)
def test_that_the_large_networks_are_right_with_fewer_maps(name: str) -> None:
    network = scaled_down(name)
    weights = seeded_weights(network)
    batch = batch_for(network, 1)
    expected = ForwardPass(network, weights).last(batch)
    found = run(onnx_bytes(network, weights), batch)
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(
    ("size", "padding", "ceil_mode"), [((5, 7), (1, 1), True), ((4, 6), (1, 0), True)]
)
def test_that_a_mean_counts_padding_but_not_what_lies_beyond_it(
    size: tuple[int, int], padding: tuple[int, int], ceil_mode: bool
) -> None:
    layer = Pool2d(
        name="s", kind="average", kernel=(3, 2), stride=(2, 3), padding=padding,
        ceil_mode=ceil_mode,
    )  # fmt: skip
    compare(around(layer, Flatten(name="flatten"), input_chw=(2, *size)))


def test_that_names_and_texts_of_any_letters_can_be_written() -> None:
    layers = (Activation(name="<b>\ud800\x1b"), Flatten(name="output"))
    network = around(*layers, input_chw=(1, 2, 2))
    check(onnx_bytes(network, {}))


def test_that_weights_of_another_network_are_refused() -> None:
    with pytest.raises(CnnvizError, match="weights_mismatch"):
        onnx_bytes(NETWORKS["lenet5"], seeded_weights(NETWORKS["mlp"]) | {
            "c1.weight": np.zeros((6, 1, 3, 3), np.float32)})  # fmt: skip


def test_that_without_the_library_the_way_to_get_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(CnnvizError) as caught:
        onnx_bytes(NETWORKS["lenet5"], {})
    assert 'pip install "cnnviz[export]"' in sentence(caught.value)

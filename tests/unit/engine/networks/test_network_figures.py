"""The networks by name, and the numbers published about them."""

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import Conv2d, Flatten, Linear, Network
from cnnviz.engine.networks.shapes import layer_shapes, parameter_shapes
from cnnviz.engine.networks.summary import LayerSummary, NetworkSummary, summarize


def layers_of(name: str) -> dict[str, LayerSummary]:
    return {layer.name: layer for layer in summarize(network(name)).layers}


def test_that_lenet5_has_the_layers_of_the_paper_in_order() -> None:
    assert [layer.name for layer in network("lenet5").layers] == [
        "c1", "c1_relu", "s2", "c3", "c3_relu", "s4",
        "c5", "c5_relu", "flatten", "f6", "f6_relu", "output",
    ]  # fmt: skip


def test_that_lenet5_has_61706_parameters() -> None:
    parameters = {
        name: layer.parameters
        for name, layer in layers_of("lenet5").items()
        if layer.parameters
    }
    assert parameters == {
        "c1": 156,
        "c3": 2_416,
        "c5": 48_120,
        "f6": 10_164,
        "output": 850,
    }
    assert summarize(network("lenet5")).parameters == 61_706


def test_that_lenet5_costs_416520_multiply_adds() -> None:
    costs = {n: layer.multiply_adds for n, layer in layers_of("lenet5").items()}
    assert {name: cost for name, cost in costs.items() if cost} == {
        "c1": 117_600,
        "c3": 240_000,
        "c5": 48_000,
        "f6": 10_080,
        "output": 840,
    }
    assert summarize(network("lenet5")).multiply_adds == 416_520


def test_that_lenet5_sees_what_the_literature_says() -> None:
    layers = layers_of("lenet5")
    for name, side in {"c1": 5, "s2": 6, "c3": 14, "s4": 16, "c5": 32}.items():
        assert layers[name].receptive_field == (side, side)
    # Everything after C5 sees no more than C5 does.
    assert layers["output"].receptive_field == (32, 32)


def test_that_lenet5_maps_have_the_sizes_of_the_paper() -> None:
    shapes = {n: layer.output_shape for n, layer in layers_of("lenet5").items()}
    assert shapes["c1"] == (6, 28, 28)
    assert shapes["s2"] == (6, 14, 14)
    assert shapes["c3"] == (16, 10, 10)
    assert shapes["s4"] == (16, 5, 5)
    assert shapes["c5"] == (120, 1, 1)
    assert shapes["f6"] == (84,)


def test_that_the_convnet_has_the_104202_parameters_of_its_keras_model() -> None:
    summary = summarize(network("convnet"))
    assert summary.parameters == 104_202
    parameters = [layer.parameters for layer in summary.layers if layer.parameters]
    assert parameters == [320, 18_496, 73_856, 11_530]
    assert [
        layer.output_shape for layer in summary.layers if layer.kind == "conv2d"
    ] == [(32, 26, 26), (64, 11, 11), (128, 3, 3)]


def test_that_a_linear_layer_sees_all_that_its_maps_see_together() -> None:
    layers = layers_of("convnet")
    # One cell of conv3 sees 18; three of them, 4 apart, see 18 + 2 * 4.
    assert layers["conv3"].receptive_field == (18, 18)
    assert layers["output"].receptive_field == (26, 26)


def test_that_receptive_fields_keep_rows_and_columns_apart() -> None:
    tall = Network(
        name="tall",
        title="Tall",
        input_chw=(1, 9, 5),
        normalization=(0.0, 1.0),
        labels=("a", "b"),
        layers=(
            Conv2d(name="first", channels=2, kernel=(3, 1), stride=(2, 1)),
            Conv2d(name="second", channels=3, kernel=(2, 2)),
            Flatten(name="flatten"),
            Linear(name="output", units=2),
        ),
    )
    summary = summarize(tall)
    assert [layer.receptive_field for layer in summary.layers] == [
        (3, 1), (5, 2), (5, 2), (9, 5),
    ]  # fmt: skip
    assert summary.layers[1].output_shape == (3, 3, 4)


def test_that_a_kernel_larger_than_its_input_is_refused() -> None:
    with pytest.raises(CnnvizError) as caught:
        Conv2d(name="c", channels=1, kernel=(9, 9)).output_shape([(1, 8, 8)])
    assert caught.value.code == "kernel_larger_than_padded_input"


def test_that_a_linear_layer_on_maps_is_refused_in_words() -> None:
    with pytest.raises(CnnvizError) as caught:
        Linear(name="f6", units=84).output_shape([(16, 5, 5)])
    assert "f6" in sentence(caught.value)


def test_that_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CnnvizError) as caught:
        network("vgg19")
    words = sentence(caught.value)
    assert "vgg19" in words
    assert all(name in words for name in NETWORKS)


LAST_KINDS = {
    "logits": "linear",
    "probabilities": "activation",
    "distances": "radial_basis",
}


@pytest.mark.parametrize("name", NETWORKS)
def test_that_every_network_ends_in_one_number_a_label(name: str) -> None:
    described = network(name)
    assert described.name == name
    *_, (_, last) = layer_shapes(described)
    assert last == (len(described.labels),)
    assert described.layers[-1].key == LAST_KINDS[described.answer]
    names = [layer.name for layer in described.layers]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", NETWORKS)
def test_that_the_total_is_the_sum_of_the_layers(name: str) -> None:
    summary: NetworkSummary = summarize(network(name))
    assert summary.parameters == sum(layer.parameters for layer in summary.layers)
    assert next(iter(parameter_shapes(network(name)))).endswith(".weight")

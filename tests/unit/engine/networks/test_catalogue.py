"""The networks known by name, against their published figures."""

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import Conv2d, Linear, Pool2d
from cnnviz.engine.networks.summary import LayerSummary, summarize


def lines_of(name: str) -> dict[str, LayerSummary]:
    return {line.name: line for line in summarize(network(name)).layers}


@pytest.mark.parametrize(
    ("name", "parameters", "learned"),
    [
        ("lenet5-1998", 60_840, 60_000),
        ("lenet5", 61_706, 61_706),
        ("convnet", 104_202, 104_202),
        ("sign-language", 264_049, 263_749),
        ("cifar10", 229_834, 229_834),
        ("alexnet", 61_100_840, 61_100_840),
        ("alexnet-2012", 60_965_224, 60_965_224),
        ("googlenet", 6_998_552, 6_998_552),
        ("tiny-vgg", 19_920, 19_920),
        ("mlp", 266_610, 266_610),
    ],
)
def test_that_a_network_has_the_published_number_of_parameters(
    name: str, parameters: int, learned: int
) -> None:
    summary = summarize(network(name))
    assert (summary.parameters, summary.learned) == (parameters, learned)
    assert summary.layers[-1].output_shape == (len(network(name).labels),)


def test_that_the_catalogue_holds_these_networks_and_no_others() -> None:
    assert sorted(NETWORKS) == [
        "alexnet",
        "alexnet-2012",
        "cifar10",
        "convnet",
        "googlenet",
        "lenet5",
        "lenet5-1998",
        "mlp",
        "sign-language",
        "tiny-vgg",
    ]
    with pytest.raises(CnnvizError) as caught:
        network("vgg19")
    assert caught.value.code == "network_unknown"


def test_that_lenet5_has_the_shapes_of_the_course() -> None:
    lines = lines_of("lenet5")
    shapes = {name: lines[name].output_shape for name in ("c1", "s2", "c3", "s4", "c5")}
    assert shapes == {
        "c1": (6, 28, 28),
        "s2": (6, 14, 14),
        "c3": (16, 10, 10),
        "s4": (16, 5, 5),
        "c5": (120, 1, 1),
    }
    assert (lines["f6"].output_shape, lines["output"].output_shape) == ((84,), (10,))


def test_that_lenet5_of_1998_has_the_figures_of_the_paper() -> None:
    lines = lines_of("lenet5-1998")
    figures = {
        "c1": (156, 122_304),
        "s2": (12, 5_880),
        "c3": (1_516, 151_600),
        "s4": (32, 2_000),
        "c5": (48_120, 48_120),
        "f6": (10_164, 10_164),
        "output": (0, 840),
    }
    found = {name: (lines[name].learned, lines[name].connections) for name in figures}
    assert found == figures
    assert summarize(network("lenet5-1998")).connections == 340_908
    codes = network("lenet5-1998").layers[-1].codes  # type: ignore[attr-defined]
    assert {len(code) for code in codes} == {84}
    assert {number for code in codes for number in code} == {-1.0, 1.0}
    assert len(set(codes)) == 10


def test_that_the_convnet_begins_with_32_maps_of_26_x_26() -> None:
    assert lines_of("convnet")["conv1"].output_shape == (32, 26, 26)


def test_that_the_sign_language_net_is_as_keras_summarizes_it() -> None:
    lines = lines_of("sign-language")
    rows = {name: lines[name].parameters for name in ("conv1", "bn1", "conv2")}
    assert rows == {"conv1": 750, "bn1": 300, "conv2": 33_800}
    assert (lines["bn1"].learned, lines["bn1"].not_learned) == (150, 150)
    sides = [lines[f"pool{number}"].output_shape[1] for number in (1, 2, 3)]
    assert sides == [14, 7, 4]
    assert len(network("sign-language").labels) == 24


def test_that_the_cifar10_net_has_five_convolutions_and_poolings_of_one_cell() -> None:
    layers = network("cifar10").layers
    assert sum(isinstance(layer, Conv2d) for layer in layers) == 5
    kernels = [layer.kernel for layer in layers if isinstance(layer, Pool2d)]
    assert kernels == [(2, 2), (2, 2), (1, 1), (1, 1), (1, 1)]


def test_that_alexnet_has_the_sizes_of_its_maps_and_the_cost_of_each_layer() -> None:
    lines = lines_of("alexnet")
    convolutions = [f"conv{number}" for number in range(1, 6)]
    parameters = [lines[n].parameters for n in (*convolutions, "fc6", "fc7", "fc8")]
    assert parameters == [
        23_296, 307_392, 663_936, 884_992, 590_080, 37_752_832, 16_781_312, 4_097_000,
    ]  # fmt: skip
    at = ("conv1", "pool1", "conv2", "pool2", "conv3", "conv4", "conv5", "pool5")
    assert [lines[n].output_shape[1] for n in at] == [55, 27, 27, 13, 13, 13, 13, 6]
    assert [lines[n].receptive_field[0] for n in at] == [
        11, 19, 51, 67, 99, 131, 163, 195,
    ]  # fmt: skip
    assert lines_of("alexnet-2012")["conv1"].output_shape == (96, 55, 55)


def test_that_googlenet_has_22_layers_with_parameters_on_the_longest_way() -> None:
    lines = lines_of("googlenet")
    depth = {"input": 0}
    for layer in network("googlenet").layers:
        before = layer.inputs or (list(depth)[-1],)
        owns = isinstance(layer, Conv2d | Linear)
        depth[layer.name] = max(depth[name] for name in before) + owns
    assert depth["output"] == 22
    shapes = {name: lines[name].output_shape for name in ("pool1", "inception3a")}
    assert shapes == {"pool1": (64, 56, 56), "inception3a": (256, 28, 28)}
    assert lines["inception5b"].output_shape == (1024, 7, 7)


def test_that_tiny_vgg_costs_and_sees_what_is_published() -> None:
    lines = lines_of("tiny-vgg")
    assert summarize(network("tiny-vgg")).multiply_adds == 5_608_780
    fields = [line.receptive_field[0] for line in lines.values() if line.kind in
              ("conv2d", "pool2d")]  # fmt: skip
    assert fields == [3, 5, 6, 10, 14, 16]


def test_that_a_network_of_sums_alone_has_no_kernels() -> None:
    assert {name for name, one in NETWORKS.items() if not one.has_kernels} == {"mlp"}

"""Summaries against those of torchinfo, which many courses use."""

from math import prod

import pytest
import torchinfo

from cnnviz.engine.networks.build import NetworkModule
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.summary import summarize


def lines_of(network: Network) -> dict[str, torchinfo.layer_info.LayerInfo]:
    """Return torchinfo's line of each layer; the modules hold no numbers."""
    layers = zip(network.layers, layer_shapes(network), strict=True)
    module = NetworkModule(
        network, [layer.build(inputs) for layer, (inputs, _) in layers]
    )
    told = torchinfo.summary(
        module.to("meta").eval(), (1, *network.input_chw), device="meta", verbose=0
    )
    return {line.var_name: line for line in told.summary_list if line.depth == 1}


@pytest.mark.parametrize("name", NETWORKS)
def test_that_torchinfo_counts_the_learned_parameters_and_shapes(name: str) -> None:
    """Torchinfo counts learned numbers only.

    Running means and variances and the fixed codes of `lenet5-1998` are not among them:
    they are in our `not_learned` and `parameters`, as Keras has them.
    """
    found = lines_of(NETWORKS[name])
    summary = summarize(NETWORKS[name])
    assert [line.name for line in summary.layers] == [*found]
    for line in summary.layers:
        assert line.learned == found[line.name].num_params, line.name
        assert (1, *line.output_shape) == tuple(found[line.name].output_size), line.name
    assert summary.learned == sum(line.num_params for line in found.values())


@pytest.mark.parametrize("name", NETWORKS)
def test_that_torchinfo_counts_the_products_of_sums_with_weights(name: str) -> None:
    """Torchinfo also counts one addition a bias: what LeCun calls connections.

    Of other layers it counts the parameters once each, however often they are used
    (batch normalisation, the subsampling of 1998), or nothing (local response
    normalisation, distances to codes): there our figures are others on purpose.
    """
    network = NETWORKS[name]
    found = lines_of(network)
    shapes = layer_shapes(network)
    summed = 0
    for layer, (inputs, output), line in zip(
        network.layers, shapes, summarize(network).layers, strict=True
    ):
        if layer.key in ("conv2d", "linear"):
            summed += 1
            biased = "bias" in layer.parameters(inputs)
            assert found[layer.name].macs == line.multiply_adds + prod(output) * biased
            assert found[layer.name].macs == line.connections
    assert summed > 1

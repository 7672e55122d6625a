"""A map as a whole: what its parts add makes what the layer computes, by torch."""

import numpy as np
import pytest

from cnnviz.engine.networks.layers import Activation, Conv2d
from cnnviz.pages.network.model.whole_map import WholeMap, open_whole_map
from tests.helpers.opened_networks import Opened, opened


def whole_map(found: Opened, layer: str, channel: int) -> WholeMap:
    block = found.block(layer)
    return open_whole_map(found.network, found.weights, found.trace, block, channel)


@pytest.mark.parametrize("name", ["lenet5-1998", "convnet", "cifar10"])
def test_that_partial_maps_bias_and_activation_make_the_layers_map(name: str) -> None:
    found, seen = opened(name), 0
    for block in found.shown:
        layer = block.layers[0]
        if not isinstance(layer, Conv2d) or not block.is_of_maps:
            continue
        whole = whole_map(found, block.name, block.count - 1)
        total = sum(part.partial_hw for part in whole.parts) + (whole.bias or 0.0)
        tolerance = found.tolerance(layer.name)
        assert np.abs(total - found.torch[layer.name][-1]).max() <= tolerance
        for part in whole.parts:
            made = found.torch[part.layer][part.channel]
            assert np.abs(part.map_hw - made).max() <= found.tolerance(part.layer)
        if [type(each) for each in block.layers[1:]] == [Activation]:
            kind = block.layers[1].kind
            bent = {"relu": lambda x: np.maximum(x, 0), "tanh": np.tanh}.get(kind)
            if bent is not None:
                difference = np.abs(bent(total) - whole.values_hw).max()
                assert difference <= found.tolerance(block.shown)
        seen += 1
    assert seen >= 2


def test_that_a_table_of_connections_leaves_out_the_maps_that_are_not_seen() -> None:
    found = opened("lenet5-1998")
    whole = whole_map(found, "c3", 0)
    assert [part.channel for part in whole.parts] == [0, 1, 2]  # LeCun et al., Table I
    assert len(whole_map(found, "c3", 15).parts) == 6


def test_that_a_pooled_map_is_made_of_the_one_it_stands_over() -> None:
    found = opened("convnet")
    whole = whole_map(found, "pool1", 4)
    (part,) = whole.parts
    assert part.channel == 4
    assert (part.kernel_hw, part.partial_hw, whole.bias) == (None, None, None)
    largest = part.map_hw[:24, :24].reshape(12, 2, 12, 2).max((1, 3))
    np.testing.assert_allclose(whole.values_hw[:12, :12], largest, rtol=1e-6)


def test_that_what_a_part_matters_is_the_mean_of_what_it_adds() -> None:
    whole = whole_map(opened("lenet5-1998"), "c3", 9)
    sizes = [np.abs(part.partial_hw).mean() for part in whole.parts]
    np.testing.assert_allclose(whole.weight_of, sizes)

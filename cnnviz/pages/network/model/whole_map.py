"""A map as a whole, opened: the maps that it is made of, and what each adds."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.layers import PICTURE, Conv2d, Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.regions import feeding_maps
from cnnviz.engine.networks.trace import Trace

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class MapPart:
    """A map that another is made of.

    Attributes
    ----------
    layer, channel
        Which map.
    map_hw
        Its numbers.
    kernel_hw, partial_hw
        Of a convolution: what it is multiplied with, and the partial map that it adds.
    """

    layer: str
    channel: int
    map_hw: Floats
    kernel_hw: Floats | None = None
    partial_hw: Floats | None = None


@dataclass(frozen=True, slots=True, eq=False)
class WholeMap:
    """All numbers of a map, and the maps that they are made of.

    Attributes
    ----------
    block, channel
        Which map.
    parts
        Those that it is made of, in their order.
    weight_of
        What each part matters: the mean magnitude of what it adds, or of itself.
    bias
        Of a convolution: what is added to the sum of the partial maps.
    values_hw
        The map, as the network computed it.
    """

    block: Block
    channel: int
    parts: tuple[MapPart, ...]
    weight_of: Floats
    bias: float | None
    values_hw: Array


def open_whole_map(
    network: Network,
    weights: Mapping[str, Array],
    trace: Trace,
    block: Block,
    channel: int,
) -> WholeMap:
    """Open a map of a block.

    The partial maps of a convolution add up, with its bias, to what the block's first
    layer computes.
    """
    outputs = {output.name: output.values for output in trace.layers}
    outputs[PICTURE] = trace.input_chw
    layer = block.layers[0]
    parts: list[MapPart] = []
    for source, channels in feeding_maps(network, block.name, channel).items():
        maps = outputs[source]
        if maps.ndim != 3:
            continue
        if isinstance(layer, Conv2d):
            parts += _convolved(weights, layer, source, maps, channel)
        else:
            parts += [
                MapPart(source, each, maps[each].astype(np.float64))
                for each in channels
            ]
    bias = None
    if isinstance(layer, Conv2d) and layer.bias:
        bias = float(weights[f"{layer.name}.bias"][channel])
    added = [
        part.map_hw if part.partial_hw is None else part.partial_hw for part in parts
    ]
    weight_of = np.array([np.abs(map_hw).mean() for map_hw in added])
    values_hw = outputs[block.shown][channel]
    return WholeMap(block, channel, tuple(parts), weight_of, bias, values_hw)


def _convolved(
    weights: Mapping[str, Array],
    layer: Conv2d,
    source: str,
    maps: Array,
    channel: int,
) -> list[MapPart]:
    """Return a partial map for each input map that the kernel of an output map sees."""
    seen, place = layer.kernels_joined(len(maps), channel)
    kernels_ikk = weights[f"{layer.name}.weight"][place].astype(np.float64)
    windows = layer.windows_of(maps[np.newaxis, list(seen)])[0]
    partial_ihw = np.einsum("ckljm,ckl->cjm", windows, kernels_ikk, optimize=True)
    return [
        MapPart(source, each, maps[each].astype(np.float64), kernel_hw, partial_hw)
        for each, kernel_hw, partial_hw in zip(
            seen, kernels_ikk, partial_ihw, strict=True
        )
    ]

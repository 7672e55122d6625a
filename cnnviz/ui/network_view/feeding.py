"""Which of the shown maps a map is made of, and which are made of it."""

from collections.abc import Collection, Container, Iterator, Mapping, Set
from typing import Final

import numpy as np

from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.layers.layer_spec import Indices
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

Tiles = Mapping[str, tuple[int, ...]]
"""Maps, or numbers of a vector, by the name of their layer."""


def feeding_tiles(
    network: Network, shown: Container[str], layer: str, channel: int
) -> Tiles:
    """Return the maps that a map is made of; what is not shown leads on to what feeds it.

    Parameters
    ----------
    network
        The description.
    shown
        Names of the layers that are seen; the picture is never among them.
    layer, channel
        Which map.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> feeding_tiles(network("lenet5"), {"c1", "c1_relu", "s2"}, "s2", 4)
    {'c1_relu': (4,)}
    >>> feeding_tiles(network("lenet5"), {"c1", "s2"}, "s2", 4)
    {'c1': (4,)}
    """
    found: dict[str, set[int]] = {}
    names, shapes = [one.name for one in network.layers], layer_shapes(network)
    asked = [(names.index(layer), np.array([channel]))]
    while asked:
        index, channels = asked.pop()
        inputs, _ = shapes[index]
        read = network.layers[index].channels_read(inputs, channels)
        for source, tiles in zip(layer_inputs(network)[index], read, strict=True):
            if source >= 0 and names[source] in shown:
                found.setdefault(names[source], set()).update(tiles.tolist())
            elif source >= 0 and tiles.size:
                asked.append((source, tiles))
    return {name: tuple(sorted(tiles)) for name, tiles in found.items() if tiles}


def fed_tiles(
    network: Network, shown: Container[str], layer: str, channel: int
) -> Tiles:
    """Return the maps that are made of a map; what is not shown leads on to what it feeds.

    Parameters
    ----------
    network
        The description.
    shown
        Names of the layers that are seen.
    layer, channel
        Which map; of the picture, which of its channels.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> fed_tiles(network("lenet5"), {"c1_relu", "s2", "c3_relu"}, "c1_relu", 4)
    {'s2': (4,)}
    >>> fed_tiles(network("lenet5-1998"), {"s2_tanh", "c3"}, "s2_tanh", 0)
    {'c3': (0, 4, 5, 6, 9, 10, 11, 12, 14, 15)}
    """
    found: dict[str, set[int]] = {}
    names = [one.name for one in network.layers]
    start = -1 if layer == PICTURE else names.index(layer)
    reached: dict[int, set[int]] = {start: {channel}}
    for index, reads in enumerate(layer_inputs(network)):
        fed: set[int] = set()
        for slot, source in enumerate(reads):
            if source in reached:
                fed.update(_fed(network, index, slot, reached[source]))
        if fed and names[index] in shown:
            found.setdefault(names[index], set()).update(fed)
        elif fed:
            reached[index] = fed
    return {name: tuple(sorted(tiles)) for name, tiles in found.items()}


_ALL_TRIED: Final = 64
"""Outputs of a layer up to which each is asked what it reads, before it counts as dense."""


def _fed(
    network: Network, index: int, slot: int, channels: Set[int]
) -> Collection[int]:
    """Return which channels of a layer read any of some channels of one of its inputs."""
    layer, (inputs, (count, *_)) = network.layers[index], layer_shapes(network)[index]
    if layer.works_on_each:
        return channels

    def reads(outputs: range) -> Indices:
        return layer.channels_read(inputs, np.array(outputs))[slot]

    def among(outputs: range) -> Iterator[int]:
        if channels.isdisjoint(reads(outputs).tolist()):
            return
        if len(outputs) == 1:
            yield outputs[0]
            return
        middle = len(outputs) // 2
        yield from among(outputs[:middle])
        yield from among(outputs[middle:])

    tried = range(count) if count <= _ALL_TRIED else (0, count - 1)
    if all(len(reads(range(each, each + 1))) == inputs[slot][0] for each in tried):
        return range(count)  # each is made of all: not worth looking for
    return tuple(among(range(count)))

"""Which of the shown maps a map is made of."""

from collections.abc import Container, Mapping

import numpy as np

from cnnviz.engine.networks.layers import Network
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

"""Which of the shown maps a map is made of."""

from collections.abc import Container, Mapping

from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.regions import feeding_maps

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
    known: set[tuple[str, int]] = set()
    asked = [(layer, channel)]
    while asked:
        for source, tiles in feeding_maps(network, *asked.pop()).items():
            if source in shown:
                found.setdefault(source, set()).update(tiles)
            elif source != PICTURE:
                new = {(source, tile) for tile in tiles} - known
                known |= new
                asked += new
    return {source: tuple(sorted(tiles)) for source, tiles in found.items()}

"""How the height of a page is shared among rows of maps."""

from functools import lru_cache
from math import log
from typing import Final

from cnnviz.ui.network_view.network_stages import Stage
from cnnviz.ui.tiles.tile_geometry import MARGIN, WIDE, arrange

_QUANTUM: Final = 12

# A single number is read by its colour alone and can do with less than a map.
_MAP_WEIGHT, _NUMBER_WEIGHT = 1.0, 0.5
_NUMBER_ENOUGH: Final = 9.0
"""Pixels of a number from which on it gains nothing: what is left is for the maps."""


def row_heights(rows: tuple[Stage, ...], width: float, height: float) -> list[int]:
    """Share a height so that the tiles of all rows together are as large as can be.

    What is made largest is the sum of the logarithms of the tiles' sizes: a row gains
    by what its tiles grow in proportion, so that small maps are not starved, and loses by
    the width that they leave empty.

    Parameters
    ----------
    rows
        The stages; the first layer of each decides.
    width, height
        Of one column, and of all rows together without captions and gaps, in pixels.

    Returns
    -------
    list
        Pixels for each row's tiles; their sum is about ``height``.
    """
    quanta = max(len(rows), int(height / _QUANTUM))
    tiles = tuple(stage[0].tiles for stage in rows)
    # best[q] is the largest sum for the rows so far in q quanta, and how it is shared.
    best: list[tuple[float, list[int]]] = [(0.0, []) for _ in range(quanta + 1)]
    for done, (count, tile_hw) in enumerate(tiles):
        gains = [_gain(count, tile_hw, width, q * _QUANTUM) for q in range(quanta + 1)]
        reached = [(float("-inf"), [1] * (done + 1)) for _ in range(quanta + 1)]
        for total in range(done + 1, quanta + 1):
            own, before = max(
                ((own, total - own) for own in range(1, total - done + 1)),
                key=lambda shares: best[shares[1]][0] + gains[shares[0]],
            )
            value, shared = best[before]
            reached[total] = (value + gains[own], [*shared, own])
        best = reached
    return [share * _QUANTUM for share in best[quanta][1]]


@lru_cache(maxsize=4096)
def _gain(count: int, tile_hw: tuple[int, int], width: float, height: float) -> float:
    width = max(1.0, width - 2 * MARGIN)
    grid = arrange(count, tile_hw, width, height - 2 * MARGIN)
    if tile_hw == (1, 1):
        return _NUMBER_WEIGHT * log(min(max(grid.width, 0.5), _NUMBER_ENOUGH))
    size = log(max(grid.width, 0.5))
    return _MAP_WEIGHT * (size + WIDE * log(max(grid.size[0] / width, 0.01)))

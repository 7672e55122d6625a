"""Feature maps side by side in one picture."""

from math import ceil, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import (
    DIVERGING,
    SEQUENTIAL,
    sequential_range,
    signed_range,
    to_indices,
)

_TILE_PX: Final = 64
"""Maps are enlarged to so many pixels, by whole numbers; larger ones stay as they are."""

_CELL_PX: Final = 12
"""A number of a vector is a square of so many pixels."""

_GAP_PX: Final = 4
_GROUND: Final = 255


def map_sheet(maps_chw: NDArray[np.float32], *, signed: bool) -> NDArray[np.uint8]:
    """Return all maps in one picture, row by row, in one range of colours.

    Parameters
    ----------
    maps_chw
        float32, ``C x H x W``; a vector is ``N x 1 x 1``.
    signed
        Whether numbers below 0 are possible: then 0 is in the middle of the colours.

    Returns
    -------
    ndarray
        uint8, ``3 x H' x W'``.

    Examples
    --------
    >>> map_sheet(np.zeros((5, 28, 28), np.float32), signed=True).shape
    (3, 116, 176)
    """
    count, height, width = maps_chw.shape
    low, high = (signed_range if signed else sequential_range)(maps_chw)
    colours = (DIVERGING if signed else SEQUENTIAL)[to_indices(maps_chw, low, high)]
    largest = max(height, width)
    scale = _CELL_PX if largest == 1 else max(1, _TILE_PX // largest)
    tiles = colours.repeat(scale, axis=1).repeat(scale, axis=2)
    columns = ceil(sqrt(count))
    rows = ceil(count / columns)
    tall, wide = height * scale + _GAP_PX, width * scale + _GAP_PX
    sheet = np.full((rows * tall, columns * wide, 3), _GROUND, np.uint8)
    for index, tile in enumerate(tiles):
        top, left = (index // columns) * tall, (index % columns) * wide
        sheet[top : top + tall - _GAP_PX, left : left + wide - _GAP_PX] = tile
    return sheet[: rows * tall - _GAP_PX, : columns * wide - _GAP_PX].transpose(2, 0, 1)

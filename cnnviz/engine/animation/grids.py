"""Parts of the grid that an operation's window sweeps over, padding and gaps included."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.operations import Operation
from cnnviz.engine.convolution.padding import source_cells
from cnnviz.engine.convolution.spec import Pair

CELL: Final = 0
PADDED: Final = 1
GAP: Final = 2
"""Kinds of cells: of the picture, around it, between the cells of a stretched one."""


def input_part(
    operation: Operation, channel: int, origin: Pair, size: Pair
) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """Return a part of one channel's grid; it may reach into the padding.

    Parameters
    ----------
    operation, channel
        Whose grid.
    origin
        The first row and column, in the grid's own count; negative in the padding.
    size
        Rows and columns.

    Returns
    -------
    values_hw, kinds_hw
        float32, NaN where there is no number (around a picture that is pooled); uint8,
        `CELL`, `PADDED` or `GAP`.

    Examples
    --------
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> pooling = Pooling(np.array([[[7, 8], [9, 10]]]), PoolSpec(size=(2, 2), padding=(1, 1)))
    >>> values_hw, kinds_hw = input_part(pooling, 0, (-1, 0), (2, 2))
    >>> values_hw.tolist(), kinds_hw.tolist()
    ([[nan, nan], [7.0, 8.0]], [[1, 1], [0, 0]])
    """
    geometry = operation.geometry
    sources, outside = [], []
    for first, count, length, stretch in zip(
        origin, size, geometry.grid_hw, geometry.stretch, strict=True
    ):
        cells = source_cells(first, 1, count, length, geometry.mode)
        stands = (cells >= 0) & (cells % stretch == 0)
        sources.append(np.where(stands, cells // stretch, -1))
        places = first + np.arange(count)
        outside.append((places < 0) | (places >= length))
    values = operation.input_chw[channel][np.ix_(*sources)].astype(np.float32)
    empty = np.logical_or.outer(sources[0] < 0, sources[1] < 0)
    padded = np.logical_or.outer(*outside)
    values[empty] = 0
    if operation.traits.leaves_out_padding:
        values[padded] = np.nan
    kinds = np.where(padded, PADDED, np.where(empty, GAP, CELL)).astype(np.uint8)
    return values, kinds

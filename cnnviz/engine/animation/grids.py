"""Parts of the grid that an operation's window sweeps over, padding and gaps included."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.operations import Operation
from cnnviz.engine.convolution.padding import source_cells

CELL: Final = 0
PADDED: Final = 1
GAP: Final = 2
"""Kinds of cells: of the picture, around it, between the cells of a stretched one."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Some rows and columns of a grid.

    Attributes
    ----------
    top, left
        The first cell, in the grid's own count; negative in the padding.
    values_hw
        float32; NaN where there is no number (around a picture that is pooled).
    kinds_hw
        uint8: `CELL`, `PADDED` or `GAP`.
    """

    top: int
    left: int
    values_hw: NDArray[np.float32]
    kinds_hw: NDArray[np.uint8]


def input_part(
    operation: Operation, channel: int, top: int, left: int, rows: int, columns: int
) -> Part:
    """Return a part of one channel's grid; it may reach into the padding.

    Examples
    --------
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> picture = np.array([[[7, 8], [9, 10]]])
    >>> spec = PoolSpec(size=(2, 2), padding=(1, 1))
    >>> part = input_part(Pooling(picture, spec), 0, -1, 0, 2, 2)
    >>> part.values_hw.tolist(), part.kinds_hw.tolist()
    ([[nan, nan], [7.0, 8.0]], [[1, 1], [0, 0]])
    """
    sweep, (height, width) = operation.sweep, operation.sweep.grid_hw
    picture_hw = operation.input_chw[channel]
    row = source_cells(top, 1, rows, height, sweep.mode)
    column = source_cells(left, 1, columns, width, sweep.mode)
    row, column = (
        _unstretched(row, sweep.stretch[0]),
        _unstretched(column, sweep.stretch[1]),
    )
    values = picture_hw[row[:, np.newaxis], column].astype(np.float32)
    values[row < 0], values[:, column < 0] = 0, 0
    kinds = np.full((rows, columns), CELL, np.uint8)
    kinds[row < 0], kinds[:, column < 0] = GAP, GAP
    outside_row = _outside(top, rows, height)
    outside_column = _outside(left, columns, width)
    kinds[outside_row], kinds[:, outside_column] = PADDED, PADDED
    if operation.traits.leaves_out_padding:
        values[kinds == PADDED] = np.nan
    return Part(top, left, values, kinds)


def _unstretched(cells: NDArray[np.intp], stretch: int) -> NDArray[np.intp]:
    return np.where((cells >= 0) & (cells % stretch == 0), cells // stretch, -1)


def _outside(first: int, count: int, size: int) -> NDArray[np.bool_]:
    cells = first + np.arange(count)
    return np.asarray((cells < 0) | (cells >= size))

"""Which cells belong with which: what a window reads, what a cell feeds, what is left.

All of it is a set of rows times a set of columns, so it is as cheap on a large picture
as on a small one. Rows and columns count on the grid that is drawn (`WindowGeometry`): negative
ones, and those beyond the grid, lie in the padding.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import source_cells
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.window_geometry import WindowGeometry

Indices = NDArray[np.intp]
CellKind = Literal["picture", "gap", "padding"]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The cells in which some rows cross some columns.

    Attributes
    ----------
    rows, columns
        intp, ascending, each once.
    """

    rows: Indices
    columns: Indices

    @property
    def count(self) -> int:
        """How many cells there are."""
        return len(self.rows) * len(self.columns)


def drawn_border(geometry: WindowGeometry) -> Amounts:
    """Return how many rows and columns are drawn around the grid.

    Where the padding is negative the grid is cut; the cells cut off are still drawn.
    """
    return Amounts(
        top=max(geometry.top, 0),
        bottom=max(geometry.bottom, 0),
        left=max(geometry.left, 0),
        right=max(geometry.right, 0),
    )


def drawn_sources(geometry: WindowGeometry) -> tuple[Indices, Indices]:
    """Return which row (and column) of the *picture* each drawn row (and column) shows.

    The first is the border's first. -1 stands for one that shows none: zero padding, or
    a gap of a stretched picture.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(1, 3), left=1, right=1, grid_hw=(1, 3), output_hw=(1, 3),
    ...               mode="reflect")
    >>> [sources.tolist() for sources in drawn_sources(geometry)]
    [[0], [1, 0, 1, 2, 1]]
    """
    border = drawn_border(geometry)
    rows = np.arange(-border.top, geometry.grid_hw[0] + border.bottom)
    columns = np.arange(-border.left, geometry.grid_hw[1] + border.right)
    return _sources(geometry, 0, rows), _sources(geometry, 1, columns)


def kind_of(geometry: WindowGeometry, row: int, col: int) -> CellKind:
    """Tell whether a cell is the picture's, a zero put between its cells, or padding."""
    height, width = geometry.grid_hw
    if not (0 <= row < height and 0 <= col < width):
        return "padding"
    stands = row % geometry.stretch[0] == 0 and col % geometry.stretch[1] == 0
    return "picture" if stands else "gap"


def receptive_field(geometry: WindowGeometry, row: int, col: int) -> Block:
    """Return the cells under the window of an output cell, those in the padding too.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(2, 3), stride=(2, 2), dilation=(1, 2),
    ...               grid_hw=(6, 9), output_hw=(3, 3))
    >>> field = receptive_field(geometry, 1, 2)
    >>> field.rows.tolist(), field.columns.tolist()
    ([2, 3], [4, 6, 8])
    """
    return Block(_window(geometry, 0, row), _window(geometry, 1, col))


def origins(geometry: WindowGeometry, block: Block) -> Block:
    """Return where on the grid the numbers of some cells come from.

    A cell of the picture comes from itself, a reflected or repeated one from the cell
    that it copies, and a cell that holds 0 from nowhere.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(1, 3), left=1, right=1, grid_hw=(1, 3), output_hw=(1, 3),
    ...               mode="reflect")
    >>> origins(geometry, receptive_field(geometry, 0, 0)).columns.tolist()
    [0, 1]
    """
    return Block(
        _origins(geometry, 0, block.rows), _origins(geometry, 1, block.columns)
    )


def dependent_outputs(geometry: WindowGeometry, row: int, col: int) -> Block:
    """Return the output cells that depend on a cell.

    A cell of the picture goes into those that read one of its copies in the padding,
    too; a cell of the padding only where the window lies on it.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(3, 3), grid_hw=(6, 6), output_hw=(4, 4))
    >>> fed = dependent_outputs(geometry, 0, 3)
    >>> fed.rows.tolist(), fed.columns.tolist()
    ([0], [1, 2, 3])
    """
    if kind_of(geometry, row, col) != "picture":
        return Block(
            _covering(geometry, 0, np.array([row])),
            _covering(geometry, 1, np.array([col])),
        )
    return Block(
        _covering(geometry, 0, _copies(geometry, 0, row)),
        _covering(geometry, 1, _copies(geometry, 1, col)),
    )


def cells_seen_by_weight(geometry: WindowGeometry, i: int, j: int) -> Block:
    """Return every cell that the weight in row ``i``, column ``j`` meets.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(3, 3), stride=(2, 2), top=1, left=1, bottom=1, right=1,
    ...               grid_hw=(6, 6), output_hw=(3, 3))
    >>> cells_seen_by_weight(geometry, 0, 1).rows.tolist(), cells_seen_by_weight(geometry, 0, 1).columns.tolist()
    ([-1, 1, 3], [0, 2, 4])
    """
    return Block(_met(geometry, 0, i), _met(geometry, 1, j))


def inside(geometry: WindowGeometry, block: Block) -> Block:
    """Return the cells of a block that are the picture's own."""
    return Block(_inside(geometry, 0, block.rows), _inside(geometry, 1, block.columns))


def unreached(geometry: WindowGeometry) -> Block:
    """Return the drawn rows, and the drawn columns, that no window ever reaches.

    Other than elsewhere, a cell counts when its row *or* its column is among them.

    Examples
    --------
    >>> geometry = WindowGeometry(kernel=(3, 3), stride=(2, 2), top=1, bottom=1, left=1, right=1,
    ...               grid_hw=(6, 6), output_hw=(3, 3))
    >>> unreached(geometry).rows.tolist()
    [6]
    """
    border, (height, width) = drawn_border(geometry), geometry.grid_hw
    return Block(
        _unreached(geometry, 0, -border.top, height + border.bottom),
        _unreached(geometry, 1, -border.left, width + border.right),
    )


def _before(geometry: WindowGeometry, axis: int) -> int:
    return (geometry.top, geometry.left)[axis]


def _window(geometry: WindowGeometry, axis: int, output: int) -> Indices:
    first = output * geometry.stride[axis] - _before(geometry, axis)
    taps: Indices = np.arange(geometry.kernel[axis], dtype=np.intp)
    return first + taps * geometry.dilation[axis]


def _met(geometry: WindowGeometry, axis: int, tap: int) -> Indices:
    outputs: Indices = np.arange(geometry.output_hw[axis], dtype=np.intp)
    first = tap * geometry.dilation[axis] - _before(geometry, axis)
    return first + outputs * geometry.stride[axis]


def _copied(geometry: WindowGeometry, axis: int, cells: Indices) -> Indices:
    """Return which grid row or column each one copies; -1 where it holds 0."""
    size = geometry.grid_hw[axis]
    if not len(cells):
        return cells
    first = int(cells[0])
    count = int(cells[-1]) - first + 1
    return source_cells(first, 1, count, size, geometry.mode)[cells - first]


def _sources(geometry: WindowGeometry, axis: int, cells: Indices) -> Indices:
    return geometry.unstretched(axis, _copied(geometry, axis, cells))


def _origins(geometry: WindowGeometry, axis: int, cells: Indices) -> Indices:
    sources = np.unique(_sources(geometry, axis, cells))
    found: Indices = sources[sources >= 0] * geometry.stretch[axis]
    return found


def _inside(geometry: WindowGeometry, axis: int, cells: Indices) -> Indices:
    within = (cells >= 0) & (cells < geometry.grid_hw[axis])
    own: Indices = cells[within & (cells % geometry.stretch[axis] == 0)]
    return own


def _copies(geometry: WindowGeometry, axis: int, cell: int) -> Indices:
    """Return every row or column that holds a cell's number, including its own."""
    before = max(_before(geometry, axis), 0)
    after = max((geometry.bottom, geometry.right)[axis], 0)
    around = np.arange(-before, geometry.grid_hw[axis] + after)
    copies: Indices = around[_copied(geometry, axis, around) == cell]
    return copies


def _covering(geometry: WindowGeometry, axis: int, cells: Indices) -> Indices:
    """Return the outputs whose window lies on one of some rows or columns."""
    taps = np.arange(geometry.kernel[axis], dtype=np.intp) * geometry.dilation[axis]
    starts = (cells[:, np.newaxis] - taps + _before(geometry, axis)).reshape(-1)
    outputs, rest = np.divmod(starts, geometry.stride[axis])
    fits = (rest == 0) & (outputs >= 0) & (outputs < geometry.output_hw[axis])
    return np.unique(outputs[fits])


def _unreached(geometry: WindowGeometry, axis: int, first: int, end: int) -> Indices:
    reached = np.zeros(end - first, np.bool_)
    if geometry.kernel[axis] <= geometry.output_hw[axis]:
        lines = (_met(geometry, axis, tap) for tap in range(geometry.kernel[axis]))
    else:  # few places of a large window, as in a global pooling
        lines = (
            _window(geometry, axis, place) for place in range(geometry.output_hw[axis])
        )
    for line in lines:
        met = line - first
        reached[met[(met >= 0) & (met < len(reached))]] = True
    found: Indices = np.flatnonzero(~reached) + first
    return found

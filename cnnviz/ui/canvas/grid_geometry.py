"""Where each cell of a zoomable grid lies on the screen: pure numbers, no Qt.

Lengths are in logical pixels; rows and columns are those of the picture, so the cells
of a border (the padding) above and left of it have negative ones.
"""

from dataclasses import dataclass, replace

CRISP_CELL = 6.0
"""From this many pixels a cell is drawn with hairlines, on whole pixels."""

LARGEST_CELL = 96.0

_ROOMY_CELL = 22
"""Pixels from which a cell has room for three digits and an edge of two pixels."""

_EASY_CELL = 36
"""Pixels from which it has room for three digits, a sign, and any edge."""

Rect = tuple[int, int, int, int]
"""Left, top, width, height in pixels."""


def edge_thickness(cell: float) -> int:
    """Return how thick a coloured edge inside a cell is.

    Examples
    --------
    >>> edge_thickness(14), edge_thickness(40), edge_thickness(90)
    (2, 4, 5)
    """
    return max(2, min(5, int(cell // 10)))


def numbered_edge_thickness(cell: float) -> int:
    """Return how thick that edge is where numbers stand in the cells: they come first.

    Examples
    --------
    >>> [numbered_edge_thickness(cell) for cell in (21, 35, 40)]
    [1, 2, 4]
    """
    if cell < _EASY_CELL:
        return 1 if cell < _ROOMY_CELL else 2
    return edge_thickness(cell)


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of ``rows`` x ``columns`` cells and the border around it, in cells."""

    rows: int
    columns: int
    top: int = 0
    bottom: int = 0
    left: int = 0
    right: int = 0

    @property
    def height(self) -> int:
        """Rows, border included."""
        return self.top + self.rows + self.bottom

    @property
    def width(self) -> int:
        """Columns, border included."""
        return self.left + self.columns + self.right


@dataclass(frozen=True, slots=True)
class GridView:
    """How a frame is seen: pixels a cell, and where its first corner lies."""

    frame: Frame
    scale: float
    x: int
    y: int

    def column_edge(self, column: float) -> int:
        """Return the pixel where a column begins."""
        return self.x + round((column + self.frame.left) * self.scale)

    def row_edge(self, row: float) -> int:
        """Return the pixel where a row begins."""
        return self.y + round((row + self.frame.top) * self.scale)

    def rect(
        self, row: float, column: float, rows: float = 1, columns: float = 1
    ) -> Rect:
        """Return the pixels of a block of cells; parts of cells are allowed."""
        left, top = self.column_edge(column), self.row_edge(row)
        right, bottom = self.column_edge(column + columns), self.row_edge(row + rows)
        return left, top, right - left, bottom - top

    def mark(self, row: float, column: float) -> Rect:
        """Return where one cell is marked: a square, as large at every place.

        Where cells are parts of pixels, some are painted a pixel wider than others.
        """
        side = max(round(self.scale), 1)
        return self.column_edge(column), self.row_edge(row), side, side

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and column under a pixel, or ``None`` outside the frame."""
        row = int((y - self.y) // self.scale)
        column = int((x - self.x) // self.scale)
        if 0 <= row < self.frame.height and 0 <= column < self.frame.width:
            return row - self.frame.top, column - self.frame.left
        return None

    def visible(
        self, width: int, height: int, *, border: bool = False
    ) -> tuple[range, range]:
        """Return the picture's own rows and columns that a viewport shows.

        Those of the border too, when asked for.
        """
        frame = self.frame
        rows, columns = (0, frame.rows), (0, frame.columns)
        if border:
            rows = (-frame.top, frame.rows + frame.bottom)
            columns = (-frame.left, frame.columns + frame.right)
        return (
            _visible(self.y, frame.top, rows, self.scale, height),
            _visible(self.x, frame.left, columns, self.scale, width),
        )

    def overflows(self, width: int, height: int) -> bool:
        """Whether some cell lies outside the viewport, so that panning shows more."""
        return (
            self.frame.width * self.scale > width
            or self.frame.height * self.scale > height
        )


def _visible(
    origin: int, border: int, ends: tuple[int, int], scale: float, length: int
) -> range:
    low, high = ends
    first = int(-origin // scale) - border
    last = int((length - origin) // scale) + 1 - border
    return range(min(max(first, low), high), min(max(last, low), high))


def crisp(scale: float) -> float:
    """Round a scale down to whole pixels where cells are large enough to be counted.

    Examples
    --------
    >>> crisp(12.7), crisp(2.5)
    (12.0, 2.5)
    """
    return float(int(scale)) if scale >= CRISP_CELL else scale


def fit_scale(
    frame: Frame, width: int, height: int, largest_cell: float = LARGEST_CELL
) -> float:
    """Return the largest scale at which the whole frame fits into a viewport."""
    scale = min(width / max(frame.width, 1), height / max(frame.height, 1))
    return crisp(min(max(scale, 1e-3), largest_cell))


def fit_view(
    frame: Frame, width: int, height: int, largest_cell: float = LARGEST_CELL
) -> GridView:
    """Show the whole frame, at the top and in the middle.

    Examples
    --------
    >>> view = fit_view(Frame(28, 28), 300, 290)
    >>> view.scale, view.x, view.y
    (10.0, 10, 0)
    >>> view.cell_at(10, 5), view.cell_at(9, 5)
    ((0, 0), None)
    """
    scale = fit_scale(frame, width, height, largest_cell)
    return settled(GridView(frame, scale, 0, 0), width, height)


def zoomed(
    view: GridView, factor: float, at: tuple[float, float], width: int, height: int
) -> GridView:
    """Enlarge by a factor, keeping what is under the pixel ``at`` in its place.

    The frame never gets smaller than the one that just fits.
    """
    smallest = fit_scale(view.frame, width, height)
    scale = crisp(max(min(view.scale * factor, LARGEST_CELL), smallest))
    if scale == view.scale and factor > 1:
        scale = max(min(view.scale + 1, LARGEST_CELL), smallest)
    ratio = scale / view.scale
    x = round(at[0] - (at[0] - view.x) * ratio)
    y = round(at[1] - (at[1] - view.y) * ratio)
    return settled(GridView(view.frame, scale, x, y), width, height)


def panned(view: GridView, dx: float, dy: float, width: int, height: int) -> GridView:
    """Move the frame by pixels, no further than its edges."""
    moved = replace(view, x=view.x + round(dx), y=view.y + round(dy))
    return settled(moved, width, height)


def centred_on(
    view: GridView, row: float, column: float, width: int, height: int
) -> GridView:
    """Move the frame so that a place in it comes to the middle of the viewport."""
    dx = width / 2 - view.column_edge(column)
    dy = height / 2 - view.row_edge(row)
    return panned(view, dx, dy, width, height)


def settled(view: GridView, width: int, height: int) -> GridView:
    """Lay a smaller frame at the top, in the middle; let no larger one leave a gap.

    At the top, so that grids side by side begin at one height, whatever their cells.
    """
    return replace(
        view,
        x=_settled(view.x, view.frame.width * view.scale, width, 0.5),
        y=_settled(view.y, view.frame.height * view.scale, height, 0.0),
    )


def _settled(origin: int, extent: float, length: int, before: float) -> int:
    if extent <= length:
        return int((length - extent) * before)
    return min(max(origin, round(length - extent)), 0)

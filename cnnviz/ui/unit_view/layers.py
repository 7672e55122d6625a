"""What is painted over the cells: the window, the hues, the cells that are to come."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPainterPath

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.images import weight_hues as engine
from cnnviz.ui.canvas.grid_geometry import GridView, Rect
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import is_dark

Faint = frozenset[Pair]
"""Cells, by row and column, whose hue is faint: what they hold counts for nothing."""

_HUE_CELL = 10
"""From this many pixels a cell has room for a bar of its hue and its own grey level."""

_BAR_ACROSS, _BAR_THICK = 0.56, 0.09
"""Of a cell: the bar of a weight's hue."""

_MOST_SINGLE = 25
"""Cells of a window up to which each has a hue of its own."""

_MOST_BARS = 49
"""Cells of a window up to which their hues are seen on the picture, and not only hide it."""

_BARRED_CELL = 18
"""Pixels of a cell of a small grid that has room for a bar beside its own colour."""

_OUTLINED_CELL = 5
"""Pixels of a cell from which on each that is to come is outlined."""


class WindowLayer:
    """The window on the input: an outline that glides, and the hues of its cells."""

    def __init__(self) -> None:
        self.corner: tuple[float, float] | None = None
        self.geometry: WindowGeometry | None = None
        self.winner: Pair | None = None
        self.is_ghost = False
        self.faint: Faint = frozenset()

    def render(
        self,
        geometry: WindowGeometry,
        winner: Pair | None,
        corner: tuple[float, float],
        faint: Faint = frozenset(),
    ) -> bool:
        """Take a window's form and place; say whether it is to be painted anew.

        ``faint`` are the cells whose weight is 0.
        """
        new = (geometry, winner, corner, faint)
        changed = new != (self.geometry, self.winner, self.corner, self.faint)
        self.geometry, self.winner, self.corner, self.faint = new
        return changed

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.geometry is None or self.corner is None or self.is_ghost:
            return
        (top, left), (down, across) = self.corner, self.geometry.dilation
        rows, columns = self.geometry.kernel
        hues = hues_of(rows, columns) if rows * columns <= _MOST_BARS else ()
        for i, line in enumerate(hues):
            for j, hue in enumerate(line):
                rect = view.rect(top + i * down, left + j * across)
                _paint_hue(painter, rect, _of_weight(hue, (i, j), self.faint))
        if self.winner is not None:
            i, j = self.winner
            paint_outline(painter, view.mark(top + i, left + j))

    def outline(self, painter: QPainter, view: GridView) -> None:
        """Outline the window: a layer of its own, over what is framed in it."""
        if self.geometry is None or self.corner is None:
            return
        box = view.rect(*self.corner, *self.geometry.span)
        if self.is_ghost:
            paint_outline(painter, box, share=tokens.MIX_HALF)
        else:
            paint_outline(painter, box)


class HueLayer:
    """Bars in the weights' hues at the feet of the cells of a small grid.

    One cell may be marked (the one that is pointed at) and one may have won (the
    largest of a pooling).
    """

    def __init__(self) -> None:
        self.marked: Pair | None = None
        self.winner: Pair | None = None
        self.shown = True
        self.faint: Faint = frozenset()

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.shown:
            self._paint_hues(painter, view)
        if self.winner is not None:
            paint_outline(painter, view.rect(*self.winner))
        if self.marked is not None:
            paint_outline(painter, view.rect(*self.marked), strong=False)

    def _paint_hues(self, painter: QPainter, view: GridView) -> None:
        if view.scale < _BARRED_CELL:
            return
        size = view.frame.rows, view.frame.columns
        is_wide = not has_hue_each(*size)
        for i, line in enumerate(hues_of(*size)):
            for j, hue in enumerate(line):
                shown = _of_weight(hue, (i, j), self.faint)
                paint_hue_bar(painter, view.rect(i, j), shown, is_wide=is_wide)


class ProgressLayer:
    """The output cell of now, and a cover over those that are to come."""

    def __init__(self) -> None:
        self.cell: Pair | None = None
        self.whole = False

    def render(self, cell: Pair, whole: bool) -> bool:
        """Take the cell of now; say whether it is to be painted anew."""
        changed = (cell, whole) != (self.cell, self.whole)
        self.cell, self.whole = cell, whole
        return changed

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.cell is None:
            return
        row, column = self.cell
        rows, columns = view.frame.rows, view.frame.columns
        if not self.whole:
            _cover(painter, view, row, column + 1, 1, columns - column - 1)
            _cover(painter, view, row + 1, 0, rows - row - 1, columns)
        paint_outline(painter, view.mark(row, column))


class CropLayer:
    """The part of the picture that somebody thinks of keeping; the rest is veiled."""

    def __init__(self) -> None:
        self.box: tuple[int, int, int, int] | None = None

    def render(self, box: tuple[int, int, int, int] | None) -> bool:
        """Take a box (row, column, rows, columns); say whether it is another one."""
        changed = box != self.box
        self.box = box
        return changed

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.box is None:
            return
        veil = QPainterPath()  # all cells, with a hole in it
        for rect in ((0, 0, view.frame.rows, view.frame.columns), self.box):
            veil.addRect(QRectF(*view.rect(*rect)))
        painter.fillPath(veil, tokens.WINDOW_VEIL)
        paint_outline(painter, view.rect(*self.box))


def paint_blank(painter: QPainter, view: GridView) -> None:
    """Cover everything: the numbers are still being computed."""
    _cover(painter, view, 0, 0, view.frame.rows, view.frame.columns)


def weight_hues(rows: int, columns: int) -> tuple[tuple[QColor, ...], ...]:
    """Return a colour for each cell of a kernel: once round the wheel, row by row."""
    return _weight_hues(rows, columns, is_dark(QGuiApplication.palette()))


@lru_cache(maxsize=64)
def _weight_hues(rows: int, columns: int, dark: bool) -> tuple[tuple[QColor, ...], ...]:
    return tuple(
        tuple(QColor(*rgb) for rgb in line)
        for line in engine.weight_hues(rows, columns, on_dark=dark)
    )


def has_hue_each(rows: int, columns: int) -> bool:
    """Whether each cell of a window has a hue of its own, and not each row."""
    return rows * columns <= _MOST_SINGLE


def hues_of(rows: int, columns: int) -> tuple[tuple[QColor, ...], ...]:
    """Return the hues of a window's cells; none where it has too many.

    More than a few cannot be told apart: then each row has one, all along it.
    """
    if rows * columns > engine.MOST_HUES:
        return ()
    if has_hue_each(rows, columns):
        return weight_hues(rows, columns)
    return tuple(line * columns for line in weight_hues(rows, 1))


def paint_outline(
    painter: QPainter,
    rect: Rect,
    ink: QColor | None = None,
    *,
    share: float = 1.0,
    strong: bool = True,
) -> None:
    """Outline a block in the strongest ink, so that it is seen on any colour.

    ``share`` is how opaque that is; what is not ``strong`` is thinner.
    """
    colours = look(QGuiApplication.palette())
    inks = [QColor(colours.marker_edge), QColor(ink or colours.ink)]
    for ink in inks:
        ink.setAlphaF(share)
    box = QRectF(*rect).adjusted(0.5, 0.5, 0.5, 0.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, ink in zip((5, 2) if strong else (3, 1), inks, strict=True):
        painter.setPen(sharp_pen(ink, width))
        painter.drawRect(box)


def zeros_of(weights_hw: NDArray[np.generic] | None) -> Faint:
    """Return which weights are 0, by row and column; none where there are none."""
    if weights_hw is None:
        return frozenset()
    return frozenset((i, j) for i, j in np.argwhere(weights_hw == 0).tolist())


def _of_weight(hue: QColor, cell: Pair, faint: Faint) -> QColor:
    """Return the hue of a weight: a faint one where it is 0."""
    if cell not in faint:
        return hue
    pale = QColor(hue)
    pale.setAlphaF(tokens.MIX_FAINT_HUE)
    return pale


def _paint_hue(painter: QPainter, rect: Rect, hue: QColor) -> None:
    if min(rect[2:]) < _HUE_CELL:
        tint = QColor(hue)
        tint.setAlphaF(tint.alphaF() * tokens.MIX_HALF)
        painter.fillRect(QRect(*rect), tint)
    else:
        paint_hue_bar(painter, rect, hue)


def paint_hue_bar(
    painter: QPainter, rect: Rect, hue: QColor, *, is_wide: bool = False
) -> None:
    """Paint the hue of a weight as a bar at the foot of its cell, below the number.

    One that ``is_wide`` goes on in the next cell, where a whole row has one hue.
    """
    x, y, width, height = rect
    thick = max(2, min(5, round(height * _BAR_THICK)))
    across = width if is_wide else max(thick, round(width * _BAR_ACROSS))
    left, top = x + (width - across) // 2 + 1, y + height - 2 * thick + 1
    painter.fillRect(left, top, across, thick, hue)


def _cover(
    painter: QPainter, view: GridView, row: int, column: int, rows: int, columns: int
) -> None:
    """Show cells that are to come as the bare ground, thinly outlined."""
    if rows <= 0 or columns <= 0:
        return
    colours = look(QGuiApplication.palette())
    box = QRect(*view.rect(row, column, rows, columns))
    if view.scale < _OUTLINED_CELL:
        painter.fillRect(box, colours.ground)
        return
    box.translate(1, 1)  # the line before them belongs to those that are there
    painter.fillRect(box, colours.ground)
    seen = painter.window()
    for down in _seen(rows, box.top(), view.scale, seen.top(), seen.bottom()):
        y = view.rect(row + down, column)[1]
        painter.fillRect(box.left(), y, box.width(), 1, colours.hairline)
    for across in _seen(columns, box.left(), view.scale, seen.left(), seen.right()):
        x = view.rect(row, column + across)[0]
        painter.fillRect(x, box.top(), 1, box.height(), colours.hairline)


def _seen(count: int, start: int, cell: float, low: int, high: int) -> range:
    """Return which lines between so many cells are seen, of a grid of any size."""
    first = max(1, int((low - start) / cell))
    return range(first, min(count, int((high - start) / cell) + 1) + 1)

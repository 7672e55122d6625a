"""What is painted of rows times columns: cells that belong together, cells left out."""

from typing import Final

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget

from cnnviz.engine.convolution.dependencies import Block, Indices
from cnnviz.ui.canvas.fineness import enlargement
from cnnviz.ui.canvas.grid_geometry import CRISP_CELL, GridView, numbered_edge_thickness
from cnnviz.ui.canvas.grid_numbers import is_numbered
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.canvas.grid_surface import GridSurface
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.layers import paint_outline

_TOO_SMALL: Final = 2.0
"""Pixels a cell under which an area is painted instead of single cells."""

_THINNEST: Final = 2
_MOST_OUTLINES: Final = 64
_MOST_CROSSED: Final = 24


class ReachLayer:
    """Tints a block of cells and outlines its parts; paints what can be seen only.

    Cells with numbers in them have their edges coloured instead: no number can be read
    through a veil on every ground.
    """

    def __init__(self, canvas: GridSurface) -> None:
        self._canvas = canvas
        self._block: Block | None = None
        self._colour = QColor()
        self._outlined = self._around = False

    @property
    def block(self) -> Block | None:
        """The cells that are painted."""
        return self._block

    def show(
        self,
        block: Block,
        colour: QColor,
        *,
        outlined: bool = False,
        around: bool = False,
    ) -> None:
        """Tint a block; outline each run of neighbours, or ``around`` all of it at once."""
        self._block, self._colour = block, QColor(colour)
        self._outlined, self._around = outlined, around
        self._canvas.update()

    def clear(self) -> None:
        """Paint nothing."""
        if self._block is not None:
            self._block = None
            self._canvas.update()

    def __call__(self, painter: QPainter, view: GridView) -> None:
        block = self._block
        if block is None or not block.count:
            return
        if self._colour.alpha():
            has_numbers = self._canvas.values_hw is not None
            edged = has_numbers and is_numbered(view.scale, enlargement(self._canvas))
            paint = _edge if edged else _tint
            paint(painter, view, _seen(self._canvas, view, block), self._colour)
        if self._outlined:
            self._outline(painter, view, block)

    def _outline(self, painter: QPainter, view: GridView, block: Block) -> None:
        down, across = _runs(block.rows), _runs(block.columns)
        if self._around or len(down) * len(across) > _MOST_OUTLINES:
            down = [(int(block.rows[0]), int(block.rows[-1]) + 1)]
            across = [(int(block.columns[0]), int(block.columns[-1]) + 1)]
        for top, bottom in down:
            for left, right in across:
                rect = view.rect(top, left, bottom - top, right - left)
                paint_outline(painter, rect, _solid(self._colour))


class UnreachedLayer:
    """Crosses out rows and columns that no window reaches."""

    def __init__(self, canvas: QWidget) -> None:
        self._canvas = canvas
        self.lines: Block | None = None

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.lines is None:
            return
        frame = view.frame
        seen = _seen(self._canvas, view, self.lines)
        down = _stripes(seen.rows, view.scale)
        across = _stripes(seen.columns, view.scale)
        top, left = -frame.top, -frame.left
        boxes = [view.rect(row, left, count, frame.width) for row, count in down]
        boxes += [view.rect(top, col, frame.height, count) for col, count in across]
        # Crosses are slow to paint, and in many narrow stripes none could be seen.
        crossed = view.scale >= CRISP_CELL or len(boxes) <= _MOST_CROSSED
        crosses = QBrush(tokens.REACH_CROSSES, Qt.BrushStyle.DiagCrossPattern)
        for box in boxes:
            stripe = QRect(*box[:2], max(box[2], 1), max(box[3], 1))
            seen_part = stripe.intersected(self._canvas.rect())
            painter.fillRect(seen_part, tokens.REACH_VEIL)
            if crossed:
                painter.fillRect(seen_part, crosses)


def _seen(canvas: QWidget, view: GridView, block: Block) -> Block:
    """Return what can be seen of a block."""
    rows, columns = view.visible(canvas.width(), canvas.height(), border=True)
    return Block(_within(block.rows, rows), _within(block.columns, columns))


def _within(indices: Indices, visible: range) -> Indices:
    first, end = np.searchsorted(indices, (visible.start, visible.stop))
    return indices[first:end]


def _runs(indices: Indices) -> list[tuple[int, int]]:
    """Return the first, and the one after the last, of each run of neighbours."""
    if not len(indices):
        return []
    breaks = np.flatnonzero(np.diff(indices) > 1)
    starts = indices[np.concatenate(([0], breaks + 1))]
    ends = indices[np.concatenate((breaks, [len(indices) - 1]))] + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _stripes(indices: Indices, scale: float) -> list[tuple[int, int]]:
    """Return where stripes begin and how many cells they are; tiny ones grow together."""
    stripes: list[tuple[int, int]] = []
    for start, end in _runs(indices):
        if stripes and scale < _TOO_SMALL:
            first, count = stripes[-1]
            if (start - first - count) * scale < 1:
                stripes[-1] = (first, end - first)
                continue
        stripes.append((start, end - start))
    return stripes


def _edge(painter: QPainter, view: GridView, block: Block, colour: QColor) -> None:
    """Colour the edges of every cell of a block."""
    thick = max(_THINNEST, numbered_edge_thickness(view.scale))
    painter.setPen(sharp_pen(_solid(colour), thick))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = thick / 2
    for row in block.rows.tolist():
        for column in block.columns.tolist():
            cell = QRectF(*view.rect(row, column))
            painter.drawRect(cell.adjusted(inset, inset, -inset, -inset))


def _tint(painter: QPainter, view: GridView, block: Block, colour: QColor) -> None:
    """Tint every cell of a block: a striped line, repeated for each run of rows."""
    if not block.count:
        return
    if view.scale < _TOO_SMALL:
        _tint_area(painter, view, block, colour)
        return
    left = int(block.columns[0])
    x = view.column_edge(left)
    length = view.column_edge(int(block.columns[-1]) + 1) - x
    line = np.zeros((1, length), np.uint32)
    for start, end in _runs(block.columns):
        line[0, view.column_edge(start) - x : view.column_edge(end) - x] = 1
    line *= np.uint32(_premultiplied(colour))
    form = QImage.Format.Format_ARGB32_Premultiplied
    stripes = QImage(line.data, length, 1, length * 4, form)
    for start, end in _runs(block.rows):
        y = view.row_edge(start)
        painter.drawImage(QRect(x, y, length, view.row_edge(end) - y), stripes)


def _tint_area(painter: QPainter, view: GridView, block: Block, colour: QColor) -> None:
    """Tint the area that tiny cells lie in, the fainter the fewer they are."""
    rows, columns = block.rows, block.columns
    height, width = int(rows[-1] - rows[0]) + 1, int(columns[-1] - columns[0]) + 1
    share = block.count / (height * width)
    faded = QColor(colour)
    faded.setAlphaF(
        colour.alphaF() * (tokens.REACH_SPARSE + tokens.REACH_DENSE * share)
    )
    rect = view.rect(int(rows[0]), int(columns[0]), height, width)
    # What is smaller than a pixel must be seen all the same.
    painter.fillRect(QRectF(rect[0], rect[1], max(rect[2], 2), max(rect[3], 2)), faded)


def _premultiplied(colour: QColor) -> int:
    alpha = colour.alpha()
    parts = (colour.red(), colour.green(), colour.blue())
    red, green, blue = (part * alpha // 255 for part in parts)
    return (alpha << 24) | (red << 16) | (green << 8) | blue


def _solid(colour: QColor) -> QColor:
    solid = QColor(colour)
    solid.setAlpha(255)
    return solid

"""A digit, pixel by pixel, with what is said of each pixel, and a patch over it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.images.colour_maps import (
    sequential_range,
    signed_range,
    to_indices,
)
from cnnviz.state.picture.layer_pictures import PaletteName
from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import ARROWS, CellGrid, Rows
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_OPAQUE: Final = QImage.Format.Format_RGB32
_INKED: Final = 128
"""From this level on a pixel lies inside the outline of the digit."""


def range_of(
    pixels_hw: NDArray[np.floating], *, is_signed: bool
) -> tuple[float, float]:
    """Return which numbers the ends of the colours stand for."""
    return signed_range(pixels_hw) if is_signed else sequential_range(pixels_hw)


def in_plane(numbers: NDArray[np.generic]) -> NDArray[np.float32]:
    """Return one number a pixel, float32 ``H x W``: of channels the mean."""
    planes = numbers.reshape(-1, *numbers.shape[-2:])
    return np.asarray(planes.mean(axis=0, dtype=np.float32))


def in_grey(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a picture as ``H x W``; one that has no channels is the very same array."""
    if picture.ndim == 2:
        return picture
    return np.asarray(np.rint(in_plane(picture)), np.uint8)


class ExplainedDigit(CellGrid):
    """Show a digit in grey, or a number for each of its pixels with the digit outlined.

    A picture in colour has no outline: it is seen, in grey, through the colours.

    With a patch allowed, the pointer drags it; Shift and the arrow keys move it.

    Signals
    -------
    patch_moved(row, column)
        Upper left corner of the patch.
    """

    patch_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: NDArray[np.uint8] | None = None
        self._digit: NDArray[np.uint8] | None = None
        self._pixels: NDArray[np.floating] | None = None
        self._palette_name: PaletteName = "grey"
        self._outline: list[QLineF] = []
        self._side, self._fill, self._at = 0, 0, (-1, -1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def shown_pixels(self) -> NDArray[np.floating] | None:
        """The number of each pixel that is shown in colour."""
        return self._pixels

    def render_digit(
        self,
        picture: NDArray[np.uint8] | None,
        pixels_hw: NDArray[np.floating] | None = None,
        palette: PaletteName = "grey",
    ) -> None:
        """Show a digit; with ``pixels_hw`` those numbers in the colours of a palette.

        ``picture`` is ``H x W``, or in colour ``C x H x W``.
        """
        if picture is not self._picture:
            self._picture = picture
            self._digit = None if picture is None else in_grey(picture)
            is_digit = picture is not None and picture.ndim == 2
            self._outline = _outline_of(self._digit) if is_digit else []
        self._pixels, self._palette_name = pixels_hw, palette
        self.update()

    def render_patch(self, side: int, fill: int, at: Cell | None) -> None:
        """Allow a patch of that side (0: none), and show it where it lies."""
        self._side, self._fill, self._at = side, fill, (-1, -1) if at is None else at
        self.setCursor(
            Qt.CursorShape.CrossCursor if side else Qt.CursorShape.ArrowCursor
        )
        self.update()

    # where things lie

    @property
    def _size(self) -> tuple[int, int]:
        return (0, 0) if self._digit is None else self._digit.shape

    @property
    def _cell_side(self) -> int:
        rows, columns = self._size
        room = min(self.width() / max(columns, 1), self.height() / max(rows, 1))
        return max(1, int(room))

    def place(self) -> QRectF:
        """Return where the digit lies in the widget."""
        (rows, columns), cell = self._size, self._cell_side
        left, top = (self.width() - columns * cell) // 2, 0
        return QRectF(left, top, columns * cell, rows * cell)

    @override
    def readable(self) -> tuple[range, range]:
        rows, columns = self._size
        return range(rows), range(columns)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        place = self.place()
        if not place.contains(point):
            return None
        at, (rows, columns) = point - place.topLeft(), self._size
        row, column = int(at.y() // self._cell_side), int(at.x() // self._cell_side)
        return min(row, rows - 1), min(column, columns - 1)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        corner, cell = self.place().topLeft(), self._cell_side
        return QRectF(corner.x() + column * cell, corner.y() + row * cell, cell, cell)

    @override
    def number_at(self, row: int, column: int) -> str:
        if self._digit is None:
            return ""
        level = str(self._digit[row, column])
        if self._pixels is None:
            return level
        value = short(float(self._pixels[row, column]), 3)
        return self.tr("{value} (ink {level})").format(value=value, level=level)

    @override
    def numbers(self) -> Rows | None:
        return self._digit if self._pixels is None else self._pixels

    # what a hand does

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = held == Qt.KeyboardModifier.ShiftModifier and self._side > 0
        return super()._keeps(event) or (moves and Qt.Key(event.key()) in ARROWS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the patch with Shift and an arrow; else read."""
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if self._side and held and event.key() in ARROWS:
            down, right = ARROWS[Qt.Key(event.key())]
            rows, columns = self._size
            middle = (rows - self._side) // 2, (columns - self._side) // 2
            row, column = middle if self._at[0] < 0 else self._at
            self._lay(row + down, column + right)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lay the patch under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._side:
            self._drag(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the patch, or read the pixel under the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._side:
            self._drag(event.position())
        else:
            super().mouseMoveEvent(event)

    def _drag(self, point: QPointF) -> None:
        at, cell = point - self.place().topLeft(), self._cell_side
        half = self._side / 2
        self._lay(round(at.y() / cell - half), round(at.x() / cell - half))

    def _lay(self, row: int, column: int) -> None:
        rows, columns = self._size
        row = min(max(row, 0), rows - self._side)
        column = min(max(column, 0), columns - self._side)
        if rows and (row, column) != self._at:
            self.read(None)
            self.patch_moved.emit(row, column)

    # how it looks

    @override
    def sizeHint(self) -> QSize:
        return QSize(280, 280)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(56, 56)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._digit is not None:
                self._paint_pixels(painter)
            if self._at[0] >= 0 and self._side:
                self._paint_patch(painter)
            if self.hovered_cell is not None:
                self.paint_reading(painter, self.box_of(*self.hovered_cell))
            self.paint_focus(painter)

    def _paint_pixels(self, painter: QPainter) -> None:
        colours, place = look(self.palette()), self.place()
        indices = self._digit if self._pixels is None else self._indices()
        is_colour = self._picture is not None and self._picture.ndim == 3
        if is_colour and self._pixels is not None:
            grey = argb_table(colours.tables["grey"])
            painter.drawImage(place, block_image(grey[self._digit], _OPAQUE))
            painter.setOpacity(tokens.MIX_LINE)
        table = argb_table(colours.tables[self._palette_name])
        painter.drawImage(place, block_image(table[indices], _OPAQUE))
        painter.setOpacity(1)
        painter.setPen(colours.hairline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self._pixels is not None:
            painter.save()
            painter.translate(place.topLeft())
            painter.scale(self._cell_side, self._cell_side)
            pen = QPen(colours.ink_2, tokens.LINE_MARK)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(self._outline)
            painter.restore()

    def _indices(self) -> NDArray[np.uint8]:
        assert self._pixels is not None
        is_signed = self._palette_name == "diverging"
        return to_indices(self._pixels, *range_of(self._pixels, is_signed=is_signed))

    def _paint_patch(self, painter: QPainter) -> None:
        first = self.box_of(*self._at)
        side = self._side * self._cell_side
        box = QRectF(first.left(), first.top(), side, side)
        # As the digit is shown: the paper of a picture is not quite black.
        level = look(self.palette()).tables["grey"][self._fill]
        painter.fillRect(box, QColor(*map(int, level)))
        painter.setPen(QPen(look(self.palette()).accent, tokens.LINE_STRONG))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    @override
    def _retranslate(self) -> None:
        """Say nothing by itself: who shows a digit names it."""


def _outline_of(digit_hw: NDArray[np.uint8] | None) -> list[QLineF]:
    """Return the edges between pixels with ink and without, in pixels."""
    if digit_hw is None:
        return []
    inked = np.pad(digit_hw >= _INKED, 1)
    below = np.argwhere(inked[:-1, 1:-1] != inked[1:, 1:-1])
    beside = np.argwhere(inked[1:-1, :-1] != inked[1:-1, 1:])
    flat = [QLineF(x, y, x + 1, y) for y, x in below.tolist()]
    return flat + [QLineF(x, y, x, y + 1) for y, x in beside.tolist()]

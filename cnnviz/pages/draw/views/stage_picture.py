"""One stage of the way from ink to digit, as a small picture."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.canvas.ink_image import ink_image, sheet_of
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.theme import tokens

_CROSS: Final = 0.1
"""Of the square: from the middle of a cross to its ends."""

Box = tuple[int, int, int, int]
"""Top, left, height and width in cells."""


class StagePicture(CellGrid):
    """Paint grey levels in a square: ink on its sheet, or white on black for a network."""

    def __init__(self, *, on_paper: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_paper = on_paper
        self._pixels: NDArray[np.uint8] | None = None
        self._image = QImage()
        self._box: Box | None = None
        self._left_out: tuple[Box, ...] = ()
        self._room_hw: tuple[int, int] | None = None
        self._cross: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(48, 48)

    def render_state(
        self,
        levels_hw: NDArray[np.uint8] | None,
        *,
        box: Box | None = None,
        room_hw: tuple[int, int] | None = None,
        left_out: tuple[Box, ...] = (),
        cross: tuple[float, float] | None = None,
    ) -> None:
        """Show grey levels, a frame around a part, and in how much room they lie.

        Parts that are left out are crossed; ``cross`` marks a row and column.
        """
        if levels_hw is self._pixels and box == self._box:
            return
        self._pixels, self._box, self._room_hw = levels_hw, box, room_hw
        self._left_out, self._cross = left_out, cross
        if levels_hw is not None:
            self._image = self._to_image(levels_hw)
        self.update()

    def _to_image(self, levels_hw: NDArray[np.uint8]) -> QImage:
        if self._on_paper:
            return ink_image(levels_hw, self.palette())
        return pixels_image(np.ascontiguousarray(levels_hw)[..., None])

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Lie on the sheet of another theme."""
        if event.type() == QEvent.Type.PaletteChange and self._pixels is not None:
            self._image = self._to_image(self._pixels)
        super().changeEvent(event)

    @property
    def _square(self) -> QRectF:
        side = min(self.width(), self.height()) - 1
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        return QRectF(left, top, side, side)

    def _place(self) -> QRectF:
        """Return where the levels lie in the square."""
        square = self._square
        if self._pixels is None:
            return QRectF()
        height, width = self._pixels.shape
        scale = square.width() / max(self._room_hw or (height, width))
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(square.center())
        return place

    @override
    def readable(self) -> tuple[range, range]:
        """Return the rows and columns of the picture; none without one."""
        height, width = (0, 0) if self._pixels is None else self._pixels.shape
        return range(height), range(width)

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the pixel under a point; None beside the picture."""
        place = self._place()
        if not place.contains(point):
            return None
        (rows, columns), at = self.readable(), point - place.topLeft()
        row = int(at.y() * len(rows) / place.height())
        column = int(at.x() * len(columns) / place.width())
        return min(row, rows.stop - 1), min(column, columns.stop - 1)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        place = self._place()
        scale = place.height() / max(len(self.readable()[0]), 1)
        cell = QRectF(column * scale, row * scale, scale, scale)
        return cell.translated(place.topLeft())

    @override
    def number_at(self, row: int, column: int) -> str:
        return "" if self._pixels is None else str(self._pixels[row, column])

    @override
    def numbers(self) -> Rows | None:
        return self._pixels

    @override
    def sizeHint(self) -> QSize:
        return QSize(92, 92)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            square = self._square
            painter.fillRect(square, self._ground())
            if self._pixels is not None:
                self._paint_levels(painter, self._pixels.shape[0])
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square)
            self.paint_focus(painter)

    def _ground(self) -> QColor:
        return sheet_of(self.palette()).paper if self._on_paper else tokens.BLACK

    def _paint_levels(self, painter: QPainter, rows: int) -> None:
        place = self._place()
        scale = place.height() / rows
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < 1)
        painter.drawImage(place, self._image)
        for number, box in enumerate((self._box, *self._left_out)):
            if box is None:
                continue
            top, left, rows, columns = box
            part = QRectF(left * scale, top * scale, columns * scale, rows * scale)
            paint = self._paint_crossed if number else self._paint_box
            paint(painter, part.translated(place.topLeft()))
        if self._cross is not None:
            row, column = self._cross
            middle = QPointF((column + 0.5) * scale, (row + 0.5) * scale)
            self._paint_cross(painter, middle + place.topLeft())
        if self.hovered_cell is not None:
            self.paint_reading(painter, self.box_of(*self.hovered_cell))

    def _paint_crossed(self, painter: QPainter, part: QRectF) -> None:
        painter.setPen(
            QPen(self.palette().color(QPalette.ColorRole.Highlight), tokens.LINE_MARK)
        )
        most = max(part.width(), part.height(), tokens.SPACE_S)
        cross = QRectF(0, 0, most, most)
        cross.moveCenter(part.center())
        painter.drawLine(QLineF(cross.topLeft(), cross.bottomRight()))
        painter.drawLine(QLineF(cross.topRight(), cross.bottomLeft()))

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        """Mark a point, seen on ink and on paper."""
        reach = QPointF(self._square.width() * _CROSS, 0.0)
        for role, width in (
            (QPalette.ColorRole.HighlightedText, tokens.LINE_STRONG + 2),
            (QPalette.ColorRole.Highlight, tokens.LINE_STRONG),
        ):
            painter.setPen(QPen(self.palette().color(role), width))
            painter.drawLine(QLineF(at - reach, at + reach))
            painter.drawLine(QLineF(at - reach.transposed(), at + reach.transposed()))

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(self.palette().color(QPalette.ColorRole.Highlight), tokens.LINE_MARK)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(box)
        # The middle: where the middle of the box is, the digit will not always be.
        middle = box.center()
        painter.drawLine(QLineF(middle.x() - 3, middle.y(), middle.x() + 3, middle.y()))
        painter.drawLine(QLineF(middle.x(), middle.y() - 3, middle.x(), middle.y() + 3))

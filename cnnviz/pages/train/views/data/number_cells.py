"""The numbers of one picture: as pixels, and as the one row that a table has of it."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.theme import mixed

ROW_HEIGHT: Final = 44
_LIGHT: Final = 128

Written = Callable[[float], str]
"""Returns a number as it is shown."""


class PixelGrid(CellGrid):
    """A picture as large as there is room for; a pixel that is read is outlined."""

    def __init__(self, parent: QWidget, written: Written) -> None:
        super().__init__(parent)
        self._pixels: NDArray[np.generic] | None = None
        self._image = QImage()
        self._written = written
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def render_pixels(self, pixels: NDArray[np.generic] | None) -> None:
        """Show a picture, ``H x W`` or ``3 x H x W``, from 0 to 255; ``None`` shows none."""
        if pixels is self._pixels:
            return
        self._pixels, self._cell = pixels, None
        if pixels is not None:
            chw = pixels[None] if pixels.ndim == 2 else pixels
            hwc = np.rint(chw.astype(np.float64)).astype(np.uint8).transpose(1, 2, 0)
            self._image = pixels_image(np.ascontiguousarray(hwc))
        self.update()

    @property
    def size_hw(self) -> tuple[int, int]:
        """Rows and columns."""
        if self._pixels is None:
            return 0, 0
        height, width = self._pixels.shape[-2:]
        return int(height), int(width)

    @property
    def _place(self) -> QRectF:
        height, width = self.size_hw
        side = min(
            (self.width() - 2) / max(width, 1), (self.height() - 2) / max(height, 1)
        )
        side = float(int(side)) if side >= 1 else side  # whole pixels: all alike
        return QRectF(1, 1, side * width, side * height)

    @override
    def readable(self) -> tuple[range, range]:
        height, width = self.size_hw
        return range(height), range(width)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        place, (height, width) = self._place, self.size_hw
        side = QRectF(0, 0, place.width() / width, place.height() / height)
        return side.translated(1 + column * side.width(), 1 + row * side.height())

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        height, width = self.size_hw
        place = self._place
        if not height or not place.contains(point):
            return None
        row = int((point.y() - 1) * height / place.height())
        column = int((point.x() - 1) * width / place.width())
        return min(row, height - 1), min(column, width - 1)

    @override
    def number_at(self, row: int, column: int) -> str:
        if self._pixels is None:
            return ""
        found = np.atleast_1d(self._pixels[..., row, column])
        return ", ".join(self._written(float(one)) for one in found)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        if self._pixels is None:
            return None
        return self._pixels.reshape(-1, self._pixels.shape[-1])

    @override
    def sizeHint(self) -> QSize:
        return QSize(252, 252)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(84, 84)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pixels is None:
            return
        with QPainter(self) as painter:
            place = self._place
            painter.drawImage(place, self._image)
            painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
            painter.drawRect(place)
            if self._cell is not None:
                self.paint_reading(painter, self.box_of(*self._cell))
            self.paint_focus(painter)


class NumberRow(CellGrid):
    """Numbers side by side, each with a name above it, on a ground as light as it is."""

    def __init__(self, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self._width = width
        self._values: NDArray[np.generic] = np.zeros(0)
        self._levels: NDArray[np.uint8] = np.zeros(0, np.uint8)
        self._written: Written = str
        self._names: Callable[[int], str] = str

    def render_values(
        self,
        values_n: NDArray[np.generic],
        levels_n: NDArray[np.uint8],
        written: Written,
        names: Callable[[int], str],
    ) -> None:
        """Show numbers, each on a ground of its grey level."""
        self._values, self._levels = values_n, levels_n
        self._written, self._names = written, names
        if self._cell is not None and self._cell[1] >= len(values_n):
            self._cell = None
        self.setFixedSize(max(1, self._width * len(values_n)), ROW_HEIGHT)
        self.update()

    @override
    def readable(self) -> tuple[range, range]:
        return range(1 if len(self._values) else 0), range(len(self._values))

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(column * self._width, 0, self._width, ROW_HEIGHT)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        column = int(point.x() // self._width)
        return (0, column) if 0 <= column < len(self._values) else None

    @override
    def number_at(self, row: int, column: int) -> str:
        return self._written(float(self._values[column]))

    @override
    def place_words(self, row: int, column: int) -> str:
        return self._names(column)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        return self._values[None] if len(self._values) else None

    @override
    def bring_into_view(self, row: int, column: int) -> None:
        port = self.parentWidget()
        area = None if port is None else port.parentWidget()
        if isinstance(area, QScrollArea):
            middle = self.box_of(row, column).center().toPoint()
            area.ensureVisible(middle.x(), middle.y(), area.width() // 3, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        first = event.rect().left() // self._width
        last = event.rect().right() // self._width
        with QPainter(self) as painter:
            for column in range(first, min(last + 1, len(self._values))):
                self._paint_cell(painter, column)
            if self._cell is not None:
                box = self.box_of(*self._cell).adjusted(1, 1, -2, -2)
                self.paint_reading(painter, box)
            self.paint_focus(painter)

    def _paint_cell(self, painter: QPainter, column: int) -> None:
        box, align, role = self.box_of(0, column), Qt.AlignmentFlag, QPalette.ColorRole
        middle = box.height() * tokens.MIX_PALE
        above = QRectF(box.left(), 0, box.width(), middle)
        below = box.adjusted(1, middle, -1, -2)
        palette = self.palette()
        painter.setFont(in_pixels(self.font(), tokens.AXIS_PX))
        painter.setPen(palette.color(role.PlaceholderText))
        elide = Qt.TextElideMode.ElideRight
        room = int(above.width()) - 2
        name = painter.fontMetrics().elidedText(self._names(column), elide, room)
        painter.drawText(above, align.AlignCenter, name)
        level = int(self._levels[column])
        ground = mixed(tokens.WHITE, tokens.BLACK, level / 255)
        painter.fillRect(below, ground)
        painter.setPen(palette.color(role.Mid))
        painter.drawRect(below)
        painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        is_light = level >= _LIGHT
        painter.setPen(tokens.TEXT_ON_LIGHT if is_light else tokens.TEXT_ON_DARK)
        text = self._written(float(self._values[column]))
        painter.drawText(below, align.AlignCenter, text)

"""Pictures of a data set in rows, each with what is said of it."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.picture_image import pixels_image
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDE: Final = 56
"""Of a picture on the screen: twice that of a digit."""

Captions = Callable[[int], tuple[str, str]]
"""What stands under a picture of that number, in two lines."""


class PictureTiles(CellGrid):
    """Show pictures, as many in a row as there is room for; only those in view are painted.

    Parameters
    ----------
    side
        Pixels of a picture on the screen.
    lines
        How many lines of words have room below it.

    Signals
    -------
    picture_chosen(index)
        A picture was clicked, or opened with Return: its number in the data set.
    """

    picture_chosen = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, *, side: int = _SIDE, lines: int = 2
    ) -> None:
        super().__init__(parent)
        self._side, self._lines = side, lines
        self._images: NDArray[np.uint8] | None = None
        self._numbers: Sequence[int] = ()
        self._captions: Captions = lambda _number: ("", "")
        self._made: dict[int, QImage] = {}
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def render_pictures(
        self,
        images: NDArray[np.uint8] | None,
        numbers: Sequence[int],
        captions: Captions,
    ) -> None:
        """Show the pictures of these numbers; without ``images`` their places.

        ``images`` is uint8, ``N x H x W`` or ``N x 3 x H x W``.
        """
        if images is not self._images:
            self._images, self._made = images, {}
        self._numbers, self._captions = numbers, captions
        self._cell = None
        self._arrange()

    @property
    def shown(self) -> Sequence[int]:
        """The numbers of the pictures, in their order."""
        return self._numbers

    # where things lie

    @property
    def _tile(self) -> tuple[int, int]:
        """Width and height of a picture with what stands under it."""
        metrics = QFontMetrics(in_pixels(self.font(), tokens.AXIS_PX))
        lines = (self._captions(number) for number in self._numbers[:30])
        widest = max(
            (metrics.horizontalAdvance(line) for pair in lines for line in pair),
            default=0,
        )
        height = self._side + self._lines * metrics.height() + tokens.SPACE_M
        return max(self._side, min(widest, 2 * self._side)) + tokens.SPACE_M, height

    def _arrange(self) -> None:
        self._size = self._tile
        self._columns = max(1, (self.width() + tokens.SPACE_M) // self._size[0])
        rows = -(-len(self._numbers) // self._columns)
        if self.minimumHeight() != rows * self._size[1]:
            self.setMinimumHeight(rows * self._size[1])
        self.update()

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        width, height = self._size
        return QRectF(column * width, row * height, width, height)

    def place_of(self, index: int) -> QRectF:
        """Return where the ``index``-th picture lies, its words included."""
        return self.box_of(*divmod(index, self._columns))

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        width, height = self._size
        row, column = int(point.y() // height), int(point.x() // width)
        inside = 0 <= column < self._columns and row >= 0
        at = row * self._columns + column
        return (row, column) if inside and at < len(self._numbers) else None

    @override
    def readable(self) -> tuple[range, range]:
        rows = -(-len(self._numbers) // self._columns)
        return range(rows), range(self._columns)

    @override
    def cell_count(self) -> int:
        """Return how many pictures there are: the last row may not be full."""
        return len(self._numbers)

    def _at(self, row: int, column: int) -> int | None:
        at = row * self._columns + column
        return self._numbers[at] if at < len(self._numbers) else None

    @override
    def number_at(self, row: int, column: int) -> str:
        number = self._at(row, column)
        if number is None:
            return ""
        return ", ".join(filter(None, self._captions(number)))

    @override
    def place_words(self, row: int, column: int) -> str:
        number = self._at(row, column)
        text = self.tr("validation picture {number}")
        return "" if number is None else text.format(number=number + 1)

    @override
    def numbers(self) -> Rows | None:
        """Return the picture that is read, or the first: its numbers are copied."""
        if self._images is None or not len(self._numbers):
            return None
        number = self._numbers[0] if self._cell is None else self._at(*self._cell)
        picture = self._images[number]
        return picture if picture.ndim == 2 else picture.reshape(-1, picture.shape[-1])

    @override
    def bring_into_view(self, row: int, column: int) -> None:
        above = self.parentWidget()
        area = None if above is None else above.parentWidget()
        if isinstance(area, QScrollArea):
            middle = self.box_of(row, column).center().toPoint()
            area.ensureVisible(middle.x(), middle.y(), 0, self._size[1] // 2 + 4)

    @override
    def read_neighbour(self, down: int, right: int) -> None:
        before = self._cell
        super().read_neighbour(down, right)
        if self._cell is not None and self._at(*self._cell) is None:
            self.read(before)

    # what a hand does

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the picture under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self._choose(cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the picture that is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self._choose(self._cell)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell) -> None:
        number = self._at(*cell)
        if number is not None and self._images is not None:
            self.picture_chosen.emit(number)

    # how it looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not len(self._numbers):
            return
        height = self._size[1]
        first = event.rect().top() // height * self._columns
        last = (event.rect().bottom() // height + 1) * self._columns
        with QPainter(self) as painter:
            painter.setFont(in_pixels(self.font(), tokens.AXIS_PX))
            for index in range(first, min(last, len(self._numbers))):
                self._paint_tile(painter, index)
            if self._cell is not None:
                box = self.box_of(*self._cell)
                self.paint_reading(painter, QRectF(box.topLeft(), self._picture_size()))
            self.paint_focus(painter)

    def _picture_size(self) -> QSize:
        return QSize(self._side, self._side)

    def _paint_tile(self, painter: QPainter, index: int) -> None:
        box, number = self.place_of(index), self._numbers[index]
        place = QRectF(box.topLeft(), self._picture_size()).adjusted(1, 1, -1, -1)
        palette, align = self.palette(), Qt.AlignmentFlag.AlignLeft
        if self._images is not None:
            painter.drawImage(place, self._image(number))
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRect(place)
        line = painter.fontMetrics().height()
        under = QRectF(box.left(), place.bottom() + 2, box.width() - 4, line)
        roles = QPalette.ColorRole.WindowText, QPalette.ColorRole.PlaceholderText
        for text, role in zip(self._captions(number), roles, strict=True):
            painter.setPen(palette.color(role))
            elide = Qt.TextElideMode.ElideRight
            room = int(under.width())
            shown = painter.fontMetrics().elidedText(text, elide, room)
            painter.drawText(under, align, shown)
            under.translate(0, line)

    def _image(self, number: int) -> QImage:
        if number not in self._made and self._images is not None:
            picture = self._images[number]
            hwc = (
                picture[..., None] if picture.ndim == 2 else picture.transpose(1, 2, 0)
            )
            self._made[number] = pixels_image(np.ascontiguousarray(hwc))
        return self._made[number]

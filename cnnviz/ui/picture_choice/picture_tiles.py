"""A grid of small pictures with names below them, of which one is chosen."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens

_KEY: Final = Qt.ItemDataRole.UserRole


class PictureTiles(QListWidget):
    """Show pictures; arrow keys go from one to the next, Return and a click choose.

    Signals
    -------
    chosen(key)
        A picture was chosen.
    left(down)
        The keyboard wants what is below the grid, or above it.
    """

    chosen = Signal(str)
    left = Signal(bool)

    def __init__(self, parent: QWidget, side: int, cell: QSize, columns: int) -> None:
        super().__init__(parent)
        self._side, self._cell, self._columns = side, cell, columns
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(side, side))
        self.setGridSize(cell)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setViewportMargins(0, tokens.SPACE_XS, 0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._on_item_chosen)
        self.itemEntered.connect(self.setCurrentItem)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Keep a place for each picture, named by its key; none of them is seen yet."""
        self.clear()
        for key in keys:
            item = QListWidgetItem(QIcon(self._squared(QImage())), "", self)
            item.setData(_KEY, key)

    def reserve(self, count: int) -> None:
        """Take the room that so many pictures need."""
        rows = -(-count // self._columns)
        width = self._columns * self._cell.width() + tokens.SPACE_M
        self.setFixedSize(width, rows * self._cell.height() + tokens.SPACE_M)

    def show_picture(self, place: int, image: QImage) -> None:
        """Show a picture in its place: smaller if need be, its cells never blurred."""
        small = max(image.width(), image.height()) <= self._side
        mode = Qt.TransformationMode
        way = mode.FastTransformation if small else mode.SmoothTransformation
        keeps = Qt.AspectRatioMode.KeepAspectRatio
        fitted = image.scaled(self._side, self._side, keeps, way)
        self.item(place).setIcon(QIcon(self._squared(fitted)))

    def _squared(self, image: QImage) -> QPixmap:
        """Lay a picture in the middle of a square, so that all names are in one line."""
        pixmap = QPixmap(self._side, self._side)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            left = (self._side - image.width()) // 2
            painter.drawImage(left, (self._side - image.height()) // 2, image)
        return pixmap

    @Slot(QListWidgetItem)
    def _on_item_chosen(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_KEY))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Return or Space; leave the grid beyond its first and last row."""
        key, row = event.key(), self.currentRow()
        leaves = (key == Qt.Key.Key_Up and row < self._columns) or (
            key == Qt.Key.Key_Down and row + self._columns >= self.count()
        )
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if (item := self.currentItem()) is not None:
                self._on_item_chosen(item)
        elif leaves:
            self.left.emit(key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Escape:
            event.ignore()  # what it lies in closes
        else:
            super().keyPressEvent(event)

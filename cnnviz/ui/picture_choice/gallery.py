"""The open list of a choice: pictures side by side, each with its name below."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override


class Gallery(QListView):
    """Shows what a `QComboBox` has as pictures, in rows that fill its width.

    Parameters
    ----------
    combo
        What is chosen in; Return, Esc and the arrow keys are its own.
    icon, cell
        Pixels of a picture, and of a picture with its name.
    columns, rows
        How many are seen at once.
    """

    def __init__(
        self, combo: QComboBox, icon: int, cell: QSize, columns: int, rows: int
    ) -> None:
        super().__init__(combo)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setGridSize(cell)
        self.setIconSize(QSize(icon, icon))
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumSize(columns * cell.width() + bar + 4, rows * cell.height())


class _Tiles(QStyledItemDelegate):
    """Gives a name the whole width of its cell: Qt gives it little more than it needs."""

    def __init__(self, cell: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._cell = cell

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return self._cell


def open_as_gallery(
    combo: QComboBox, icon: int, cell: QSize, columns: int, rows: int
) -> None:
    """Let the list of a choice open as a `Gallery`."""
    combo.setView(Gallery(combo, icon, cell, columns, rows))
    combo.setItemDelegate(_Tiles(cell, combo))

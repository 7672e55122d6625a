"""The open list of kernels: their pictures side by side, each with its name below."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QListView

from cnnviz.ui.theme import tokens

_CELL: Final = QSize(96, 84)
_COLUMNS: Final = 6
_ROWS: Final = 5


class KernelGallery(QListView):
    """Shows the kernels of a `QComboBox` as pictures, in rows that fill its width."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setGridSize(_CELL)
        self.setIconSize(QSize(tokens.ICON_KERNEL, tokens.ICON_KERNEL))
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumSize(_COLUMNS * _CELL.width() + bar + 4, _ROWS * _CELL.height())

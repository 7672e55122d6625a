"""A grid with its caption: what it is, how large, and the number under the pointer."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.gui.canvas.grid_canvas import GridCanvas
from cnnviz.gui.numbers import full

CAPTION_HEIGHT = 32


class CanvasPanel(QWidget):
    """A captioned canvas; the caption's right end tells what the pointer is on.

    Signals
    -------
    read(row, column)
        The pointer came to a cell.
    left()
        The pointer left the cells.
    """

    read = Signal(int, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = GridCanvas(self)
        self._title = QLabel(self)
        bold = QFont(self._title.font())
        bold.setBold(True)
        self._title.setFont(bold)
        self._detail = QLabel(self)
        # The detail takes what room there is and asks for none: nothing jumps.
        self._detail.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self._size = ""
        self._padding_word = ""
        self._lay_out()
        self.canvas.cell_hovered.connect(self._on_cell_hovered)
        self.canvas.cell_left.connect(self._on_cell_left)

    def _lay_out(self) -> None:
        self.caption = QHBoxLayout()
        self.caption.setSpacing(8)
        self.caption.addWidget(self._title)
        self.caption.addWidget(self._detail, 1)
        holder = QWidget(self)
        holder.setLayout(self.caption)
        holder.setFixedHeight(CAPTION_HEIGHT)
        self.caption.setContentsMargins(0, 0, 0, 0)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(holder)
        self.column.addWidget(self.canvas, 1)
        self._detail.setAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )

    def hug(self) -> None:
        """Give the canvas no more height than its grid can fill, caption on top of it."""
        frame = self.canvas.view.frame
        if frame.width:
            height = -(-self.width() * frame.height // frame.width) + 1
            self.canvas.setMaximumHeight(max(height, self.canvas.minimumHeight()))

    def set_title(self, title: str, padding_word: str = "") -> None:
        """Name the grid, and what the cells around it are called."""
        self._title.setText(title)
        self._padding_word = padding_word

    def set_size(self, text: str) -> None:
        """Say how large the grid is; shown while no cell is being read."""
        self._size = text
        if self.canvas.hovered_cell is None:
            self._detail.setText(text)

    def reading(self, row: int, column: int) -> str:
        """Return the number of a cell, in words that stand for themselves."""
        values = self.canvas.values_hw
        if values is None:
            return ""
        rows, columns = values.shape
        if 0 <= row < rows and 0 <= column < columns:
            return full(float(values[row, column]))
        return self._padding_word

    def refresh_reading(self) -> None:
        """Read the cell under the pointer again: its number may have changed."""
        cell = self.canvas.hovered_cell
        if cell is not None:
            self._show_reading(*cell)

    @Slot(int, int)
    def _on_cell_hovered(self, row: int, column: int) -> None:
        self._show_reading(row, column)
        self.read.emit(row, column)

    def _show_reading(self, row: int, column: int) -> None:
        self._detail.setText(f"{row + 1}, {column + 1}: {self.reading(row, column)}")
        # On a narrow canvas the number takes the title's place.
        needed = self._title.sizeHint().width() + self._detail.sizeHint().width() + 16
        self._title.setVisible(needed <= self.width())

    @Slot()
    def _on_cell_left(self) -> None:
        self._title.setVisible(True)
        self._detail.setText(self._size)
        self.left.emit()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Return where a cell lies in the canvas."""
        return QRect(*self.canvas.view.rect(row, column))


class SmallPanel(CanvasPanel):
    """A grid of kernel size, in the middle of its place with the caption on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column.insertStretch(0)
        self.column.addStretch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.hug()

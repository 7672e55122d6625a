"""What every painted grid of numbers can do: be read, copied and heard."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QStatusTipEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.ui.accessibility.cell_source import (
    AROUND,
    MOST_CELLS,
    Cell,
    CellSource,
    child_of,
    tell_cell,
)
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

Rows = NDArray[np.generic] | Sequence[NDArray[np.generic]]

ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellGrid(Retranslated):
    """The base of painted grids: the pointer and the arrow keys read cell after cell.

    What is read stands in the status line and is told to a screen reader, which also
    finds the cells by itself (``cnnviz.ui.accessibility``). Ctrl+C copies the
    number that the keys have come to; else the numbers, as a spreadsheet reads them.

    A grid says where its cells are (`cell_at`, `readable`) and what they hold
    (`number_at`, `numbers`).

    Signals
    -------
    cell_hovered(row, column)
        The pointer, or the arrow keys, came to another cell.
    cell_left()
        No cell is read any more.
    """

    cell_hovered = Signal(int, int)
    cell_left = Signal()

    keeps_arrows: ClassVar[bool] = True
    """Whether arrow keys read cells, whatever shortcut a page has for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: Cell | None = None
        self._tells_status = True
        self._told = ""
        self._read_by_keys = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def hovered_cell(self) -> Cell | None:
        """The row and column that is being read."""
        return self._cell

    def set_tells_status(self, tells: bool) -> None:
        """Leave the status line to whoever says more of a cell than its number."""
        self._tells_status = tells

    # what a grid answers

    @abstractmethod
    def readable(self) -> tuple[range, range]:
        """Return the rows and columns that can be read; those of a border too."""

    @abstractmethod
    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point of the widget."""

    @abstractmethod
    def number_at(self, row: int, column: int) -> str:
        """Return what a cell holds, in words; empty where it holds nothing."""

    @abstractmethod
    def numbers(self) -> Rows | None:
        """Return what is copied, row by row."""

    def place_words(self, row: int, column: int) -> str:
        """Return where a cell is, in words."""
        text = self.tr("row {row}, column {column}")
        return text.format(row=whole(row + 1), column=whole(column + 1))

    # what a screen reader asks (`CellSource`)

    def accessible_cells(self) -> CellSource:
        """Return the cells that a screen reader finds: those of the grid itself."""
        return self

    def cell_count(self) -> int:
        """Return how many of the readable places hold a cell, row by row from the first."""
        rows, columns = self.readable()
        return len(rows) * len(columns)

    def cell_of(self, index: int) -> Cell:
        """Return which cell comes at a place of the order."""
        rows, columns = self.readable()
        row, column = divmod(index, len(columns))
        return rows[row], columns[column]

    def index_of(self, cell: Cell) -> int:
        """Return at which place of the order a cell comes; -1 of one that is not there."""
        rows, columns = self.readable()
        if cell[0] not in rows or cell[1] not in columns:
            return -1
        index = rows.index(cell[0]) * len(columns) + columns.index(cell[1])
        return index if index < self.cell_count() else -1

    def neighbours_of(self, cell: Cell) -> Sequence[Cell]:
        """Return the cells around one, and itself, row by row."""
        near = range(-AROUND, AROUND + 1)
        places = [(cell[0] + down, cell[1] + right) for down in near for right in near]
        return [place for place in places if self.index_of(place) >= 0]

    def summary(self) -> str:
        """Return how large a grid with too many cells is, and between what numbers."""
        rows, columns = self.readable()
        if self.cell_count() <= MOST_CELLS:
            return ""
        said = self.tr(
            "{rows} {rows|row|rows} × {columns} {columns|column|columns}. Only the cells "
            "around the one that is read are listed; arrow keys read on."
        )
        return filled(said, rows=len(rows), columns=len(columns))

    def box_of(self, row: int, column: int) -> QRectF:
        """Return where a cell lies in the widget, as a screen reader outlines it."""
        return QRectF(self.rect())

    def bring_into_view(self, row: int, column: int) -> None:
        """Let a cell that the keyboard comes to be seen."""

    # what is done with it

    def reading_of(self, row: int, column: int) -> str:
        """Return what is said of a cell: where it is, and what it holds."""
        held = self.number_at(row, column)
        place = self.place_words(row, column)
        return f"{place}: {held}" if held else place

    def read(self, cell: Cell | None) -> None:
        """Read a cell, or none; those who listen hear of it once."""
        if cell == self._cell:
            return
        self._cell, self._read_by_keys = cell, False
        self.update()
        if cell is None:
            self._tell("")
            self.cell_left.emit()
            return
        text = self.reading_of(*cell)
        self._tell(text)
        if self.hasFocus() and QAccessible.isActive():
            tell_cell(self, child_of(self, cell))
        self.cell_hovered.emit(*cell)

    def announce(self, text: str) -> None:
        """Let a screen reader say something of the grid that has the keyboard."""
        if self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def read_neighbour(self, down: int, right: int) -> None:
        """Read the next cell in a direction; the first one where none is read."""
        rows, columns = self.readable()
        if not (rows and columns):
            return
        row, column = self._cell or (-down, -right)
        row = min(max(row + down, rows.start), rows.stop - 1)
        column = min(max(column + right, columns.start), columns.stop - 1)
        self.bring_into_view(row, column)
        self.read((row, column))
        self._read_by_keys = True

    def copy_numbers(self) -> None:
        """Put the numbers on the clipboard, as a spreadsheet reads them, and say it."""
        numbers = self.numbers()
        if numbers is None:
            return
        lines = ("\t".join(f"{value:.8g}" for value in row) for row in numbers)
        said = self.tr(
            "Copied {rows} {rows|row|rows} × {columns} {columns|column|columns}"
        )
        columns = max(map(len, numbers), default=0)
        self._copy("\n".join(lines), filled(said, rows=len(numbers), columns=columns))

    def copy_cell(self) -> None:
        """Put what the cell that is read holds on the clipboard, and say it."""
        if self._cell is not None and (held := self.number_at(*self._cell)):
            # A spreadsheet knows no sign but that of the keyboard.
            said = self.tr("Copied {number}").format(number=held)
            self._copy(held.replace(MINUS, "-"), said)

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        QApplication.sendEvent(self, QStatusTipEvent(said))
        self.announce(said)

    def paint_reading(self, painter: QPainter, cell_box: QRectF) -> None:
        """Outline the cell that is read, so that it is seen on any colour."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, ink in ((3, tokens.READING_EDGE), (1, tokens.WHITE)):
            painter.setPen(QPen(ink, width))
            painter.drawRect(cell_box)

    def paint_focus(self, painter: QPainter) -> None:
        """Outline the grid when the keyboard is in it."""
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            # Where the keyboard is, is a position: those are told by ink, not by a hue.
            ink = self.palette().placeholderText().color()
            painter.setPen(QPen(ink, tokens.LINE_STRONG))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def read_again(self) -> None:
        """Tell the cell that is read once more, where it holds something else now."""
        if self._cell is not None:
            text = self.reading_of(*self._cell)
            if text != self._told:
                self._tell(text)

    def _tell(self, text: str) -> None:
        self._told = text
        if self._tells_status:
            QApplication.sendEvent(self, QStatusTipEvent(text))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the grid's own keys from shortcuts, and tips from covering a reading."""
        if event.type() == QEvent.Type.ToolTip and self._cell is not None:
            return True  # it would cover what is shown of the cell that is read
        return keep_key(event, self._keeps) or super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        """Whether a key is ours, whatever shortcut a page has for it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.keeps_arrows and Qt.Key(event.key()) in ARROWS and not held

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the neighbouring cell with an arrow, and copy with Ctrl+C."""
        if event.matches(QKeySequence.StandardKey.Copy):
            if self._read_by_keys:
                self.copy_cell()
            else:
                self.copy_numbers()
        elif event.key() in ARROWS:
            self.read_neighbour(*ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the cell under the pointer."""
        self.read(self.cell_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing more."""
        self.read(None)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End a reading by keys, unless the pointer reads on."""
        super().focusOutEvent(event)
        if not self.underMouse():
            self.read(None)
        self.update()

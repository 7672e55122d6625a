"""A table of numbers whose cells share their place, and can be painted."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
)
from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView, QTableView, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.number_tables import looks_like_numbers
from cnnviz.pages.convolution.views.inspector.kernel.number_tiles import NumberTiles
from cnnviz.ui.keyboard.key_guard import keep_key

GRID_HEIGHT: Final = 142
"""Pixels that a kernel of up to five rows has, and that a larger one has at least."""

_LARGEST_STRETCHED = 7
_SMALLEST_CELL = (46, 28)
_WIDEST_CELL = 64
_UNBOUND: Final = 16_777_215
"""Of a widget, for Qt (QWIDGETSIZE_MAX)."""

_SIGNS: Final = "+-−.,"
"""What a number may begin with, beside digits."""

_BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


class NumberTable(QTableView):
    """A table without headers whose cells fill its place when there are few.

    Attributes
    ----------
    is_painting
        Whether the pointer paints.

    Signals
    -------
    cell_painted(row, column, erasing)
        While painting is on: a cell was pressed or dragged over, with the right button
        or Shift held when ``erasing``.
    stroke_finished()
        The button was let go.
    numbers_pasted(text)
        Numbers were copied elsewhere, and are to come here.
    """

    cell_painted = Signal(int, int, bool)
    stroke_finished = Signal()
    numbers_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_painting = False
        self._erasing = False
        self._last: QPointF | None = None
        self._button = Qt.MouseButton.NoButton
        self._fitted: tuple[int, int] | None = None
        self._widest = _UNBOUND
        self.setFixedHeight(GRID_HEIGHT)
        self.setTabKeyNavigation(True)
        # Not a click on the chosen cell: Qt waits then for a second one, and drops what
        # is typed meanwhile.
        self.setEditTriggers(
            QTableView.EditTrigger.AnyKeyPressed
            | QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setItemDelegate(NumberTiles(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(20)

    def set_painting(self, painting: bool) -> None:
        """Let the pointer paint cells, or choose them."""
        self.finish_gesture()
        self.is_painting = painting
        shape = Qt.CursorShape.CrossCursor if painting else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def fit_cells(self) -> None:
        """Share the place among few cells; scroll among many, where room is short."""
        shape = (self.model().columnCount(), self.model().rowCount())
        if shape != self._fitted:  # laying out paints every cell
            self._fitted = shape
            self._lay_out(shape)

    def _lay_out(self, shape: tuple[int, int]) -> None:
        headers = (self.horizontalHeader(), self.verticalHeader())
        for header, count, size in zip(headers, shape, _SMALLEST_CELL, strict=True):
            stretched = count <= _LARGEST_STRETCHED
            modes = QHeaderView.ResizeMode
            header.setSectionResizeMode(modes.Stretch if stretched else modes.Fixed)
            if not stretched:
                header.setDefaultSectionSize(size)
                for section in range(count):  # as they were stretched before
                    header.resizeSection(section, size)
        self.setMaximumHeight(max(GRID_HEIGHT, self._height_of(*shape)))
        few = shape[0] <= _LARGEST_STRETCHED
        square = max(_SMALLEST_CELL[0], GRID_HEIGHT // max(shape[1], 1))
        self._widest = min(square, _WIDEST_CELL) * shape[0] if few else _UNBOUND
        self.setMaximumWidth(self._widest)

    @override
    def sizeHint(self) -> QSize:
        """Ask for the width of square cells, and the height at which none is hidden."""
        return QSize(self._widest, self.maximumHeight())

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Whether a key is the table's: not a letter, which no number begins with."""
        return _begins_number(event.text())

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the pasting of numbers; a picture is pasted into the window."""
        return keep_key(event, _pastes_numbers) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin no edit with a letter: the hand meant a shortcut that is not there."""
        if _pastes_numbers(event):
            self.numbers_pasted.emit(QGuiApplication.clipboard().text())
            return
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if held or _begins_number(event.text()):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _height_of(self, columns: int, rows: int) -> int:
        """Return the height at which no row is hidden."""
        bar = self.horizontalScrollBar().sizeHint().height()
        scrolls = columns > _LARGEST_STRETCHED
        height = rows * _SMALLEST_CELL[1] + 2 * self.frameWidth()
        return height + (bar if scrolls else 0)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab leave the table after its last cell."""
        now = self.currentIndex()
        last = self.model().index(
            self.model().rowCount() - 1, self.model().columnCount() - 1
        )
        end = last if forward else self.model().index(0, 0)
        if not now.isValid() or now == end:
            return QAbstractScrollArea.focusNextPrevChild(self, forward)
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the first number when none is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.scrollTo(self.currentIndex(), QTableView.ScrollHint.EnsureVisible)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """While painting, begin a stroke; the right button or Shift erases."""
        if not self.is_painting:
            super().mousePressEvent(event)
        elif event.button() in _BUTTONS and self._last is None:
            self._button = event.button()
            self._erasing = (
                event.button() == Qt.MouseButton.RightButton
                or event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            )
            self._last = event.position()
            self._paint_cell(event.position().toPoint())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """While painting, set every cell on the way of the pointer."""
        if not self.is_painting:
            super().mouseMoveEvent(event)
        elif self._last is not None:
            self._paint_line(self._last, event.position())
            self._last = event.position()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """While painting, end the stroke: it is one step for undo."""
        if not self.is_painting:
            super().mouseReleaseEvent(event)
        elif event.button() == self._button:
            self.finish_gesture()

    def finish_gesture(self) -> None:
        """End the painted stroke, wherever the hand is."""
        if self._last is not None:
            self._last = None
            self.stroke_finished.emit()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.is_painting:
            self.mousePressEvent(event)  # a fast second press paints, too
        else:
            super().mouseDoubleClickEvent(event)

    def _paint_line(self, start: QPointF, end: QPointF) -> None:
        """Paint every cell between two places of a fast pointer."""
        way = end - start
        parts = max(1, round(max(abs(way.x()), abs(way.y())) / 8))
        for part in range(1, parts + 1):
            self._paint_cell((start + way * (part / parts)).toPoint())

    def _paint_cell(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.cell_painted.emit(index.row(), index.column(), self._erasing)


def _pastes_numbers(event: QKeyEvent) -> bool:
    """Whether a key would paste, and there are numbers to paste."""
    pastes = event.matches(QKeySequence.StandardKey.Paste)
    return pastes and looks_like_numbers(QGuiApplication.clipboard().text())


def _begins_number(text: str) -> bool:
    """Whether a key's text may begin a number; keys that write nothing may do as well."""
    return not text.isprintable() or not text or text[0].isdigit() or text[0] in _SIGNS

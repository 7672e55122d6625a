"""A grid of cells that hands can zoom, move and read."""

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import ARROWS
from cnnviz.ui.canvas.grid_cells import numbers, spot
from cnnviz.ui.canvas.grid_geometry import panned
from cnnviz.ui.canvas.grid_numbers import written_in_full
from cnnviz.ui.canvas.grid_surface import GridSurface
from cnnviz.ui.numbers import short

_ZOOM_STEP = 1.25
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HANDLED = (*ARROWS, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)


class GridCanvas(GridSurface):
    """Show a grid of cells as a crisp picture that can be zoomed, moved and read.

    The wheel zooms at the cursor and a drag moves a picture that is larger than the
    canvas; ``+``, ``-`` and ``0`` do it by keyboard, arrow keys read cell after cell
    and Return clicks. Cells of a border have rows or columns below 0 or beyond the
    picture's last.

    Signals
    -------
    cell_clicked(row, column)
        A cell was clicked without dragging, or Return was pressed on it.
    cell_dragged(row, column)
        The pointer came to another cell with the button down, in a picture that is
        wholly visible (a larger one is moved instead).
    touched()
        A hand moved the pointer over it, beside the cells too, turned the wheel or
        pressed a key that zooms, moves or reads. What is zoomed or moved without a
        hand, as when the window is resized, is no touch.
    """

    cell_clicked = Signal(int, int)
    cell_dragged = Signal(int, int)
    touched = Signal()

    keeps_arrows: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed_at: QPointF | None = None
        self._last_at = QPointF()
        self._hand_at: QPointF | None = None
        self._dragging = False
        self._offered: tuple[int, int] | None = None

    @override
    def readable(self) -> tuple[range, range]:
        """Return rows and columns with those of the padding, which begin below 0."""
        frame = self._view.frame
        return (
            range(-frame.top, frame.rows + frame.bottom),
            range(-frame.left, frame.columns + frame.right),
        )

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        return self._view.cell_at(point.x(), point.y())

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(*self._view.mark(row, column))

    @override
    def number_at(self, row: int, column: int) -> str:
        value = self.value_at(row, column)
        return "" if value is None else written_in_full(value)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        """Return the numbers that can be seen."""
        cells = self._cells
        if cells is None or cells.values_hw is None:
            return None
        rows, columns = self._view.visible(self.width(), self.height())
        return numbers(cells, spot(cells, self._view.frame, rows, columns))

    @override
    def summary(self) -> str:
        """Return how large a grid with too many cells is, and between what numbers."""
        said, values_hw = super().summary(), self.values_hw
        if not said or values_hw is None:
            return said
        low, high = float(np.nanmin(values_hw)), float(np.nanmax(values_hw))
        text = self.tr("From {low} to {high}.")
        return f"{said} {text.format(low=short(low), high=short(high))}"

    @override
    def bring_into_view(self, row: int, column: int) -> None:
        self.reveal(row, column, 1, 1)

    def zoom_in(self) -> None:
        """Enlarge one notch around the cell being read."""
        self.zoom(_ZOOM_STEP, self._reading_point())

    def zoom_out(self) -> None:
        """Make one notch smaller."""
        self.zoom(1 / _ZOOM_STEP, self._reading_point())

    @override
    def _paint_over(self, painter: QPainter) -> None:
        """Outline the cell being read, and the canvas when the keyboard is in it."""
        if self._cell is not None:
            self.paint_reading(painter, self.box_of(*self._cell))
        self.paint_focus(painter)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.touched.emit()
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(_ZOOM_STEP**notches, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag with the left button."""
        if event.button() != Qt.MouseButton.LeftButton or self._cells is None:
            super().mousePressEvent(event)
            return
        self.touched.emit()
        self._pressed_at = self._last_at = event.position()
        self._dragging = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read cells, and drag the picture where it is larger than the canvas."""
        here, hand = event.position(), event.globalPosition()
        if hand != self._hand_at:  # the canvas may move under a hand that rests
            self._hand_at = hand
            self.touched.emit()
        if self._pressed_at is not None:
            moved = (here - self._pressed_at).manhattanLength()
            self._dragging |= moved >= QApplication.startDragDistance()
        if self._dragging and self._view.overflows(self.width(), self.height()):
            delta = here - self._last_at
            self._pan(delta.x(), delta.y())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.read(self.cell_at(here))
        self._last_at = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; without one it was a click on a cell."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        self.unsetCursor()
        cell = None if self._dragging else self.cell_at(event.position())
        self._pressed_at, self._dragging = None, False
        if cell is not None:
            self.cell_clicked.emit(*cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with plus, minus and 0; other keys read cells as in every grid."""
        key = event.key()
        if key in _HANDLED:
            self.touched.emit()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in ARROWS and shift:
            down, right = ARROWS[Qt.Key(key)]
            self._pan(-right * self.width() / 8, -down * self.height() / 8)
        elif key in _RETURN and (chosen := self._cell or self._offered) is not None:
            self.cell_clicked.emit(*chosen)
        else:
            super().keyPressEvent(event)

    def offer(self, cell: tuple[int, int] | None) -> None:
        """Let Return mean a cell as long as none is read."""
        self._offered = cell

    @override
    def read(self, cell: tuple[int, int] | None) -> None:
        """Read a cell; while the mouse is held down, say that it was dragged there."""
        if cell == self._cell:
            return
        super().read(cell)
        if cell is not None and self._dragging:
            self.cell_dragged.emit(*cell)

    def _reading_point(self) -> QPointF | None:
        if self._cell is None:
            return None
        x, y, width, height = self._view.rect(*self._cell)
        return QPointF(QPoint(x + width // 2, y + height // 2))

    def _pan(self, dx: float, dy: float) -> None:
        self._show(panned(self._view, dx, dy, self.width(), self.height()))

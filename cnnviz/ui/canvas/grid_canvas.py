"""A grid of cells that hands can zoom, move and read."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.grid_cells import Cells
from cnnviz.ui.canvas.grid_geometry import Frame, panned
from cnnviz.ui.canvas.grid_surface import GridSurface

_ZOOM_STEP = 1.25
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_HANDLED = (*_ARROWS, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)


class GridCanvas(GridSurface):
    """Show a grid of cells as a crisp picture that can be zoomed, moved and read.

    The wheel zooms at the cursor and a drag moves a picture that is larger than the
    canvas; ``+``, ``-`` and ``0`` do it by keyboard, arrow keys read cell after cell
    and Return clicks. Cells of a border have rows or columns below 0 or beyond the
    picture's last.

    Signals
    -------
    cell_hovered(row, column)
        The pointer, or the arrow keys, came to another cell.
    cell_left()
        The pointer left the cells.
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

    cell_hovered = Signal(int, int)
    cell_left = Signal()
    cell_clicked = Signal(int, int)
    cell_dragged = Signal(int, int)
    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell: tuple[int, int] | None = None
        self._pressed_at: QPointF | None = None
        self._last_at = QPointF()
        self._hand_at: QPointF | None = None
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def hovered_cell(self) -> tuple[int, int] | None:
        """The row and column that is being read."""
        return self._cell

    @override
    def set_cells(self, cells: Cells, frame: Frame) -> None:
        if frame != self._frame:
            self._cell = None
        super().set_cells(cells, frame)

    @override
    def clear(self, hint: str = "") -> None:
        self._cell = None
        super().clear(hint)

    def zoom_in(self) -> None:
        """Enlarge one notch around the cell being read."""
        self.zoom(_ZOOM_STEP, self._reading_point())

    def zoom_out(self) -> None:
        """Make one notch smaller."""
        self.zoom(1 / _ZOOM_STEP, self._reading_point())

    @override
    def _paint_over(self, painter: QPainter) -> None:
        """Outline the cell being read, and the canvas when the keyboard is in it."""
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        if self._cell is not None:
            x, y, width, height = self._view.rect(*self._cell)
            painter.setPen(QPen(QColor(0, 0, 0, 160), 3))
            painter.drawRect(x, y, width, height)
            painter.setPen(QPen(QColor(255, 255, 255), 1))
            painter.drawRect(x, y, width, height)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self.touched.emit()
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(_ZOOM_STEP**notches, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._cells is None:
            super().mousePressEvent(event)
            return
        self.touched.emit()
        self._pressed_at = self._last_at = event.position()
        self._dragging = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
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
            self._read(self._view.cell_at(here.x(), here.y()))
        self._last_at = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            super().mouseReleaseEvent(event)
            return
        self.unsetCursor()
        cell = self._view.cell_at(event.position().x(), event.position().y())
        clicked = cell is not None and not self._dragging
        self._pressed_at, self._dragging = None, False
        if clicked and cell is not None:
            self.cell_clicked.emit(*cell)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._cell is not None:
            return True  # it would cover what is shown of the cell that is read
        return super().event(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._read(None)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.underMouse():
            self._read(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
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
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_numbers()
        elif key in _ARROWS and shift:
            down, right = _ARROWS[Qt.Key(key)]
            self._pan(-right * self.width() / 8, -down * self.height() / 8)
        elif key in _ARROWS and self._cells is not None:
            self._read_neighbour(*_ARROWS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell is not None:
            self.cell_clicked.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    def _read_neighbour(self, down: int, right: int) -> None:
        row, column = self._cell or (-down, -right)
        frame = self._frame
        row = min(max(row + down, -frame.top), frame.rows + frame.bottom - 1)
        column = min(max(column + right, -frame.left), frame.columns + frame.right - 1)
        self.reveal(row, column, 1, 1)
        self._read((row, column))

    def _read(self, cell: tuple[int, int] | None) -> None:
        if cell == self._cell:
            return
        self._cell = cell
        self.update()
        if cell is None:
            self.cell_left.emit()
            return
        self.cell_hovered.emit(*cell)
        if self._dragging:
            self.cell_dragged.emit(*cell)

    def _reading_point(self) -> QPointF | None:
        if self._cell is None:
            return None
        x, y, width, height = self._view.rect(*self._cell)
        return QPointF(QPoint(x + width // 2, y + height // 2))

    def _pan(self, dx: float, dy: float) -> None:
        self._show(panned(self._view, dx, dy, self.width(), self.height()))

"""A zoomable grid of coloured cells with numbers in them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.gui.canvas.grid_geometry import (
    LARGEST_CELL,
    Frame,
    GridView,
    centred_on,
    edge_thickness,
    fit_view,
    panned,
    settled,
    zoomed,
)
from cnnviz.gui.canvas.grid_painting import (
    TEXT_MARGIN,
    Cells,
    paint_border,
    paint_cells,
    paint_hairlines,
    paint_numbers,
    to_image,
)

Layer = Callable[[QPainter, GridView], None]
"""Paints over the cells, e.g. the window; gets the view to know where cells lie."""

_NO_BORDER = (0, 0, 0, 0)
_ZOOM_STEP = 1.25
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridCanvas(QWidget):
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
    zoomed_to(scale)
        Pixels a cell, after a change.
    """

    cell_hovered = Signal(int, int)
    cell_left = Signal()
    cell_clicked = Signal(int, int)
    cell_dragged = Signal(int, int)
    zoomed_to = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: Cells | None = None
        self._image = QImage()
        self._frame = Frame(0, 0)
        self._view = GridView(self._frame, 1.0, 0, 0)
        self._fitted = True
        self._largest_cell = LARGEST_CELL
        self._has_edges = False
        self._layers: tuple[Layer, ...] = ()
        self._base: QPixmap | None = None
        self._hint = ""
        self._cell: tuple[int, int] | None = None
        self._pressed_at: QPointF | None = None
        self._last_at = QPointF()
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(96, 96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def view(self) -> GridView:
        """Where the cells lie now."""
        return self._view

    @property
    def values_hw(self) -> NDArray[np.generic] | None:
        """The numbers behind the colours, where they were given."""
        return None if self._cells is None else self._cells.values_hw

    @property
    def hovered_cell(self) -> tuple[int, int] | None:
        """The row and column that is being read."""
        return self._cell

    def set_grid(
        self,
        indices_hw: NDArray[np.uint8],
        lut: NDArray[np.uint8],
        values_hw: NDArray[np.generic] | None = None,
        *,
        border: tuple[int, int, int, int] = _NO_BORDER,
    ) -> None:
        """Show cells coloured by ``lut[index]``, with a border (top, bottom, left, right).

        The view is kept unless the grid's size changes. The arrays are not copied and
        must not be written to afterwards.
        """
        cells = Cells(indices_hw, lut, values_hw)
        old = self._cells
        if old is None or old.indices_hw is not indices_hw or old.lut is not lut:
            self._image = QImage()
        self._cells = cells
        top, bottom, left, right = border
        rows, columns = indices_hw.shape
        frame = Frame(rows, columns, top, bottom, left, right)
        if frame != self._frame:
            self._frame = frame
            self._cell = None
            self._show(self._fit_view())
            self._fitted = True
        self._refresh()

    def clear(self, hint: str = "") -> None:
        """Show no cells, and a hint what to do in their place."""
        self._cells, self._frame, self._hint = None, Frame(0, 0), hint
        self._cell = None
        self._refresh()

    def set_layers(self, layers: tuple[Layer, ...]) -> None:
        """Paint these over the cells, the last on top."""
        self._layers = layers
        self.update()

    def set_largest_cell(self, pixels: float) -> None:
        """Limit how large ``fit`` makes a cell (a 1 x 1 grid need not fill a screen)."""
        self._largest_cell = pixels
        if self._fitted:
            self.fit()

    def set_edges(self, has_edges: bool) -> None:
        """Keep the edges of cells free of numbers, for a layer that colours them."""
        self._has_edges = has_edges
        self._refresh()

    def fit(self) -> None:
        """Show the whole grid."""
        self._fitted = True
        self._show(self._fit_view())

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Enlarge by a factor around a point, by default the middle."""
        if self._cells is None:
            return
        point = at or QPointF(self.width() / 2, self.height() / 2)
        where = (point.x(), point.y())
        self._fitted = False
        self._show(zoomed(self._view, factor, where, self.width(), self.height()))
        if self._view == self._fit_view():
            self._fitted = True

    def zoom_in(self) -> None:
        """Enlarge one notch around the cell being read."""
        self.zoom(_ZOOM_STEP, self._reading_point())

    def zoom_out(self) -> None:
        """Make one notch smaller."""
        self.zoom(1 / _ZOOM_STEP, self._reading_point())

    def zoom_to_cells(self, row: int, column: int, rows: int, columns: int) -> None:
        """Enlarge a block of cells, with as much again around it."""
        if self._cells is None:
            return
        block = Frame(rows * 2 + 1, columns * 2 + 1)
        scale = fit_view(block, self.width(), self.height(), LARGEST_CELL).scale
        self._fitted = False
        view = GridView(self._frame, max(scale, self._fit_view().scale), 0, 0)
        centre = (row + rows / 2, column + columns / 2)
        self._show(centred_on(view, *centre, self.width(), self.height()))

    def reveal(self, row: float, column: float, rows: float, columns: float) -> None:
        """Move a zoomed view, if need be, so that a block of cells can be seen."""
        x, y, width, height = self._view.rect(row, column, rows, columns)
        if x < 0 or y < 0 or x + width > self.width() or y + height > self.height():
            centre = (row + rows / 2, column + columns / 2)
            self._show(centred_on(self._view, *centre, self.width(), self.height()))

    def copy_numbers(self) -> None:
        """Put the visible numbers on the clipboard, as a spreadsheet reads them."""
        values = self.values_hw
        if values is None:
            return
        rows, columns = self._view.visible(self.width(), self.height())
        part = values[rows.start : rows.stop, columns.start : columns.stop]
        lines = ("\t".join(f"{value:.8g}" for value in row) for row in part)
        QGuiApplication.clipboard().setText("\n".join(lines))

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._cells is None:
            self._paint_hint(painter)
            return
        if self._base is None:
            self._base = self._painted_base(self._cells)
        painter.drawPixmap(0, 0, self._base)
        for layer in self._layers:
            painter.save()
            layer(painter, self._view)
            painter.restore()
        self._paint_reading(painter)

    def _painted_base(self, cells: Cells) -> QPixmap:
        ratio = self.devicePixelRatioF()
        base = QPixmap(self.size() * ratio)
        base.setDevicePixelRatio(ratio)
        base.fill(Qt.GlobalColor.transparent)
        painter = QPainter(base)
        painter.setFont(self.font())
        paint_border(painter, self._view)
        paint_cells(painter, self._image_at(cells), self._view)
        paint_hairlines(painter, self._view, self.width(), self.height())
        size = (self.width(), self.height())
        margin = TEXT_MARGIN
        if self._has_edges:  # they keep neighbours apart already
            margin = max(margin, 2 * edge_thickness(self._view.scale) + 3)
        paint_numbers(painter, cells, self._view, size, margin)
        painter.end()
        return base

    def _image_at(self, cells: Cells) -> QImage:
        """Return the image; of one much larger than the canvas, every n-th cell."""
        step = max(1, int(0.5 / self._view.scale))
        if step > 1:
            return to_image(cells, step)
        if self._image.isNull():
            self._image = to_image(cells)
        return self._image

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect().adjusted(12, 12, -12, -12), flags, self._hint)

    def _paint_reading(self, painter: QPainter) -> None:
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
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._refresh()  # numbers are written in another way
        super().changeEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        kept = settled(self._view, self.width(), self.height())
        fitted = self._fitted or kept.scale < self._fit_view().scale
        self._show(self._fit_view() if fitted else kept)
        self._base = None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(_ZOOM_STEP**notches, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._cells is None:
            super().mousePressEvent(event)
            return
        self._pressed_at = self._last_at = event.position()
        self._dragging = False

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here = event.position()
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

    def _fit_view(self) -> GridView:
        return fit_view(
            self._frame,
            self.width() - 1,  # the last hairline needs a pixel of its own
            self.height() - 1,
            self._largest_cell,
        )

    def _show(self, view: GridView) -> None:
        if view == self._view:
            return
        rescaled = view.scale != self._view.scale
        self._view = view
        self._refresh()
        if rescaled:
            self.zoomed_to.emit(view.scale)

    def _refresh(self) -> None:
        self._base = None
        self.update()

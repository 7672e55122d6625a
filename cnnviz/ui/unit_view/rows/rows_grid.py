"""What a number, or a whole map, is made of: rows that flow into their sum."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.rows.rows_layout import RowsLayout, lay_out_rows
from cnnviz.ui.unit_view.rows.rows_painting import paint_rows
from cnnviz.ui.unit_view.rows.unit_rows import UnitRows

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsGrid(CellGrid):
    """Show rows of windows or maps; a click, or Return, goes on from what is read.

    A view of them says which cells it has, and what is done with one (`choose`).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = UnitRows(())
        self._centres: Sequence[float] = ()
        self._target = 0.0
        self._layout = lay_out_rows(self._rows, 1.0, 1.0)

    @property
    def shown(self) -> UnitRows:
        """What is shown."""
        return self._rows

    @property
    def rows_layout(self) -> RowsLayout:
        """Where it lies."""
        return self._layout

    def render_rows(self, rows: UnitRows, centres: Sequence[float] = ()) -> None:
        """Show the rows, each at the height of its map where ``centres`` say these."""
        is_other = rows.size != self._rows.size
        self._rows, self._centres = rows, centres
        if is_other:
            self.read(None)
        self._arrange()

    def set_target(self, middle: float) -> None:
        """Let the ribbons end around a height of the widget, where the sum stands."""
        self._target = middle
        self.update()

    @abstractmethod
    def choose(self, cell: Cell) -> None:
        """Go on from a cell that was clicked."""

    def leads_on(self, cell: Cell) -> bool:
        """Whether a click on a cell does anything."""
        return True

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_read = event.key() in _RETURN and self._cell is not None
        return super()._keeps(event) or (is_read and not held)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from what is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self.choose(self._cell)
        else:
            super().keyPressEvent(event)

    @override
    def read(self, cell: Cell | None) -> None:
        super().read(cell)
        shape, leads = Qt.CursorShape, cell is not None and self.leads_on(cell)
        self.setCursor(shape.PointingHandCursor if leads else shape.ArrowCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on from what is under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self.choose(cell)

    def _arrange(self) -> None:
        self._layout = lay_out_rows(
            self._rows, self.width(), self.height(), self._centres
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = look(self.palette())
            paint_rows(painter, self._rows, self._layout, colours, self._target)
            if self._cell is not None:
                self.paint_reading(painter, self.box_of(*self._cell))
            self.paint_focus(painter)

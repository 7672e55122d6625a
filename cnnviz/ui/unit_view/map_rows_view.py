"""Maps, kernels and partial maps, row by row: what a whole map is made of."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.numbers import short
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.rows_layout import Box, RowsLayout, lay_out_rows
from cnnviz.ui.unit_view.rows_painting import paint_rows
from cnnviz.ui.unit_view.unit_rows import Floats, UnitRow, UnitRows

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MapRowsView(CellGrid):
    """Show a row for each map that is read; a click on one opens it.

    As a grid, each row has three cells: the map, its kernel, what it adds.

    Signals
    -------
    map_chosen(index)
        A map was clicked: which part of the open one.
    """

    map_chosen = Signal(int)

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
        self._rows, self._centres = rows, centres
        self._arrange()

    def set_target(self, middle: float) -> None:
        """Let the ribbons end around a height of the widget, where the sum stands."""
        self._target = middle
        self.update()

    @override
    def readable(self) -> tuple[range, range]:
        return range(len(self._rows.rows)), range(3)

    def _boxes(self, row: int) -> tuple[Box | None, Box | None, Box | None]:
        place, shown = self._layout.rows[row], self._rows.rows[row]
        total = None if shown.result_hw is None else place.total
        return place.window, place.kernel, total

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        for row in range(len(self._layout.rows)):
            for column, box in enumerate(self._boxes(row)):
                if box is not None and QRectF(*box).contains(point):
                    return row, column
        return None

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        if row >= len(self._layout.rows):
            return QRectF()
        box = self._boxes(row)[column]
        return QRectF() if box is None else QRectF(*box)

    def _numbers(self, row: UnitRow, column: int) -> Floats | None:
        return (row.cells_hw, row.kernel_hw, row.result_hw)[column]

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return the smallest and the largest number."""
        numbers = self._numbers(self._rows.rows[row], column)
        if numbers is None:
            return ""
        low, high = short(float(numbers.min())), short(float(numbers.max()))
        return self.tr("from {low} to {high}").format(low=low, high=high)

    @override
    def place_words(self, row: int, column: int) -> str:
        """Return which map it is, its kernel, or what it adds."""
        name = self._rows.rows[row].name
        texts = (
            "{map}",
            self.tr("kernel of {map}"),
            self.tr("what {map} adds"),
        )
        return texts[column].format(map=name)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        """Return the numbers of what is read."""
        if self._cell is None:
            return None
        return self._numbers(self._rows.rows[self._cell[0]], self._cell[1])

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_read = event.key() in _RETURN and self._cell is not None
        return super()._keeps(event) or (is_read and not held)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the map that is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self._choose(self._cell)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the map under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self._choose(cell)

    def _choose(self, cell: tuple[int, int]) -> None:
        if cell[1] == 0:
            self.map_chosen.emit(self._rows.rows[cell[0]].index)

    def _arrange(self) -> None:
        self._cell = None
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

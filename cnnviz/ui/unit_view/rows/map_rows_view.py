"""Maps, kernels and partial maps, row by row: what a whole map is made of."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.numbers import short
from cnnviz.ui.unit_view.rows.rows_grid import RowsGrid
from cnnviz.ui.unit_view.rows.rows_layout import Box
from cnnviz.ui.unit_view.rows.unit_rows import Floats, UnitRow


class MapRowsView(RowsGrid):
    """Show a row for each map that is read; a click on one opens it.

    As a grid, each row has three cells: the map, its kernel, what it adds.

    Signals
    -------
    map_chosen(index)
        A map was clicked: which part of the open one.
    """

    map_chosen = Signal(int)

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
    def leads_on(self, cell: Cell) -> bool:
        """Whether it is a map, which opens: a kernel and what it adds do not."""
        return cell[1] == 0

    @override
    def choose(self, cell: Cell) -> None:
        """Open a map."""
        if self.leads_on(cell):
            self.map_chosen.emit(self._rows.rows[cell[0]].index)

"""One number of a layer, opened: what it is made of, from the input to the activation."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_column
from cnnviz.ui.unit_view.flight import Flight
from cnnviz.ui.unit_view.input_grid import InputGrid
from cnnviz.ui.unit_view.output_grid import OutputGrid
from cnnviz.ui.unit_view.stage import Stage
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from cnnviz.ui.unit_view.unit import ALL, Unit

SHORT: Final = 640
"""Pixels of height below which the numbers of a sum give some up to the grids."""


class UnitView(QWidget):
    """Shows a unit: its window on the input, the products, their sum, and its place.

    The channel that is seen is chosen here; whoever shows units chooses the cell.

    Signals
    -------
    output_cell_chosen(row, column)
        The unit at another cell of the output shall be seen.
    input_cell_chosen(channel, row, column)
        A number of the input was clicked, where it is a cell of the input's own.
    notified(text)
        What the pointer is on, for a status line.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int, int)
    notified = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given, self._output = InputGrid(), OutputGrid()
        self.stage = Stage(self._given, self._output, self)
        self.sum = SumRow(self)
        self._unit: Unit | None = None
        self._map_hw: NDArray[np.float32] | None = None
        in_column((self.stage, 1), self.sum, of=self)
        self.flight = Flight(self.stage, self.sum, self)
        self.stage.output_cell_chosen.connect(self.output_cell_chosen)
        self.stage.input_cell_chosen.connect(self._on_input_cell_chosen)
        self.stage.notified.connect(self.notified)
        self.sum.channel_chosen.connect(self._on_channel_chosen)

    @property
    def unit(self) -> Unit | None:
        """The unit that is shown."""
        return self._unit

    def render_unit(
        self, unit: Unit, map_hw: NDArray[np.float32] | None = None
    ) -> None:
        """Show a unit.

        Parameters
        ----------
        unit
            With its input, coloured.
        map_hw
            All numbers of its output channel; ``None`` while they are not known.
        """
        assert unit.given is not None
        self._unit = unit
        self._given.show_unit(unit, ALL if unit.given.is_colour else unit.seen_channel)
        self.stage.render_unit(unit)
        if map_hw is None:
            self._output.show_blank(unit.walk.output_hw)
        elif map_hw is not self._map_hw:
            is_gradient = unit.operation.traits.key == "gradient"
            self._output.show_map(map_hw, signed=is_gradient)
        self._map_hw = map_hw
        self._output.show_unit(unit, whole=True)
        self.sum.render_unit(unit)
        self.flight.follow(unit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sum.set_short(self.height() < SHORT)

    def set_reduced_motion(self, reduced: bool) -> None:
        """Jump instead of gliding, or not."""
        self._given.glide.reduced_motion = self.flight.reduced_motion = reduced

    @Slot(int)
    def _on_channel_chosen(self, channel: int) -> None:
        if self._unit is not None:
            self.render_unit(replace(self._unit, shown_channel=channel), self._map_hw)

    @Slot(int, int)
    def _on_input_cell_chosen(self, row: int, column: int) -> None:
        unit = self._unit
        if unit is None:
            return
        down, right = unit.walk.geometry.stretch
        height, width = unit.operation.input_hw
        (i, above), (j, beside) = divmod(row, down), divmod(column, right)
        if not above and not beside and 0 <= i < height and 0 <= j < width:
            self.input_cell_chosen.emit(unit.seen_channel, i, j)

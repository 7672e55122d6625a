"""What belongs with the cell that is pointed at: painted, and said in a sentence."""

import numpy as np
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor

from cnnviz.engine.convolution.dependencies import (
    Block,
    cells_seen_by_weight,
    dependent_outputs,
    inside,
    kind_of,
    origins,
    receptive_field,
)
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.input_grid import InputGrid
from cnnviz.ui.unit_view.layers import hues_of
from cnnviz.ui.unit_view.output_grid import OutputGrid
from cnnviz.ui.unit_view.step_column import StepColumn
from cnnviz.ui.unit_view.unit import Unit


class Hovering(QObject):
    """Paints a receptive field, what a cell feeds, or where a weight is shared.

    It follows the cell that is read on any of the canvases, by pointer or by keys.
    """

    def __init__(
        self, given: InputGrid, column: StepColumn, output: OutputGrid
    ) -> None:
        super().__init__(given)
        self._input, self._column, self._output = given, column, output
        self._unit: Unit | None = None
        self._canvas: GridCanvas | None = None
        self._has_product = False

    def render_unit(self, unit: Unit | None) -> None:
        """Follow a unit: what belongs together may have changed under the pointer."""
        old, self._unit = self._unit, unit
        same_step = unit is not None and old is not None and old.step is unit.step
        if self._has_product and not same_step:
            self._clear()
        if self._canvas is None:
            return
        cell = self._canvas.hovered_cell
        if cell is None:
            self.leave()
        elif unit is None or old is None or old.walk is not unit.walk:
            self.read(self._canvas, *cell)

    def leave(self) -> None:
        """Paint nothing: no cell is read."""
        self._canvas = None
        self._clear()

    def mark_product(self, channel: int, i: int, j: int) -> None:
        """Mark a weight of the step, its cell of the window, and their product.

        Until another cell is read or another step is seen; a channel that is not seen
        marks nothing.
        """
        self._clear()
        unit, geometry = self._unit, self._input.window_geometry
        if unit is None or geometry is None or channel != unit.seen_channel:
            return
        self._has_product = True
        self._column.mark((i, j))
        self._show_cell(geometry, i, j)

    def read(self, canvas: GridCanvas, row: int, column: int) -> str:
        """Paint what belongs with a cell; return the sentence that says what it is."""
        self._clear()
        self._canvas = canvas
        geometry = self._input.window_geometry
        if self._unit is None or geometry is None:
            return ""
        if canvas is self._output.canvas:
            return self._read_output(geometry, row, column)
        if canvas is self._input.canvas:
            return self._read_input(geometry, row, column)
        self._column.mark((row, column))
        if canvas is self._column.kernel.canvas:
            return self._read_weight(geometry, row, column)
        frame = canvas.view.frame
        if (frame.rows, frame.columns) == geometry.kernel:  # window or products
            self._show_cell(geometry, row, column)
        return ""

    def _clear(self) -> None:
        for layer in (self._input.reach, self._input.origins, self._output.reach):
            layer.clear()
        self._has_product = False
        self._column.mark(None)
        self._input.set_ghost(False)

    def _read_output(self, geometry: WindowGeometry, row: int, column: int) -> str:
        field = receptive_field(geometry, row, column)
        found = origins(geometry, field)
        own = inside(geometry, field)
        self._input.set_ghost(True)
        self._input.reach.show(field, tokens.REACH, outlined=True, around=True)
        if own.count < field.count and found.count:
            self._input.origins.show(found, tokens.REACH_ORIGIN, outlined=True)
        return self._field_sentence(field, found, own)

    def _field_sentence(self, field: Block, found: Block, own: Block) -> str:
        assert self._unit is not None
        channels, zeros = self._unit.step.channels, field.count - own.count
        text = self.tr("This number is made from {cells} input {cells|cell|cells}.")
        if channels > 1:
            text = self.tr(
                "This number is made from {cells} input {cells|cell|cells} in each of "
                "{channels} {channels|channel|channels}."
            )
        said = filled(text, cells=found.count, channels=channels)
        if zeros:
            more = self.tr(
                "{cells} {cells|cell|cells} under its window {cells|is|are} not the "
                "picture's own."
            )
            said += " " + filled(more, cells=zeros)
        return said

    def _read_input(self, geometry: WindowGeometry, row: int, column: int) -> str:
        fed = dependent_outputs(geometry, row, column)
        if not fed.count:
            return self.tr("No window reaches this cell.")
        self._output.reach.show(fed, tokens.REACH, outlined=True)
        text = self.tr("{count} {count|window lies|windows lie} on it.")
        if kind_of(geometry, row, column) == "picture":
            text = self.tr("This cell feeds {count} {count|output|outputs}.")
        return filled(text, count=fed.count)

    def _read_weight(self, geometry: WindowGeometry, i: int, j: int) -> str:
        assert self._unit is not None
        met = cells_seen_by_weight(geometry, i, j)
        hues = hues_of(*geometry.kernel)
        hue = QColor(hues[i][j]) if hues else QColor(tokens.REACH)
        hue.setAlphaF(tokens.MIX_AXIS)
        self._input.reach.show(met, hue)
        outline = QColor(hue)
        outline.setAlpha(0)
        self._output.reach.show(_every(geometry), outline, outlined=True, around=True)
        others = met.count - inside(geometry, met).count
        text = self.tr("This weight multiplies {count} {count|cell|cells}.")
        if others and self._unit.operation.traits.spreads_input:
            text = self.tr(
                "This weight multiplies {count} {count|cell|cells}. Inserted zeros "
                "among them: {others}."
            )
        elif others:
            text = self.tr(
                "This weight multiplies {count} {count|cell|cells}. Padding among "
                "them: {others}."
            )
        return filled(text, count=met.count, others=others)

    def _show_cell(self, geometry: WindowGeometry, i: int, j: int) -> None:
        """Outline the cell of the input that a cell of the window is."""
        assert self._unit is not None
        field = receptive_field(geometry, *self._unit.cell)
        cell = Block(field.rows[i : i + 1], field.columns[j : j + 1])
        self._input.reach.show(cell, tokens.POINTED, outlined=True)


def _every(geometry: WindowGeometry) -> Block:
    """Return all output cells."""
    rows, columns = geometry.output_hw
    return Block(np.arange(rows), np.arange(columns))

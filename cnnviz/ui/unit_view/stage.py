"""Input, window, kernel, products and output side by side, as the numbers flow."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.padding import Array
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_geometry import Rect
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.canvas_panel import SMALL_CAPTION_HEIGHT, CanvasPanel
from cnnviz.ui.unit_view.hovering import Hovering
from cnnviz.ui.unit_view.input_grid import InputGrid
from cnnviz.ui.unit_view.lenses import Lenses
from cnnviz.ui.unit_view.operation_words import given_title, made_title
from cnnviz.ui.unit_view.output_grid import OutputGrid
from cnnviz.ui.unit_view.step_column import StepColumn
from cnnviz.ui.unit_view.unit import Unit

if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import Pair

_LEAST_PICTURE: Final = 200
"""Pixels that input and output keep beside a large grid of the step."""

_PICTURE: Final = 60
"""How the width is shared out: this to the input and to the output, `_share` between."""


class Stage(Retranslated):
    """Five canvases in the order in which a sum is made.

    Who shows the input and the output brings grids of their own: they do what else is
    to be done with them.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to.
    touched()
        A hand is on a canvas: autoplay must yield.
    notified(text)
        What the pointer is on, for the status line.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)
    touched = Signal()
    notified = Signal(str)

    def __init__(
        self, given: InputGrid, output: OutputGrid, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._given, self._output = given, output
        self._column = StepColumn(given.glide, self)
        self.window_panel, self.kernel, self.products = self._column.panels
        self._hovering = Hovering(given, self._column, output)
        self._unit: Unit | None = None
        self._size: Pair = (3, 3)
        self._named = ""
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def panels(self) -> tuple[CanvasPanel, ...]:
        """All canvases, in the order of the flow."""
        return (self._given, *self._column.panels, self._output)

    @property
    def output_canvas(self) -> GridCanvas:
        """The canvas of the output."""
        return self._output.canvas

    @property
    def output_cell_box(self) -> Rect | None:
        """Where the unit is on the output; ``None`` where there is none."""
        return self._output.cell_box

    def _lay_out(self) -> None:
        self._row = in_row(
            (self._given, _PICTURE),
            self._column,
            (self._output, _PICTURE),
            gap=tokens.SPACE_LABEL,
            of=self,
        )
        self.lenses = Lenses(self._given, self._column, self._output, self)

    def _connect(self) -> None:
        self._column.enlarged.connect(self._share_width)
        for panel in self.panels:
            panel.canvas.cell_hovered.connect(self._on_read)
            panel.canvas.cell_left.connect(self._hovering.leave)
            panel.canvas.cell_left.connect(self._on_left)
            panel.canvas.cell_clicked.connect(self.touched)
            panel.canvas.touched.connect(self.touched)
        given, output = self._given.canvas, self._output.canvas
        for signal in (output.cell_clicked, output.cell_dragged):
            signal.connect(self.output_cell_chosen)
        for signal in (given.cell_clicked, given.cell_dragged):
            signal.connect(self.input_cell_chosen)

    def render_unit(self, unit: Unit | None, kernel_hw: Array | None = None) -> None:
        """Show what lies between input and output; only what differs is painted anew.

        Parameters
        ----------
        unit
            ``None`` when the window lies on nothing.
        kernel_hw
            The kernel that is shown then; ``None`` where there is none.
        """
        self._unit = unit
        if unit is not None:
            self._size = unit.step.size
        elif kernel_hw is not None:
            self._size = kernel_hw.shape[0], kernel_hw.shape[1]
        self._name_grids()
        self._share_width()
        self._column.render_unit(unit, kernel_hw)
        self._hovering.render_unit(unit)
        self.lenses.render_value(0.0 if unit is None else unit.outcome.output)

    @Slot()
    def _share_width(self) -> None:
        """Give the middle what its three grids can use, and the pictures the rest."""
        between = self._row.spacing() * (self._row.count() - 1)
        room = self.size() - QSize(between, 0)
        share = _share(*self._size, room)
        if wanted := self._column.columns_wanted:
            wanted = min(wanted, room.width() - 2 * _LEAST_PICTURE)
            pictures = max(room.width() - wanted, 1)
            share = max(share, -(-2 * _PICTURE * wanted // pictures))
        if share != self._row.stretch(self._row.indexOf(self._column)):
            self._row.setStretchFactor(self._column, share)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard back: a place between the canvases was clicked."""
        self._given.canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def focused_canvas(self) -> GridCanvas:
        """Return the canvas that has the keyboard; else the input's."""
        canvases = (panel.canvas for panel in self.panels)
        return next(filter(QWidget.hasFocus, canvases), self._given.canvas)

    def zoom_to_window(self) -> None:
        """Enlarge the window, and its cell on the output, by as much."""
        self._given.zoom_to_window()
        if self._unit is not None:
            (row, column), (rows, columns) = self._unit.cell, self._unit.step.size
            self._output.canvas.zoom_to_cells(
                row - rows // 2, column - columns // 2, rows, columns
            )

    def mark_product(self, channel: int, i: int, j: int) -> None:
        """Mark one product of the step: its weight, its cell, and where that lies.

        Parameters
        ----------
        channel
            Of the picture; nothing is marked while another one is seen, or below 0.
        i, j
            The weight's row and column in the window.
        """
        self._hovering.mark_product(channel, i, j)

    def fit(self) -> None:
        """Show everything on every canvas."""
        for panel in self.panels:
            panel.canvas.fit()

    @Slot()
    def _on_left(self) -> None:
        self.notified.emit("")

    @Slot(int, int)
    def _on_read(self, row: int, column: int) -> None:
        panel = next(each for each in self.panels if each.canvas is self.sender())
        said = self._hovering.read(panel.canvas, row, column)
        value = panel.reading(row, column)
        text = self.tr("{grid}, row {row}, column {column}: {value}")
        if said and value:
            text = self.tr("{grid}, row {row}, column {column}: {value}. {said}")
        elif said:
            text = self.tr("{grid}, row {row}, column {column}. {said}")
        self.notified.emit(
            text.format(
                grid=panel.canvas.accessibleName(),
                row=row + 1,
                column=column + 1,
                value=value,
                said=said,
            )
        )

    def _name_grids(self) -> None:
        """Call input and output what they are of the operation of now."""
        unit = self._unit
        key = "" if unit is None else unit.operation.traits.key
        if key != self._named:
            self._named = key
            self._retranslate()

    def _retranslate(self) -> None:
        moves = self.tr(
            "Click or drag to move the window. Scroll to zoom. Press Ctrl+arrow "
            "keys to read cells."
        )
        goes = self.tr(
            "Click a cell to see its sum. Scroll to zoom. Press Ctrl+arrow keys to "
            "read cells."
        )
        for grid, title, key, tip in (
            (self._given, given_title(self._named), "input_canvas", moves),
            (self._output, made_title(self._named), "output_canvas", goes),
        ):
            grid.title.setText(title)
            grid.retranslate()
            set_tip(grid.title, tip)  # over the title, where it covers no cell
            set_names(grid.canvas, key, title, tip)
            # It would cover the number under the pointer for as long as there is one.
            grid.canvas.setStatusTip("")


def _share(rows: int, columns: int, room: QSize) -> int:
    """Return the middle's share of the width: a square kernel lacks height, not width."""
    high = room.height() // 3 - SMALL_CAPTION_HEIGHT
    if columns <= 5 and high < rows * tokens.CELL_NUMBERED:
        return 42  # beside their captions: the pictures lack height, too
    if columns <= 5:
        return 24 if columns <= 3 else 35
    if columns >= 2 * rows:
        return 42
    # Each grid has a third of the height: as wide as that, if the pictures stay large.
    wanted = high * columns // rows
    pictures = max(room.width() - wanted, 1)
    return min(max(-(-2 * _PICTURE * wanted // pictures), 24), 40)

"""Input, window, kernel, products and output side by side, as the numbers flow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.control.lab_settings import Rows
from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.control.step_pictures import (
    Cells,
    StepPictures,
    kernel_cells,
    step_pictures,
)
from cnnviz.gui.canvas.grid_canvas import GridCanvas
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.canvas_panel import CanvasPanel, SmallPanel
from cnnviz.gui.pages.convolution.input_panel import InputPanel
from cnnviz.gui.pages.convolution.lab_actions import LabActions
from cnnviz.gui.pages.convolution.layers import HueLayer
from cnnviz.gui.pages.convolution.output_panel import OutputPanel
from cnnviz.images.colour_maps import DIVERGING, GREY

if TYPE_CHECKING:
    from cnnviz.convolution.stepping import Step

_LARGEST_SMALL_CELL = 72.0


class Stage(QWidget):
    """Five canvases in the order in which a sum is made.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to.
    touched()
        A hand is on a canvas: autoplay must yield.
    told(text)
        What the pointer is on, for the status line.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)
    touched = Signal()
    told = Signal(str)

    def __init__(self, actions: LabActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = InputPanel(self)
        self.window_panel = SmallPanel(self)
        self.kernel = SmallPanel(self)
        self.products = SmallPanel(self)
        self.output = OutputPanel(actions.whole, self)
        self._step: Step | None = None
        self._arrows = (QLabel("→", self), QLabel("→", self))
        self._lay_out()
        for panel in (self.window_panel, self.kernel, self.products):
            panel.canvas.set_layers((HueLayer(),))
            panel.canvas.set_largest_cell(_LARGEST_SMALL_CELL)
            panel.canvas.set_edges(True)
        self._connect()
        self.retranslate()

    @property
    def panels(self) -> tuple[CanvasPanel, ...]:
        """All canvases, in the order of the flow."""
        return (
            self.input,
            self.window_panel,
            self.kernel,
            self.products,
            self.output,
        )

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for panel in (self.window_panel, self.kernel, self.products):
            middle.addWidget(panel, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.input, 10)
        row.addWidget(self._arrows[0])
        row.addLayout(middle, 4)
        self._row, self._middle = row, middle
        row.addWidget(self._arrows[1])
        row.addWidget(self.output, 10)
        for arrow in self._arrows:
            font = QFont(arrow.font())
            font.setPointSizeF(font.pointSizeF() * 1.5)
            arrow.setFont(font)
            arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
            arrow.setForegroundRole(self.palette().ColorRole.PlaceholderText)

    def _connect(self) -> None:
        for panel in self.panels:
            panel.read.connect(self._on_read)
            panel.canvas.cell_clicked.connect(self._on_touched)
            panel.canvas.zoomed_to.connect(self._on_touched)
        for signal in (
            self.output.canvas.cell_clicked,
            self.output.canvas.cell_dragged,
        ):
            signal.connect(self.output_cell_chosen)
        for signal in (self.input.canvas.cell_clicked, self.input.canvas.cell_dragged):
            signal.connect(self.input_cell_chosen)

    def render_state(self, state: LabState) -> None:
        """Show a state; only what differs is painted anew."""
        self._row.setStretchFactor(self._middle, _share(state.settings.weights))
        self.input.render_state(state)
        self.output.render_state(state)
        if state.step is not self._step:
            self._step = state.step
            if state.step is not None:
                self._show_step(step_pictures(state.step))
            else:
                self.window_panel.canvas.clear()
                self.products.canvas.clear()
        if state.step is None:
            self._fill(self.kernel, kernel_cells(state.settings.applied_hw), DIVERGING)

    def _show_step(self, pictures: StepPictures) -> None:
        self._fill(self.window_panel, pictures.window, GREY)
        self._fill(self.kernel, pictures.kernel, DIVERGING)
        self._fill(self.products, pictures.products, DIVERGING)

    def _fill(self, panel: CanvasPanel, cells: Cells, lut: object) -> None:
        panel.canvas.set_grid(cells.indices_hw, lut, cells.values_hw)  # type: ignore[arg-type]
        panel.hug()
        panel.refresh_reading()

    def focused_canvas(self) -> GridCanvas:
        """Return the canvas that has the keyboard; else the input's."""
        for panel in self.panels:
            if panel.canvas.hasFocus():
                return panel.canvas
        return self.input.canvas

    def zoom_to_window(self) -> None:
        """Enlarge the window, and its cell on the output, by as much."""
        self.input.zoom_to_window()
        if self._step is not None:
            rows, columns = self._step.kernel_chw.shape[1:]
            self.output.canvas.zoom_to_cells(
                self._step.row - rows // 2, self._step.col - columns // 2, rows, columns
            )

    def fit(self) -> None:
        """Show everything on every canvas."""
        for panel in self.panels:
            panel.canvas.fit()

    @Slot(int, int)
    def _on_read(self, row: int, column: int) -> None:
        self.touched.emit()
        panel = self.sender()
        if isinstance(panel, CanvasPanel):
            text = self.tr("{grid}, row {row}, column {column}: {value}")
            self.told.emit(
                text.format(
                    grid=panel.canvas.accessibleName(),
                    row=row + 1,
                    column=column + 1,
                    value=panel.reading(row, column),
                )
            )

    @Slot()
    def _on_touched(self) -> None:
        self.touched.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self.input.set_title(self.tr("Input"), self.tr("padding: 0"))
        self.input.retranslate()
        self.window_panel.set_title(self.tr("Window"))
        self.kernel.set_title(self.tr("× Kernel"))
        self.products.set_title(self.tr("= Products"))
        self.output.set_title(self.tr("Output"))
        self.output.retranslate()
        moves = self.tr("Click or drag to move the window. Wheel zooms.")
        named(self.input.canvas, "input_canvas", self.tr("Input"), moves)
        named(self.window_panel.canvas, "window_canvas", self.tr("Window"))
        named(self.kernel.canvas, "kernel_canvas", self.tr("Kernel"))
        named(self.products.canvas, "products_canvas", self.tr("Products"))
        named(
            self.output.canvas,
            "output_canvas",
            self.tr("Output"),
            self.tr("Click a cell to see its sum. Wheel zooms."),
        )
        for panel in self.panels:
            # It would cover the number under the pointer for as long as there is one.
            panel.canvas.setStatusTip("")


def _share(weights: Rows) -> int:
    """Return the middle's share of the width: a square kernel lacks height, not width."""
    rows, columns = len(weights), len(weights[0])
    if columns > 5 and columns >= 2 * rows:
        return 7
    return 4 if columns <= 3 else 5

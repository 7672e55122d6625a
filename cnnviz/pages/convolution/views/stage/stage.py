"""Input, window, kernel, products and output side by side, as the numbers flow."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.stepping import Step
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.hovering import Hovering
from cnnviz.pages.convolution.views.stage.input_panel import InputPanel
from cnnviz.pages.convolution.views.stage.output_panel import OutputPanel
from cnnviz.pages.convolution.views.stage.step_column import StepColumn, kernel_shape
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.page import named
from cnnviz.ui.unit_view.canvas_panel import (
    SMALL_CAPTION_HEIGHT,
    CanvasPanel,
)

_PICTURE: Final = 60
"""How the width is shared out: this to the input and to the output, `_share` between."""


class Stage(QWidget):
    """Five canvases in the order in which a sum is made.

    Signals
    -------
    output_cell_chosen(row, column), input_cell_chosen(row, column)
        A cell was clicked or dragged to.
    input_channel_chosen(channel), output_channel_chosen(channel)
        One channel of the picture, or the output of one kernel, shall be seen.
    touched()
        A hand is on a canvas: autoplay must yield.
    told(text)
        What the pointer is on, for the status line.
    """

    output_cell_chosen = Signal(int, int)
    input_cell_chosen = Signal(int, int)
    input_channel_chosen = Signal(int)
    output_channel_chosen = Signal(int)
    touched = Signal()
    told = Signal(str)

    def __init__(self, actions: LabActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.input = InputPanel(self)
        self._column = StepColumn(self.input.glide, self)
        self.window_panel, self.kernel, self.products = self._column.panels
        self.output = OutputPanel(actions.whole, self)
        self._hovering = Hovering(self.input, self._column, self.output)
        self._state: LabState | None = None
        self._arrows = (QLabel("→", self), QLabel("→", self))
        self._lay_out()
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.input, _PICTURE)
        row.addWidget(self._arrows[0])
        row.addWidget(self._column)
        row.addWidget(self._arrows[1])
        row.addWidget(self.output, _PICTURE)
        self._row = row
        for arrow in self._arrows:
            font = QFont(arrow.font())
            font.setPointSizeF(font.pointSizeF() * 1.5)
            arrow.setFont(font)
            arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
            arrow.setForegroundRole(self.palette().ColorRole.PlaceholderText)

    def _connect(self) -> None:
        for panel in self.panels:
            panel.read.connect(self._on_read)
            panel.left.connect(self._hovering.leave)
            panel.canvas.cell_clicked.connect(self._on_touched)
            panel.canvas.touched.connect(self._on_touched)
        for signal in (
            self.output.canvas.cell_clicked,
            self.output.canvas.cell_dragged,
        ):
            signal.connect(self.output_cell_chosen)
        for signal in (self.input.canvas.cell_clicked, self.input.canvas.cell_dragged):
            signal.connect(self.input_cell_chosen)
        self.input.channel_chosen.connect(self._on_input_channel_chosen)
        self.output.channel_chosen.connect(self.output_channel_chosen)

    def render_state(self, state: LabState) -> None:
        """Show a state; only what differs is painted anew."""
        self._state = state
        self._share_width()
        self.input.render_state(state)
        self._column.render_state(state)
        self.output.render_state(state)
        self.input.level_with(self.output.height_below)
        self._hovering.render_state(state)

    def _share_width(self) -> None:
        """Give the middle what its three grids can use, and the pictures the rest."""
        if self._state is not None:
            shape = kernel_shape(self._state.settings, self._state.step)
            between = sum(arrow.sizeHint().width() for arrow in self._arrows)
            between += self._row.spacing() * (self._row.count() - 1)
            share = _share(*shape, self.size() - QSize(between, 0))
            if share != self._row.stretch(self._row.indexOf(self._column)):
                self._row.setStretchFactor(self._column, share)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard back: a place between the canvases was clicked."""
        self.input.canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_width()
        super().resizeEvent(event)

    def focused_canvas(self) -> GridCanvas:
        """Return the canvas that has the keyboard; else the input's."""
        for panel in self.panels:
            if panel.canvas.hasFocus():
                return panel.canvas
        return self.input.canvas

    def zoom_to_window(self) -> None:
        """Enlarge the window, and its cell on the output, by as much."""
        self.input.zoom_to_window()
        step = None if self._state is None else self._state.step
        if self._state is not None and isinstance(step, Step | PoolStep):
            rows, columns = kernel_shape(self._state.settings, step)
            self.output.canvas.zoom_to_cells(
                step.row - rows // 2, step.col - columns // 2, rows, columns
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

    @Slot(int, int)
    def _on_read(self, row: int, column: int) -> None:
        panel = self.sender()
        if isinstance(panel, CanvasPanel):
            said = self._hovering.read(panel.canvas, row, column)
            value = panel.reading(row, column)
            text = self.tr("{grid}, row {row}, column {column}: {value}")
            if said and value:
                text = self.tr("{grid}, row {row}, column {column}: {value}. {said}")
            elif said:
                text = self.tr("{grid}, row {row}, column {column}. {said}")
            self.told.emit(
                text.format(
                    grid=panel.canvas.accessibleName(),
                    row=row + 1,
                    column=column + 1,
                    value=value,
                    said=said,
                )
            )

    @Slot(int)
    def _on_input_channel_chosen(self, channel: int) -> None:
        self.input_channel_chosen.emit(channel)
        if self._state is not None and isinstance(self._state.step, PoolStep):
            # A pooling works on each channel by itself: to see one is to see its output.
            self.output_channel_chosen.emit(channel)

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
        self.input.set_title(self.tr("Input"))
        self.input.retranslate()
        self.output.set_title(self.tr("Output"))
        self.output.retranslate()
        moves = self.tr(
            "Click or drag to move the window. Wheel zooms; Ctrl+arrow keys read cells."
        )
        named(self.input.canvas, "input_canvas", self.tr("Input"), moves)
        named(
            self.output.canvas,
            "output_canvas",
            self.tr("Output"),
            self.tr(
                "Click a cell to see its sum. Wheel zooms; Ctrl+arrow keys read cells."
            ),
        )
        for picture in (self.input, self.output):
            picture.explain(picture.canvas.toolTip())
        for panel in self.panels:
            # It would cover the number under the pointer for as long as there is one.
            panel.canvas.setStatusTip("")


def _share(rows: int, columns: int, room: QSize) -> int:
    """Return the middle's share of the width: a square kernel lacks height, not width."""
    if columns <= 3:
        return 24
    if columns <= 5:
        return 30
    if columns >= 2 * rows:
        return 42
    # Each grid has a third of the height: as wide as that, if the pictures stay large.
    wanted = (room.height() // 3 - SMALL_CAPTION_HEIGHT) * columns // rows
    pictures = max(room.width() - wanted, 1)
    return min(max(-(-2 * _PICTURE * wanted // pictures), 24), 40)

"""The middle of the stage: window, kernel and products of one step."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.operations import Pooling, TransposedConvolution
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.images.colour_maps import DIVERGING
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.stage.channel_bar import input_lut
from cnnviz.state.lab_input import LabInput
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import named
from cnnviz.ui.unit_view.canvas_panel import SmallPanel
from cnnviz.ui.unit_view.channel_names import channel_name
from cnnviz.ui.unit_view.glide import Glide
from cnnviz.ui.unit_view.step_pictures import (
    StepPictures,
    group_channel,
    kernel_cells,
    pool_pictures,
    step_pictures,
)
from cnnviz.ui.unit_view.turn import KernelTurn

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import AnyStep

_SPACE: Final = 2


class StepColumn(QWidget):
    """Window times kernel is products: three small grids, one below the other."""

    def __init__(self, glide: Glide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.note.setVisible(False)
        self.window_panel = SmallPanel(self)
        self.kernel = SmallPanel(self)
        self.products = SmallPanel(self)
        self.turn = KernelTurn(self.kernel.canvas, glide)
        self.kernel.canvas.set_layers((self.kernel.hues, self.turn))
        self._state: LabState | None = None
        self._step: AnyStep | None = None
        self._channel = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SPACE)
        column.addStretch()
        column.addWidget(self.note)
        for panel in self.panels:
            column.addWidget(panel, 1)
        column.addStretch()
        self.retranslate()

    @property
    def panels(self) -> tuple[SmallPanel, SmallPanel, SmallPanel]:
        """Window, kernel, products."""
        return self.window_panel, self.kernel, self.products

    def render_state(self, state: LabState) -> None:
        """Show a state's step; only what differs is painted anew."""
        old, self._state = self._state, state
        same_step = old is not None and state.step is self._step
        same_kernel = old is not None and state.settings is old.settings
        if same_step and same_kernel and state.shown_channel == self._channel:
            return
        self._step, self._channel = state.step, state.shown_channel
        step, given = state.step, state.given
        if isinstance(step, Step) and given is not None:
            self._show_sum(step, given, state)
        elif isinstance(step, PoolStep) and given is not None:
            self._show_pooling(step, given, state)
        else:
            self._show_kernel_only(state)
        if old is not None and old.settings.flip != state.settings.flip:
            self._turn_kernel(state)

    def mark(self, cell: tuple[int, int] | None) -> None:
        """Mark the same cell in every grid that has it, or none."""
        for panel in self.panels:
            frame = panel.canvas.view.frame
            fits = cell is not None and cell[0] < frame.rows and cell[1] < frame.columns
            panel.mark(cell if fits else None)

    def _show_sum(self, step: Step, given: LabInput, state: LabState) -> None:
        channel = group_channel(step, state.shown_channel)
        seen = channel + step.first_channel
        self._write_titles(state, seen if given.channels > 1 else None)
        self._write_note(state, seen, given.channels)
        pictures = step_pictures(step, given, channel)
        self._show(pictures, given, seen, None)

    def _show_pooling(self, step: PoolStep, given: LabInput, state: LabState) -> None:
        assert state.walk is not None
        operation = state.walk.operation
        kind = operation.spec.kind if isinstance(operation, Pooling) else "max"
        self.note.setVisible(False)
        seen = step.channel if given.channels > 1 else None
        self._write_titles(state, seen)
        pictures = pool_pictures(step, kind, given)
        self._show(pictures, given, step.channel, step)

    def _show(
        self,
        pictures: StepPictures,
        given: LabInput,
        channel: int,
        pooled: PoolStep | None,
    ) -> None:
        lut = input_lut(given, channel)
        winner = None if pooled is None else pooled.winner
        self.window_panel.render_hues(winner)
        large = "" if pooled is None else self._large(pooled)
        left = pictures.kernel is None and pooled is not None
        for panel, cells, colours in (
            (self.window_panel, pictures.window, lut),
            (self.kernel, pictures.kernel, DIVERGING),
            (self.products, pictures.products, lut if left else DIVERGING),
        ):
            if cells is not None:
                panel.show_cells(cells.values_hw, cells.indices_hw, colours)
            elif panel is self.kernel and left and pooled is not None:
                panel.show_words(self._what_is_left(pooled))
            else:
                panel.show_words(large)
        self.products.render_hues(None, shown=not left)
        self._share_height()

    def _share_height(self) -> None:
        """Give words the height that they need, and grids the rest."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        has_words = any(panel.canvas.isHidden() for panel in self.panels)
        for panel in self.panels:
            column.setStretchFactor(panel, 0 if has_words else 1)
        for end in (0, column.count() - 1):  # what stays together stands in the middle
            column.setStretch(end, int(has_words))

    def _show_kernel_only(self, state: LabState) -> None:
        self.note.setVisible(False)
        self._write_titles(state, None)
        self.window_panel.show_words(self.tr("Nothing under it yet"))
        self.products.show_words("")
        if state.settings.operation == "pooling":
            self.kernel.show_words("")
            return
        plane = state.settings.bank.plane(state.output_channel, state.shown_channel)
        cells = kernel_cells(plane)
        self.kernel.show_cells(cells.values_hw, cells.indices_hw, DIVERGING)
        self._share_height()

    def _turn_kernel(self, state: LabState) -> None:
        step = state.step
        if isinstance(step, Step):
            channel = group_channel(step, state.shown_channel)
            self.turn.start(kernel_cells(step.kernel_chw[channel], step.kernel_chw))

    def _large(self, step: PoolStep) -> str:
        rows, columns = step.size
        text = self.tr("{rows} × {columns} numbers: too many to write out")
        return text.format(rows=whole(rows), columns=whole(columns))

    def _what_is_left(self, step: PoolStep) -> str:
        assert self._state is not None
        assert self._state.walk is not None
        operation = self._state.walk.operation
        assert isinstance(operation, Pooling)
        match operation.spec.kind:
            case "max":
                text = self.tr("the largest of {count}")
            case "min":
                text = self.tr("the smallest of {count}")
            case _:
                text = self.tr("all {count} added")
        return text.format(count=whole(step.cells))

    def _write_titles(self, state: LabState, channel: int | None) -> None:
        window = self.tr("Window")
        if channel is not None and state.given is not None:
            name = channel_name(channel, state.given.channels)
            window = self.tr("Window, {channel}").format(channel=name)
        kernel, products = self.tr("× Kernel"), self.tr("= Products")
        if state.settings.operation == "pooling":
            average = state.settings.pooling.kind == "average"
            kernel = self.tr("× Equal weights") if average else self.tr("→ Kept")
            products = self.tr("= Products") if average else self.tr("= Number")
        elif _is_turned(state):
            kernel = self.tr("× Kernel, turned")
        for panel, title in zip(self.panels, (window, kernel, products), strict=True):
            panel.set_title(title)

    def _write_note(self, state: LabState, seen: int, channels: int) -> None:
        """Say it when the kernel does not read the channel that was chosen."""
        differs = seen != state.shown_channel and channels > 1
        if differs:
            text = self.tr("Kernel {number} reads no {chosen}; this is {seen}.")
            self.note.setText(
                text.format(
                    number=state.output_channel + 1,
                    chosen=channel_name(state.shown_channel, channels),
                    seen=channel_name(seen, channels),
                )
            )
        self.note.setVisible(differs)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        named(self.window_panel.canvas, "window_canvas", self.tr("Window"))
        named(
            self.kernel.canvas,
            "kernel_canvas",
            self.tr("Kernel"),
            self.tr("Point at a weight to see every cell that it meets."),
        )
        named(self.products.canvas, "products_canvas", self.tr("Products"))
        for panel, key in zip(
            self.panels, ("window_title", "kernel_title", "products_title"), strict=True
        ):
            panel.name_title(key)
        if self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)


def _is_turned(state: LabState) -> bool:
    """Whether the kernel lies on the grid other than it was typed."""
    if state.walk is None:
        return False
    transposed = isinstance(state.walk.operation, TransposedConvolution)
    return state.settings.flip != transposed


def kernel_shape(settings: LabSettings, step: "AnyStep | None") -> tuple[int, int]:
    """Return rows and columns of the window that is shown."""
    if isinstance(step, PoolStep):
        return step.size
    return settings.bank.size

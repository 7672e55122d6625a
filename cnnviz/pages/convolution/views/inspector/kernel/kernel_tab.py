"""What can be set of the kernels."""

import numpy as np
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnviz.engine.convolution.kernel_transforms import Divisor
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import as_rows
from cnnviz.pages.convolution.model.kernel_tools import (
    KernelTool,
    ShownPlane,
    shown_plane,
)
from cnnviz.pages.convolution.model.lab_settings import preset_of, with_plane
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.learned_kernels import LearnedLayer
from cnnviz.pages.convolution.model.pasted_kernel import pasted_kernel
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
)
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.kernel.bank_chooser import BankChooser
from cnnviz.pages.convolution.views.inspector.kernel.channel_fields import ChannelFields
from cnnviz.pages.convolution.views.inspector.kernel.kernel_combo import (
    RANDOM,
    KernelCombo,
)
from cnnviz.pages.convolution.views.inspector.kernel.kernel_editor import KernelEditor
from cnnviz.pages.convolution.views.inspector.kernel.kernel_tools import (
    KernelTools,
    PaintBar,
    icon_button,
)
from cnnviz.pages.convolution.views.inspector.kernel.learned_panel import LearnedPanel
from cnnviz.state.level import set_level
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens


class KernelTab(QWidget):
    """Presets, numbers and tools of the kernel that is at work, and all kernels.

    Everything acts on the numbers in the table: those that the shown channel meets.

    Signals
    -------
    notified(text)
        What a choice has changed besides the kernel that is shown.
    """

    notified = Signal(str)

    def __init__(
        self,
        presenter: WalkPresenter,
        learned: LearnedKernelsPresenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._presenter = presenter
        self._commands = presenter.commands
        self._learned = learned
        self._shown: ShownPlane = shown_plane(presenter.store.state)
        self._kernels = KernelCombo(self)
        self._numbers = KernelEditor(self)
        self._tools = KernelTools(self)
        self._paint = PaintBar(self)
        self._network = icon_button("kernel_network", self)
        self._bank = BankChooser(presenter, self)
        self._channels = ChannelFields(presenter, self)
        self._panel = LearnedPanel(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        standard = (self._numbers, self._network, self._bank, self._channels)
        for part in (*standard, self._panel):
            set_level(part, "standard")
        for tools in (self._tools, self._paint):
            set_level(tools, "everything")
        own = QWidget(self)
        gap = tokens.SPACE_XS
        buttons = in_row((self._paint, 1), self._network, gap=gap)
        upper = self._kernels, (self._numbers, 1), self._tools
        lower = buttons, self._bank, self._channels
        in_column(*upper, *lower, None, gap=gap, of=own)
        self._stack.addWidget(own)
        self._stack.addWidget(self._panel)
        in_column(self._stack, of=self)

    def _connect(self) -> None:
        self._kernels.kernel_chosen.connect(self._on_kernel_chosen)
        self._numbers.model.number_typed.connect(self._on_number_typed)
        self._numbers.table.cell_painted.connect(self._on_cell_painted)
        self._numbers.table.numbers_pasted.connect(self._on_numbers_pasted)
        self._numbers.table.stroke_finished.connect(self._commands.end_edit)
        self._tools.tool_requested.connect(self._on_tool_requested)
        self._paint.painting_changed.connect(self._numbers.set_painting)
        self._panel.closed.connect(self._on_panel_closed)
        self._panel.taken.connect(self._on_learned_taken)
        self._network.clicked.connect(self._on_network_clicked)
        self._learned.store.changed.connect(self._panel.render_state)

    def render_state(self, state: LabState) -> None:
        """Show the kernel of the output channel and input channel that are seen."""
        shown = self._shown = shown_plane(state)
        settings = state.settings
        plane_hw = settings.bank.plane(shown.output, shown.plane)
        key = preset_of(settings, shown.output, shown.plane)
        self._kernels.render_kernel(key, plane_hw)
        largest = float(np.abs(settings.bank.weights_oikk[shown.output]).max())
        self._numbers.render_rows(as_rows(plane_hw), largest)
        self._bank.render_state(state, shown)
        self._channels.render_state(state, shown)

    @Slot(str)
    def _on_kernel_chosen(self, key: str) -> None:
        if key == RANDOM:
            self._on_tool_requested(RANDOM)
            return
        before = self._commands.settings
        self._commands.choose_kernel(key, self._shown.output, self._shown.plane)
        after = self._commands.settings
        told: list[str] = []
        if after.bank.size != before.bank.size and after.bank.outputs > 1:
            height, width = after.bank.size
            text = self.tr(
                "All kernels have one size: the others are now {height} × {width} too."
            )
            told.append(text.format(height=whole(height), width=whole(width)))
        if after.biases != before.biases:
            told.append(
                self.tr(
                    "The bias of the learned kernel was removed with it and is now 0."
                )
            )
        if told:
            self.notified.emit(" ".join(told))

    @Slot(int, int, float)
    def _on_number_typed(self, row: int, column: int, value: float) -> None:
        shown = self._shown
        self._commands.set_weight(row, column, value, shown.output, shown.plane)

    @Slot(str)
    def _on_numbers_pasted(self, text: str) -> None:
        """Take one number for the chosen cell, several as a whole kernel."""
        shown, cell = self._shown, self._numbers.table.currentIndex()
        try:
            values_hw = pasted_kernel(text)
        except CnnvizError as error:
            self._numbers.tell(sentence(error))
            return
        if values_hw.size == 1 and cell.isValid():
            value = float(values_hw[0, 0])
            self._on_number_typed(cell.row(), cell.column(), value)
        else:
            settings = self._commands.settings
            pasted = with_plane(settings, values_hw, shown.output, shown.plane)
            self._commands.apply(pasted, self.tr("Paste kernel"))

    @Slot(int, int, bool)
    def _on_cell_painted(self, row: int, column: int, erasing: bool) -> None:
        shown, value = self._shown, 0.0 if erasing else self._paint.value
        self._commands.paint_weight(row, column, value, shown.output, shown.plane)

    @Slot(str)
    def _on_tool_requested(self, tool: KernelTool) -> None:
        shown, label = self._shown, self._tools.label(tool)
        divided = self._commands.use_tool(tool, label, shown.output, shown.plane)
        # The list of kernels may have been set to what was not granted.
        self.render_state(self._presenter.store.state)
        if divided is not None:
            self._numbers.tell(self._divided(*divided))

    def _divided(self, divisor: Divisor, by: float) -> str:
        match divisor:
            case "sum":
                return self.tr("Divided by the sum, {by}.").format(by=short(by))
            case "magnitudes":
                text = self.tr("Sum 0: divided by the magnitudes, {by}.")
                return text.format(by=short(by))
            case _:
                return self.tr("Only zeros: nothing to divide.")

    @Slot()
    def _on_network_clicked(self) -> None:
        self._learned.ask()
        self._panel.render_state(self._learned.store.state)
        self._stack.setCurrentWidget(self._panel)

    @Slot()
    def _on_panel_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self._network.setFocus()

    @Slot(object, int, object)
    def _on_learned_taken(
        self, layer: LearnedLayer, plane: int, kernel: int | None
    ) -> None:
        name = layer_label(layer.name)
        if kernel is None:
            label = self.tr("Kernels of {layer}").format(layer=name)
        else:
            text = self.tr("Kernel {number} of {layer}")
            label = text.format(number=whole(kernel + 1), layer=name)
        self._commands.take_learned(layer, label, plane, self._shown, kernel)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        upper = self._kernels, self._numbers, self._tools, self._paint
        for part in (*upper, self._bank, self._channels, self._panel):
            part.retranslate()
        self._network.setText(self.tr("Learned…"))
        name = self.tr("Kernels from the network")
        tip = self.tr("Use a kernel that the current network has learned")
        set_names(self._network, "learned_button", name, tip)

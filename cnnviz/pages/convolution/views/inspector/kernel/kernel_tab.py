"""What can be set of the kernels."""

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cnnviz.engine.convolution.kernel_transforms import Divisor
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import as_rows
from cnnviz.pages.convolution.model.kernel_tools import TOOLS, ShownPlane, shown_plane
from cnnviz.pages.convolution.model.lab_settings import preset_of, with_plane
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.learned_kernels import LearnedLayer
from cnnviz.pages.convolution.model.pasted_kernel import pasted_kernel
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
    LearnedState,
)
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.kernel.channel_fields import ChannelFields
from cnnviz.pages.convolution.views.inspector.kernel.kernel_chooser import KernelChooser
from cnnviz.pages.convolution.views.inspector.kernel.kernel_combo import KernelCombo
from cnnviz.pages.convolution.views.inspector.kernel.kernel_editor import KernelEditor
from cnnviz.pages.convolution.views.inspector.kernel.kernel_tools import (
    KernelTools,
    PaintBar,
)
from cnnviz.pages.convolution.views.inspector.kernel.learned_panel import LearnedPanel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


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
        learned: LearnedKernelsPresenter | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._commands = presenter.commands
        self._learned = learned
        self._shown: ShownPlane = shown_plane(presenter.store.state)
        self._kernels = KernelCombo(self)
        self._numbers = KernelEditor(self)
        self._tools = KernelTools(self)
        self._paint = PaintBar(self)
        self._network = QToolButton(self)
        self._chooser = KernelChooser(self)
        self._channels = ChannelFields(presenter.commands, self)
        self._panel = LearnedPanel(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._network.setIcon(icon("kernel_network"))
        self._network.setIconSize(QSize(tokens.ICON, tokens.ICON))
        self._network.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._network.setMinimumHeight(tokens.HIT)
        self._network.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._network.setVisible(self._learned is not None)
        own = QWidget(self)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_XS)
        row.addWidget(self._paint, 1)
        row.addWidget(self._network)
        column = QVBoxLayout(own)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_XS)
        column.addWidget(self._kernels)
        column.addWidget(self._numbers, 1)
        column.addWidget(self._tools)
        column.addLayout(row)
        column.addWidget(self._chooser)
        column.addWidget(self._channels)
        column.addStretch(0)
        self._stack.addWidget(own)
        self._stack.addWidget(self._panel)
        whole_tab = QVBoxLayout(self)
        whole_tab.setContentsMargins(0, 0, 0, 0)
        whole_tab.addWidget(self._stack)

    def _connect(self) -> None:
        commands = self._commands
        self._kernels.kernel_chosen.connect(self._on_kernel_chosen)
        self._kernels.random_requested.connect(self._on_random_requested)
        self._numbers.number_typed.connect(self._on_number_typed)
        self._numbers.cell_painted.connect(self._on_cell_painted)
        self._numbers.numbers_pasted.connect(self._on_numbers_pasted)
        self._numbers.stroke_finished.connect(commands.end_edit)
        self._tools.tool_requested.connect(self._on_tool_requested)
        self._paint.painting_changed.connect(self._numbers.set_painting)
        self._chooser.kernel_chosen.connect(self._on_number_chosen)
        self._chooser.count_requested.connect(self._on_count_requested)
        self._chooser.edit_ended.connect(commands.end_edit)
        self._channels.channel_chosen.connect(self._presenter.show_input_channel)
        self._channels.sharing_requested.connect(self._on_sharing_requested)
        self._channels.depthwise_requested.connect(self._on_depthwise_requested)
        self._panel.closed.connect(self._on_panel_closed)
        self._panel.kernel_taken.connect(self._on_kernel_taken)
        self._panel.layer_taken.connect(self._on_layer_taken)
        self._network.clicked.connect(self._on_network_clicked)
        if self._learned is not None:
            self._learned.store.changed.connect(self._on_learned_changed)

    def render_state(self, state: LabState) -> None:
        """Show the kernel of the output channel and input channel that are seen."""
        shown = self._shown = shown_plane(state)
        settings = state.settings
        plane_hw = settings.bank.plane(shown.output, shown.plane)
        key = preset_of(settings, shown.output, shown.plane)
        self._kernels.render_kernel(key, plane_hw)
        largest = float(np.abs(settings.bank.weights_oikk[shown.output]).max())
        self._numbers.render_rows(as_rows(plane_hw), largest)
        self._chooser.render_bank(settings.bank, shown.output, shown.plane)
        self._channels.render_state(state, shown)

    def _render_now(self) -> None:
        """Show what is so: a field may have been set to what was not granted."""
        self.render_state(self._presenter.store.state)

    # numbers

    @Slot(str)
    def _on_kernel_chosen(self, key: str) -> None:
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
            told.append(self.tr("The learned kernel’s bias went with it: it is 0."))
        if told:
            self.notified.emit(" ".join(told))

    @Slot()
    def _on_random_requested(self) -> None:
        self._on_tool_requested("random")

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
    def _on_tool_requested(self, tool: str) -> None:
        shown = self._shown
        chosen = next(known for known in TOOLS if known == tool)
        label = self._tools.label(chosen)
        divided = self._commands.use_tool(chosen, label, shown.output, shown.plane)
        self._render_now()
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

    # several kernels, and channels

    @Slot(int)
    def _on_number_chosen(self, output: int) -> None:
        self._presenter.show_output_channel(output)
        self._render_now()

    @Slot(int)
    def _on_count_requested(self, count: int) -> None:
        self._commands.set("kernels", count)

    @Slot(bool)
    def _on_sharing_requested(self, shared: bool) -> None:
        if shared:
            self._commands.share_planes(self._shown.plane)
        else:
            self._commands.set_planes(self._shown.group_size)
        self._render_now()

    @Slot()
    def _on_depthwise_requested(self) -> None:
        self._commands.make_depthwise(self._presenter.store.state.input_channels)

    # learned kernels

    @Slot()
    def _on_network_clicked(self) -> None:
        if self._learned is not None:
            self._learned.ask()
            self._panel.render_state(self._learned.store.state)
            self._stack.setCurrentWidget(self._panel)

    @Slot(object, object)
    def _on_learned_changed(self, new: LearnedState, _old: LearnedState) -> None:
        self._panel.render_state(new)

    @Slot()
    def _on_panel_closed(self) -> None:
        self._stack.setCurrentIndex(0)
        self._network.setFocus()

    @Slot(object, int, int)
    def _on_kernel_taken(self, layer: LearnedLayer, index: int, plane: int) -> None:
        label = self.tr("Kernel {number} of {layer}").format(
            number=whole(index + 1), layer=layer_label(layer.name)
        )
        self._commands.take_learned(layer, label, plane, self._shown, index)

    @Slot(object, int)
    def _on_layer_taken(self, layer: LearnedLayer, plane: int) -> None:
        label = self.tr("Kernels of {layer}").format(layer=layer_label(layer.name))
        self._commands.take_learned(layer, label, plane, self._shown)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for part in (
            self._kernels,
            self._tools,
            self._paint,
            self._chooser,
            self._channels,
            self._panel,
        ):
            part.retranslate()
        self._network.setText(self.tr("Learned…"))
        set_names(
            self._network,
            "learned_button",
            self.tr("Kernels from the network"),
            self.tr("Take over a kernel that the current network has learned"),
        )

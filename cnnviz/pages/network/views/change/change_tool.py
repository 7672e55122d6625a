"""The tool in which a network is changed, beside it: weights, activation, what is off."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.networks.layers import Activation
from cnnviz.pages.network.model.change_state import ChangeState
from cnnviz.pages.network.presenters.change_presenter import ChangePresenter
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.views.change.linear_words import linear_words
from cnnviz.pages.network.views.change.weights_panel import WeightsPanel
from cnnviz.state.level import set_level
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.file_dialogs import ask_where_to_save
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_scroll import ToolScroll
from cnnviz.ui.layouts import in_row
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.network_view.columns.block_words import block_title, tile_label
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.unit_view.sum.sum_copy_text import function_name


class ChangeTool(HearsLanguage, ToolScroll):
    """Change what makes the open map, and say what has been changed."""

    def __init__(
        self, page: NetworkPresenter, presenter: ChangePresenter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._page, self._presenter = page, presenter
        content = self.body
        self._title, self._about = QLabel(content), FittingLabel(content)
        self._answer = FittingLabel(content)
        self._note = QLabel(content)
        self._note.setWordWrap(True)
        self.weights = WeightsPanel(presenter, content)
        self._bends_label = QLabel(content)
        self.activation = FittingChoice(content)
        self.switch = QPushButton(content)
        self.all_on = QPushButton(content)
        self.reset = QPushButton(content)
        self.save = QPushButton(content)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.VALUE_PX)))
        self._about.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        for kind, function in ACTIVATIONS.items():
            if function.of_each is not None:
                self.activation.addItem("", kind)
        buttons = self.switch, self.all_on, self.reset, self.save
        for each in (self.activation, *buttons):
            each.setMinimumHeight(tokens.HIT)
        bends = in_row(self._bends_label, (self.activation, 1), gap=tokens.SPACE_M)
        what_if = in_row((self.switch, 1), self.all_on, gap=tokens.SPACE_S)
        whole = in_row((self.reset, 1), (self.save, 1), gap=tokens.SPACE_S)
        parts = self._title, self._about, self.weights, bends, what_if, self._answer
        self.fill(*parts, self._note, at_end=whole, own_wheel=self.weights.pad)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.store.changed.connect(self.show_newest)
        self._page.store.changed.connect(self._render_answer)
        self.activation.activated.connect(self._on_activation_chosen)
        self.switch.clicked.connect(presenter.switch_open)
        self.all_on.clicked.connect(presenter.switch_all_on)
        self.reset.clicked.connect(presenter.reset)
        self.save.clicked.connect(self._on_save)

    @Slot()
    def show_newest(self) -> None:
        """Show the newest state, while the tool is open."""
        state = self._presenter.store.state
        if not self.isVisible():
            return
        block = state.block
        has_map = block is not None and bool(block.layers)
        self.weights.setVisible(state.kernels is not None)
        self._bends_label.setVisible(state.activation is not None)
        self.activation.setVisible(state.activation is not None)
        self.switch.setVisible(has_map)
        self._about.setVisible(block is not None)
        if block is None:
            self._title.setText(self.tr("Open a map to change it"))
        else:
            self._title.setText(tile_label(block, state.channel))
            self._about.setText(block_title(block))
        if state.kernels is not None:
            self.weights.render_state(state, self._part(state))
        self._render_what_if(state)
        self._render_answer()
        self._note.setText(self._said(state))
        self._note.setVisible(bool(self._note.text()))
        self.reset.setEnabled(state.can_reset)
        self.save.setEnabled(state.is_changed)

    @Slot()
    def _render_answer(self) -> None:
        """Say what the network answers: beside the tool its column may have no room."""
        if not self.isVisible():
            return
        answer = self._page.store.state.answer
        self._answer.setVisible(answer is not None)
        if answer is None or not answer.question.opened.current.names_classes:
            self._answer.setText("")
            return
        best, shares = answer.trace.best, answer.trace.probabilities
        label = class_word(answer.network.labels, best)
        if shares is None:
            text = self.tr("The network answers {label}").format(label=label)
        else:
            text = self.tr("The network answers {label} ({share})").format(
                label=label, share=sure_percent(float(shares[best]))
            )
        self._answer.setText(text)

    def _render_what_if(self, state: ChangeState) -> None:
        layer = state.activation
        kind = layer.kind if isinstance(layer, Activation) else "tanh"
        on, off = self.tr("Switch it on again"), self.tr("Switch this map off")
        tip = self.tr("Set this map to 0, whatever its layer computes, or back")
        self._name(self.switch, "switch_button", on if state.is_off else off, tip)
        with QSignalBlocker(self.activation):
            self.activation.setCurrentIndex(self.activation.findData(kind))
        self.all_on.setVisible(bool(state.current.switched_off))

    def _part(self, state: ChangeState) -> str:
        """Name the map that the chosen kernel lies on."""
        kernels = state.kernels
        assert kernels is not None
        source = self._page.store.state.block(kernels.source)
        if not kernels.is_of_maps:
            text = self.tr("Weights of the numbers of {layer}")
            return text.format(layer=block_title(source))
        label = tile_label(source, kernels.channels[state.chosen[0]])
        return self.tr("Kernel for {map}").format(map=label)

    def _said(self, state: ChangeState) -> str:
        """Say what follows from the changes."""
        said = []
        if state.block is not None and state.kernels is None:
            said.append(self.tr("This layer has no kernels and no weights of its own."))
        if state.is_changed:
            # As while training, to normalize a batch is not linear.
            if not self._page.store.state.is_as_while_training:
                said.append(linear_words(state.current.network))
            text = self.tr(
                "You see “{network}”, a copy. The other pages go on with the network "
                "that they have."
            )
            said.append(text.format(network=network_title(state.current)))
        return "\n\n".join(filter(None, said))

    @Slot(int)
    def _on_activation_chosen(self, index: int) -> None:
        self._presenter.use_activation(self.activation.itemData(index))

    @Slot()
    def _on_save(self) -> None:
        name = self._presenter.store.state.current.network.name
        title, kinds = self.tr("Save weights"), (self.tr("Weights (*.safetensors)"),)
        file = self.tr("{name}-changed").format(name=name) + ".safetensors"
        dialog = ask_where_to_save(self, "save_changed_dialog", title, kinds, file)
        dialog.fileSelected.connect(self._on_path_chosen)

    @Slot(str)
    def _on_path_chosen(self, path: str) -> None:
        self._presenter.save(Path(path))

    @override
    def showEvent(self, event: object) -> None:
        self.show_newest()

    def _retranslate(self) -> None:
        set_names(self, "change_tool", self.tr("Change the network"))
        self._bends_label.setText(self.tr("Activation"))
        tip = self.tr("Use another activation function in this layer")
        set_names(self.activation, "layer_activation", self.tr("Activation"), tip)
        for index in range(self.activation.count()):
            kind = self.activation.itemData(index)
            name = self.tr("none") if kind == "none" else function_name(kind)
            self.activation.setItemText(index, name)
        tip = self.tr("Let every map count again")
        self._name(self.all_on, "all_on_button", self.tr("All on"), tip)
        tip = self.tr("Go back to the network as it was")
        self._name(self.reset, "reset_button", self.tr("Reset"), tip)
        tip = self.tr("Write the changed network to a file of weights")
        self._name(self.save, "save_changed", self.tr("Save weights…"), tip)
        self.show_newest()

    def _name(self, button: QPushButton, name: str, text: str, tip: str) -> None:
        button.setText(text)
        set_names(button, name, text, tip)

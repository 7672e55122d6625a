"""Whose mean and variance batch normalization uses: a switch, and the words beside it."""

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.engine.networks.blocks import Block
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.ui.controls.check_box import CheckBox
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels


class StatisticsSwitch(Retranslated):
    """Let batch normalization compute as while training, or as after it."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self.box = CheckBox(self)
        self.box.setMinimumHeight(tokens.HIT)
        self._words = FittingLabel(self)
        self._words.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        in_row(self.box, (self._words, 1), gap=tokens.SPACE_M, of=self)
        self.box.clicked.connect(action.trigger)
        action.changed.connect(self._render)
        self._retranslate()

    @property
    def words(self) -> str:
        """Whose mean and variance they are."""
        return self._words.text()

    def render_state(self, state: NetworkState, block: Block) -> None:
        """Show it where it changes what is seen: hidden where nothing is normalized."""
        has_own = any(layer.normalizes_batch for layer in block.layers)
        self.setVisible(has_own or state.is_as_while_training)
        self._words.setText(statistics_words(state, block))
        set_tip(self._words, self._words.text())

    @Slot()
    def _render(self) -> None:
        action = self._action
        self.box.setChecked(action.isChecked())
        set_names(self.box, "batch_statistics_box", action.text(), action.toolTip())

    def _retranslate(self) -> None:
        self.box.setText(self.tr("As while training"))
        self._render()


def statistics_words(state: NetworkState, block: Block) -> str:
    """Return whose mean and variance the normalization of a block has used."""
    translate, answer = QCoreApplication.translate, state.answer
    names = {layer.name for layer in block.layers if layer.normalizes_batch}
    if answer is None:
        return ""
    if not names:
        return translate(
            "StatisticsSwitch", "no batch normalization in this layer itself"
        )
    if state.answering.root.origin == "untrained" and not state.is_as_while_training:
        return translate(
            "StatisticsSwitch", "mean and variance as before training: 0 and 1"
        )
    if not state.is_as_while_training:
        return translate(
            "StatisticsSwitch", "mean and variance measured while training"
        )
    outputs = (one for one in answer.trace.layers if one.name in names)
    if any(output.batch_statistics for output in outputs):
        return translate("StatisticsSwitch", "mean and variance of this picture’s map")
    return translate(
        "StatisticsSwitch",
        "one number has no variance: as after training",
    )

"""Choosing the network that classifies."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.network_chooser.network_button import NetworkButton
from cnnviz.ui.network_chooser.network_words import network_facts_briefly
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class NetworkChooser(Retranslated):
    """Name the network that answers, with the facts on it; a menu offers all others.

    Parameters
    ----------
    only_answering
        Whether those that cannot answer are listed, but cannot be chosen.

    Signals
    -------
    chosen(network)
        One of the ``CurrentNetwork`` that were offered.
    file_chosen(path)
        A file of a network, or of weights, is to be opened.
    """

    chosen = Signal(object)
    file_chosen = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, *, only_answering: bool = False
    ) -> None:
        super().__init__(parent)
        self._answering: CurrentNetwork | None = None
        self._label = QLabel(self)
        self._button = NetworkButton("draw" if only_answering else "look", self)
        self._facts = FittingLabel(self)
        self._lay_out()
        self._button.chosen.connect(self.chosen)
        self._button.file_chosen.connect(self.file_chosen)
        self._retranslate()

    def render_state(
        self,
        choices: tuple[CurrentNetwork, ...],
        current: CurrentNetwork,
        answering: CurrentNetwork,
    ) -> None:
        """Show what there is, which was chosen, and which of them answers now.

        These two differ while the chosen one is being made ready, or when it cannot be.
        """
        if self._button.render_state(choices, current, answering):
            self._answering = answering
            self._say(answering)

    def _say(self, answering: CurrentNetwork) -> None:
        """Say what is known of the network that answers now."""
        self._facts.set_forms(network_facts_briefly(answering))
        tip = self.tr(
            "Choose the network that answers: shipped, trained here or a file"
        )
        set_names(self._button, "network_button", self._button.line, tip)

    def _lay_out(self) -> None:
        self._label.setBuddy(self._button)
        parts = self._label, self._button, (self._facts, 1)
        in_row(*parts, gap=tokens.SPACE_M, of=self)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Network"))
        set_names(
            self._facts,
            "network_line",
            self.tr("The network that answers"),
            self.tr("Where the network that answers comes from, and how good it is"),
        )
        if self._answering is not None:
            self._say(self._answering)

"""Choosing the network that classifies."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from typing_extensions import override

from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.weight_file import OPENED_ENDINGS
from cnnviz.ui.controls.file_dialogs import ask_what_to_open
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.network_chooser.network_words import (
    network_facts_briefly,
    network_line,
    network_title,
)
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_HEIGHT: Final = tokens.HIT


class NetworkChooser(Retranslated):
    """Name the network that answers; a menu offers all others, and files.

    Parameters
    ----------
    only_digits
        Whether those that read no digits are listed, but cannot be chosen.

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
        self, parent: QWidget | None = None, *, only_digits: bool = False
    ) -> None:
        super().__init__(parent)
        self._only_digits = only_digits
        self._choices: tuple[CurrentNetwork, ...] = ()
        self._current: CurrentNetwork | None = None
        self._answering: CurrentNetwork | None = None
        self._label = QLabel(self)
        self._button = QPushButton(self)
        self._menu = QMenu(self._button)
        self._group = QActionGroup(self)
        self._open = QAction(icon("open"), "", self)
        self._facts = FittingLabel(self)
        self._lay_out()
        self._group.triggered.connect(self._on_triggered)
        self._open.triggered.connect(self._on_open)
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
        is_same = choices == self._choices and current is self._current
        if is_same and answering is self._answering:
            return
        before = self._lines()
        self._choices, self._current = choices, current
        self._answering = answering
        if self._lines() != before:
            self._fill()
        self._say(answering)

    def _lines(self) -> list[tuple[str, bool]]:
        """Return what the menu says of each network."""
        return [(network_line(each), self._is_current(each)) for each in self._choices]

    def _is_current(self, network: CurrentNetwork) -> bool:
        return self._current is not None and network.key == self._current.key

    def _say(self, answering: CurrentNetwork) -> None:
        """Name the network that answers now."""
        self._button.setText(network_title(answering))
        self._facts.set_forms(network_facts_briefly(answering))
        tip = self.tr(
            "Choose the network that answers: shipped, trained here or a file"
        )
        name = self.tr("Network: {network}").format(network=network_line(answering))
        set_names(self._button, "network_button", name, tip)

    def _lay_out(self) -> None:
        self._button.setMenu(self._menu)
        self._menu.setToolTipsVisible(True)
        self._button.setMinimumHeight(_HEIGHT)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._label.setBuddy(self._button)
        parts = self._label, self._button, (self._facts, 1)
        in_row(*parts, gap=tokens.SPACE_M, of=self)

    def _fill(self) -> None:
        """Offer each network in the menu, and a file at its end."""
        for action in self._group.actions():
            self._group.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        for index, network in enumerate(self._choices):
            if index and network.origin != self._choices[index - 1].origin:
                self._menu.addSeparator()
            action = QAction(self._group)
            # A file's name is no place for the mark of a mnemonic.
            set_names(
                action,
                f"choose_network_{index}",
                network_line(network).replace("&", "&&"),
                self._tip(network),
            )
            action.setEnabled(self._can_answer(network))
            action.setCheckable(True)
            action.setChecked(self._is_current(network))
            action.setData(index)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._open)

    def _can_answer(self, network: CurrentNetwork) -> bool:
        return network.names_digits or not self._only_digits

    def _tip(self, network: CurrentNetwork) -> str:
        if self._can_answer(network):
            return self.tr("Let this network answer")
        if network.network.reads_digits:
            text = self.tr("{network} is not finished: its last layer names no classes")
            return text.format(network=network.network.title)
        text = self.tr(
            "{network} reads pictures of {size}, not handwritten digits: "
            "choose it on the Network page"
        )
        size = " × ".join(map(whole, network.network.input_chw))
        return text.format(network=network.network.title, size=size)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(self._choices[action.data()])

    @Slot()
    def _on_open(self) -> None:
        """Ask for a file without holding up the window."""
        kinds = (
            self.tr("Networks and weights")
            + f" ({' '.join(f'*{ending}' for ending in OPENED_ENDINGS)})",
            self.tr("All files (*)"),
        )
        dialog = ask_what_to_open(self, self.tr("Open network or weights"), kinds)
        dialog.fileSelected.connect(self.file_chosen)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Network"))
        set_names(
            self._open,
            "open_weights",
            self.tr("Open a network or weights…"),
            self.tr("Let a network answer that is in a file, or whose weights are"),
        )
        set_names(
            self._facts,
            "network_line",
            self.tr("The network that answers"),
            self.tr("Where the network that answers comes from, and how good it is"),
        )
        if self._answering is not None:
            self._fill()
            self._say(self._answering)

"""The button that names a network, with the menu of all that can be chosen instead."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.run.recipe import learning_problem
from cnnviz.state.workers.weight_file import OPENED_ENDINGS
from cnnviz.ui.controls.file_dialogs import ask_what_to_open
from cnnviz.ui.network_chooser.network_words import network_line, network_title
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

Purpose = Literal["look", "draw", "train"]
"""What a network is chosen for: any can be looked at, not each reads drawings or learns."""


class NetworkButton(HearsLanguage, QPushButton):
    """Name a network; a menu offers all others, and files.

    What is of no use for the purpose is listed too, but cannot be chosen: its tip says
    why. Whoever owns the button gives it its names.

    Signals
    -------
    chosen(network)
        One of the ``CurrentNetwork`` that were offered.
    file_chosen(path)
        A file of a network, or of weights, is to be opened.
    """

    chosen = Signal(object)
    file_chosen = Signal(str)

    def __init__(self, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._choices: tuple[CurrentNetwork, ...] = ()
        self._current: CurrentNetwork | None = None
        self._named: CurrentNetwork | None = None
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self._open = QAction(icon("open"), "", self)
        self.setMenu(self._menu)
        self._menu.setToolTipsVisible(True)
        self.setMinimumHeight(tokens.HIT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group.triggered.connect(self._on_triggered)
        self._open.triggered.connect(self._on_open)
        self._menu.aboutToShow.connect(self._fill)  # while moments pass, many go by
        self._retranslate()

    def render_state(
        self,
        choices: tuple[CurrentNetwork, ...],
        current: CurrentNetwork,
        named: CurrentNetwork,
    ) -> bool:
        """Show what there is and which was chosen, name one; whether anything is new."""
        is_same = choices == self._choices and current is self._current
        if is_same and named is self._named:
            return False
        self._choices, self._current, self._named = choices, current, named
        self._name()
        return True

    @property
    def line(self) -> str:
        """Which network is named, with all that is known of it, for a screen reader."""
        text = self.tr("Network: {network}")
        return text.format(
            network=""
            if self._named is None
            else network_line(self._named, self._choices)
        )

    def _is_current(self, network: CurrentNetwork) -> bool:
        return self._current is not None and network.key == self._current.key

    def _name(self) -> None:
        # A file's name is no place for the mark of a mnemonic.
        named = self._named
        title = "" if named is None else self._title(named)
        self.setText(title.replace("&", "&&"))

    @Slot()
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
            action.setObjectName(f"choose_network_{index}")
            line = network_line(network, self._choices).replace("&", "&&")
            set_names(action, action.objectName(), line, self._tip(network))
            action.setEnabled(self._is_of_use(network))
            action.setCheckable(True)
            action.setChecked(self._is_current(network))
            action.setData(network)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self._open)

    def _is_of_use(self, network: CurrentNetwork) -> bool:
        match self._purpose:
            case "look":
                return True
            case "draw":
                return network.can_answer
            case "train":
                return learning_problem(network) is None

    def _tip(self, network: CurrentNetwork) -> str:
        if self._purpose == "train":
            problem = learning_problem(network)
            if problem is not None:
                return sentence(problem)
            return self.tr("Train this network from scratch, with random weights")
        if self._is_of_use(network):
            return self.tr("Let this network answer")
        if not network.names_classes:
            text = self.tr("{network} is not finished: its last layer names no classes")
            return text.format(network=self._title(network))
        text = self.tr(
            "{network} reads pictures of {size} and is not trained: "
            "choose it on the Network page"
        )
        size = " × ".join(map(whole, network.network.input_chw))
        return text.format(network=self._title(network), size=size)

    def _title(self, network: CurrentNetwork) -> str:
        return network_title(network, self._choices)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())

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

    def _retranslate(self) -> None:
        tip = self.tr("Use a network from a file, or one whose weights are in a file")
        if self._purpose == "train":
            tip = self.tr(
                "Train a network from a file, or one whose weights are in a file"
            )
        text = self.tr("Open a network or weights…")
        set_names(self._open, "open_weights", text, tip)
        if self._named is not None:
            self._name()

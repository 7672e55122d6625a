"""One of several buttons in a row, of which one is in force."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens


class ChoiceButton(QToolButton):
    """A button of a choice; which one is down is left to the state.

    Not in a button group: there the Tab key reaches one button only, and the others by
    the arrow keys, which walk on this page.

    Signals
    -------
    chosen(number)
        The button was pressed, also while it is in force already.
    """

    chosen = Signal(int)

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setMinimumSize(tokens.HIT, tokens.HIT)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        # Who chooses with the mouse goes on walking with the keys.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)

    @override
    def nextCheckState(self) -> None:
        """Leave it to the state which button is in force."""

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self._number)

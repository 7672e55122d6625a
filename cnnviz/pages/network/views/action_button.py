"""A button with the words of an action, which says why it cannot be done now."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens


class ActionButton(QPushButton):
    """Do what an action does; named after it, and checked and enabled like it."""

    def __init__(self, action: QAction, parent: QWidget, prefix: str = "") -> None:
        """``prefix`` keeps its name apart from that of another for the same."""
        super().__init__(parent)
        self._action, self._prefix = action, prefix
        self.setMinimumHeight(tokens.HIT)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._render)
        self._render()

    @Slot()
    def _render(self) -> None:
        action = self._action
        self.setText(action.text())
        self.setEnabled(action.isEnabled())
        name = action.objectName().removeprefix("unit_")
        set_names(self, f"{self._prefix}{name}_button", action.text(), action.toolTip())

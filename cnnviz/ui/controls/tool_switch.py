"""The row of buttons that opens the tools of a page, one button a tool."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens

Tool = tuple[QAction, Callable[[], QWidget]]
"""What opens a tool, and what makes it: not at every start of the program."""


class ToolSwitch(Retranslated):
    """One button a tool; with ``words`` its name stands beside its icon."""

    def __init__(
        self, actions: Sequence[QAction], parent: QWidget, *, words: bool = False
    ) -> None:
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        for action in actions:
            button = tool_button(self, action)
            button.setMinimumHeight(tokens.HIT)
            if words:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._buttons.append(button)
        in_row(*self._buttons, gap=tokens.SPACE_XXS, of=self)
        self._retranslate()

    def _retranslate(self) -> None:
        for button in self._buttons:
            name_as_action(button)

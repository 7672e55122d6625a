"""The row over the tools of a page: which one is open, and what its outcome is for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.ui.controls.action_button import ActionButton
from cnnviz.ui.controls.tool_switch import Tool, ToolSwitch
from cnnviz.ui.layouts import in_row
from cnnviz.ui.theme import tokens

_BOTH: Final = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_WORDS: Final = Qt.ToolButtonStyle.ToolButtonTextOnly
_SIGN: Final = Qt.ToolButtonStyle.ToolButtonIconOnly
_FORMS: Final = ((_BOTH, _BOTH), (_BOTH, _SIGN), (_WORDS, _SIGN), (_SIGN, _SIGN))
"""Of the tools and of the outcome's: the first pair that fits is shown."""


class ToolRow(QWidget):
    """One button a tool at the left; at the right what can be done with the outcome.

    Where room is scarce the right ones are icons only, then the tools are words only.
    """

    def __init__(
        self, tools: Sequence[Tool], outcome: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._actions = [action for action, _ in tools]
        self.switch = ToolSwitch(self._actions, self, words=True)
        self._outcome = [ActionButton(action, self, words=True) for action in outcome]
        for button in self._outcome:
            button.setAutoRaise(True)
            button.setMinimumSize(tokens.HIT, tokens.HIT)
        right = in_row(*self._outcome, gap=tokens.SPACE_XS)
        in_row(self.switch, (None, 1), right, gap=tokens.SPACE_XS, of=self)
        for action in (*self._actions, *outcome):
            action.changed.connect(self._fit)

    @Slot(bool)
    def show_outcome(self, shown: bool) -> None:
        """Show what can be done with the outcome: of one tool only, perhaps."""
        for button in self._outcome:
            button.setVisible(shown)
        self._fit()

    def _fit(self) -> None:
        """Say as much as fits."""
        tools = self.switch.findChildren(QToolButton)
        for of_tools, of_outcome in _FORMS:
            for button in tools:
                # The one that is open keeps its name in the least room, too.
                is_open = of_tools == _SIGN and button.isChecked()
                _style(button, _BOTH if is_open else of_tools)
            for button in self._outcome:
                _style(button, of_outcome)
            if self._wanted() <= self.width():
                return

    def _wanted(self) -> int:
        buttons = (*self.switch.findChildren(QToolButton), *self._outcome)
        shown = [button for button in buttons if not button.isHidden()]
        gap = tokens.SPACE_XS
        return sum(button.sizeHint().width() + gap for button in shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        # The words must not keep the window from becoming narrow.
        buttons = len(self._actions) + len(self._outcome)
        return QSize(buttons * (tokens.HIT + tokens.SPACE_XS), tokens.HIT)


def _style(button: QToolButton, style: Qt.ToolButtonStyle) -> None:
    if button.toolButtonStyle() != style:
        button.setToolButtonStyle(style)

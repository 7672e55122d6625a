"""A button for an action, large enough to hit."""

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QStatusTipEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.theme import tokens


class ActionButton(QToolButton):
    """Show an action from its level on; its names follow when the action's change."""

    _awaits_focus = False
    _said = ""

    def __init__(
        self, action: QAction, parent: QWidget, *, words: bool, width: int = 40
    ) -> None:
        super().__init__(parent)
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
        )
        self.setDefaultAction(action)
        self.setIconSize(QSize(tokens.ICON, tokens.ICON))
        self.setMinimumSize(width, tokens.HIT_LARGE)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred if words else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Fixed,
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_level(self, level_of(action) or "first")
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Qt asks, too, when the action cannot be had for a moment: the next field
        # would be typed into.
        self._awaits_focus = not self.isEnabled()
        return not self._awaits_focus and super().focusNextPrevChild(next)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        is_back = event.type() == QEvent.Type.EnabledChange and self.isEnabled()
        if is_back and self._awaits_focus:
            self._awaits_focus = False
            if self.window().focusWidget() is None:
                self.setFocus()

    @Slot()
    def _on_action_changed(self) -> None:
        action = self.defaultAction()
        self.setObjectName(f"{action.objectName()}_button")
        if action.statusTip() != self._said and self.underMouse():
            # The pointer rests on it: what it read there is not true any more.
            QApplication.sendEvent(self, QStatusTipEvent(action.statusTip()))
        self._said = action.statusTip()
        self.setAccessibleName(action.text())

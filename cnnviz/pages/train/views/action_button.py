"""A button for an action, large enough to hit."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.theme import tokens


class ActionButton(QToolButton):
    """Show an action from its level on; its names follow when the action's change."""

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

    @Slot()
    def _on_action_changed(self) -> None:
        action = self.defaultAction()
        self.setObjectName(f"{action.objectName()}_button")
        self.setAccessibleName(action.text())

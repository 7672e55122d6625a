"""Flat buttons with an icon, of an action or without one."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


def tool_button(
    parent: QWidget, shown: QAction | str, icon_size: int = tokens.ICON_S
) -> QToolButton:
    """Return a flat button for an action (of its level), or with the icon of that name."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setIconSize(QSize(icon_size, icon_size))
    if isinstance(shown, QAction):
        button.setDefaultAction(shown)
        if (level := level_of(shown)) is not None:
            set_level(button, level)
    else:
        button.setIcon(icon(shown))
    return button


def name_as_action(button: QToolButton) -> None:
    """Give a button the names of its action: ``play_button`` for ``play_action``."""
    action = button.defaultAction()
    button.setObjectName(action.objectName().removesuffix("_action") + "_button")
    button.setAccessibleName(action.text())

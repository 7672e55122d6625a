"""Buttons with an icon, of an action or without one."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from cnnviz.state.level import level_of, set_level
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


def tool_button(
    parent: QWidget,
    shown: QAction | str,
    icon_size: int = tokens.ICON_S,
    *,
    flat: bool = True,
) -> QToolButton:
    """Return a button for an action (of its level), or with the icon of that name.

    One that is not ``flat`` has a frame, and takes the keyboard when it is clicked.
    """
    button = QToolButton(parent)
    button.setAutoRaise(flat)
    if not flat:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

"""What a button says in the status line is what it does now."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QStatusTipEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.ui.controls.action_button import ActionButton
from cnnviz.ui.page import name_action


class Heard(QObject):
    """Remembers what a status line would have shown."""

    def __init__(self) -> None:
        super().__init__()
        self.tips: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self.tips.append(event.tip())
        return False


def test_that_a_button_that_is_pointed_at_says_what_it_does_now(qtbot: QtBot) -> None:
    window, heard = QWidget(), Heard()
    qtbot.addWidget(window)
    action = QAction(window)
    action.setObjectName("start")
    name_action(action, "Start", "Start training")
    button = ActionButton(action, window, words=True)
    window.resize(300, 100)
    window.installEventFilter(heard)
    window.show()
    name_action(action, "Start", "Start training with these settings")
    assert heard.tips == []  # nobody points at it
    # As Qt marks it; where another test left the mouse, no move may be told of.
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    name_action(action, "Pause", "Pause when the current batch is done")
    assert heard.tips[-1] == "Pause when the current batch is done"

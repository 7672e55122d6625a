"""Pages and a bar that share the height of the window."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.shell.page_stack import PageStack
from cnnviz.ui.layouts import in_column


class Sized(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._least = QSize(width, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self._least


def test_that_a_bar_takes_its_room_from_a_page_that_needs_less(qtbot: QtBot) -> None:
    window, large, small = QWidget(), Sized(300, 500), Sized(400, 350)
    qtbot.addWidget(window)
    stack, bar = PageStack(window), Sized(100, 80)
    for page in (large, small):
        stack.addWidget(page)
    stack.share_height_with(bar)
    in_column((stack, 1), bar, gap=0, of=window)
    bar.hide()
    window.show()
    assert window.minimumSizeHint() == QSize(400, 500)
    stack.setCurrentWidget(small)
    bar.show()
    qtbot.waitUntil(lambda: window.minimumSizeHint() == QSize(400, 500))
    stack.setCurrentWidget(large)
    qtbot.waitUntil(lambda: window.minimumSizeHint() == QSize(400, 580))

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.layout_memory import put_in_first_place, restore_place


def test_that_a_window_comes_back_where_it_lay(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(40, 50, 300, 200)
    restore_place(second, bytes(first.saveGeometry().data()))
    assert second.geometry() == first.geometry()


def test_that_a_window_on_a_screen_that_is_gone_comes_to_one_that_is_there(
    qtbot: QtBot,
) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    first.setGeometry(90_000, 90_000, 300, 200)
    restore_place(second, bytes(first.saveGeometry().data()))
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert room.intersects(second.geometry())


def test_that_a_spoilt_record_gives_the_first_place(qtbot: QtBot) -> None:
    first, second = QWidget(), QWidget()
    for window in (first, second):
        qtbot.addWidget(window)
    put_in_first_place(first)
    restore_place(second, b"\x00\x01spoilt")
    assert second.geometry() == first.geometry()

import pytest
from PySide6.QtCore import QRect, QSize
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


@pytest.mark.parametrize(
    "room",
    [
        QRect(0, 0, 1024, 600),
        QRect(0, 0, 1280, 720),
        QRect(0, 0, 1366, 768),
        QRect(0, 28, 1440, 872),
        QRect(1920, 0, 1366, 728),
        QRect(-1280, 40, 1280, 984),
        QRect(0, 0, 2560, 1400),
    ],
    ids=str,
)
@pytest.mark.parametrize("frame", [QSize(2, 25), QSize(0, 37), QSize(16, 39)])
def test_that_the_first_window_lies_on_the_screen_with_its_frame(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, room: QRect, frame: QSize
) -> None:
    class Screen:
        def availableGeometry(self) -> QRect:
            return room

    monkeypatch.setattr(QGuiApplication, "primaryScreen", Screen)
    window = QWidget()
    qtbot.addWidget(window)
    put_in_first_place(window)
    # ``move`` places the frame, which Qt learns of from the desktop after the first show.
    assert room.contains(QRect(window.pos(), window.size() + frame))
    assert window.width() == min(1280, room.width() - 16)
    assert window.height() == min(800, room.height() - 40)


def test_that_a_screen_too_small_shows_the_title_bar_at_least(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen:
        def availableGeometry(self) -> QRect:
            return QRect(0, 24, 800, 456)

    class Window(QWidget):
        def minimumSizeHint(self) -> QSize:
            return QSize(976, 566)

    monkeypatch.setattr(QGuiApplication, "primaryScreen", Screen)
    window = Window()
    qtbot.addWidget(window)
    put_in_first_place(window)
    assert window.size() == QSize(976, 566)
    assert window.pos().y() == 24
    assert window.pos().x() >= 0

"""What a screen reader says of what changes by itself."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.ui.accessibility.announcer import Announcer


def test_that_the_last_of_several_texts_is_said_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    label = QLabel()
    qtbot.addWidget(label)
    label.show()
    announcer = Announcer(label)
    announcer.setInterval(20)
    for text in ("1", "2", "3"):
        announcer.announce(text)
    qtbot.waitUntil(lambda: said == ["3"])
    announcer.announce("4")
    announcer.announce("3")
    with qtbot.waitSignal(announcer.timeout):
        announcer.announce("3")
    assert said == ["3"]


def test_that_nothing_waits_where_no_reader_asks(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    label = QLabel()
    qtbot.addWidget(label)
    announcer = Announcer(label)
    announcer.announce("1")
    assert not announcer.isActive()

"""What pages tell through the status line, and offer through the File menu."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnviz.shell.status_line import StatusLine
from tests.helpers.shell import Shell


class TestTelling:
    def test_that_what_an_action_did_wins_over_the_tip_of_its_button(
        self, shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        status = shell.window.findChild(StatusLine)
        assert status is not None
        status.findChild(QTimer).setInterval(50)
        shell.pages[0].notified.emit("Saved: a.png")
        assert status.currentMessage() == "Saved: a.png"
        QApplication.sendEvent(shell.pages[0].field, QStatusTipEvent("What it does"))
        assert status.currentMessage() == "Saved: a.png"
        qtbot.waitUntil(lambda: status.currentMessage() == "What it does")
        QApplication.sendEvent(shell.pages[0].field, QStatusTipEvent(""))
        assert status.currentMessage() == ""

    def test_that_a_page_that_is_not_in_front_tells_nothing(self, shell: Shell) -> None:
        status = shell.window.findChild(StatusLine)
        assert status is not None
        shell.pages[1].notified.emit("Saved: a.png")
        assert status.currentMessage() == ""


class TestFileMenu:
    def test_that_it_offers_what_the_page_in_front_can_save(
        self, shell: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = shell.pages[0]
        monkeypatch.setattr(first, "saving_actions", lambda: (first.play,))
        monkeypatch.setattr(first, "export_actions", lambda: (first.panel,))
        file = shell.window.menuBar().actions()[0].menu()

        def offered() -> list[str]:
            return [action.text() for action in file.actions() if action.isVisible()]

        shell.window.show_page("draw")
        assert "&Export" not in offered()
        shell.window.show_page("convolution")
        assert offered()[-5:-2] == ["", "&Play convolution", "&Export"]
        shell.window.show_page("draw")
        assert "&Export" not in offered()
        assert "&Play convolution" not in offered()

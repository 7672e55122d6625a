"""The Network page in the theme that is chosen while it is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.closer.closer_tool import CloserTool
from cnnviz.ui.theme.theme import is_dark
from tests.helpers.session import session

__all__ = ["session"]

Key = Qt.Key


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> Iterator[QWidget]:
    """Open a number of C3 in the light theme."""
    choose(session, "light")
    session.window.show_page("network")
    session.window.page.set_reduced_motion(True)
    shown = session.network.store
    qtbot.waitUntil(lambda: shown.state.answer is not None, timeout=10_000)
    session.network.open_map("c3_relu", 2)
    session.network.open_cell(3, 4)
    yield session.window.page
    choose(session, "system")


def choose(session: Session, theme: str) -> None:
    session.window.actions_of_window.themes.values[theme].trigger()


def speak(session: Session, language: str) -> None:
    session.window.actions_of_window.languages.values[language].trigger()


def picture(page: QWidget, qtbot: QtBot) -> QImage:
    """Return what is on the page, once nothing changes there any more."""
    seen: list[QImage] = []

    def stands() -> bool:
        seen.append(page.grab().toImage())
        return len(seen) > 2 and seen[-1] == seen[-2] == seen[-3]

    qtbot.waitUntil(stands, timeout=10_000)
    return seen[-1]


@pytest.mark.parametrize("tool", [None, "change", "compare", "closer"])
def test_that_everything_takes_the_theme_that_is_chosen(
    session: Session, page: QWidget, qtbot: QtBot, tool: str | None
) -> None:
    open_tool(session, page, qtbot, tool)
    light = picture(page, qtbot)
    choose(session, "dark")
    qtbot.waitUntil(lambda: is_dark(page.palette()))
    dark = picture(page, qtbot)
    assert dark != light
    speak(session, "pt_BR")  # everything is shown anew, twice
    speak(session, "en")
    assert picture(page, qtbot) == dark
    choose(session, "light")
    assert picture(page, qtbot) == light


def open_tool(session: Session, page: QWidget, qtbot: QtBot, tool: str | None) -> None:
    looking = session.looking
    if tool == "change":
        qtbot.keyClick(page, Key.Key_E)
    elif tool == "compare":
        qtbot.keyClick(page, Key.Key_C)
        state = looking.comparison.store
        qtbot.waitUntil(lambda: state.state.curve is not None, timeout=10_000)
    elif tool == "closer":
        qtbot.keyClick(page, Key.Key_K)
        closer = looking.closer.store
        qtbot.waitUntil(lambda: closer.state.field is not None, timeout=10_000)
        assert session.window.findChild(CloserTool).isVisible()

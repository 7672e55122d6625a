"""What networks made here are called: in the language of now, and each another."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.editor.editor_panel import EditorPanel
from cnnviz.pages.network.views.editor.layer_list import LayerList
from tests.helpers.network_menu import choose_in, entries, menu_of
from tests.helpers.session import session

__all__ = ["session"]

CONTROL = Qt.KeyboardModifier.ControlModifier


def named(session: Session) -> str:
    button = session.window.page.findChild(QPushButton, "network_button")
    assert button is not None
    return button.text()


def say(session: Session, language: str) -> None:
    session.window.actions_of_window.languages.values[language].trigger()


def await_origin(session: Session, qtbot: QtBot, origin: str) -> None:
    current, store = session.looking.choices.current, session.network.store
    qtbot.waitUntil(
        lambda: (
            current.state.origin == origin and store.state.answering is current.state
        ),
        timeout=5_000,
    )


def build_one_more(session: Session, qtbot: QtBot) -> None:
    """Duplicate the first layer of what the page looks at, by keys."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    panel = session.window.page.findChild(EditorPanel)
    if panel is None or not panel.isVisible():
        qtbot.keyClick(session.window, Qt.Key.Key_N)
        panel = session.window.page.findChild(EditorPanel)
    assert panel is not None
    layers = panel.findChild(LayerList)
    assert layers is not None
    session.window.activateWindow()  # a menu may have had the keyboard
    qtbot.waitUntil(session.window.isActiveWindow)
    layers.setFocus()
    session.looking.built.editor.choose(1)
    qtbot.keyClick(layers, Qt.Key.Key_D, CONTROL)
    await_origin(session, qtbot, "built")


@pytest.fixture
def in_portuguese(session: Session) -> Session:
    say(session, "pt_BR")
    return session


def test_that_a_name_is_in_the_language_of_now_not_of_then(
    in_portuguese: Session, qtbot: QtBot
) -> None:
    session = in_portuguese
    build_one_more(session, qtbot)
    assert named(session) == "LeNet-5, montada"
    say(session, "en")
    qtbot.waitUntil(lambda: named(session) == "LeNet-5, built")
    network = session.looking.choices.current.state.network
    assert (network.name, network.title) == ("lenet5-built", "LeNet-5")


def test_that_what_is_built_and_then_changed_says_it_once(
    session: Session, qtbot: QtBot
) -> None:
    build_one_more(session, qtbot)
    session.network.open_map("c1", 0)
    session.looking.changes.switch("c1", 0)
    await_origin(session, qtbot, "changed")
    assert named(session) == "LeNet-5, changed"


def test_that_each_built_network_has_a_name_of_its_own(
    session: Session, qtbot: QtBot
) -> None:
    build_one_more(session, qtbot)
    page = session.window.page
    choose_in(qtbot, page, "network_button", "LeNet-5 · comes")
    await_origin(session, qtbot, "shipped")
    build_one_more(session, qtbot)
    assert named(session) == "LeNet-5, built (2)"
    offered = entries(menu_of(page, "network_button"))
    assert "LeNet-5, built · built here" in offered
    assert "LeNet-5, built (2) · built here" in offered


def test_that_a_title_of_ones_own_is_left_alone(session: Session, qtbot: QtBot) -> None:
    build_one_more(session, qtbot)
    session.looking.built.editor.set_title("Mine")
    current = session.looking.choices.current
    qtbot.waitUntil(lambda: current.state.network.title == "Mine", timeout=5_000)
    await_origin(session, qtbot, "built")
    assert named(session) == "Mine"

"""What changes nothing of a network makes no copy of it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.layers import PICTURE
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def network(session: Session, qtbot: QtBot) -> Session:
    session.window.show_page("network")
    page = session.network.store
    qtbot.waitUntil(lambda: page.state.answer is not None, timeout=10_000)
    return session


def test_that_the_picture_is_not_switched_off(network: Session, qtbot: QtBot) -> None:
    network.network.open_map(PICTURE, 0)
    network.network.open_cell(9, 9)
    network.window.page.setFocus()
    qtbot.keyClick(network.window.page, Qt.Key.Key_X)
    network.looking.changes.switch_open()
    assert network.undo.count() == 0
    assert network.looking.choices.current.state.origin == "shipped"


def test_that_the_activation_that_is_there_is_no_change(network: Session) -> None:
    network.network.open_map("c1_relu", 0)
    network.looking.changes.use_activation("relu")
    assert network.undo.count() == 0
    network.looking.changes.use_activation("tanh")
    assert network.undo.count() == 1

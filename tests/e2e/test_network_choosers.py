"""Draw, Network and Train choose from the same networks, those built here among them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.catalogue import NETWORKS
from tests.helpers.built_network import build
from tests.helpers.network_menu import choose_in, entries, entry, menu_of
from tests.helpers.session import session
from tests.helpers.training_fakes import TinyEngine

__all__ = ["session"]

BUTTONS = {
    "draw": "network_button",
    "network": "network_button",
    "train": "train_network",
}
CONTROL = Qt.KeyboardModifier.ControlModifier


def page_of(session: Session, key: str) -> QWidget:
    session.window.show_page(key)
    return session.window.page


def offered(session: Session) -> list[list[str]]:
    return [
        entries(menu_of(page_of(session, key), button))
        for key, button in BUTTONS.items()
    ]


def offered_alike(session: Session) -> list[str]:
    """Return what each page offers; what comes trained twice learns anew in one way."""
    draw, network, train = offered(session)
    assert draw == network
    assert train == [one for one in draw if "over-fitted" not in one]
    return draw


@pytest.fixture
def built(session: Session, qtbot: QtBot) -> Session:
    """LeNet-5 with a layer more, built by keys."""
    build(session, qtbot)
    return session


def test_that_the_three_pages_offer_the_same(built: Session, qtbot: QtBot) -> None:
    draw = offered_alike(built)
    assert "LeNet-5, built · built here" in draw
    assert len([one for one in draw if one != "—"]) == 13  # and a file


def test_that_a_network_built_here_is_trained_and_chosen_to_answer(
    built: Session, qtbot: QtBot
) -> None:
    built.train._engine = TinyEngine()
    page = page_of(built, "train")
    choose_in(qtbot, page, "train_network", "LeNet-5, built")
    built.train.step()
    run = built.train.run
    qtbot.waitUntil(lambda: run.state.weights_step == 1, timeout=20_000)
    with qtbot.waitSignal(built.train.network_trained):
        built.train.stop()
    qtbot.waitUntil(lambda: not built.train.is_running)
    draw = offered_alike(built)
    said = "LeNet-5, built (2) · trained here: run 1, epoch 1, batch 1"
    assert any(one.startswith(said) for one in draw)
    choose_in(qtbot, page_of(built, "draw"), "network_button", said)
    answering = built.draw.store
    qtbot.waitUntil(
        lambda: answering.state.answering.origin == "trained", timeout=10_000
    )
    layers = answering.state.answering.network.layers
    assert len(layers) == len(NETWORKS["lenet5"].layers) + 1


def test_that_each_page_says_why_a_network_is_of_no_use_to_it(
    session: Session,
) -> None:
    found = {
        key: entry(menu_of(page_of(session, key), button), "GoogLeNet")
        for key, button in BUTTONS.items()
    }
    assert [one.isEnabled() for one in found.values()] == [False, True, True]
    assert "choose it on the Network page" in found["draw"].toolTip()
    assert "Train this network from scratch" in found["train"].toolTip()

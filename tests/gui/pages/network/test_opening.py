"""Opening a large network: how far it is, and leaving it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.network.views.opening_bar import OpeningBar
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.network_opening import OpeningProgress
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.i18n import Translation
from tests.helpers.network_menu import menu_of, menu_under
from tests.helpers.session import session

__all__ = ["session"]

PATIENCE = 10_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> QWidget:
    """The page with LeNet-5."""
    session.window.resize(1280, 800)
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=PATIENCE)
    return session.window.page


def named(session: Session, name: str) -> CurrentNetwork:
    known = session.looking.choices.store.state
    return next(one for one in known if one.network.name == name)


def choose(session: Session, page: QWidget, name: str) -> None:
    """Choose a network in the menu of the chooser."""
    button = page.findChild(QPushButton, "network_button")
    place = session.looking.choices.store.state.index(named(session, name))
    (action,) = (
        one
        for one in menu_under(button).actions()
        if one.objectName() == f"choose_network_{place}"
    )
    action.trigger()


def states_of(session: Session) -> list[OpeningProgress | None]:
    """Return what will be said on the way."""
    seen: list[OpeningProgress | None] = []
    session.network.store.changed.connect(lambda new, _old: seen.append(new.opening))
    return seen


def checked_in_menu(page: QWidget) -> str:
    menu = menu_of(page, "network_button")
    (text,) = (one.text() for one in menu.actions() if one.isChecked())
    return text


def bar_of(page: QWidget, name: str = "opening_network") -> OpeningBar:
    return page.findChild(OpeningBar, name)


def wait_for_bar(bar: OpeningBar, qtbot: QtBot) -> None:
    def is_counting() -> bool:
        return bar.isVisible() and bar.findChild(QProgressBar).value() > 0

    qtbot.waitUntil(is_counting, timeout=PATIENCE)


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_that_a_large_network_counts_its_numbers_and_is_left_for_the_one_before(
    session: Session, page: QWidget, qtbot: QtBot, way: str
) -> None:
    before, answer = session.looking.choices.current.state, session.network.store.state
    bar = bar_of(page)
    choose(session, page, "alexnet")
    wait_for_bar(bar, qtbot)
    words = bar.findChild(FittingLabel).text()
    assert words.startswith("Opening AlexNet: ")
    assert words.endswith(" of 61 million numbers")
    button = page.findChild(QPushButton, "opening_network_cancel")
    if way == "button":
        qtbot.mouseClick(button, LEFT)
    else:
        qtbot.keyClick(session.window.focusWidget() or page, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    state = session.network.store.state
    assert session.looking.choices.current.state is before
    assert (state.current, state.answering, state.loading) == (before, before, False)
    assert state.answer is answer.answer
    assert page.findChild(QPushButton, "network_button").text() == "LeNet-5"
    assert "LeNet-5" in checked_in_menu(page)
    # What was left opens again, and anything else.
    choose(session, page, "mlp")
    mlp = named(session, "mlp")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answering is mlp, timeout=PATIENCE)
    assert not bar.isVisible()


def test_that_a_large_network_is_there_when_all_is_counted(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    seen = states_of(session)
    choose(session, page, "alexnet")
    alexnet, store = named(session, "alexnet"), session.network.store
    qtbot.waitUntil(lambda: store.state.answering is alexnet, timeout=PATIENCE)
    counts = [said.done for said in seen if said is not None]
    assert counts == sorted(counts)
    assert len({*counts}) > 2
    assert store.state.opening is None
    assert not bar_of(page).isVisible()
    assert not session.network.cancel_opening()


def test_that_a_small_network_shows_no_bar(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    seen = states_of(session)
    choose(session, page, "mlp")
    mlp, store = named(session, "mlp"), session.network.store
    qtbot.waitUntil(lambda: store.state.answering is mlp, timeout=PATIENCE)
    assert seen
    assert seen == [None] * len(seen)


def test_that_the_second_network_is_counted_and_left_too(
    session: Session, page: QWidget, qtbot: QtBot
) -> None:
    comparison = session.looking.comparison
    qtbot.mouseClick(page.findChild(QWidget, "compare_button"), LEFT)
    store = comparison.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=PATIENCE)
    choice = page.findChild(QComboBox, "compare_network")
    for way in ("button", "Esc"):
        alexnet = [*comparison.networks()].index(named(session, "alexnet"))
        choice.setCurrentIndex(alexnet + 1)
        choice.activated.emit(alexnet + 1)
        bar = bar_of(page, "opening_second")
        wait_for_bar(bar, qtbot)
        if way == "button":
            button = page.findChild(QPushButton, "opening_second_cancel")
            qtbot.mouseClick(button, LEFT)
        else:
            qtbot.keyClick(choice, Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert store.state.network is None
        assert choice.currentIndex() == 0
    assert store.state.is_on
    qtbot.waitUntil(lambda: store.state.opening is None)


def untrained(name: str) -> CurrentNetwork:
    return CurrentNetwork(network(name), None, "untrained")


@pytest.fixture
def bar(own_look: None, qtbot: QtBot) -> Iterator[OpeningBar]:
    """A bar with enough room."""
    host = QWidget()
    qtbot.addWidget(host)
    made = OpeningBar("bar", host)
    made.resize(600, 40)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.close()


def test_that_numbers_are_written_in_both_languages(
    bar: OpeningBar, qtbot: QtBot
) -> None:
    translation = Translation()
    try:
        translation.apply("pt_BR")
        bar.render_progress(
            OpeningProgress(untrained("alexnet"), 24_900_000, 61_100_840)
        )
        words = bar.findChild(FittingLabel)
        assert words.text() == "Abrindo a AlexNet: 24 de 61 milhões de números"
        bar.render_progress(OpeningProgress(untrained("mlp"), 1_000, 266_610))
        assert words.text().endswith(": 1.000 de 266.610 números")
        button = bar.findChild(QPushButton)
        qtbot.waitUntil(lambda: button.text() == "Cancelar")
        assert button.accessibleName()
        assert button.toolTip()
    finally:
        translation.apply("en")
    qtbot.waitUntil(lambda: words.text().endswith(": 1,000 of 266,610 numbers"))


def test_that_the_first_network_of_all_cannot_be_left(bar: OpeningBar) -> None:
    said = OpeningProgress(untrained("alexnet"), 1, 61_100_840)
    bar.render_progress(said, can_cancel=False)
    assert bar.isVisible()
    assert not bar.findChild(QPushButton).isVisible()
    bar.render_progress(said)
    assert bar.findChild(QPushButton).isVisible()

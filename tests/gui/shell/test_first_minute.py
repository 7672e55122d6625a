"""The first minute: three ways in on a first start, and a finger that shows what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.shell.first_minute.pointing_finger import PointingFinger
from cnnviz.shell.first_minute.start_card import StartCard

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, folder: Path, **chosen: object) -> Session:
    settings = QSettings(str(folder / "cnnviz.ini"), QSettings.Format.IniFormat)
    for key, value in {"language": "en", "reduced_motion": True, **chosen}.items():
        settings.setValue(key, value)
    session = build(settings)
    qtbot.addWidget(session.window)
    session.window.torch_wanted.disconnect(session.warm_up.begin)
    session.window.resize(1280, 800)
    with qtbot.waitExposed(session.window):
        session.window.show()
    return session


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    palette = QGuiApplication.palette()
    session = opened(qtbot, tmp_path)
    session.first_minute.show_if_new()
    yield session
    session.window.close()
    session.shut_down()
    QGuiApplication.setPalette(palette)


def card(session: Session) -> StartCard:
    found = session.window.findChild(StartCard)
    assert found is not None
    return found


def press(qtbot: QtBot, session: Session, name: str) -> None:
    button = session.window.findChild(QAbstractButton, name)
    assert button is not None
    qtbot.mouseClick(button, LEFT)


def finger(session: Session) -> PointingFinger:
    return session.first_minute.finger


def test_that_a_first_start_shows_the_card_at_first_look(first: Session) -> None:
    assert card(first).isVisible()
    assert first.preferences.state.level == "first"
    assert first.preferences.state.start_seen


@pytest.mark.parametrize(
    ("page", "control"),
    [
        ("convolution", "exercise_answer"),
        ("draw", "draw_pad"),
        ("train", "train_start_or_pause_button"),
    ],
)
def test_that_each_way_leads_to_a_page_and_points_at_what_to_do(
    first: Session, qtbot: QtBot, page: str, control: str
) -> None:
    press(qtbot, first, f"way_to_{page}")
    assert not card(first).isVisible()
    assert first.window.page.key == page
    assert first.preferences.state.level == "first"
    pointed = finger(first).points_at
    assert pointed is not None
    assert pointed.objectName() == control
    assert finger(first).accessibleName()


def test_that_the_finger_goes_once_a_hand_is_on_the_control(
    first: Session, qtbot: QtBot
) -> None:
    press(qtbot, first, "way_to_draw")
    pad = finger(first).points_at
    assert pad is not None
    handle = first.window.windowHandle()
    spot = pad.mapTo(first.window, QPoint(20, 20))
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, spot)
    assert not finger(first).isVisible()


def test_that_a_hand_elsewhere_leaves_the_finger(first: Session, qtbot: QtBot) -> None:
    press(qtbot, first, "way_to_draw")
    handle = first.window.windowHandle()
    corner = QPoint(first.window.width() - 30, 300)
    QTest.mouseClick(handle, LEFT, Qt.KeyboardModifier.NoModifier, corner)
    assert finger(first).isVisible()


def test_that_esc_sends_the_finger_away(first: Session, qtbot: QtBot) -> None:
    press(qtbot, first, "way_to_convolution")
    QTest.keyClick(first.window.windowHandle(), Qt.Key.Key_Escape)
    assert not finger(first).isVisible()


def test_that_esc_closes_the_card(first: Session, qtbot: QtBot) -> None:
    focus = first.window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not card(first).isVisible()
    assert not finger(first).isVisible()


def test_that_return_takes_the_way(first: Session, qtbot: QtBot) -> None:
    focus = first.window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Right)
    focus = first.window.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert first.window.page.key == "draw"
    assert finger(first).isVisible()


def test_that_a_guess_is_typed_at_once(first: Session, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return):
        focus = first.window.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)
    sentence = first.window.findChild(QLabel, "exercise_sentence")
    assert sentence is not None
    assert "2" in sentence.text()
    assert "?" not in sentence.text()


def test_that_the_guide_is_not_opened_behind_it(first: Session) -> None:
    first.window.actions_of_window.guide.trigger()
    assert not card(first).isVisible()


def test_that_tab_stays_on_the_card(first: Session, qtbot: QtBot) -> None:
    seen = set()
    for _ in range(5):
        focus = first.window.focusWidget()
        assert focus is not None
        seen.add(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == {"way_to_convolution", "way_to_draw", "way_to_train", "start_skip"}


def test_that_the_help_menu_shows_the_card_again(first: Session, qtbot: QtBot) -> None:
    press(qtbot, first, "start_skip")
    first.window.actions_of_window.start_card.trigger()
    assert card(first).isVisible()


def test_that_another_page_closes_the_card(first: Session) -> None:
    first.window.show_page("network")
    assert not card(first).isVisible()


@pytest.mark.parametrize("chosen", [{"level": "standard"}, {"start_seen": True}])
def test_that_a_later_start_does_not(
    qtbot: QtBot, tmp_path: Path, chosen: dict[str, object]
) -> None:
    session = opened(qtbot, tmp_path, **chosen)
    session.first_minute.show_if_new()
    assert session.window.findChild(StartCard) is None
    session.window.close()
    session.shut_down()


@pytest.mark.parametrize("size", [(976, 638), (1920, 1080)])
def test_that_the_card_is_whole_at_every_size(
    first: Session, size: tuple[int, int]
) -> None:
    first.window.resize(*size)
    shown = card(first)
    shown.open()
    for part in shown.findChildren(QWidget):
        if part.isVisible():
            corner = part.mapTo(shown, part.rect().bottomRight())
            assert shown.rect().contains(corner)

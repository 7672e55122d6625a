"""First look, standard, everything: one switch for all pages."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.shell.levels.levels import Levels
from cnnviz.state.level import Level, level_of, set_level
from cnnviz.state.preferences import Preferences, PreferencesStore, read_preferences
from tests.helpers.shell import Shell


@pytest.fixture
def parts(qtbot: QtBot) -> Iterator[dict[Level, QPushButton]]:
    """Return a button of each level in one window."""
    window = QWidget()
    qtbot.addWidget(window)
    made: dict[Level, QPushButton] = {}
    for level in ("first", "standard", "everything"):
        made[level] = QPushButton(level, window)
        set_level(made[level], level)
    window.show()
    yield made
    window.close()


def shown(parts: dict[Level, QPushButton]) -> list[str]:
    return [level for level, part in parts.items() if part.isVisible()]


def test_that_a_level_shows_all_up_to_it(parts: dict[Level, QPushButton]) -> None:
    levels = Levels(parts["first"].window())
    levels.apply("first")
    assert shown(parts) == ["first"]
    levels.apply("everything")
    assert shown(parts) == ["first", "standard", "everything"]
    levels.apply("standard")
    assert shown(parts) == ["first", "standard"]


def test_that_what_a_page_shows_meanwhile_appears_when_the_level_rises(
    parts: dict[Level, QPushButton],
) -> None:
    parts["everything"].hide()
    levels = Levels(parts["first"].window())
    levels.apply("standard")
    parts["everything"].show()
    assert not parts["everything"].isVisible()
    levels.apply("everything")
    assert parts["everything"].isVisible()


def test_that_what_a_page_hides_meanwhile_stays_hidden(
    parts: dict[Level, QPushButton],
) -> None:
    levels = Levels(parts["first"].window())
    levels.apply("standard")
    parts["everything"].hide()
    levels.apply("everything")
    assert not parts["everything"].isVisible()


def test_that_what_is_made_later_is_hidden_when_it_comes_to_the_front(
    qtbot: QtBot,
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    stack.show()
    Levels(stack.window()).apply("first")
    late = QWidget()
    part = QPushButton("late", late)
    set_level(part, "standard")
    stack.addWidget(late)
    levels = next(child for child in stack.children() if isinstance(child, Levels))
    levels.look()
    stack.setCurrentWidget(late)
    assert not part.isVisible()
    levels.apply("standard")
    assert part.isVisible()


def test_that_the_switch_and_its_keys_choose_and_are_remembered(
    shell: Shell, qtbot: QtBot
) -> None:
    button = shell.window.findChild(QToolButton, "level_first_button")
    assert button is not None
    assert level_of(button) is None  # the switch itself is always there
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert shell.preferences.state.level == "first"
    alt = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(shell.window, Qt.Key.Key_3, alt)
    assert shell.preferences.state.level == "everything"
    assert shell.window.actions_of_window.levels.values["everything"].isChecked()


def test_that_a_level_that_is_none_becomes_the_usual_one(tmp_path: object) -> None:
    settings = QSettings(f"{tmp_path}/x.ini", QSettings.Format.IniFormat)
    settings.setValue("level", "guru")
    assert read_preferences(settings).level == "standard"
    store = PreferencesStore(settings)
    store.replace(replace(store.state, level="first"))
    again = QSettings(f"{tmp_path}/x.ini", QSettings.Format.IniFormat)
    assert read_preferences(again).level == "first"
    assert Preferences().level == "standard"

"""A shown window around pages that do nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.helpers.shell import Shell, make_shell


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """Return where the window's preferences are; nothing is there yet."""
    return tmp_path / "cnnviz.ini"


@pytest.fixture
def own_look(qtbot: QtBot) -> Iterator[None]:
    """Put palette and number signs back as they were."""
    palette, locale = QGuiApplication.palette(), QLocale()
    yield
    QGuiApplication.styleHints().unsetColorScheme()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


@pytest.fixture
def shell(qtbot: QtBot, own_look: None, settings_file: Path) -> Iterator[Shell]:
    """Return the shown window in English, with what it is made of."""
    made = make_shell(settings_file)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    yield made
    made.window.actions_of_window.languages.values["en"].trigger()
    made.shut_down()

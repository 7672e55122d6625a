"""A whole session with its window, in a language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build


@contextmanager
def session_in(key: str, qtbot: QtBot, folder: Path) -> Iterator[Session]:
    """Open the window of a fresh start with a language; shut it down afterwards."""
    settings = QSettings(str(folder / "cnnviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", key)
    settings.setValue("level", "everything")
    settings.setValue("reduced_motion", True)
    session = build(settings)
    qtbot.addWidget(session.window)
    session.window.torch_wanted.disconnect(session.warm_up.begin)
    session.window.resize(1280, 800)
    with qtbot.waitExposed(session.window):
        session.window.show()
    try:
        yield session
    finally:
        session.shut_down()


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Return the real window, shown, in English, on the Convolution page."""
    palette, locale = QGuiApplication.palette(), QLocale()
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("level", "everything")
    made = build(settings)
    made.window.torch_wanted.disconnect(made.warm_up.begin)
    made.window.actions_of_window.languages.values["en"].trigger()
    qtbot.addWidget(made.window)
    made.window.resize(1280, 800)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.window.activateWindow()
    yield made
    made.window.actions_of_window.languages.values["en"].trigger()
    made.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)

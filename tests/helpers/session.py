"""A whole session with its window, in a language."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build


@contextmanager
def session_in(key: str, qtbot: QtBot, folder: Path) -> Iterator[Session]:
    """Open the window of a fresh start with a language; shut it down afterwards."""
    settings = QSettings(str(folder / "cnnviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", key)
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

"""The real window is closed while an animation is being written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.settings import AnimationSettings


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    palette, locale = QGuiApplication.palette(), QLocale()
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    made = build(settings)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


@pytest.fixture
def animation(session: Session, tmp_path: Path) -> Path:
    """Begin an animation of a hundred frames, and try to close the window."""
    path = tmp_path / "animation.gif"
    session.lab.exports.save_animation(
        str(path), AnimationSettings(first=0, last=99), AnimationLabels()
    )
    assert not session.window.close()
    return path


def answer(session: Session, qtbot: QtBot, name: str) -> None:
    box = session.window.findChild(QMessageBox, "closing_question")
    qtbot.mouseClick(box.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_that_an_animation_is_written_whole_before_the_window_goes(
    session: Session, qtbot: QtBot, animation: Path
) -> None:
    answer(session, qtbot, "closing_finish")
    assert session.window.isVisible()
    qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=60_000)
    with Image.open(animation) as picture:
        assert getattr(picture, "n_frames", 1) == 100


def test_that_an_animation_can_be_given_up(
    session: Session, qtbot: QtBot, animation: Path
) -> None:
    answer(session, qtbot, "closing_stop")
    qtbot.waitUntil(lambda: not session.window.isVisible())
    assert not animation.exists()
    assert not list(animation.parent.glob(".cnnviz-*"))


def test_that_the_window_stays_open_when_the_animation_cannot_be_written(
    session: Session, qtbot: QtBot, animation: Path
) -> None:
    animation.mkdir()  # something has taken its place
    answer(session, qtbot, "closing_finish")
    exports = session.lab.exports
    qtbot.waitUntil(lambda: not exports.is_animating, timeout=60_000)
    assert session.window.isVisible()

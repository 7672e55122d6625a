"""Every size: settings lie over a narrow page, and nothing is cut off or stretched."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from tests.helpers.session import session

__all__ = ["session"]

PROBE = str(Path(__file__).parents[1] / "helpers" / "size_probe.py")
SIZES = ("976x638", "1280x720", "3840x2160")


def settings_of(session: Session) -> tuple[QWidget, QAction]:
    widget = session.window.findChild(QWidget, "inspector")
    action = session.window.findChild(QAction, "inspector_action")
    assert widget is not None
    assert action is not None
    return widget, action


def test_that_settings_lie_over_a_narrow_page_and_beside_a_wide_one(
    session: Session, qtbot: QtBot
) -> None:
    settings, action = settings_of(session)
    output = session.window.findChild(QWidget, "output_canvas")
    assert output is not None
    assert settings.isVisible()
    session.window.resize(976, 638)
    qtbot.waitUntil(lambda: not settings.isVisible())
    wide = output.width()
    qtbot.keyClick(session.window.page, Qt.Key.Key_I)
    assert settings.isVisible()
    assert output.width() == wide  # it lies over the page and takes no room
    assert settings.geometry().right() == session.window.page.width() - 1
    button = session.window.findChild(QWidget, "inspector_button")
    assert button is not None
    place = QRect(
        button.mapTo(session.window.page, button.rect().topLeft()), button.size()
    )
    assert not settings.geometry().intersects(place)  # so it can be closed there
    qtbot.keyClick(session.window.page, Qt.Key.Key_Escape)
    assert not settings.isVisible()
    session.window.resize(1280, 800)
    qtbot.waitUntil(settings.isVisible)
    assert action.isChecked()


def test_that_settings_without_room_are_not_put_away_for_good(
    session: Session, qtbot: QtBot
) -> None:
    settings, _action = settings_of(session)
    session.window.resize(976, 638)
    qtbot.waitUntil(lambda: not settings.isVisible())
    session.window.close()
    assert "inspector_action" not in session.preferences.state.put_away


def faults(scratch: Path, scale: str, language: str, level: str) -> list[str]:
    """Return what is cut off in the real program, whose screen has a scale factor."""
    done = subprocess.run(
        [sys.executable, PROBE, str(scratch), language, level, *SIZES],
        env=os.environ | {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["ratio"] == float(scale)
    found: list[str] = told["faults"]
    return found


def test_that_nothing_is_cut_off_at_any_size(tmp_path: Path) -> None:
    assert faults(tmp_path, "1.25", "pt_BR", "everything") == []


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize("level", ["first", "standard", "everything"])
@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_that_nothing_is_cut_off_on_any_screen(
    tmp_path: Path, scale: str, level: str, language: str
) -> None:
    assert faults(tmp_path, scale, language, level) == []

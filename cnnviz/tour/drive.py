"""Compose the program offscreen, let the script use it, write down what happened."""

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cnnviz.app import Session, build, make_application
from cnnviz.engine.errors import CnnvizError
from cnnviz.shell.faults.error_hooks import ErrorHooks
from cnnviz.shell.faults.log_setup import begin_logging
from cnnviz.shell.faults.qt_log import log_qt_messages
from cnnviz.state.level import Level
from cnnviz.state.preferences import Preferences, ThemeChoice, write_preferences
from cnnviz.tour.driver import Driver
from cnnviz.tour.robot import Hand
from cnnviz.tour.script import MainJob


@dataclass(frozen=True, slots=True)
class Shown:
    """How the window is shown.

    Attributes
    ----------
    language, theme, level
        Of the window; the user's own preferences are neither read nor written.
    size
        Width and height of the window in pixels.
    presents
        Whether it is shown to a class: the page alone, on the whole screen.
    """

    language: str
    theme: ThemeChoice
    level: Level
    size: tuple[int, int]
    presents: bool = False


def drive(*, out: Path, shown: Shown) -> int:
    """Run the tour; return the exit status: 0 done, 1 failed with a line on stderr.

    Parameters
    ----------
    out
        Folder for the pictures and ``tour.json``; made when it is not there.
    shown
        In which language, how large and so on.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    started = time.perf_counter()
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CnnvizError(
            "file_unwritable", file=str(out), reason=error.strerror or str(error)
        ) from error
    begin_logging()
    log_qt_messages()
    application = make_application(["cnnviz"])
    with TemporaryDirectory() as scratch:
        file = str(Path(scratch) / "preferences.ini")
        settings = QSettings(file, QSettings.Format.IniFormat)
        preferences = Preferences(
            language=shown.language, theme=shown.theme, level=shown.level
        )
        write_preferences(settings, preferences)
        session = build(settings)
        failure = _drive(session, out, started, shown)
        application.closeAllWindows()
        session.shut_down()
    if failure:
        sys.stderr.write(f"cnnviz demo: {failure}\n")
    return 1 if failure else 0


def _drive(session: Session, out: Path, started: float, shown: Shown) -> str:
    window, size = session.window, shown.size
    window.resize(*size)
    hand = Hand(window, out, started)
    preferences = session.preferences.state
    hand.record |= {
        "size": f"{size[0]}x{size[1]}",
        "language": preferences.language,
        "theme": preferences.theme,
        "level": preferences.level,
        "presents": shown.presents,
    }
    driver = Driver(MainJob(hand, session).script(), window)
    driver.ended.connect(window.close)
    hooks = ErrorHooks(session.root)
    hooks.caught.connect(driver.break_off)
    hooks.install()
    if shown.presents:
        window.first_painted.connect(window.actions_of_window.present.toggle)
    window.first_painted.connect(driver.begin)
    window.show()
    QApplication.exec()
    hooks.uninstall()
    hand.record["failure"] = driver.failure or None
    hand.write_record()
    return driver.failure

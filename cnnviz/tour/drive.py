"""Compose the program offscreen, let the script use it, write down what happened."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cnnviz.app import Session, build, make_application
from cnnviz.engine.errors import CnnvizError
from cnnviz.shell.error_hooks import ErrorHooks
from cnnviz.shell.log_setup import begin_logging
from cnnviz.state.preferences import Preferences, write_preferences
from cnnviz.tour.driver import Driver
from cnnviz.tour.robot import Hand
from cnnviz.tour.script import MainJob


def drive(
    *,
    out: Path,
    language: str,
    theme: Literal["light", "dark"],
    size: tuple[int, int],
) -> int:
    """Run the tour; return the exit status: 0 done, 1 failed with a line on stderr.

    Parameters
    ----------
    out
        Folder for the pictures and ``tour.json``; made when it is not there.
    language, theme
        Of the window; the user's own preferences are neither read nor written.
    size
        Width and height of the window in pixels.

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
    application = make_application(["cnnviz"])
    with TemporaryDirectory() as scratch:
        file = str(Path(scratch) / "preferences.ini")
        settings = QSettings(file, QSettings.Format.IniFormat)
        write_preferences(settings, Preferences(language=language, theme=theme))
        session = build(settings)
        failure = _drive(session, out, started, size)
        application.closeAllWindows()
        session.shut_down()
    if failure:
        sys.stderr.write(f"cnnviz demo: {failure}\n")
    return 1 if failure else 0


def _drive(session: Session, out: Path, started: float, size: tuple[int, int]) -> str:
    window = session.window
    window.resize(*size)
    hand = Hand(window, out, started)
    preferences = session.preferences.state
    hand.record |= {
        "size": f"{size[0]}x{size[1]}",
        "language": preferences.language,
        "theme": preferences.theme,
    }
    driver = Driver(MainJob(hand, session).script(), window)
    driver.ended.connect(window.close)
    hooks = ErrorHooks(session.root)
    hooks.caught.connect(driver.break_off)
    hooks.install()
    window.first_painted.connect(driver.begin)
    window.show()
    QApplication.exec()
    hooks.uninstall()
    hand.record["failure"] = driver.failure or None
    hand.write_record()
    return driver.failure

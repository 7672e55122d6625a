"""Where what happens is written down: a file in the user's log folder.

Begun before Qt is loaded, so that a Qt that cannot be loaded is written down too.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from typing_extensions import override

from cnnviz.engine.places import log_place
from cnnviz.engine.shown_text import escaped

_FORM: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_READ: Final = 60_000  # bytes of the end of the log: what a report can use


class _Form(logging.Formatter):
    """Lines in which the names of files do nothing to the terminal."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(escaped, super().format(record).split("\n")))


def log_folder() -> Path:
    """Return the folder of the log and of the crash reports."""
    return log_place()


def log_file() -> Path:
    """Return where the log is written."""
    return log_folder() / "cnnviz.log"


def end_of_log(lines: int) -> str:
    """Return the log's last lines; nothing when there is none that can be read."""
    try:
        with log_file().open("rb") as file:
            file.seek(max(0, log_file().stat().st_size - _READ))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-lines:])


def begin_logging() -> None:
    """Write warnings to stderr, and everything from ``info`` up to the file.

    A folder that cannot be written to costs the file, not the program.
    """
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    handlers[0].setLevel(logging.WARNING)
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handlers.append(
            RotatingFileHandler(path, maxBytes=500_000, backupCount=1, encoding="utf-8")
        )
    except OSError as error:
        logging.getLogger(__name__).debug("no log file: %s", error)
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for handler in handlers:
        handler.setFormatter(_Form(_FORM))
        root.addHandler(handler)

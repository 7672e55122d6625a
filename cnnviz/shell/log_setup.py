"""Where what happens is written down: a file in the user's log folder."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from typing_extensions import override

from cnnviz.engine.shown_text import escaped

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_FORM: Final = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
# What the offscreen platform says whenever a window has a smallest size.
_NOISE: Final = frozenset({"This plugin does not support propagateSizeHints()"})

_qt_log = logging.getLogger("qt")


class _Form(logging.Formatter):
    """Lines in which the names of files do nothing to the terminal."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return "\n".join(map(escaped, super().format(record).split("\n")))


def log_file() -> Path:
    """Return where the log is written."""
    return user_log_path("cnnviz", appauthor=False) / "cnnviz.log"


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
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if text in _NOISE:
        return
    category = context.category or "default"
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, text)

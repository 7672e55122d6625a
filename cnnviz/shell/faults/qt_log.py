"""Qt's own messages, written where ours are."""

import logging
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# What the offscreen platform says whenever a window has a smallest size.
_NOISE: Final = frozenset({"This plugin does not support propagateSizeHints()"})

_log = logging.getLogger("qt")


def log_qt_messages() -> None:
    """Send what Qt has to say to the log; `begin_logging` says where that goes."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if text in _NOISE:
        return
    category = context.category or "default"
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", category, text)

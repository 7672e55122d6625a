"""Files that are dropped on the window."""

import warnings
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cnnviz.app import Session


def drop(session: Session, path: Path) -> None:
    """Do what the system does when a file is dragged in and let go."""
    mime, window = QMimeData(), session.window
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    middle, left = window.rect().center(), Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    with warnings.catch_warnings():
        # Qt 6.12 wants a QPointF, which Qt 6.10 does not know.
        warnings.simplefilter("ignore", DeprecationWarning)
        entered = QDragEnterEvent(middle, copy, mime, left, none)
    QApplication.sendEvent(window, entered)
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, mime, left, none))

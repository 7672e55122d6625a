"""Where the window lay and what of it was shown, from one start to the next."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

FIRST_SIZE: Final = QSize(1280, 800)
_FRAME: Final = QSize(16, 40)
"""What a desktop may put around the window: both together must be on the screen."""

_PANEL: Final = "shows_panel"
_COLLAPSED: Final = "collapsed"


def put_in_first_place(window: QWidget) -> None:
    """Give the window its first size, no larger than the screen, in the middle."""
    room = QGuiApplication.primaryScreen().availableGeometry()
    # What the desktop will put around it is known only once it is shown.
    size = FIRST_SIZE.boundedTo(room.size() - _FRAME)
    window.resize(size.expandedTo(window.minimumSizeHint()))
    spare = room.size() - (window.size() + _FRAME)
    window.move(
        room.left() + max(0, spare.width() // 2),
        room.top() + max(0, spare.height() // 2),
    )


def restore_place(window: QWidget, geometry: bytes) -> None:
    """Put the window where it lay, if that was written and a screen is still there."""
    put_in_first_place(window)
    if not geometry or not window.restoreGeometry(geometry):
        return
    screens = QGuiApplication.screens()
    if not any(s.availableGeometry().intersects(window.geometry()) for s in screens):
        put_in_first_place(window)


def splitter_records(root: QWidget) -> dict[str, bytes]:
    """Return the state of every splitter under ``root`` that has a name."""
    return {
        splitter.objectName(): bytes(splitter.saveState().data())
        for splitter in root.findChildren(QSplitter)
        if splitter.objectName()
    }


def restore_splitters(root: QWidget, records: Mapping[str, bytes]) -> None:
    """Put every splitter back; one without a record, or with a bad one, stays."""
    for splitter in root.findChildren(QSplitter):
        record = records.get(splitter.objectName(), b"")
        if record:
            splitter.restoreState(record)


def mark_panel(action: QAction) -> None:
    """Mark a checkable action that shows and hides a panel: it belongs to the layout."""
    action.setProperty(_PANEL, True)


def mark_collapsed(action: QAction, is_collapsed: bool) -> None:
    """Say that the panel of an action is hidden for want of room, not by choice."""
    action.setProperty(_COLLAPSED, is_collapsed)


def hidden_panels(root: QWidget) -> frozenset[str]:
    """Return the names of the actions whose panels are hidden by choice."""
    return frozenset(
        action.objectName()
        for action in panels_under(root)
        if not action.isChecked() and not action.property(_COLLAPSED)
    )


def restore_panels(root: QWidget, hidden: Collection[str]) -> None:
    """Hide the panels whose actions are named, and show all others."""
    for action in panels_under(root):
        action.setChecked(action.objectName() not in hidden)


def panels_under(root: QWidget) -> list[QAction]:
    """Return the actions under ``root`` that show and hide panels."""
    return [action for action in root.findChildren(QAction) if action.property(_PANEL)]

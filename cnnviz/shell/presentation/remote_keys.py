"""The keys of a presentation: they come before those of the page."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from typing_extensions import override

from cnnviz.ui.keyboard.presenting import Wish, wish_of

_TYPING: Final = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QAbstractItemView)


class RemoteKeys(QObject):
    """Take the keys of common remote pointers from what is shown in a view.

    Parameters
    ----------
    view
        Has the keyboard, and passes on what is not taken here.
    content
        Knows which of its fields has the keyboard.

    Signals
    -------
    wished(wish)
        One of them was pressed.
    escaped()
        Esc was pressed. Somebody who takes it sets `takes_escape`.
    """

    wished = Signal(str)
    escaped = Signal()

    def __init__(self, view: QWidget, content: QWidget) -> None:
        super().__init__(view)
        self._content = content
        self.takes_escape = False
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent):
            return False
        wish = self._wish(event)
        is_escape = event.key() == Qt.Key.Key_Escape and self.takes_escape
        if wish is None and not is_escape:
            return False
        event.accept()  # no shortcut of the page
        if kind == QEvent.Type.KeyPress:
            if is_escape:
                self.escaped.emit()
            else:
                self.wished.emit(wish)
        return True

    def _wish(self, event: QKeyEvent) -> Wish | None:
        """Return what a key asks for, unless something is being typed or chosen."""
        if QApplication.activePopupWidget() is not None:
            return None
        wish = wish_of(event)
        is_typed = isinstance(self._content.focusWidget(), _TYPING)
        return None if is_typed and wish not in ("next", "back") else wish

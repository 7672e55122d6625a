"""A part of a page that Esc closes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class ClosedByEscape(QWidget):
    """What is open in the place of something else, until Esc.

    Signals
    -------
    closed()
        Back to what was there before.
    """

    closed = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from shortcuts: it closes this part."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if _is_escape(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape

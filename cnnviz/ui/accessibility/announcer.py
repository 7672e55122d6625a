"""What changes by itself, said by a screen reader once it has come to rest."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from cnnviz.ui.theme import tokens


class Announcer(QTimer):
    """Says the last of several texts: while a picture plays, or a hand draws, none."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._text = self._said = ""
        self.setSingleShot(True)
        self.setInterval(tokens.TYPING_PAUSE_MS)
        self.timeout.connect(self._say)

    def announce(self, text: str) -> None:
        """Say a text, unless another one comes before it could be said."""
        if QAccessible.isActive() and text != self._text:
            self._text = text
            self.start()

    @Slot()
    def _say(self) -> None:
        if self._text and self._text != self._said and self._widget.isVisible():
            event = QAccessibleAnnouncementEvent(self._widget, self._text)
            QAccessible.updateAccessibility(event)
        self._said = self._text

"""When a hand has finished typing, though it neither pressed Enter nor left."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from cnnviz.ui.theme import tokens

PAUSE_MS: Final = tokens.TYPING_PAUSE_MS
"""Longer than it takes to type the next digit."""


class TypingPause(QObject):
    """Tells when nothing has been typed into a line for a while.

    Signals
    -------
    rested()
        What was typed may be used.
    """

    rested = Signal()

    def __init__(self, line: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.rested)
        line.textEdited.connect(self._on_text_edited)

    @property
    def is_typing(self) -> bool:
        """Whether something was typed that has not been used yet."""
        return self._timer.isActive()

    def finish(self) -> None:
        """Let what was typed be used now: something else is about to happen."""
        if self.is_typing:
            self._timer.stop()
            self.rested.emit()

    def forget(self) -> None:
        """Wait no more: what was typed has been used, or is gone."""
        self._timer.stop()

    @Slot()
    def _on_text_edited(self) -> None:
        self._timer.start()

"""Ctrl+C in the terminal, and the system asking us to end."""

import signal
import socket
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class OsSignals(QObject):
    """Turn SIGINT and SIGTERM into a signal in the window's thread.

    Python runs a handler only between two of its own instructions, and a waiting Qt
    loop executes none: the byte written to a socket wakes the loop up.

    Signals
    -------
    requested()
        The program is to end.
    """

    requested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(
            self._reader.fileno(), QSocketNotifier.Type.Read, self
        )
        self._notifier.activated.connect(self._on_woken)
        self._old_wakeup = signal.set_wakeup_fd(
            self._writer.fileno(), warn_on_full_buffer=False
        )
        self._old = {number: signal.signal(number, _ignored) for number in _SIGNALS}

    def shut_down(self) -> None:
        """Put everything back as it was."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old_wakeup)
        for number, handler in self._old.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _on_woken(self) -> None:
        woken_by = self._reader.recv(64)
        if any(number in woken_by for number in _SIGNALS):
            self.requested.emit()


def _ignored(_number: int, _frame: FrameType | None) -> None:
    """Stand in as handler; the byte on the socket is what is listened to."""

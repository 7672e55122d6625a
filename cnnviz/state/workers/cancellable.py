"""A thread that can be told to give up."""

from threading import Event

from PySide6.QtCore import QObject, QThread


class CancellableThread(QThread):
    """Know whether it is still wanted, whichever thread asks.

    Qt's own ``isInterruptionRequested`` answers in the thread itself only: in the
    threads of a pool that computes for it, it says no for ever.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._cancelled = Event()

    def is_cancelled(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Give up at the next occasion; ``finished`` says when it is done."""
        self._cancelled.set()

    def shut_down(self) -> None:
        """Give up and wait for the thread."""
        self.cancel()
        self.wait()

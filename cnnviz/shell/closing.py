"""Closing while something long runs: stop it first, then go."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot


class Closing(QObject):
    """Know whether the window may close now, and say when it may.

    Signals
    -------
    ended()
        What had to be stopped has stopped: the window may close.
    """

    ended = Signal()

    def __init__(
        self,
        is_running: Callable[[], bool],
        stop: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_running = is_running
        self._stop = stop
        self._is_waiting = False

    def may_close(self) -> bool:
        """Return True when nothing runs; otherwise ask it to stop, once."""
        if not self._is_running():
            return True
        if not self._is_waiting:
            self._is_waiting = True
            self._stop()
        return False

    @Slot(bool)
    def on_running_changed(self, running: bool) -> None:
        """Learn that the long work began or is over, whoever ended it."""
        if self._is_waiting and not running:
            self._is_waiting = False
            self.ended.emit()

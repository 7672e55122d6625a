"""Run a tour's script from a timer, so that the window's own loop turns all the time."""

import time
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from cnnviz.tour.robot import Script, TourFailure, at_once

_POLL_MS: Final = 4
_PATIENCE_S: Final = 180.0


class Driver(QObject):
    """Take the script's next step whenever what it waits for has come true.

    Signals
    -------
    ended()
        The script is over, or failed: ``failure`` says why.
    """

    ended = Signal()

    def __init__(self, script: Script, parent: QObject) -> None:
        super().__init__(parent)
        self.failure = ""
        self._script = script
        self._wait = at_once
        self._since = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._on_tick)

    @Slot()
    def begin(self) -> None:
        """Start."""
        self._timer.start()

    def break_off(self, why: str) -> None:
        """End before the script does: an error reached the program's last net."""
        self.failure = why
        self._end()

    @Slot()
    def _on_tick(self) -> None:
        try:
            if self._wait():
                self._wait = next(self._script)
                self._since = time.perf_counter()
            elif time.perf_counter() - self._since > _PATIENCE_S:
                self.break_off(f"nothing happened for {_PATIENCE_S:.0f} s")
        except StopIteration:
            self._end()
        except TourFailure as failure:
            self.break_off(str(failure))

    def _end(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.ended.emit()

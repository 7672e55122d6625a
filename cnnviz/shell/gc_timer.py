"""Garbage collection in the window's thread only."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

_INTERVAL_MS: Final = 1000


class GcTimer(QObject):
    """Collect cycles from a timer of the window's thread instead of in any thread.

    Python collects in whichever thread happens to allocate. A training thread could
    so destroy a widget caught in a cycle, and Qt crashes when that happens outside
    the window's thread.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_INTERVAL_MS)
        self._timer.timeout.connect(self._on_timeout)

    def begin(self) -> None:
        """Take over from Python."""
        gc.disable()
        self._timer.start()

    @Slot()
    def freeze_loaded_objects(self) -> None:
        """Never look at the objects of now again: modules, mostly, and they stay.

        With torch loaded they are some 300,000, and looking at them takes longer than
        a frame.
        """
        gc.freeze()

    def shut_down(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _on_timeout(self) -> None:
        youngest, middle, oldest = gc.get_count()
        if youngest < self._thresholds[0]:
            return
        generation = 1 if middle > self._thresholds[1] else 0
        if generation and oldest > self._thresholds[2]:
            generation = 2
        gc.collect(generation)

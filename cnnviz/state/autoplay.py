"""The clock of a window that walks by itself."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

_MOST_STEPS_A_TICK: Final = 6


class Autoplay(QObject):
    """Say when steps are due; a late tick makes up for those that were lost.

    Signals
    -------
    due(steps)
        So many steps are to be taken now, one at least.
    """

    due = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps_per_second = 1.0
        self._taken = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._clock = QElapsedTimer()

    def begin(self, steps_per_second: float) -> None:
        """Count from now, at this speed."""
        self._steps_per_second = steps_per_second
        self._taken = 0.0
        self._clock.start()
        self._timer.start(round(1000 / steps_per_second))

    def end(self) -> None:
        """Let no more steps be due."""
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        due = self._clock.elapsed() / 1000 * self._steps_per_second - self._taken
        steps = min(max(round(due), 1), _MOST_STEPS_A_TICK)
        self._taken += max(steps, due - 1)
        self.due.emit(steps)

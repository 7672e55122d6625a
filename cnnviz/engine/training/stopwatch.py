"""Time that counts only while it runs."""

from time import perf_counter


class Stopwatch:
    """Adds up the time between ``start`` and ``stop``, in seconds.

    A run's generator stops it around every event, so that a paused run, or a window
    that takes long to paint, does not count.
    """

    def __init__(self) -> None:
        self._gone = 0.0
        self._started: float | None = None

    @property
    def seconds(self) -> float:
        """What has been counted so far."""
        if self._started is None:
            return self._gone
        return self._gone + perf_counter() - self._started

    def start(self) -> None:
        """Count from now on."""
        if self._started is None:
            self._started = perf_counter()

    def stop(self) -> None:
        """Count no more until the next start."""
        self._gone = self.seconds
        self._started = None

"""What runs for long while somebody wants to close the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal, Slot

WorkKind = Literal["training", "race", "animation", "file"]

FOR_HOURS: Final = frozenset[WorkKind](("training", "race"))
"""What is stopped, never waited for; it is kept as far as it came."""


@dataclass(frozen=True, slots=True)
class LongWork:
    """Something that runs for long.

    Attributes
    ----------
    kind
        What it is; of `FOR_HOURS` nothing is waited for.
    is_running, stop
        Ask whether it runs; end it early.
    """

    kind: WorkKind
    is_running: Callable[[], bool]
    stop: Callable[[], None]


class Shutdown(QObject):
    """Know what stands against closing, wait for it or stop it, and say when it is over.

    Signals
    -------
    ended()
        What was waited for is over: the window may close.
    called_off()
        Nothing is waited for any more: the window stays.
    """

    ended = Signal()
    called_off = Signal()

    def __init__(
        self, works: Sequence[LongWork], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._works = tuple(works)
        self._is_waiting = False

    @property
    def is_waiting(self) -> bool:
        """Whether the window is to close as soon as nothing runs."""
        return self._is_waiting

    def running(self) -> tuple[WorkKind, ...]:
        """Return what runs now; when there is nothing, the window may close."""
        return tuple(work.kind for work in self._works if work.is_running())

    def finish(self) -> None:
        """Close when all is written; a training is stopped after its batch."""
        self._end(FOR_HOURS)

    def stop(self) -> None:
        """Close when all has been stopped, which is soon."""
        self._end(FOR_HOURS | {"animation", "file"})

    def _end(self, kinds: frozenset[WorkKind]) -> None:
        self._is_waiting = True
        for work in self._works:
            if work.kind in kinds and work.is_running():
                work.stop()

    @Slot()
    def stay(self) -> None:
        """Wait no more: the window is to stay, or a file could not be written."""
        self._is_waiting = False
        self.called_off.emit()

    @Slot()
    def on_changed(self) -> None:
        """Learn that something began or is over."""
        if self._is_waiting and not self.running():
            self._is_waiting = False
            self.ended.emit()

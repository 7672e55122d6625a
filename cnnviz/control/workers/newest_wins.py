"""A background thread that answers the newest question only."""

import logging
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QMutex,
    QMutexLocker,
    QObject,
    QThread,
    QWaitCondition,
    Signal,
)

from cnnviz.errors import CnnvizError

Q = TypeVar("Q")
A = TypeVar("A")

_log = logging.getLogger(__name__)


class NewestWinsWorker(QThread, Generic[Q, A]):
    """Run ``compute(question)`` in this thread; a newer question replaces a waiting one.

    A question that is being answered is finished, unless it asks ``is_superseded``.
    The owner drops an answer whose number is not that of its last request.

    Signals
    -------
    answered(number, answer)
        In the owner's thread.
    failed(number, error)
        ``compute`` raised a ``CnnvizError``; another exception becomes one with the
        code ``unexpected`` and is logged.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)

    def __init__(
        self, compute: Callable[[Q], A], name: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._compute = compute
        self._mutex = QMutex()
        self._wake = QWaitCondition()
        self._waiting: tuple[int, Q] | None = None
        self._number = 0
        self._is_over = False
        self._is_finishing = False

    @property
    def newest(self) -> int:
        """Number of the last request; 0 before the first."""
        return self._number

    def request(self, question: Q) -> int:
        """Ask, starting the thread if it sleeps; return the request's number."""
        with QMutexLocker(self._mutex):
            self._number += 1
            self._waiting = (self._number, question)
            self._wake.wakeAll()
        if not self.isRunning() and not self._is_over:
            self.start()
        return self._number

    def is_superseded(self) -> bool:
        """Whether a newer question waits or the thread is to end; for ``compute``."""
        return self._waiting is not None or self.isInterruptionRequested()

    def shut_down(self) -> None:
        """End the thread for good after the question at hand, and wait for it."""
        self._is_over = True
        with QMutexLocker(self._mutex):
            self.requestInterruption()
            self._waiting = None
            self._wake.wakeAll()
        self.wait()

    def finish(self) -> None:
        """End the thread for good after all that was asked, and wait for it."""
        self._is_over = True
        with QMutexLocker(self._mutex):
            self._is_finishing = True
            self._wake.wakeAll()
        self.wait()

    def run(self) -> None:
        """Answer until told to stop (Qt calls this in the thread)."""
        while True:
            with QMutexLocker(self._mutex):
                while self._waiting is None and not self._is_to_end():
                    self._wake.wait(self._mutex)
                if self._waiting is None or self.isInterruptionRequested():
                    return
                number, question = self._waiting
                self._waiting = None
            self._answer(number, question)

    def _is_to_end(self) -> bool:
        return self._is_finishing or self.isInterruptionRequested()

    def _answer(self, number: int, question: Q) -> None:
        try:
            for answer in self._answers(question):
                self.answered.emit(number, answer)
        except CnnvizError as error:
            self.failed.emit(number, error)
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            _log.exception("worker %s failed", self.objectName())
            self.failed.emit(number, CnnvizError("unexpected", detail=str(error)))

    def _answers(self, question: Q) -> Iterator[A]:
        """Yield the answers to a question: one, unless a worker has more to say."""
        yield self._compute(question)

"""Background threads that answer the newest question only, or all in order."""

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
from typing_extensions import override

from cnnviz.state.workers.errors import as_cnnviz_error

Q = TypeVar("Q")
A = TypeVar("A")


class LatestWorker(QThread, Generic[Q, A]):
    """Run ``compute(question)`` in this thread; a newer question replaces a waiting one.

    A question that is being answered is finished, unless it asks ``is_superseded``.
    The owner drops an answer whose number is not that of its last request.

    Signals
    -------
    answered(number, answer)
        In the owner's thread.
    failed(number, error)
        ``compute`` raised an exception; ``error`` is what `as_cnnviz_error` makes of it.
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
        self._waiting: list[tuple[int, Q]] = []
        self._number = self._at_hand = self._forgotten = 0
        self._is_over = False

    @property
    def newest(self) -> int:
        """Number of the last request; 0 before the first."""
        return self._number

    def request(self, question: Q) -> int:
        """Ask, starting the thread if it sleeps; return the request's number."""
        with QMutexLocker(self._mutex):
            self._number += 1
            if self._is_over:
                return self._number
            self._put(self._number, question)
            self._wake.wakeAll()
        if not self.isRunning():
            self.start()
        return self._number

    def forget(self) -> None:
        """Let go of what was asked; an answer that is nearly there may still come."""
        with QMutexLocker(self._mutex):
            self._waiting.clear()
            self._forgotten = self._number

    def is_superseded(self) -> bool:
        """Whether nobody wants the answer at hand any more.

        For ``compute``, in whichever thread: Qt's ``isInterruptionRequested`` answers in
        this one only, not in those of a pool that ``compute`` shares its work with.
        """
        return bool(self._waiting) or self._at_hand <= self._forgotten

    def shut_down(self) -> None:
        """End the thread for good after the question at hand, and wait for it."""
        self.forget()
        self.finish()

    def finish(self) -> None:
        """End the thread for good after all that was asked, and wait for it."""
        with QMutexLocker(self._mutex):
            self._is_over = True
            self._wake.wakeAll()
        self.wait()

    def run(self) -> None:
        """Answer until told to stop (Qt calls this in the thread)."""
        while True:
            with QMutexLocker(self._mutex):
                while not self._waiting and not self._is_over:
                    self._wake.wait(self._mutex)
                if not self._waiting:
                    return
                number, question = self._waiting.pop(0)
                self._at_hand = number
            self._answer(number, question)
            del question  # or it would be kept for as long as the thread sleeps

    def _answer(self, number: int, question: Q) -> None:
        try:
            for answer in self._answers(question):
                self.answered.emit(number, answer)
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(number, as_cnnviz_error(error, self.objectName()))

    def _put(self, number: int, question: Q) -> None:
        """Let a question wait, instead of the one that waited (the mutex is held)."""
        self._waiting = [(number, question)]

    def _answers(self, question: Q) -> Iterator[A]:
        """Yield the answers to a question: one, unless a worker has more to say."""
        yield self._compute(question)


class QueueWorker(LatestWorker[Q, A]):
    """Answer every question, one after the other: none is dropped for a newer one."""

    @override
    def _put(self, number: int, question: Q) -> None:
        self._waiting.append((number, question))

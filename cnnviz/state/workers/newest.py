"""The answers of a worker to the newest question; late ones are dropped on arrival."""

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.workers.latest import LatestWorker

Q = TypeVar("Q")
A = TypeVar("A")


class NewestAnswer(QObject, Generic[Q, A]):
    """Own a worker, and hand on what it answers to the question that was asked last.

    Signals
    -------
    arrived(answer)
        An answer to that question; several, where the worker has more to say.
    failed(error)
        There is none: a ``CnnvizError``.
    """

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: LatestWorker[Q, A], parent: QObject | None) -> None:
        super().__init__(parent)
        worker.setParent(self)
        self._worker = worker
        self._awaited = self._answered = 0
        worker.answered.connect(self._on_answered)
        worker.failed.connect(self._on_failed)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return self._answered != self._awaited

    def request(self, question: Q) -> None:
        """Ask; what was asked before is not answered any more."""
        self._awaited = self._worker.request(question)

    def forget(self) -> None:
        """Let go of what was asked: the thread is free, and nothing arrives."""
        self._worker.forget()
        self._awaited = self._answered = 0

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    @Slot(int, object)
    def _on_answered(self, number: int, answer: A) -> None:
        if number == self._awaited:
            self._answered = number
            self.arrived.emit(answer)

    @Slot(int, object)
    def _on_failed(self, number: int, error: CnnvizError) -> None:
        if number == self._awaited:
            self._answered = number
            self.failed.emit(error)

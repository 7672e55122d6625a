"""What the presenters of tools about an answer share: asking, waiting, resting."""

from abc import abstractmethod
from dataclasses import replace
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

PAUSE_MS: Final = 120
"""After a movement of the pen: while it moves, the answer comes first."""


class HoldsAnswer(Protocol):
    """A frozen state that is about an answer."""

    @property
    def answer(self) -> DrawAnswer | None:
        """What it is about; ``None`` before there is one."""


S = TypeVar("S", bound=HoldsAnswer)
A = TypeVar("A")


class ToolPresenter(QObject, Generic[S, A]):
    """Ask a thread whenever the answer, or what is asked of it, changes.

    Nothing is asked before `show_answer`, nor after `rest`. ``store`` is what the tool
    renders. A subclass says what to ask (`_question`) and takes what arrives.

    Parameters
    ----------
    state
        The first one.
    worker
        Answers the questions.
    pause_ms
        How long to wait with a further answer's question.
    """

    def __init__(
        self,
        state: S,
        worker: LatestWorker[Any, A],
        parent: QObject | None,
        *,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self.store: Store[S] = Store(state, self)
        self._worker = NewestAnswer(worker, self)
        self._worker.arrived.connect(self._on_arrived)
        self._worker.failed.connect(self._on_failed)
        self._is_resting = True
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._ask)

    @property
    def is_waiting(self) -> bool:
        """Whether something is on its way."""
        return self._worker.is_waiting or self._pause.isActive()

    def show_answer(self, answer: DrawAnswer | None) -> None:
        """Take another answer; the same one again changes nothing."""
        if answer is self.store.state.answer and not self._is_resting:
            return
        self._is_resting = False
        if answer is None or not self._is_about(answer):
            self._pause.stop()
            self._worker.forget()
            self._forget(answer)
            return
        is_first = not self._has_outcome()
        self._take(answer)
        if is_first or not self._pause.interval():
            self._ask()
        else:
            self._pause.start()

    @Slot()
    def rest(self) -> None:
        """Compute nothing more: nobody looks."""
        self._is_resting = True
        self._pause.stop()
        self._worker.forget()

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    def _is_about(self, answer: DrawAnswer) -> bool:
        """Whether there is anything to ask about an answer."""
        return answer.trace is not None

    def _take(self, answer: DrawAnswer) -> None:
        self._replace(answer=answer)

    @abstractmethod
    def _has_outcome(self) -> bool:
        """Whether something is shown already."""

    @abstractmethod
    def _forget(self, answer: DrawAnswer | None) -> None:
        """Show nothing: there is nothing to ask about this answer."""

    @abstractmethod
    def _question(self) -> object | None:
        """Return what to ask now, if anything."""

    @abstractmethod
    def _on_arrived(self, outcome: A) -> None:
        """Show what came of it."""

    @abstractmethod
    def _on_failed(self, error: CnnvizError) -> None:
        """Show why nothing did."""

    def _change(self, **changes: object) -> None:
        """Ask for something else of the same answer; for the same again, do nothing."""
        state = self.store.state
        if any(getattr(state, name) != value for name, value in changes.items()):
            self._replace(**changes)
            self._ask()

    @Slot()
    def _ask(self) -> None:
        question = None if self._is_resting else self._question()
        if question is None:
            self._worker.forget()
        else:
            self._worker.request(question)

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[type-var]

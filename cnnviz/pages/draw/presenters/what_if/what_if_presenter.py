"""What the network would answer if the ink lay otherwise."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.shift_answers import ShiftAnswers, answers_when_shifted
from cnnviz.engine.images.changed_ink import InkChange, changed_ink
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.pages.draw.presenters.why.why_presenter import PAUSE_MS
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

_UNCHANGED = InkChange()


@dataclass(frozen=True, slots=True, eq=False)
class WhatIfQuestion:
    """Ask about changed ink.

    Attributes
    ----------
    answer
        What was answered to the ink as it is.
    change
        What is done to the ink.
    prepared
        Whether the ink is changed before it is prepared; else the digit is, after it. A
        picture that needs no preparation is changed itself.
    shifts
        The answers of the digit at all shifts, if they are known.
    """

    answer: DrawAnswer
    change: InkChange
    prepared: bool
    shifts: ShiftAnswers | None


@dataclass(frozen=True, slots=True, eq=False)
class WhatIfAnswer:
    """What came of it.

    Attributes
    ----------
    question
        What was asked.
    changed
        uint8, the changed ink, or the changed digit.
    seen
        uint8, what the network was shown: ``H x W``, in colour ``C x H x W``.
    best, shares
        The class answered, and the probability of each; ``None`` for mere scores.
    shifts
        What is answered to the unchanged digit at all shifts.
    """

    question: WhatIfQuestion
    changed: NDArray[np.uint8]
    seen: NDArray[np.uint8]
    best: int
    shares: NDArray[np.float32] | None
    shifts: ShiftAnswers


@dataclass(frozen=True, slots=True, eq=False)
class WhatIfState:
    """What the tool shows.

    Attributes
    ----------
    change
        What is done to the ink.
    prepared
        Whether that is done before the preparation.
    answer
        What was answered to the ink as it is.
    outcome
        The newest answer to changed ink; the sliders may already be ahead of it.
    error
        Why there is none: nothing is left of the ink.
    """

    change: InkChange = _UNCHANGED
    prepared: bool = False
    answer: DrawAnswer | None = None
    outcome: WhatIfAnswer | None = None
    error: CnnvizError | None = None


class WhatIfPresenter(QObject):
    """Ask whenever the ink or the change is another; ``store`` is what the tool renders."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[WhatIfState] = Store(WhatIfState(), self)
        self._worker = NewestAnswer(LatestWorker(outcome_of, "what if"), self)
        self._worker.arrived.connect(self._on_arrived)
        self._worker.failed.connect(self._on_failed)
        self._is_resting = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is on its way."""
        return self._worker.is_waiting or self._pause.isActive()

    def show_answer(self, answer: DrawAnswer | None) -> None:
        """Change the ink of another answer; the same one again changes nothing."""
        if answer is self.store.state.answer and not self._is_resting:
            return
        self._is_resting = False
        if answer is None or answer.trace is None:
            self._pause.stop()
            self._worker.forget()
            self._replace(answer=None, outcome=None, error=None)
            return
        is_first = self.store.state.outcome is None
        self._replace(answer=answer)
        if is_first:
            self._ask()
        else:
            self._pause.start()

    @Slot()
    def rest(self) -> None:
        """Compute nothing more: nobody looks."""
        self._is_resting = True
        self._pause.stop()
        self._worker.forget()

    def change_ink(self, change: InkChange) -> None:
        """Do something else to the ink."""
        if change != self.store.state.change:
            self._replace(change=change)
            self._ask()

    def change_before(self, prepared: bool) -> None:
        """Change the ink before it is prepared, or the digit after it."""
        if prepared != self.store.state.prepared:
            self._replace(prepared=prepared)
            self._ask()

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    @Slot()
    def _ask(self) -> None:
        state = self.store.state
        if self._is_resting or state.answer is None:
            return
        last = state.outcome
        is_same = last is not None and last.question.answer is state.answer
        shifts = last.shifts if is_same and last is not None else None
        self._worker.request(
            WhatIfQuestion(state.answer, state.change, state.prepared, shifts)
        )

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]

    @Slot(object)
    def _on_arrived(self, outcome: WhatIfAnswer) -> None:
        self._replace(outcome=outcome, error=None)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self._replace(error=error)


def outcome_of(question: WhatIfQuestion) -> WhatIfAnswer:
    """Change the ink, or the digit, and ask the network.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` when no ink is left, or ``answer_not_finite``.
    """
    answer, change = question.answer, question.change
    preparation, network, seen = answer.preparation, answer.network, answer.seen
    assert network is not None
    assert seen is not None
    if question.prepared and preparation is not None:
        changed = changed_ink(preparation.ink_hw, change)
        if change != _UNCHANGED:
            seen = prepare_drawing(changed).digit_hw
    else:
        planes = seen.reshape(-1, *seen.shape[-2:])
        changed = np.stack([changed_ink(plane, change) for plane in planes])
        changed = seen if change == _UNCHANGED else changed.reshape(seen.shape)
        seen = changed
    trace = network.tracer.trace(seen)
    shifts = question.shifts
    if shifts is None:
        assert answer.seen is not None
        shifts = answers_when_shifted(network.tracer, answer.seen)
    return WhatIfAnswer(
        question, changed, seen, trace.best, trace.probabilities, shifts
    )

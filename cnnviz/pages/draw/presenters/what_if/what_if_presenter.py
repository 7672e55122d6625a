"""What the network would answer if the ink lay otherwise."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.shift_answers import ShiftAnswers, answers_when_shifted
from cnnviz.engine.images.changed_ink import InkChange, changed_ink
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.pages.draw.presenters.tool_presenter import ToolPresenter
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.state.workers.latest import LatestWorker

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


class WhatIfPresenter(ToolPresenter[WhatIfState, WhatIfAnswer]):
    """Ask whenever the ink or the change is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(WhatIfState(), LatestWorker(outcome_of, "what if"), parent)

    def change_ink(self, change: InkChange) -> None:
        """Do something else to the ink."""
        self._change(change=change)

    def change_before(self, prepared: bool) -> None:
        """Change the ink before it is prepared, or the digit after it."""
        self._change(prepared=prepared)

    @override
    def _has_outcome(self) -> bool:
        return self.store.state.outcome is not None

    @override
    def _forget(self, answer: DrawAnswer | None) -> None:
        self._replace(answer=None, outcome=None, error=None)

    @override
    def _question(self) -> WhatIfQuestion | None:
        state = self.store.state
        if state.answer is None:
            return None
        last = state.outcome
        is_same = last is not None and last.question.answer is state.answer
        shifts = last.shifts if is_same and last is not None else None
        return WhatIfQuestion(state.answer, state.change, state.prepared, shifts)

    @Slot(object)
    @override
    def _on_arrived(self, outcome: WhatIfAnswer) -> None:
        self._replace(outcome=outcome, error=None)

    @Slot(object)
    @override
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

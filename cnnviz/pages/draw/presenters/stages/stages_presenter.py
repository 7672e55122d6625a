"""What each stage of the preparation is worth: the answer without it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.preparation import (
    STAGES,
    Preparation,
    Stage,
    prepare_drawing,
)
from cnnviz.engine.networks.trace import best_of, probabilities_of
from cnnviz.pages.draw.presenters.tool_presenter import ToolPresenter
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.state.workers.latest import LatestWorker


@dataclass(frozen=True, slots=True)
class Read:
    """What a network reads, and how sure it is; ``None`` for mere scores."""

    best: int
    share: float | None


@dataclass(frozen=True, slots=True, eq=False)
class StagesQuestion:
    """Ask for the drawing of an answer, prepared without some stages."""

    answer: DrawAnswer
    without: frozenset[Stage]


@dataclass(frozen=True, slots=True, eq=False)
class StagesAnswer:
    """What came of it.

    Attributes
    ----------
    question
        What was asked.
    preparation
        Every stage, as switched; ``None`` where nothing is left of the ink.
    whole
        What is read with all stages; ``None`` without a network.
    switched
        What is read as the stages are switched.
    alone
        What is read without this stage alone; ``None`` where nothing is left.
    """

    question: StagesQuestion
    preparation: Preparation | None
    whole: Read | None = None
    switched: Read | None = None
    alone: Mapping[Stage, Read | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class StagesState:
    """What the tool shows.

    Attributes
    ----------
    without
        The stages that are switched off.
    answer
        What was answered to the drawing of now.
    outcome
        The newest that came of it; the switches may already be ahead of it.
    """

    without: frozenset[Stage] = frozenset()
    answer: DrawAnswer | None = None
    outcome: StagesAnswer | None = None


class StagesPresenter(ToolPresenter[StagesState, StagesAnswer]):
    """Ask whenever drawing or switches change; at once, for it takes no time."""

    def __init__(self, parent: QObject | None = None) -> None:
        worker = LatestWorker(outcome_of, "stages")
        super().__init__(StagesState(), worker, parent, pause_ms=0)

    def switch(self, stage: Stage, *, on: bool) -> None:
        """Leave a stage out, or take it in again."""
        without = self.store.state.without - {stage}
        self._change(without=without if on else without | {stage})

    def go(self, by: int) -> None:
        """Take the first stage in again that is left out, or leave the last one out."""
        without = self.store.state.without
        if by > 0:
            found = next((stage for stage in STAGES if stage in without), None)
        else:
            found = next((s for s in reversed(STAGES) if s not in without), None)
        if found is not None:
            self.switch(found, on=by > 0)

    @Slot()
    def switch_all_on(self) -> None:
        """Take every stage in again."""
        self._change(without=frozenset())

    @override
    def _is_about(self, answer: DrawAnswer) -> bool:
        return answer.preparation is not None

    @override
    def _has_outcome(self) -> bool:
        return self.store.state.outcome is not None

    @override
    def _forget(self, answer: DrawAnswer | None) -> None:
        self._replace(answer=answer, outcome=None)

    @override
    def _question(self) -> StagesQuestion | None:
        state = self.store.state
        if state.answer is None or state.answer.preparation is None:
            return None
        return StagesQuestion(state.answer, state.without)

    @Slot(object)
    @override
    def _on_arrived(self, outcome: StagesAnswer) -> None:
        self._replace(outcome=outcome)

    @Slot(object)
    @override
    def _on_failed(self, error: CnnvizError) -> None:
        self._replace(outcome=None)


def outcome_of(question: StagesQuestion) -> StagesAnswer:
    """Prepare the drawing as switched, and without each stage alone; read them all.

    A ready digit is taken as it is: no stage changes it.
    """
    whole = question.answer.preparation
    assert whole is not None
    if whole.is_ready:
        read = _read(question.answer, [whole])[0]
        return StagesAnswer(question, whole, read, read)
    never = left_out_always(question.answer)
    switched = _prepared(whole, question.without | never)
    stages = [stage for stage in STAGES if stage not in never]
    alone = [_prepared(whole, never | {stage}) for stage in stages]
    reads = _read(question.answer, [whole, switched, *alone])
    each = dict(zip(stages, reads[2:], strict=True))
    return StagesAnswer(question, switched, reads[0], reads[1], each)


def left_out_always(answer: DrawAnswer | None) -> frozenset[Stage]:
    """Return what is no stage for the network: of drawings other than digits, spots stay."""
    network = None if answer is None else answer.network
    if network is not None and network.current.network.drawings:
        return frozenset({"spots"})
    return frozenset()


def _prepared(whole: Preparation, without: frozenset[Stage]) -> Preparation | None:
    try:
        return prepare_drawing(whole.ink_hw, without)
    except CnnvizError:  # nothing is left of the ink: an answer, too
        return None


def _read(answer: DrawAnswer, prepared: list[Preparation | None]) -> list[Read | None]:
    """Return what the network reads of each; ``None`` of what there is not."""
    there = [one.digit_hw for one in prepared if one is not None]
    if answer.network is None or not there:
        return [None] * len(prepared)
    tracer = answer.network.tracer
    outputs_nk = tracer.outputs(np.stack(there))
    best_n = best_of(outputs_nk, tracer.network.answer)
    shares_nk = probabilities_of(outputs_nk, tracer.network.answer)
    reads = iter(
        Read(int(best), None if shares_nk is None else float(shares_nk[number, best]))
        for number, best in enumerate(best_n)
    )
    return [None if one is None else next(reads) for one in prepared]

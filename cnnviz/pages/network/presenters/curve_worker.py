"""Drawing an answer curve in a thread of its own; for large networks it takes seconds."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.pages.network.model.comparison import (
    AnswerCurve,
    CurveQuestion,
    answer_curve,
)
from cnnviz.state.workers.latest import LatestWorker


class CurveWorker(LatestWorker[CurveQuestion, AnswerCurve | None]):
    """Answer with a whole curve, and stop on the way when nobody wants it any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(answer_curve, "answer curve", parent)

    @override
    def _answers(self, question: CurveQuestion) -> Iterator[AnswerCurve]:
        curve = answer_curve(question, self.is_superseded)
        if curve is not None:
            yield curve

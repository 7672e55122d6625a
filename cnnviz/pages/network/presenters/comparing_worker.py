"""Comparing in a thread of its own."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.pages.network.model.comparison import (
    Comparing,
    ComparisonAnswer,
    ComparisonQuestion,
)
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.network_opening import OpeningProgress, Reports


class ComparingWorker(
    LatestWorker[ComparisonQuestion, OpeningProgress | ComparisonAnswer]
):
    """Say now and then how far the second network is, and stop when it is not wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._comparing = Comparing()
        super().__init__(self._comparing, "comparing", parent)

    @override
    def _answers(
        self, question: ComparisonQuestion
    ) -> Iterator[OpeningProgress | ComparisonAnswer]:
        reports = Reports()
        for said in self._comparing.answering(question):
            if self.is_superseded():
                return
            if isinstance(said, ComparisonAnswer) or reports.is_due():
                yield said

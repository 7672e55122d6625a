"""The run that was interrupted last time: offered, taken up, or discarded."""

import operator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import QueueWorker

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.engine.training.runs.run_library import UnfinishedRun


class RunOffers(QObject):
    """Look, once and in a thread, for a run that can go on, and offer it in ``store``.

    Signals
    -------
    failed(error)
        Why a run could not be discarded, a ``CnnvizError``; it is still there.
    """

    failed = Signal(object)

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.store: Store[UnfinishedRun | None] = Store(None, self)
        self._is_awaited = False
        self._worker: QueueWorker[Callable[[], object], object]
        self._worker = QueueWorker(operator.call, "run-offers", self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    def look(self) -> None:
        """Look for a run that was interrupted; nothing the second time."""
        if not self._worker.newest:
            self._is_awaited = True
            self._worker.request(self._find)

    def take(self) -> "UnfinishedRun | None":
        """Return what is offered, which is then offered no more."""
        offered, self._is_awaited = self.store.state, False
        if offered is not None:
            self.store.replace(None)
        return offered

    def put_back(self, run: "UnfinishedRun") -> None:
        """Offer a run again: it could not go on."""
        self.store.replace(run)

    def refuse(self, error: CnnvizError, run: "UnfinishedRun | None") -> None:
        """Say why no run can begin now, and offer again the one that was to go on."""
        if run is not None:
            self.put_back(run)
        self.failed.emit(error)

    def pass_over(self, run: "UnfinishedRun") -> None:
        """Offer a run at no other start, either: a new one has begun."""
        self._worker.request(partial(self._pass_over, run.path))

    def discard(self) -> None:
        """Delete what is offered, in a thread."""
        offered = self.take()
        if offered is not None:
            self._worker.request(partial(self._remove, offered.path))

    def shut_down(self) -> None:
        """End the thread when it has done what it was asked."""
        self._worker.finish()

    # What follows is called in the thread; what it needs takes long to load.

    def _find(self) -> "UnfinishedRun | None":
        from cnnviz.engine.training.runs.run_library import newest_unfinished

        runs = self._engine.runs
        return None if runs is None else newest_unfinished(runs)

    def _pass_over(self, path: Path) -> None:
        from cnnviz.engine.training.runs.run_library import pass_over

        pass_over(path)

    def _remove(self, path: Path) -> None:
        from cnnviz.engine.training.runs.run_library import remove_run

        remove_run(path)

    @Slot(int, object)
    def _on_answered(self, _number: int, found: "UnfinishedRun | None") -> None:
        if found is not None and self._is_awaited:
            self.store.replace(found)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)

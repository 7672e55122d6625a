"""All runs that are kept: listed and deleted in a thread, and how many there may be."""

import operator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.runs.run_room import RunRoom
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.preferences import PreferencesStore
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import QueueWorker

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.engine.training.runs.run_listing import RunListed


MEGABYTE: Final = 2**20


class RunShelf(QObject):
    """List the kept runs in ``store``, the newest first; ``None`` before the first look.

    Signals
    -------
    failed(error)
        Why a run could not be deleted, a ``CnnvizError``; it is still there.
    """

    failed = Signal(object)

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.store: Store[tuple[RunListed, ...] | None] = Store(None, self)
        self.limit: Store[RunRoom] = Store(RunRoom(), self)
        self._preferences: PreferencesStore | None = None
        self._worker: QueueWorker[Callable[[], object], object]
        self._worker = QueueWorker(operator.call, "run-shelf", self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    def limit_by(self, preferences: PreferencesStore) -> None:
        """Keep as many runs as was chosen, at an earlier start too."""
        chosen = preferences.state
        self.set_limit(chosen.runs_most, chosen.runs_megabytes)
        self._preferences = preferences

    def set_limit(self, runs: int, megabytes: int) -> None:
        """Keep so many from the next run on, which take so much together."""
        self._engine.room = RunRoom(runs, megabytes * MEGABYTE)
        self.limit.replace(self._engine.room)
        if self._preferences is not None:
            before = self._preferences.state
            new = replace(before, runs_most=runs, runs_megabytes=megabytes)
            self._preferences.replace(new)

    def look(self) -> None:
        """List the runs as they are now."""
        self._worker.request(self._list)

    def delete(self, folder: Path) -> None:
        """Delete a run that nobody writes to; the list follows."""
        self._worker.request(partial(self._delete, folder))
        self.look()

    def shut_down(self) -> None:
        """End the thread when it has done what it was asked."""
        self._worker.finish()

    # What follows is called in the thread; what it needs takes long to load.

    def _list(self) -> "tuple[RunListed, ...]":
        from cnnviz.engine.training.runs.run_listing import list_runs

        runs = self._engine.runs
        if runs is None or not runs.is_dir():
            return ()
        return tuple(sorted(list_runs(runs), key=_age, reverse=True))

    def _delete(self, folder: Path) -> None:
        from cnnviz.engine.training.runs.run_library import remove_run

        remove_run(folder)

    @Slot(int, object)
    def _on_answered(self, _number: int, found: object) -> None:
        if isinstance(found, tuple):
            self.store.replace(found)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)


def _age(listed: "RunListed") -> tuple[float, str]:
    return (
        0.0 if listed.begun is None else listed.begun.timestamp(),
        listed.folder.name,
    )

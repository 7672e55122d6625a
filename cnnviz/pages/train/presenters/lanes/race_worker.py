"""The thread in which the runs of a race learn in turn."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QWaitCondition, Signal
from typing_extensions import override

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    Failed,
    Finished,
    Snapshot,
    TrainingEvent,
)
from cnnviz.pages.train.presenters.run_keeping import RunKeeping
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.pages.train.presenters.training_job import TrainingJob
from cnnviz.state.run.run_snapshots import snapshot_pictures
from cnnviz.state.run.run_state import Happened, TrainingUpdate
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error

_EMIT_EVERY_S: Final = 0.1
_SNAPSHOT_EVERY_S: Final = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class RaceJob:
    """What a race is to do.

    Attributes
    ----------
    number
        Of the race, repeated in every update.
    configs
        The recipe of each run, all of as many batches.
    hows
        How the pictures of each are arranged, see ``engine.datasets.arranged``.
    data
        What all learn from.
    """

    number: int
    configs: tuple[TrainingConfig, ...]
    hows: tuple[str, ...]
    data: str

    def data_of(self, lane: int) -> str:
        """Return the name of the data of a run, arranged as they are."""
        how = self.hows[lane]
        return f"{how}:{self.data}" if how else self.data


class RaceWorker(CancellableThread):
    """Train all runs of a race in turn, a batch each; keep each in a folder of its own.

    Signals
    -------
    updated(updates)
        A tuple with a ``TrainingUpdate`` for each run, about ten times a second.
    failed(error)
        The race could not begin: a ``CnnvizError``.
    """

    updated = Signal(object)
    failed = Signal(object)

    def __init__(
        self, job: RaceJob, engine: TrainingEngine, parent: QObject | None = None
    ) -> None:
        super().__init__("race", parent)
        self._job, self._engine = job, engine
        self._mutex, self._wake = QMutex(), QWaitCondition()
        self._is_paused = self._wants_snapshot = False
        count = len(job.configs)
        self._events: list[list[Happened]] = [[] for _ in range(count)]
        self._shots: list[Snapshot | None] = [None] * count
        self._emitted_at = self._shot_at = 0.0

    def set_paused(self, paused: bool) -> None:
        """Rest after the round of batches at hand, or go on."""
        with QMutexLocker(self._mutex):
            self._is_paused = paused
            self._wake.wakeAll()

    def stop(self) -> None:
        """End after the round at hand; what was learned is kept."""
        with QMutexLocker(self._mutex):
            self.cancel()
            self._wake.wakeAll()

    @override
    def shut_down(self) -> None:
        """End the thread and wait for it."""
        self.stop()
        self.wait()

    @override
    def run(self) -> None:
        """Train until all have ended, or until told to stop (Qt calls this)."""
        try:
            self._race()
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, "race"))
        self._emit()

    def _race(self) -> None:
        from cnnviz.engine.datasets.arranged import arranged
        from cnnviz.engine.training.processor import run_settings
        from cnnviz.engine.training.races.running import in_turn

        job = self._job
        base = self._engine.load_dataset(job.data, job.configs[0].network)
        if self.is_cancelled():
            return
        keepings = self._keepings()
        try:
            runs = []
            for keeping, config, how in zip(
                keepings, job.configs, job.hows, strict=True
            ):
                dataset = arranged(base, how)
                keeping.begin(dataset)
                runs.append(
                    self._engine.train(
                        config,
                        dataset,
                        probe_hw=lambda: None,
                        snapshot_wanted=self._snapshot_is_wanted,
                        checkpoint_wanted=keeping.checkpoint_wanted,
                        resumed=None,
                    )
                )
            in_rounds = in_turn(runs, before_round=self._begin_round)
            threads = run_settings(job.configs[0].threads)
            with threads, closing(in_rounds) as events:
                for number, event in events:
                    keepings[number].take(event)
                    self._take(number, event)
                    is_last = number == len(runs) - 1
                    if self.is_cancelled() and is_last and _ends_turn(event):
                        return
        finally:
            for keeping in keepings:
                keeping.end(is_stopped=True)

    def _keepings(self) -> Sequence[RunKeeping]:
        job, runs = self._job, self._engine.runs
        return [
            RunKeeping(TrainingJob(0, config.network, config, job.data_of(lane)), runs)
            for lane, config in enumerate(job.configs)
        ]

    def _begin_round(self) -> None:
        """Tell what is new, rest where that is asked for, and ask all for a snapshot."""
        now = perf_counter()
        self._wants_snapshot = now - self._shot_at >= _SNAPSHOT_EVERY_S
        if self._wants_snapshot:
            self._shot_at = now
        # The random weights are told of, however soon the next snapshot comes.
        begins = any(shot is not None and shot.step == 0 for shot in self._shots)
        if begins or self._is_paused or now - self._emitted_at >= _EMIT_EVERY_S:
            self._emit()
        with QMutexLocker(self._mutex):
            while self._is_paused and not self.is_cancelled():
                self._wake.wait(self._mutex)

    def _snapshot_is_wanted(self) -> bool:
        """Answer each run, after its batch: all at the same step."""
        return self._wants_snapshot

    def _take(self, number: int, event: TrainingEvent) -> None:
        match event:
            case Snapshot():
                self._shots[number] = event
            case Checkpoint():
                pass
            case _:
                self._events[number].append(event)

    def _emit(self) -> None:
        job = self._job
        updates = tuple(
            TrainingUpdate(
                job.number,
                tuple(events),
                None if shot is None else snapshot_pictures(config.network, shot, None),
            )
            for config, events, shot in zip(
                job.configs, self._events, self._shots, strict=True
            )
        )
        self._events = [[] for _ in job.configs]
        self._shots = [None] * len(job.configs)
        self._emitted_at = perf_counter()
        self.updated.emit(updates)


def _ends_turn(event: TrainingEvent) -> bool:
    return isinstance(event, BatchDone | Finished | Failed)

"""The thread in which a network trains while the window watches."""

from collections.abc import Generator, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMutex, QMutexLocker, QObject, QWaitCondition, Signal
from typing_extensions import override

from cnnviz.engine.datasets.progress import telling
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.pages.train.presenters.recipe_wishes import RecipeWishes
from cnnviz.pages.train.presenters.resting_probe import WatchedPicture
from cnnviz.pages.train.presenters.run_keeping import RunKeeping, Told
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.pages.train.presenters.training_job import TrainingJob
from cnnviz.state.run.moments import probed_pictures
from cnnviz.state.run.run_snapshots import snapshot_pictures
from cnnviz.state.run.run_state import Happened, TrainingUpdate
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error

if TYPE_CHECKING:
    from cnnviz.engine.datasets.split import Split

EMIT_EVERY_S: Final = 0.05
UNWATCHED_EMIT_EVERY_S: Final = 0.5
_UNSEEN_MOST: Final = 2
"""Updates under way to the window; with more, the thread waits with the next one."""


class TrainingWorker(CancellableThread):
    """Iterate ``train`` in this thread, gather its events, emit about 20 times a second.

    Pausing is not asking for the next event; a single step is asking until the next
    batch and its snapshot are there; stopping is closing the generator after one last
    snapshot, so that what is kept is what was reached. A folder keeps the run as it
    goes, and goes on with it exactly where it rests or stops.

    Attributes
    ----------
    rate
        Where another learning rate is wished for.
    picture
        The picture whose maps the coming snapshots show.

    Signals
    -------
    updated(update)
        A ``TrainingUpdate``. The first, every epoch, a rest and the end come at once;
        between them batches are gathered, and only the newest snapshot is kept.
    """

    updated = Signal(object)

    def __init__(
        self,
        job: TrainingJob,
        engine: TrainingEngine,
        *,
        paused: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__("training", parent)
        self._job = job
        self._engine = engine
        self._mutex = QMutex()
        self._wake = QWaitCondition()
        self.wishes = RecipeWishes()
        self._keeping: RunKeeping | None = None
        self._said_unkept = self._is_stopped = False
        self._paused = paused
        self._steps = 0
        self._unseen = 0
        self._watched = True
        self._rests_after_epoch = False
        self.picture = WatchedPicture(job.network)
        # Since the last update: what has happened, and the newest snapshot.
        self._events: list[Happened] = []
        self._snapshot: Snapshot | None = None
        self._validation_seconds: float | None = None
        self._emitted_at = 0.0
        self._last_event_at = 0.0
        self._batches_per_epoch = 0
        self._ends_epoch = False
        self._snapshot_step = -1
        self._held_out: Split | None = None

    @property
    def is_pausing(self) -> bool:
        """Whether the thread rests, or will after the batch at hand."""
        return self._paused

    def pause(self) -> None:
        """Rest after the batch at hand."""
        with QMutexLocker(self._mutex):
            self._paused = True

    def resume(self, *, one_epoch: bool = False) -> None:
        """Go on until told otherwise, or to the end of the epoch."""
        with QMutexLocker(self._mutex):
            self._paused, self._rests_after_epoch = False, one_epoch
            self._steps = 0
            self._wake.wakeAll()

    def step(self) -> None:
        """Take one batch, then rest."""
        with QMutexLocker(self._mutex):
            self._paused = True
            self._steps += 1
            self._wake.wakeAll()

    def stop(self) -> None:
        """End the run after the batch at hand; ``finished`` says when it is done."""
        self._is_stopped = self._is_stopped or not self.is_cancelled()
        self.interrupt()

    def interrupt(self) -> None:
        """End as `stop` does, but let the run go on another time."""
        with QMutexLocker(self._mutex):
            self.cancel()
            self._wake.wakeAll()

    @override
    def shut_down(self) -> None:
        """End the thread and wait for it."""
        self.interrupt()
        self.wait()

    def set_watched(self, watched: bool) -> None:
        """Learn whether anybody looks: unwatched, updates come twice a second."""
        self._watched = watched

    def acknowledge(self) -> None:
        """Hear that one update has been taken in by the window."""
        with QMutexLocker(self._mutex):
            self._unseen -= 1

    @override
    def run(self) -> None:
        """Train until the end, a failure or a stop (Qt calls this in the thread)."""
        try:
            self._train()
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            said = as_cnnviz_error(error, "training")
            self._events.append(Failed(said.code, said.facts))
        if self._events or self._snapshot or self._is_unkept():
            self._emit()

    def _train(self) -> None:
        try:
            with telling(is_cancelled=self.is_cancelled):
                dataset = self._engine.load_dataset(self._job.data, self._job.network)
        except CnnvizError:
            if not self.is_cancelled():
                raise
        if self.is_cancelled():
            return
        job, engine = self._job, self._engine
        self._held_out = engine.run_data(dataset, job.config).test
        keeping = self._keeping = RunKeeping(job, engine.runs, engine.room)
        try:
            self._tell_earlier(keeping, keeping.begin(dataset))
            events = self._engine.train(
                job.config,
                dataset,
                probe_hw=self.picture,
                initial_weights=keeping.initial,
                snapshot_wanted=self._snapshot_is_wanted,
                checkpoint_wanted=self._checkpoint_is_wanted,
                changes_wanted=keeping.changes_wanted(self.wishes.take),
                resumed=keeping.checkpoint,
            )
            try:
                self._follow(events)
            finally:
                events.close()
        finally:
            keeping.end(is_stopped=self._is_stopped)

    def _tell_earlier(self, keeping: RunKeeping, told: Sequence[Told]) -> None:
        """Show what a run has told, and looked like, before it goes on."""
        if not told:
            return
        for event in told:
            self._note(event)
        probe, network = self.picture(), self._job.network
        earlier = tuple(
            probed_pictures(network, snapshot, probe)
            for snapshot in keeping.earlier_snapshots()
        )
        self._tell(TrainingUpdate(self._job.run, tuple(told), earlier=earlier))

    def _follow(self, events: Generator[TrainingEvent, None, None]) -> None:
        self._last_event_at = perf_counter()
        for event in events:
            self._take(event)
            rests = self._may_rest(event) and self._is_to_rest()
            is_due = self._snapshot is not None and self._is_time()
            if rests or self._is_news(event) or is_due:
                self._emit()
            if rests:
                self._wait_for_turn()
            if self.is_cancelled() and self._may_stop(event):
                return
            self._last_event_at = perf_counter()

    def _take(self, event: TrainingEvent) -> None:
        # Kept before it is shown.
        is_new = self._keeping is None or self._keeping.take(event)
        if isinstance(event, Snapshot):
            self._snapshot, self._snapshot_step = event, event.step
            return
        if isinstance(event, Checkpoint):
            return
        if is_new:
            self._events.append(event)
        self._note(event)
        if isinstance(event, EpochDone):
            self._validation_seconds = perf_counter() - self._last_event_at

    def _note(self, event: TrainingEvent) -> None:
        match event:
            case Started():
                self._batches_per_epoch = event.batches_per_epoch
            case BatchDone():
                self._ends_epoch = event.batch == self._batches_per_epoch
            case EpochDone() if self._rests_after_epoch:
                self._paused, self._rests_after_epoch = True, False

    @staticmethod
    def _is_news(event: TrainingEvent) -> bool:
        """Whether to say it at once: the start, the random weights, an epoch's end."""
        if isinstance(event, Snapshot):
            return event.step == 0
        return isinstance(event, Started | EpochDone)

    def _may_rest(self, event: TrainingEvent) -> bool:
        """Rest only where what is shown is what is there: after a snapshot.

        At the end of an epoch the held-out pictures are measured first, and the end of
        the last epoch is the end of the run. Of a run that is kept, the checkpoint comes
        after all of that.
        """
        match event:
            case Checkpoint():
                is_within = event.batch > 0 and self._ends_epoch
                return event.step == self._snapshot_step and not is_within
            case Snapshot(step=0):
                return True
            case _ if self._is_kept():
                return False
            case Snapshot():
                return not self._ends_epoch
            case EpochDone():
                return event.epoch < self._job.config.epochs
            case _:
                return False

    def _may_stop(self, event: TrainingEvent) -> bool:
        """Stop after a snapshot of the newest batch; an epoch's end always has one."""
        if isinstance(event, Checkpoint):
            return event.step == self._snapshot_step
        is_seen = isinstance(event, Snapshot) and not self._is_kept()
        return is_seen or self._may_rest(event)

    def _is_kept(self) -> bool:
        return self._keeping is not None and self._keeping.is_on

    def _is_to_rest(self) -> bool:
        """Whether to wait here; a step that was asked for is used up instead."""
        with QMutexLocker(self._mutex):
            if not self._paused:
                return False
            if self._steps:
                self._steps -= 1
                return False
            return True

    def _wait_for_turn(self) -> None:
        with QMutexLocker(self._mutex):
            while self._paused and not self._steps and not self.is_cancelled():
                self._wake.wait(self._mutex)
            self._steps = max(0, self._steps - 1)

    def _is_time(self) -> bool:
        """Whether the window has taken in what it was told, and some time ago."""
        interval_s = EMIT_EVERY_S if self._watched else UNWATCHED_EMIT_EVERY_S
        is_late = perf_counter() - self._emitted_at >= interval_s
        return is_late and self._unseen < _UNSEEN_MOST

    def _snapshot_is_wanted(self) -> bool:
        """Answer the engine, which asks after every batch."""
        if self._paused or self._ends_epoch or self.is_cancelled():
            return True
        return self._snapshot is None and self._is_time()

    def _checkpoint_is_wanted(self) -> bool:
        """Answer the engine, which asks after every batch and every epoch."""
        if self._keeping is None or not self._keeping.is_on:
            return False
        rests = self._paused or self.is_cancelled()
        return rests or self._keeping.checkpoint_wanted()

    def _emit(self) -> None:
        pictures = None
        if self._snapshot is not None:
            # The picture prepared last is the one that went through for this snapshot.
            seen = self.picture.last
            pictures = snapshot_pictures(self._job.network, self._snapshot, seen)
        unkept = None
        if self._keeping is not None and self._is_unkept():
            unkept, self._said_unkept = self._keeping.problem, True
        update = TrainingUpdate(
            self._job.run,
            tuple(self._events),
            pictures,
            self._validation_seconds,
            unkept=unkept,
            held_out=self._held_out,
            folder=None if self._keeping is None else self._keeping.folder,
        )
        self._events, self._snapshot, self._validation_seconds = [], None, None
        self._held_out = None
        self._tell(update)

    def _is_unkept(self) -> bool:
        """Whether it is still to be said that the run is not being kept."""
        keeping = self._keeping
        is_kept = keeping is None or keeping.problem is None
        return not (is_kept or self._said_unkept)

    def _tell(self, update: TrainingUpdate) -> None:
        with QMutexLocker(self._mutex):
            self._unseen += 1
        self._emitted_at = perf_counter()
        self.updated.emit(update)

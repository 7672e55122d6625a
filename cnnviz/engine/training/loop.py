"""Training as a generator of events: stop by not asking for more, pause by waiting."""

from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from math import ceil, isfinite
from time import perf_counter
from typing import TYPE_CHECKING

import torch

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import Weights, check_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.run_data import run_data
from cnnviz.engine.training.devices import check_precision, resolve_device
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.processor import run_settings
from cnnviz.engine.training.recipe_changes import ChangesWanted
from cnnviz.engine.training.runs.checkpoint_check import check_checkpoint
from cnnviz.engine.training.runs.run_place import RunPlace
from cnnviz.engine.training.session import Probe, Session

if TYPE_CHECKING:
    from cnnviz.engine.training.distributed.group import Group


def train(
    config: TrainingConfig,
    dataset: Dataset,
    *,
    probe_hw: Probe = None,
    initial_weights: Weights | None = None,
    snapshot_wanted: Callable[[], bool] | None = None,
    checkpoint_wanted: Callable[[], bool] | None = None,
    changes_wanted: ChangesWanted | None = None,
    resumed: Checkpoint | None = None,
    watch_layers: bool = False,
    group: "Group | None" = None,
) -> Generator[TrainingEvent, None, None]:
    """Train a network; each event is something that has just happened.

    Everything that can be checked is checked at the call, before the first event. What
    goes wrong later comes as a ``Failed`` event. Closing the generator ends the run and
    frees its memory; time between two events does not count in any ``seconds``.

    Parameters
    ----------
    config
        The recipe.
    dataset
        What teaches and measures, see `cnnviz.engine.training.data.run_data`.
    probe_hw
        uint8 ``H x W`` picture whose maps go into every snapshot, or a callable that
        returns the newest one (or ``None``), asked at each snapshot.
    initial_weights
        Where to start from; the seed's own weights when ``None``.
    snapshot_wanted
        Asked after every batch that gives no snapshot by count; a window that shows
        snapshots by the clock answers whether it is time for one.
    checkpoint_wanted
        Asked after every batch and every epoch whether a ``Checkpoint`` is to follow.
    changes_wanted
        Asked before every batch, with the last step: the settings of the recipe that are
        to give way to others (`CHANGEABLE`; the schedule scales the learning rate), or
        ``None`` to leave them as they are.
    resumed
        A checkpoint of a run of the same recipe and data: on the CPU, with as many
        threads, what follows equals what would have followed then. ``Started`` and the
        first ``Snapshot`` are not given again.
    watch_layers
        Whether to measure the layers that learn, by the clock: ``LayersMeasured`` comes
        after the ``BatchDone`` of some batches, and nothing else is different.
    group
        The processes that learn together: each calls this with the same arguments, and
        ``config.batch_size`` is that of one. What is told is of the whole batch.

    Returns
    -------
    generator of TrainingEvent
        ``Started``, ``Snapshot`` of step 0, then ``BatchDone`` for each batch, a
        ``Snapshot`` every ``config.snapshot_every`` batches and ``EpochDone`` for each
        epoch, a last ``Snapshot``, ``Finished``; ``RecipeChanged`` wherever a
        setting changes. Or ``Failed``, and nothing after.

    Raises
    ------
    CnnvizError
        ``network_without_weights``, ``device_unavailable``, ``bfloat16_unsupported``,
        ``dataset_empty``, ``pictures_size_differs``, ``labels_out_of_range``,
        ``weights_mismatch``, ``weights_not_finite`` or ``checkpoint_unfit``.
    """
    network = config.network
    if not parameter_shapes(network):
        raise CnnvizError("network_without_weights", title=network.title)
    device = resolve_device(config.device)
    check_precision(config.precision, device)
    dataset = run_data(dataset, config)
    if initial_weights is not None:
        check_weights(network, initial_weights)
        initial_weights = {name: w.copy() for name, w in initial_weights.items()}
    processes = 1 if group is None else group.place.processes
    started = Started(
        config=config,
        device=device,
        training_pictures=len(dataset.train),
        validation_pictures=len(dataset.test),
        batches_per_epoch=ceil(len(dataset.train) / (config.batch_size * processes)),
        notes=dataset.notes,
        processes=processes,
    )
    if resumed is not None:
        check_checkpoint(resumed, config, started.batches_per_epoch)
    asked = config, network, dataset, device, initial_weights, resumed
    begin = partial(Session, *asked, watch_layers=watch_layers, group=group)
    run = _Run(
        started,
        begin,
        probe_hw,
        snapshot_wanted,
        checkpoint_wanted,
        changes_wanted,
        resumed,
    )
    return _watched(run)


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    started: Started
    begin: Callable[[], Session]
    probe: Probe
    snapshot_wanted: Callable[[], bool] | None
    checkpoint_wanted: Callable[[], bool] | None
    changes_wanted: ChangesWanted | None
    resumed: Checkpoint | None

    def wants_checkpoint(self) -> bool:
        """Whether a checkpoint is to follow."""
        return self.checkpoint_wanted is not None and self.checkpoint_wanted()

    def change(self, session: Session, step: int) -> RecipeChanged | None:
        """Give the session other settings, where some are wanted."""
        wanted = None if self.changes_wanted is None else self.changes_wanted(step)
        changed = {
            name: value
            for name, value in (wanted or {}).items()
            if value != getattr(session.config, name)
        }
        if not changed:
            return None
        session.change(changed)
        return RecipeChanged(step, **changed)

    def wants_snapshot(self, step: int) -> bool:
        """Whether a snapshot is due after this step, by count or on request."""
        if step % self.started.config.snapshot_every == 0:
            return True
        return self.snapshot_wanted is not None and self.snapshot_wanted()


def _watched(run: _Run) -> Generator[TrainingEvent, None, None]:
    """Pass the events on with the watch stopped, and turn lost memory into an event."""
    config, watch = run.started.config, _Stopwatch()
    if run.resumed is not None:
        watch = _Stopwatch(run.resumed.seconds)
    with run_settings(config.threads), closing(_events(run, watch)) as events:
        while True:
            watch.start()
            try:
                event = next(events, None)
            except (RuntimeError, MemoryError) as error:
                if not _is_lack_of_memory(error):
                    raise
                facts = {
                    "device": run.started.device,
                    "batch_size": config.batch_size,
                }
                event = Failed("memory_exhausted", facts)
            watch.stop()
            if event is None:
                return
            yield event
            if isinstance(event, Failed):
                return


class _Stopwatch:
    """Adds up the time between ``start`` and ``stop``, in seconds.

    A run's generator stops it around every event, so that a paused run, or a window
    that takes long to paint, does not count.
    """

    def __init__(self, gone: float = 0.0) -> None:
        self._gone, self._started = gone, 0.0

    @property
    def seconds(self) -> float:
        """What has been counted so far, while it counts."""
        return self._gone + perf_counter() - self._started

    def start(self) -> None:
        """Count from now on."""
        self._started = perf_counter()

    def stop(self) -> None:
        """Count no more until the next start."""
        self._gone = self.seconds


def _events(run: _Run, watch: _Stopwatch) -> Generator[TrainingEvent, None, None]:
    started, config = run.started, run.started.config
    if run.resumed is None:
        # Said first: the module and the data take a moment to get ready.
        yield started
    session = run.begin()
    if run.resumed is None:
        yield session.snapshot(step=0, epoch=0, probe=run.probe)
    steps = config.epochs * started.batches_per_epoch
    at, shown = RunPlace.of(run.resumed), -1
    while True:
        for batch_n in session.batches(first=at.batch):
            change = run.change(session, at.step)
            if change is not None:
                yield change
            loss, right = session.step(batch_n, progress=at.step / steps)
            at.go_on(loss, right, len(batch_n))
            if not isfinite(loss):
                yield _diverged(session, at.epoch, at.batch)
                return
            yield BatchDone(
                epoch=at.epoch,
                batch=at.batch,
                step=at.step,
                loss=loss,
                accuracy=right / len(batch_n),
                pictures_seen=at.seen,
                seconds=watch.seconds,
                **session.timing(),
            )
            if (layers := session.measured(at.step, at.epoch)) is not None:
                yield layers
            # The last one comes after the last epoch's event, and once.
            if at.step < steps and run.wants_snapshot(at.step):
                shown = at.step
                yield session.snapshot(at.step, at.epoch, run.probe)
            if run.wants_checkpoint():
                yield at.checkpoint(session, watch.seconds)
        epoch_seconds = watch.seconds - at.epoch_began
        measured = session.validate()
        if not isfinite(measured.loss):
            yield _diverged(session, at.epoch, started.batches_per_epoch)
            return
        yield EpochDone(
            epoch=at.epoch,
            train_loss=at.loss_sum / at.epoch_seen,
            train_accuracy=at.right / at.epoch_seen,
            validation_loss=measured.loss,
            validation_accuracy=measured.accuracy,
            seconds=epoch_seconds,
            predictions=measured.predictions,
        )
        at.measure(measured.loss)
        patience = config.epochs if config.patience is None else config.patience
        if at.epoch == config.epochs or at.waited >= patience:
            break
        at.next_epoch(watch.seconds)
        if run.wants_checkpoint():
            yield at.checkpoint(session, watch.seconds)
    if shown != at.step:
        yield session.snapshot(at.step, at.epoch, run.probe)
    yield Finished(
        weights=session.weights(),
        validation_accuracy=measured.accuracy,
        seconds=watch.seconds,
        test_accuracy=session.final_accuracy(),
        stopped_early=at.step < steps,
    )


def _diverged(session: Session, epoch: int, batch: int) -> Failed:
    return Failed(
        "training_diverged",
        {"epoch": epoch, "batch": batch, "learning_rate": session.config.learning_rate},
    )


def _is_lack_of_memory(error: Exception) -> bool:
    # torch has its own error for accelerators; on the CPU only the words tell.
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    return "allocate memory" in str(error) or "not enough memory" in str(error)

"""The state of the run on the Train page, and how events move it on."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import groupby
from pathlib import Path
from typing import Final, Literal

from cnnviz.engine.datasets.split import Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.recipe_changes import config_after
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.run.earlier_runs import EarlierRun
from cnnviz.state.run.run_curves import RunCurves
from cnnviz.state.run.run_layers import LayerHistory
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.timeline import Timeline
from cnnviz.state.run.waiting import Waiting, waiting_after

Phase = Literal[
    "idle",  # nothing has been asked for yet
    "preparing",  # loading pictures and torch
    "running",
    "paused",
    "stopping",  # the batch at hand is being finished
    "finished",
    "stopped",
    "failed",
    "followed",  # another process goes on with it
]

MADE_BY: Final = ("data", "optimizer", "learning_rate", "batch_size", "seed")
"""What a file of weights says of how they were made: the data, and settings."""

Happened = (
    Started | BatchDone | EpochDone | RecipeChanged | LayersMeasured | Finished | Failed
)
"""What an update tells of a run."""

_PACE_SECONDS: Final = 2.0
_VALIDATION_COST: Final = 0.4
"""Guess, until measured: looking at a picture costs this share of learning from it."""


@dataclass(frozen=True, slots=True, eq=False)
class TrainingUpdate:
    """What the training thread has to say, gathered over about 50 ms.

    Attributes
    ----------
    run
        Number of the run; an update of an older run is dropped.
    events
        What has happened, in order: no batch and no epoch is ever left out.
    pictures
        The newest snapshot.
    validation_seconds
        That measuring the held-out pictures took, when it was just done.
    earlier
        Of a run that goes on: what the network looked like before.
    unkept
        Why the run's folder is not being written any more, when that was just found.
    held_out
        The pictures that the run is measured on, once.
    folder
        Where the run is kept, if it is.
    """

    run: int
    events: tuple[Happened, ...] = ()
    pictures: SnapshotPictures | None = None
    validation_seconds: float | None = None
    earlier: tuple[SnapshotPictures, ...] = ()
    unkept: CnnvizError | None = None
    held_out: Split | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """One run, from the wish for it to its last word.

    Attributes
    ----------
    number
        Counts the runs of this session; 0 before the first.
    phase
        Where the run is.
    network, config, data
        What trains, how, and on what.
    started
        Device and counts, once known.
    curves, timeline
        What was measured, and what the network looked like.
    layers
        What was measured of the layers that learn.
    last_batch, epochs
        The newest batch; every epoch that is over.
    rates
        Every change of the learning rate while it went.
    pace
        Pictures a second, over about the last two seconds; 0 until known.
    validation_seconds
        For one measurement of the held-out pictures, or ``None`` until known.
    finished
        The end of a whole run.
    problem
        Why a run failed.
    recovered
        The network of an earlier start of the program: it is there until a run has
        something to show.
    earlier
        The runs of this session before, newest last.
    unkept
        Why the run is not being kept in a folder, if so.
    held_out
        The pictures that it is measured on, once they were read.
    folder
        Where it is kept, if it is.
    waiting
        Of processes that learn together, how long each waits for the others.
    """

    number: int = 0
    phase: Phase = "idle"
    network: Network | None = None
    config: TrainingConfig | None = None
    data: str = ""
    started: Started | None = None
    curves: RunCurves = field(default_factory=RunCurves)
    timeline: Timeline = field(default_factory=Timeline)
    layers: LayerHistory = field(default_factory=LayerHistory)
    last_batch: BatchDone | None = None
    epochs: tuple[EpochDone, ...] = ()
    changes: tuple[RecipeChanged, ...] = ()
    pace: float = 0.0
    validation_seconds: float | None = None
    finished: Finished | None = None
    problem: CnnvizError | None = None
    recovered: CurrentNetwork | None = None
    earlier: tuple[EarlierRun, ...] = ()
    unkept: CnnvizError | None = None
    held_out: Split | None = None
    folder: Path | None = None
    waiting: Waiting | None = None

    @property
    def is_active(self) -> bool:
        """Whether a thread works, or waits, for this run."""
        return self.phase in ("preparing", "running", "paused", "stopping")

    @property
    def has_learned(self) -> bool:
        """Whether the moment that is looked at is after a batch."""
        return self.timeline.shown is not None and self.timeline.shown.step > 0

    @property
    def weights_step(self) -> int:
        """The batch after which the newest weights were copied; 0 before the first."""
        newest = self.timeline.newest
        return 0 if newest is None else newest.step

    @property
    def network_seen(self) -> CurrentNetwork | None:
        """The network of the moment that is looked at, once it has learned something."""
        if self.is_active or self.timeline.kept:
            return self._network_at(self.timeline.shown)
        return self.recovered

    @property
    def newest_network(self) -> CurrentNetwork | None:
        """The network as of the newest batch, once it has learned something."""
        return self._network_at(self.timeline.newest)

    @property
    def moment(self) -> CurrentNetwork | None:
        """The network of the moment that is looked at, for the pages that go along.

        It may have learned nothing yet. After a failure the newest weights are no numbers.
        """
        shot = self.timeline.shown
        if shot is None or (self.phase == "failed" and self.timeline.chosen is None):
            return None
        return replace(self._taken_from(shot), is_moment=True)

    def _network_at(self, shot: SnapshotPictures | None) -> CurrentNetwork | None:
        if shot is None or not shot.step or self.phase == "failed":
            return None
        return self._taken_from(shot)

    def _taken_from(self, shot: SnapshotPictures) -> CurrentNetwork:
        return CurrentNetwork(
            shot.pictures.network,
            shot.weights,
            "trained",
            self._validation_accuracy_at(shot.step),
            run=self.number,
            epoch=shot.epoch,
            step=shot.step,
            made_by=self._made_by,
        )

    @property
    def _made_by(self) -> tuple[tuple[str, str], ...]:
        """What goes into a file of the weights, about how they were made."""
        if self.config is None:
            return ()
        data, *settings = MADE_BY
        made = ((name, str(getattr(self.config, name))) for name in settings)
        return ((data, self.data), *made)

    @property
    def config_now(self) -> TrainingConfig | None:
        """The recipe with what was changed since the run began."""
        return self.config and config_after(self.config, self.changes)

    @property
    def total_batches(self) -> int:
        """Batches of the whole run; 0 until known."""
        if self.started is None or self.config is None:
            return 0
        return self.started.batches_per_epoch * self.config.epochs

    @property
    def share_done(self) -> float:
        """How much of the run's batches are done, 0..1."""
        total = self.total_batches
        if not total or self.last_batch is None:
            return 0.0
        return min(1.0, self.last_batch.step / total)

    @property
    def seconds_left(self) -> float | None:
        """Estimate of the rest, measuring of held-out pictures included."""
        if self.started is None or self.config is None or self.pace <= 0:
            return None
        seen = 0 if self.last_batch is None else self.last_batch.pictures_seen
        to_learn = self.started.training_pictures * self.config.epochs - seen
        one_validation = self.validation_seconds
        if one_validation is None:
            held_out = self.started.validation_pictures
            one_validation = held_out / self.pace * _VALIDATION_COST
        validations = self.config.epochs - len(self.epochs)
        return max(0, to_learn) / self.pace + validations * one_validation

    @property
    def newest_validation_accuracy(self) -> float | None:
        """Of the newest weights, where they are those that were measured."""
        return self._validation_accuracy_at(self.weights_step)

    def _validation_accuracy_at(self, step: int) -> float | None:
        if self.finished is not None and step == self.weights_step:
            return self.finished.validation_accuracy
        for measured, epoch in zip(
            self.curves.held_out_step_e, self.epochs, strict=True
        ):
            if measured == step:
                return epoch.validation_accuracy
        return None


def new_run(number: int, network: Network, config: TrainingConfig, data: str) -> Run:
    """Return a run that was just asked for."""
    return Run(
        number=number, phase="preparing", network=network, config=config, data=data
    )


def advanced(run: Run, update: TrainingUpdate) -> Run:
    """Return the run after an update; an older run's update changes nothing."""
    if update.run != run.number:
        return run
    if update.unkept is not None:
        run = replace(run, unkept=update.unkept)
    if update.held_out is not None:
        run = replace(run, held_out=update.held_out)
    if update.folder is not None:
        run = replace(run, folder=update.folder)
    for shot in update.earlier:
        run = replace(run, timeline=run.timeline.with_newest(shot))
    if update.pictures is not None:
        run = replace(run, timeline=run.timeline.with_newest(update.pictures))
    if update.validation_seconds is not None:
        run = replace(run, validation_seconds=update.validation_seconds)
    for kind, events in groupby(update.events, type):
        if kind is BatchDone:
            run = _with_batches(run, events)
        else:
            run = reduce(_with_event, events, run)
    return run


def _with_batches(run: Run, events: Iterable[TrainingEvent]) -> Run:
    """Return the run after several batches, which cost one copy of the curves."""
    batches = [event for event in events if isinstance(event, BatchDone)]
    last, pace = run.last_batch, run.pace
    for batch in batches:
        last, pace = batch, _pace_after(pace, last, batch)
    curves = run.curves.with_batches(batches)
    waiting = waiting_after(run.waiting, batches)
    return replace(run, curves=curves, last_batch=last, pace=pace, waiting=waiting)


def _with_event(run: Run, event: TrainingEvent) -> Run:
    match event:
        case Started():
            phase: Phase = "running" if run.phase == "preparing" else run.phase
            return replace(run, started=event, phase=phase)
        case EpochDone():
            curves = run.curves.with_epoch(event)
            return replace(run, curves=curves, epochs=(*run.epochs, event))
        case RecipeChanged():
            return replace(run, changes=(*run.changes, event))
        case LayersMeasured():
            return replace(run, layers=run.layers.with_newest(event))
        case Finished():
            return replace(run, phase="finished", finished=event)
        case Failed(code, facts):
            return replace(run, phase="failed", problem=CnnvizError(code, **facts))
        case _:
            return run


def _pace_after(pace: float, last: BatchDone | None, batch: BatchDone) -> float:
    """Smooth the speed; a step across two epochs also held a validation: skipped."""
    if last is None or last.epoch != batch.epoch:
        return pace
    seconds = batch.seconds - last.seconds
    if seconds <= 0:
        return pace
    now = (batch.pictures_seen - last.pictures_seen) / seconds
    share = min(1.0, seconds / _PACE_SECONDS)
    return now if pace <= 0 else pace + share * (now - pace)

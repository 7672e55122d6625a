"""A run's folder, as the thread that trains writes it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Finished,
    RecipeChanged,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.pages.train.presenters.training_job import TrainingJob
from cnnviz.state.run.timeline import KEPT_BYTES, KEPT_MOST

if TYPE_CHECKING:
    from cnnviz.engine.training.recipe_changes import ChangesWanted
    from cnnviz.engine.training.run_events import RunTold
    from cnnviz.engine.training.run_saving import LearnedSoFar
    from cnnviz.engine.training.run_writing import RunWriter
    from cnnviz.engine.training.runs.run_keeping import KeptRun
    from cnnviz.engine.training.runs.run_room import RunRoom

KEPT_EVERY_S: Final = 0.5
"""Snapshots are shown 20 times a second: a disk is not to be kept that busy."""

Told = Started | BatchDone | EpochDone | RecipeChanged | LayersMeasured


class RunKeeping:
    """Keep a run in a folder; what cannot be written ends the keeping, never the run.

    All of it touches the disk, so it is called in the thread that trains; what writes
    is loaded there, too.

    Parameters
    ----------
    job
        What is to be trained, and on what.
    runs
        Where a new folder is made; ``None`` keeps no new run.
    room
        How many runs are kept in ``runs``.

    Attributes
    ----------
    checkpoint
        Where the run goes on; ``None`` at its beginning.
    initial
        The weights that it began with; ``None`` for random ones.
    problem
        Why the run is not being kept any more, if so.
    """

    def __init__(
        self, job: TrainingJob, runs: Path | None, room: "RunRoom | None" = None
    ) -> None:
        self._config, self._data = job.config, job.data
        self._runs, self._resumed, self._room = runs, job.resumed, room
        self.initial = job.initial
        self._kept: KeptRun | None = None
        self._told: RunTold | None = None
        self._writer: RunWriter | None = None
        self._learned: LearnedSoFar | None = None
        self._is_finished = False
        self.checkpoint: Checkpoint | None = None
        self.problem: CnnvizError | None = None

    @property
    def folder(self) -> Path | None:
        """Where the run is kept, if it is."""
        return None if self._kept is None else self._kept.path

    @property
    def is_on(self) -> bool:
        """Whether the run is being kept."""
        return self._writer is not None

    def begin(self, dataset: Dataset) -> Sequence[Told]:
        """Begin the folder, or go on with it; return what the run has told before.

        Raises
        ------
        CnnvizError
            Why a run cannot go on; nothing of it is lost. A new run is never refused.
        """
        if self._resumed is not None:
            return self._go_on(self._resumed, dataset)
        if self._runs is not None:
            try:
                self._begin_new(self._runs, dataset)
            except CnnvizError as error:
                self._give_up(error)
        return ()

    def _begin_new(self, runs: Path, dataset: Dataset) -> None:
        from cnnviz.engine.training.runs.run_keeping import new_run
        from cnnviz.engine.training.runs.run_library import make_room, new_run_path

        make_room(runs, self._room)
        path = new_run_path(runs, self._config.network.name)
        self._kept = new_run(path, self.initial)
        self._open(self._kept, dataset)

    def _go_on(self, path: Path, dataset: Dataset) -> Sequence[Told]:
        from cnnviz.engine.training.run_events import told_events
        from cnnviz.engine.training.runs.run_keeping import old_run
        from cnnviz.engine.training.runs.run_layers import told_layers

        kept, settings = old_run(path)
        self._kept = kept
        try:
            started = self._open(kept, dataset)
            self.checkpoint, self.initial = kept.checkpoint, kept.initial
            if started is None:
                return ()
            return (started, *told_events(path, settings.config), *told_layers(path))
        except CnnvizError:
            self._close()
            raise

    def _open(self, kept: "KeptRun", dataset: Dataset) -> Started | None:
        from cnnviz.engine.training.run_folder import INITIAL
        from cnnviz.engine.training.run_saving import LearnedSoFar, command_line
        from cnnviz.engine.training.run_writing import RunWriter

        config = self._config
        begins = None if kept.initial is None else kept.path / INITIAL
        command = command_line(_named(config.network), self._data, config, begins)
        started = kept.begin(dataset, config, self._data, command)
        self._learned, self._told = LearnedSoFar(dataset.name, command), kept.told
        if started is not None:
            self._learned.resume(started, kept.told)
        self._writer = RunWriter(
            kept.path,
            config.network,
            kept.told,
            most_bytes=min(KEPT_BYTES, self._room.size if self._room else KEPT_BYTES),
            snapshot_every_s=KEPT_EVERY_S,
        )
        return started

    def earlier_snapshots(self) -> Iterator[Snapshot]:
        """Yield what the network looked like before the run goes on, its weights only."""
        from cnnviz.engine.training.run_writing import snapshots
        from cnnviz.state.run.moments import read_snapshot

        checkpoint, network = self.checkpoint, self._config.network
        if self._kept is None or checkpoint is None:
            return
        files = snapshots(self._kept.path)
        for file in files[:: len(files) // KEPT_MOST + 1]:
            try:
                if int(file.stem) < checkpoint.step:
                    yield read_snapshot(file, network)
            except (CnnvizError, ValueError):
                continue  # one moment of many, which is only looked back at
        weights = checkpoint.weights
        yield Snapshot(checkpoint.step, checkpoint.epoch, weights, None)

    def checkpoint_wanted(self) -> bool:
        """Whether it is time to keep where the run goes on."""
        return self._writer is not None and self._writer.checkpoint_wanted()

    def changes_wanted(self, then: "ChangesWanted") -> "ChangesWanted":
        """Return what answers for changes: at first as they were told before."""
        from cnnviz.engine.training.recipe_changes import changes_again

        return then if self._told is None else changes_again(self._told, then)

    def take(self, event: TrainingEvent) -> bool:
        """Keep an event; return whether it is new: a resumed run tells some again."""
        self._is_finished = self._is_finished or isinstance(event, Finished)
        if self._learned is not None:
            self._learned.take(event)
        if self._writer is not None:
            try:
                return self._writer.take(event)
            except CnnvizError as error:
                self._give_up(error)
        return self._is_new(event)

    def _is_new(self, event: TrainingEvent) -> bool:
        """Answer as the events of the folder would, which is not written any more."""
        from cnnviz.engine.training.event_records import event_record

        if isinstance(event, LayersMeasured):
            return True
        record = event_record(event)
        if record is None or self._told is None:
            return record is not None
        is_new = not self._told.knows(record)
        if is_new:
            self._told.take(record)
        return is_new

    def end(self, *, is_stopped: bool) -> None:
        """Close the folder; what was stopped, or has finished, is complete with that."""
        from cnnviz.engine.training.runs.run_library import pass_over, remove_run

        kept, is_over = self._kept, is_stopped or self._is_finished
        if is_over and self.is_on:
            self._save()
        self._close()
        if kept is None or self._told is None:
            return
        if is_over and self.problem is not None:
            pass_over(kept.path)  # what is there is older than what was reached
        elif not self._told.step and not self._told.end:
            try:
                remove_run(kept.path)  # nothing was learned
            except CnnvizError:
                return

    def _save(self) -> None:
        learned, kept = self._learned, self._kept
        if learned is None or kept is None:
            return
        if self._is_finished or learned.saved_at is not None:
            try:
                learned.save(kept.path)
            except CnnvizError as error:
                self._give_up(error)

    def _give_up(self, error: CnnvizError) -> None:
        self.problem = error
        self._close()

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.close()
        if self._kept is not None:
            self._kept.folder.close()
        self._writer = None


def _named(network: Network) -> str:
    """Name a network as ``cnnviz train`` takes it: one that was built by its file."""
    is_known = NETWORKS.get(network.name) == network
    return network.name if is_known else f"{network.name}.json"

"""Runs that folders keep, read to be set side by side."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.arranged import arrangement_of
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import load_weights
from cnnviz.engine.training.events import Snapshot
from cnnviz.pages.train.presenters.lanes.lane_maps import LaneMaps
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.lanes import MOST_LANES, Lane, run_names
from cnnviz.state.run.moments import filed_steps, read_snapshot, snapshot_file
from cnnviz.state.run.run_snapshots import SnapshotPictures, snapshot_pictures
from cnnviz.state.run.run_state import Happened, TrainingUpdate, advanced, new_run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_listing import RunListed
    from cnnviz.engine.training.runs.run_tail import RunTail

_MOST_SNAPSHOTS: Final = 40
"""Of a run, that are read: spread over it all."""


@dataclass(frozen=True, slots=True, eq=False)
class KeptRuns:
    """Which runs there are, and those that are looked at.

    Attributes
    ----------
    listed
        All that can be read, the newest first.
    chosen
        The folders of those that are looked at, in their order.
    lanes
        What was read of them.
    problem
        Why one cannot be read, if so.
    """

    listed: "tuple[RunListed, ...]" = ()
    chosen: tuple[Path, ...] = ()
    lanes: tuple[Lane, ...] = ()
    problem: CnnvizError | None = None


class KeptLanes(QObject):
    """List the runs of the window, and read some of them.

    Attributes
    ----------
    store
        What there is, and what is looked at.
    maps
        Of the picture, in all that are looked at.

    Signals
    -------
    wanted()
        Runs are to be looked at that were not chosen in the tool itself.
    """

    wanted = Signal()

    def __init__(
        self, shelf: RunShelf, pictures: PictureStore, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self.store: Store[KeptRuns] = Store(KeptRuns(), self)
        self.maps = LaneMaps(pictures, self)
        self._reader: NewestAnswer[tuple[Path, ...], tuple[Lane, ...]]
        self._reader = NewestAnswer(LatestWorker(_lanes, "run-reading"), self)
        self._reader.arrived.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)
        shelf.store.changed.connect(self._on_listed)

    def look(self) -> None:
        """Find out which runs there are, and read those looked at anew."""
        self._shelf.look()
        if self.store.state.chosen:
            self._reader.request(self.store.state.chosen)

    def choose(self, folder: Path, *, wanted: bool) -> None:
        """Look at a run too, or no more; the first one goes where there are too many."""
        chosen = [path for path in self.store.state.chosen if path != folder]
        if wanted:
            chosen = [*chosen, folder][-MOST_LANES:]
        self._choose(tuple(chosen))

    def _choose(self, chosen: tuple[Path, ...]) -> None:
        self.maps.forget()
        self.store.replace(replace(self.store.state, chosen=chosen, problem=None))
        self._reader.request(chosen)

    def show(self, folders: tuple[Path, ...]) -> None:
        """Look at these runs, wherever they lie."""
        self._choose(folders)
        self.wanted.emit()

    def shut_down(self) -> None:
        """End the threads."""
        self._reader.shut_down()
        self.maps.shut_down()

    @Slot(object, object)
    def _on_listed(self, listed: "tuple[RunListed, ...]", _old: object) -> None:
        found = tuple(one for one in listed if one.told and one.told.step)
        self.store.replace(replace(self.store.state, listed=found))

    @Slot(object)
    def _on_read(self, lanes: tuple[Lane, ...]) -> None:
        self.store.replace(replace(self.store.state, lanes=lanes))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.store.replace(replace(self.store.state, problem=error))


def _lanes(folders: tuple[Path, ...]) -> tuple[Lane, ...]:
    lanes = {folder: read_lane(folder) for folder in folders}
    titles = {f: one.run.network.title for f, one in lanes.items() if one.run.network}
    names = run_names(titles)
    return tuple(replace(one, name=names[f]) for f, one in lanes.items())


def read_lane(folder: Path) -> Lane:
    """Return what a run's folder tells; called in a thread.

    Raises
    ------
    CnnvizError
        ``run_not_there``, ``run_too_new``, ``run_damaged``.
    """
    from cnnviz.engine.training.run_folder import read_settings
    from cnnviz.engine.training.runs.run_tail import RunTail

    settings = read_settings(folder)
    network, tail = settings.config.network, RunTail(folder, settings.config)
    run = new_run(1, network, settings.config, settings.data)
    events: list[Happened] = []
    while more := tail.more():
        events += more
    if tail.damage is not None:
        raise tail.damage
    earlier = (*_snapshots(folder, network), *_end(folder, network, tail))
    run = advanced(run, TrainingUpdate(1, tuple(events), earlier=earlier))
    if run.is_active:  # it told no end: nobody here waits for one
        run = replace(run, phase="stopped")
    arranged = arrangement_of(settings.data)
    how = "" if arranged is None else arranged[0]
    return Lane(network.title, run, how)


def _end(folder: Path, network: Network, tail: "RunTail") -> Iterator[SnapshotPictures]:
    """Yield where a run that is complete came to: no snapshot may be of that step."""
    from cnnviz.engine.training.run_saving import WEIGHTS_NAME

    file = folder / WEIGHTS_NAME
    if tail.step > max(filed_steps(folder), default=-1) and file.exists():
        with suppress(CnnvizError):
            weights = load_weights(file, network)
            snapshot = Snapshot(tail.step, tail.epoch, weights, None)
            yield snapshot_pictures(network, snapshot, None)


def _snapshots(folder: Path, network: Network) -> Iterator[SnapshotPictures]:
    steps = filed_steps(folder)
    kept = steps[:: len(steps) // _MOST_SNAPSHOTS + 1]
    for step in (*kept, *steps[-1:]):
        with suppress(CnnvizError, ValueError):  # one moment of many
            snapshot = read_snapshot(snapshot_file(folder, step), network)
            yield snapshot_pictures(network, snapshot, None)

"""A folder of several runs, shown as they are written, whichever processes write them."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.events import EpochDone
from cnnviz.state.run.lanes import Lane, best_first
from cnnviz.state.run.run_state import Happened, TrainingUpdate, advanced, new_run
from cnnviz.state.store import Store
from cnnviz.state.workers.watching import WatchingThread

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_tail import Told

_LOOK_EVERY_S: Final = 0.5
_ENDS: Final = ("finished", "failed")


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """The runs of a folder.

    Attributes
    ----------
    folder
        Where they are.
    lanes
        What each told so far, the best first; without snapshots.
    """

    folder: Path
    lanes: tuple[Lane, ...] = ()

    @property
    def going(self) -> int:
        """How many are being written."""
        return sum(lane.run.phase == "followed" for lane in self.lanes)


class _Growing:
    """One run, read on from where one came to."""

    def __init__(self, folder: Path, number: int) -> None:
        from cnnviz.engine.training.run_folder import read_settings
        from cnnviz.engine.training.runs.run_tail import RunTail

        settings = read_settings(folder)
        config = settings.config
        run = new_run(number, config.network, config, settings.data)
        self._folder, self._tail = folder, RunTail(folder, config)
        self.lane = Lane(folder.name, replace(run, phase="followed", folder=folder))

    def read(self) -> bool:
        """Read what was told since; whether anything is new."""
        from cnnviz.engine.training.runs.run_listing import is_in_use

        before = self.lane.run
        is_used = is_in_use(self._folder)  # before: what is written last is read
        events: list[Happened] = []
        while more := self._tail.more():
            events += map(_light, more)
        run = advanced(before, TrainingUpdate(before.number, tuple(events)))
        if run.phase not in _ENDS:
            run = replace(run, phase="followed" if is_used else "stopped")
        if not events and run.phase == before.phase:
            return False
        self.lane = replace(self.lane, run=run)
        return True


def _light(event: "Told") -> "Told":
    """Leave out what was said of each picture: of many runs that is much memory."""
    if isinstance(event, EpochDone):
        return replace(event, predictions=None)
    return event


class SweepFollower(WatchingThread):
    """Look into a folder of runs twice a second, until nobody wants it any more.

    Signals
    -------
    found(sweep)
        Something was new: a `Sweep`.
    failed(error)
        It is no folder that can be read: a ``CnnvizError``.
    """

    found = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__("sweep-following", parent)
        self._folder = folder
        self._known: dict[Path, _Growing] = {}

    @override
    def watch(self) -> None:
        from cnnviz.engine.training.run_folder import runs_inside

        is_first = True
        while not self.is_cancelled():
            try:
                inside = runs_inside(self._folder)
            except OSError as error:
                if is_first:
                    folder = str(self._folder)
                    raise CnnvizError("runs_not_there", folder=folder) from error
                inside = []  # a share that is away for a moment
            if self._read(inside) or is_first:
                lanes = best_first([one.lane for one in self._known.values()])
                self.found.emit(Sweep(self._folder, lanes))
            is_first = False
            self.rest(_LOOK_EVERY_S)

    def _read(self, inside: list[Path]) -> bool:
        """Read on in all runs; whether anything is new."""
        is_new = False
        for folder in inside:
            if self.is_cancelled():
                return False
            if folder not in self._known:
                try:
                    self._known[folder] = _Growing(folder, len(self._known) + 1)
                except CnnvizError:
                    continue  # damaged, or not whole yet: the others are shown
                is_new = True
            is_new |= self._known[folder].read()
        return is_new


class SweepFollowing(QObject):
    """Show the runs of a folder in ``store``, and what comes to them.

    Signals
    -------
    opened()
        Another folder is looked at.
    failed(error)
        Why it is not: a ``CnnvizError``.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.store: Store[Sweep | None] = Store(None, self)
        self._follower: SweepFollower | None = None

    @Slot(str)
    def open(self, folder: str) -> None:
        """Look at the runs of a folder, in place of another one."""
        self._end()
        follower = SweepFollower(Path(folder), self)
        follower.found.connect(self._on_found)
        follower.failed.connect(self.failed)
        self._follower = follower
        self.opened.emit()
        follower.start()

    @Slot()
    def close(self) -> None:
        """Look no more."""
        self._end()
        self.store.replace(None)

    def shut_down(self) -> None:
        """End the thread."""
        self._end()

    def _end(self) -> None:
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.found.disconnect(self._on_found)
            follower.failed.disconnect(self.failed)
            follower.shut_down()
            follower.deleteLater()

    @Slot(object)
    def _on_found(self, sweep: Sweep) -> None:
        self.store.replace(sweep)

"""The maps of the one picture in several runs at the same moment."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.arranged import shuffled_pixels
from cnnviz.engine.training.events import Snapshot
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.run.lanes import Lane
from cnnviz.state.run.moments import probed_pictures
from cnnviz.state.run.run_snapshots import SnapshotPictures, prepared_probe
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

Probed = tuple[SnapshotPictures, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    shots: tuple[tuple[SnapshotPictures, str], ...]
    picture: SharedPicture


class LaneMaps(QObject):
    """Send the newest picture through the networks of a moment, in a thread.

    Signals
    -------
    arrived(probed)
        A `SnapshotPictures` for each run, in their order.
    """

    arrived = Signal(object)

    def __init__(self, pictures: PictureStore, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._shots: tuple[tuple[SnapshotPictures, str], ...] = ()
        self._prober: NewestAnswer[_Wish, Probed]
        self._prober = NewestAnswer(LatestWorker(_probed, "lanes"), self)
        self._prober.arrived.connect(self.arrived)
        pictures.changed.connect(self._ask)

    def show(self, lanes: Sequence[Lane], step: int) -> None:
        """Ask for the maps of all runs at the snapshots nearest to a step."""
        found = ((lane.shot_at(step), lane.how) for lane in lanes)
        shots = tuple((shot, how) for shot, how in found if shot is not None)
        before = [shot for shot, _ in self._shots]
        if len(shots) == len(lanes) and [shot for shot, _ in shots] != before:
            self._shots = shots
            self._ask()

    def forget(self) -> None:
        """Let go of the runs."""
        self._shots = ()
        self._prober.forget()

    def shut_down(self) -> None:
        """End the thread."""
        self._prober.shut_down()

    @Slot()
    def _ask(self) -> None:
        if self._shots:
            self._prober.request(_Wish(self._shots, self._pictures.state))


def _probed(wish: _Wish) -> Probed:
    found = []
    for shot, how in wish.shots:
        network = shot.pictures.network
        seen = prepared_probe(wish.picture, network)
        if seen is not None and how == "shuffled":
            seen = shuffled_pixels(seen)
        snapshot = Snapshot(shot.step, shot.epoch, shot.weights, None)
        found.append(probed_pictures(network, snapshot, seen))
    return tuple(found)

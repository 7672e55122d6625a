"""A new picture sent through a network that learns no more."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import Snapshot
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.moments import probed_pictures
from cnnviz.state.run.run_snapshots import SnapshotPictures, prepared_probe
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class WatchedPicture:
    """The newest picture as a network sees it, prepared once a picture.

    Shown from one thread, and called for in another.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._picture: SharedPicture | None = None
        self._prepared: tuple[SharedPicture | None, NDArray[np.uint8] | None]
        self._prepared = (None, None)

    def show(self, picture: SharedPicture) -> None:
        """Make this the newest picture."""
        self._picture = picture

    def __call__(self) -> NDArray[np.uint8] | None:
        """Return the newest picture as the network sees it; see `prepared_probe`."""
        picture = self._picture
        if picture is not self._prepared[0]:
            self._prepared = (picture, prepared_probe(picture, self._network))
        return self._prepared[1]

    @property
    def last(self) -> NDArray[np.uint8] | None:
        """What was returned last."""
        return self._prepared[1]


class RestingProbe(QObject):
    """Let the newest snapshot of a resting run show a new picture, in a thread."""

    def __init__(self, run: Store[Run], parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._prober = NewestAnswer(LatestWorker(_probed, "probing"), self)
        self._prober.arrived.connect(self._on_answered)

    def show(self, picture: SharedPicture) -> None:
        """Send a picture through the weights, if they do not change any more."""
        run, newest = self._run.state, self._run.state.timeline.newest
        if run.phase in ("paused", "finished", "stopped") and newest is not None:
            self._prober.request((newest, picture))

    def shut_down(self) -> None:
        """End the thread."""
        self._prober.shut_down()

    @Slot(object)
    def _on_answered(self, probed: SnapshotPictures) -> None:
        run, newest = self._run.state, self._run.state.timeline.newest
        if newest is not None and newest.weights is probed.weights:
            timeline = run.timeline.with_newest(probed)
            self._run.replace(replace(run, timeline=timeline))


def _probed(asked: tuple[SnapshotPictures, SharedPicture]) -> SnapshotPictures:
    newest, picture = asked
    snapshot = Snapshot(newest.step, newest.epoch, newest.weights, None)
    network = newest.pictures.network
    return probed_pictures(network, snapshot, prepared_probe(picture, network))

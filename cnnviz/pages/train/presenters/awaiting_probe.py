"""What the network to train makes of the picture of all pages, before a run."""

from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Slot

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.training.events import Snapshot
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.run.moments import probed_pictures
from cnnviz.state.run.run_snapshots import SnapshotPictures, prepared_probe
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

_NARROWER: Final = np.float32(6**-0.5)
"""A run begins with a variance of 1 / (3 n), as PyTorch draws; ours have 2 / n."""


class AwaitingProbe(QObject):
    """Send the picture through weights drawn by chance, in a thread, into ``seen``.

    As a run begins: its own weights are others, drawn as these were. Not any more once
    there is a snapshot.

    Only once somebody has looked: before, nothing of it is needed.
    """

    def __init__(
        self,
        run: Store[Run],
        pictures: PictureStore,
        learner: NetworkStore,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._run, self._pictures, self._learner = run, pictures, learner
        self.seen: Store[SnapshotPictures | None] = Store(None, self)
        self._asked: tuple[SharedPicture, Network] | None = None
        self._preparing = NewestAnswer(LatestWorker(_seen, "awaiting-probe"), self)
        self._preparing.arrived.connect(self.seen.replace)

    @Slot()
    def look(self) -> None:
        """Show the picture of now, from now on whichever it is."""
        if self._asked is None:
            for store in (self._run, self._pictures, self._learner):
                store.changed.connect(self._ask)
        self._ask()

    def shut_down(self) -> None:
        """End the thread."""
        self._preparing.shut_down()

    @Slot()
    def _ask(self) -> None:
        run = self._run.state
        asked = self._pictures.state, run.network or self._learner.state.network
        if run.timeline.newest is None and asked != self._asked:
            self._asked = asked
            self._preparing.request(asked)


def _seen(asked: tuple[SharedPicture, Network]) -> SnapshotPictures:
    picture, network = asked
    weights = {
        name: values * _NARROWER if values.ndim > 1 else values
        for name, values in seeded_weights(network).items()
    }
    drawn = Snapshot(0, 0, weights, None)
    return probed_pictures(network, drawn, prepared_probe(picture, network))

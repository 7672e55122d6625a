"""The picture of all pages as the network to train will see it, before a run."""

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.networks.layers import Network
from cnnviz.state.current_network import NetworkStore
from cnnviz.state.picture.layer_pictures import LayerPicture, input_picture
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.run.run_snapshots import prepared_probe
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class AwaitingProbe(QObject):
    """Prepare the picture in a thread, into ``seen``, while no run has a snapshot.

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
        self.seen: Store[NetworkPictures | None] = Store(None, self)
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


def _seen(asked: tuple[SharedPicture, Network]) -> NetworkPictures:
    picture, network = asked
    probe = prepared_probe(picture, network)
    seen: LayerPicture | None = None if probe is None else input_picture(probe)
    return NetworkPictures(network, seen)

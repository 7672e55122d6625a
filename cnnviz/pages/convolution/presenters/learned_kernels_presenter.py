"""The kernels of the current network, read when somebody wants to see them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.learned_kernels import (
    LearnedLayer,
    learned_kernels,
)
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


@dataclass(frozen=True, slots=True, eq=False)
class LearnedState:
    """What is known of the current network's kernels.

    Attributes
    ----------
    current
        The network.
    kernels
        Its layers with kernels; ``None`` until they have been read, or when they cannot be.
    error
        Why they cannot be.
    """

    current: CurrentNetwork
    kernels: tuple[LearnedLayer, ...] | None = None
    error: CnnvizError | None = None


class LearnedKernelsPresenter(QObject):
    """Read a network's kernels in a thread, once they are asked for.

    When another network comes into use they are read anew, if they had been asked for
    and somebody looks. While a run passes, those of one moment stay until those of the
    next are there.

    Attributes
    ----------
    store
        What is known.
    """

    def __init__(self, networks: NetworkStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._networks, self._wanted = networks, networks.state
        self.store: Store[LearnedState] = Store(LearnedState(networks.state), self)
        self._asked, self._is_watched = False, True
        worker = LatestWorker(_kernels_of, "learned-kernels")
        self._reader = NewestAnswer(worker, self)
        self._reader.arrived.connect(self.store.replace)
        self._reader.failed.connect(self._on_failed)
        networks.changed.connect(self._on_network_changed)

    def ask(self) -> None:
        """Read the kernels unless that is done or under way."""
        if not self._asked or self.store.state.error is not None:
            self._asked = True
            self._read()

    def set_watched(self, watched: bool) -> None:
        """Learn whether the page is looked at: until then no network is read."""
        self._is_watched = watched
        if watched and self._wanted is not self._networks.state:
            self._on_network_changed()

    @property
    def of_now(self) -> LearnedState | None:
        """The kernels of the network of now, once they have been read."""
        state = self.store.state
        is_read = state.current is self._networks.state and state.kernels is not None
        return state if is_read else None

    def shut_down(self) -> None:
        """End the thread."""
        self._reader.shut_down()

    @Slot()
    def _on_network_changed(self) -> None:
        if self._asked and self._is_watched:
            self._read()
        elif not self._asked:
            self._wanted = self._networks.state
            self.store.replace(LearnedState(self._wanted))

    def _read(self) -> None:
        self._wanted = wanted = self._networks.state
        state = self.store.state
        passes = wanted.is_moment and wanted.network == state.current.network
        if state.kernels is None or not passes:
            self.store.replace(LearnedState(wanted))
        self._reader.request(wanted)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.store.replace(LearnedState(self._wanted, error=error))


def _kernels_of(current: CurrentNetwork) -> LearnedState:
    return LearnedState(current, learned_kernels(current))

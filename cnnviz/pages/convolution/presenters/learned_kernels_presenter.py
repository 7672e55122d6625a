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

    When another network comes into use they are read anew, if they had been asked for.

    Attributes
    ----------
    store
        What is known.
    """

    def __init__(self, networks: NetworkStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[LearnedState] = Store(LearnedState(networks.state), self)
        self._asked = False
        worker = LatestWorker(learned_kernels, "learned-kernels")
        self._reader = NewestAnswer(worker, self)
        self._reader.arrived.connect(self._on_arrived)
        self._reader.failed.connect(self._on_failed)
        networks.changed.connect(self._on_network_changed)

    def ask(self) -> None:
        """Read the kernels unless that is done or under way."""
        state = self.store.state
        if not self._asked or state.error is not None:
            self._asked = True
            self.store.replace(LearnedState(state.current))
            self._reader.request(state.current)

    def shut_down(self) -> None:
        """End the thread."""
        self._reader.shut_down()

    @Slot(object, object)
    def _on_network_changed(self, new: CurrentNetwork, _old: CurrentNetwork) -> None:
        self.store.replace(LearnedState(new))
        if self._asked:
            self._reader.request(new)

    @Slot(object)
    def _on_arrived(self, kernels: tuple[LearnedLayer, ...]) -> None:
        self.store.replace(LearnedState(self.store.state.current, kernels))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.store.replace(LearnedState(self.store.state.current, error=error))

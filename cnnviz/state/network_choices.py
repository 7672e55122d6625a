"""The networks that can be chosen to classify."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer
from cnnviz.state.workers.weight_file import opened_network


class NetworkChoices(QObject):
    """Keep what there is to choose from: shipped, trained here, opened from a file.

    ``current`` is the choice, which every page shares; ``store`` all there is. Whatever
    becomes current is among them.

    Signals
    -------
    failed(error)
        Why a file could not be opened, a ``CnnvizError``; the choice stays.
    """

    failed = Signal(object)

    def __init__(
        self,
        current: NetworkStore,
        shipped: tuple[CurrentNetwork, ...] = (),
        parent: QObject | None = None,
        *,
        read: Callable[[Path], CurrentNetwork] = opened_network,
    ) -> None:
        super().__init__(parent)
        self.current = current
        self.store: Store[tuple[CurrentNetwork, ...]] = Store(shipped, self)
        self._reading = NewestAnswer(LatestWorker(read, "weight-file"), self)
        self._reading.arrived.connect(self.choose)
        self._reading.failed.connect(self.failed)
        current.changed.connect(self.offer)
        self.offer(current.state)

    @Slot(object)
    def offer(self, network: CurrentNetwork) -> None:
        """Let a network be chosen, in place of the one that means the same."""
        choices = {old.key: old for old in self.store.state}
        if choices.get(network.key) is not network:
            self.store.replace(tuple((choices | {network.key: network}).values()))

    @Slot(object)
    def choose(self, network: CurrentNetwork) -> None:
        """Let a network classify from now on."""
        if network is not self.current.state:
            self.current.replace(network)

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Read a file of weights in a thread, and choose its network."""
        self._reading.request(Path(path))

    def shut_down(self) -> None:
        """End the thread."""
        self._reading.shut_down()

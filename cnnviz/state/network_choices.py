"""The networks that can be chosen to classify."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer
from cnnviz.state.workers.weight_file import opened_network


class NetworkChoices(QObject):
    """Keep what there is to choose from: known by name, trained or built here, from a file, changed.

    ``current`` is the choice; ``store`` all there is, which the choices of several pages
    share. Whatever becomes current is among them.

    Parameters
    ----------
    current
        Holds the choice.
    offered
        What there is at first.
    among
        The choices whose ``store`` these share, instead.
    only_answering
        Whether the choice must be a network that can answer.

    Signals
    -------
    chosen()
        A network was chosen, perhaps the same again: by hand, or because it was opened.
    failed(error)
        Why a file could not be opened, a ``CnnvizError``; the choice stays.
    """

    chosen = Signal()
    failed = Signal(object)

    def __init__(
        self,
        current: NetworkStore,
        offered: tuple[CurrentNetwork, ...] = (),
        parent: QObject | None = None,
        *,
        among: "NetworkChoices | None" = None,
        only_answering: bool = False,
        read: Callable[[Path, Network], CurrentNetwork] = opened_network,
    ) -> None:
        super().__init__(parent)
        self.current = current
        self._only_answering = only_answering
        self.store: Store[tuple[CurrentNetwork, ...]] = (
            Store(offered, self) if among is None else among.store
        )
        worker: LatestWorker[tuple[Path, Network], CurrentNetwork] = LatestWorker(
            lambda question: read(*question), "network-file"
        )
        self._reading = NewestAnswer(worker, self)
        self._reading.arrived.connect(self._on_read)
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
        self.chosen.emit()

    def of(self, network: Network) -> CurrentNetwork:
        """Return the first choice of these layers, or one that has learned nothing."""
        same = (each for each in self.store.state if each.network == network)
        return next(same, CurrentNetwork(network, None, "untrained"))

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Read a network, or weights, in a thread, and choose the network."""
        self._reading.request((Path(path), self.current.state.network))

    @Slot(object)
    def _on_read(self, network: CurrentNetwork) -> None:
        self.offer(network)
        if self._only_answering and not network.can_answer:
            title = network.network.title
            self.failed.emit(CnnvizError("network_cannot_answer", title=title))
        else:
            self.choose(network)

    def shut_down(self) -> None:
        """End the thread."""
        self._reading.shut_down()

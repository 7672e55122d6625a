"""The changed copy of a network that the page looks at."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from cnnviz.engine.networks.changes import Weights
from cnnviz.engine.networks.layers import Network
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.undo import change


class ChangedCopy(QObject):
    """Replace what the page looks at by a changed copy, in steps that can be undone.

    No other page looks at the copy, unless it is chosen there.

    Signals
    -------
    changed()
        The page looks at another network, or at the same with other numbers.
    """

    changed = Signal()

    def __init__(
        self,
        page: NetworkPresenter,
        looked_at: NetworkStore,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._looked_at, self._undo = page, looked_at, undo
        looked_at.changed.connect(self.changed)

    @property
    def current(self) -> CurrentNetwork:
        """The network after the newest change."""
        return self._looked_at.state

    @property
    def weights(self) -> Weights | None:
        """Its numbers; ``None`` until they have been read."""
        opened, current = self._page.store.state.opened, self.current
        if opened is None or opened.root is not current.root:
            return None
        if current.weights is None and opened.current is current:
            return opened.weights
        return current.weights

    def replace(
        self,
        label: str,
        *,
        merge_key: str = "",
        network: Network | None = None,
        weights: Weights | None = None,
        switched_off: Mapping[str, frozenset[int]] | None = None,
    ) -> None:
        """Change what is given, as one step; nothing while the network is being read."""
        old = self.current
        if self.weights is None:
            return
        if old.weights is None:  # to come back to without reading it again
            old = replace(old, weights=self.weights, original=old)
        new = replace(
            old,
            network=network or old.network,
            weights=weights or old.weights,
            switched_off=old.switched_off if switched_off is None else switched_off,
            origin="changed",
            original=old.root,
            validation_accuracy=None,
        )
        self._step(new, label, old, merge_key)

    def reset(self, label: str) -> None:
        """Go back to the network as it was before all changes."""
        if self.current.root is not self.current:
            self._step(self.current.root, label, self.current)

    def _step(
        self, new: CurrentNetwork, label: str, old: CurrentNetwork, merge_key: str = ""
    ) -> None:
        undo, store = self._undo, self._looked_at
        change(undo, store, new, label, old=old, merge_key=merge_key, page="network")

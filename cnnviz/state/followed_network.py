"""The network that a page looks at: the one that classifies, until it looks at another."""

from PySide6.QtCore import QObject, Slot

from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.store import Store


class FollowedNetwork(QObject):
    """Keep a choice of its own in ``store``, which goes along with another while both agree.

    Parameters
    ----------
    leader
        The choice that is followed.
    """

    def __init__(self, leader: NetworkStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leader = leader
        self.store: NetworkStore = Store(leader.state, self)
        leader.changed.connect(self._on_leader_changed)

    def follow(self) -> None:
        """Look at what the other has chosen, whatever was looked at."""
        if self.store.state is not self._leader.state:
            self.store.replace(self._leader.state)

    @Slot(object, object)
    def _on_leader_changed(self, new: CurrentNetwork, old: CurrentNetwork) -> None:
        if self.store.state.key == old.key:
            self.store.replace(new)

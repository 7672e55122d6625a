"""Which data sets are on this machine: looked for in a thread."""

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.datasets.browse import datasets_here
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class DataHere(QObject):
    """Hold the keys of the data sets that are here in ``store``; all, until looked for."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.store: Store[frozenset[str]] = Store(frozenset(KNOWN_DATASETS), self)
        worker: LatestWorker[None, frozenset[str]] = LatestWorker(_found, "data-here")
        self._looking = NewestAnswer(worker, self)
        self._looking.arrived.connect(self.store.replace)

    @Slot()
    def look(self) -> None:
        """Look for them, again where something may have come."""
        self._looking.request(None)

    def shut_down(self) -> None:
        """End the thread."""
        self._looking.shut_down()


def _found(_question: None) -> frozenset[str]:
    return frozenset(datasets_here())

"""The collection of own drawings, which is drawn class by class on the Draw page."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.drawings import count_drawings
from cnnviz.pages.train.model.data_state import OwnDrawings
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class OwnDrawingsPresenter(QObject):
    """Count what is in the collection, in a thread; ``store`` says it.

    Attributes
    ----------
    folder
        Of the collection: a folder a class, a PNG file a drawing.

    Signals
    -------
    more_wanted()
        There is to be drawn, where the collection is made.
    """

    more_wanted = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.store: Store[OwnDrawings] = Store(OwnDrawings(), self)
        worker: LatestWorker[Path, OwnDrawings] = LatestWorker(_counted, "own-drawings")
        self._counting = NewestAnswer(worker, self)
        self._counting.arrived.connect(self._on_counted)

    def look(self) -> None:
        """Count what is there: it may have been drawn, or put there, meanwhile."""
        self._counting.request(self.folder)

    def shut_down(self) -> None:
        """End the thread."""
        self._counting.shut_down()

    @Slot(object)
    def _on_counted(self, found: OwnDrawings) -> None:
        self.store.replace(found)


def _counted(folder: Path) -> OwnDrawings:
    return OwnDrawings(counts=dict(count_drawings(folder)))

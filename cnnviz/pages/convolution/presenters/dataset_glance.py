"""Some pictures of a data set at once, to choose from."""

from typing import Final

from PySide6.QtCore import QObject

from cnnviz.engine.datasets.browse import DatasetPicture, PictureQuery, glance
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

SEEN: Final = 12
"""Pictures at a time."""


class DatasetGlance(QObject):
    """Read them in a thread; the first of a large data set take a while.

    Attributes
    ----------
    pictures
        Its ``arrived`` brings a tuple of ``DatasetPicture``.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pictures = NewestAnswer(LatestWorker(_read, "dataset-glance"), self)

    def look(self, dataset: str, label: int | None, place: int = 0) -> None:
        """Look at the pictures among which one is."""
        first = place // SEEN * SEEN
        self.pictures.request(PictureQuery(dataset, label, first))

    def shut_down(self) -> None:
        """End the thread."""
        self.pictures.shut_down()


def _read(wanted: PictureQuery) -> tuple[DatasetPicture, ...]:
    return glance(wanted, SEEN)

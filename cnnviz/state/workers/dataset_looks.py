"""A few pictures of every data set, to choose one by."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.browse import DatasetPicture, PictureQuery, glance
from cnnviz.state.workers.latest import QueueWorker

LOOKED_AT: Final = 4
"""Pictures of each."""

_Looked = tuple[str, tuple[DatasetPicture, ...]]
_Read = Callable[[str], _Looked]


class DatasetLooks(QObject):
    """Read them in a thread, each data set once; one that cannot be read has none.

    ``read`` does it, by the key of a data set.

    Signals
    -------
    seen(key, pictures)
        What there is to see of a data set: ``DatasetPicture``.
    """

    seen = Signal(str, object)

    def __init__(
        self, parent: QObject | None = None, read: _Read | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = QueueWorker(read or _look, "dataset-looks", self)
        self._worker.answered.connect(self._on_answered)
        self._asked: set[str] = set()

    def look(self, keys: Iterable[str]) -> None:
        """Look at data sets that are on this machine and were not looked at before."""
        for key in keys:
            if key not in self._asked:
                self._asked.add(key)
                self._worker.request(key)

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    @Slot(int, object)
    def _on_answered(self, _number: int, looked: _Looked) -> None:
        self.seen.emit(*looked)


def _look(key: str) -> _Looked:
    return key, glance(PictureQuery(key), LOOKED_AT)

"""The thread that reads data to be looked at, and tells how far it is."""

from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject

from cnnviz.engine.datasets.builtin_digits import BUILTIN, digits_so_far
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.looking import class_counts
from cnnviz.engine.datasets.progress import telling
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.model.data_state import DataQuestion, DataReading, DataSeen
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.workers.latest import LatestWorker

if TYPE_CHECKING:
    from cnnviz.engine.networks.layers import Network

_EVERY_S: Final = 0.05
_EARLY: Final = 12
"""Pictures of each way of writing that are shown while the others are made."""


class DataReader(LatestWorker[DataQuestion, "DataReading | DataSeen"]):
    """Answer with how far reading is, several times, and then with the data.

    What was read last is kept: another share of it is not read again.
    """

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(self._read, "data-reader", parent)
        self._engine = engine
        self._kept: tuple[tuple[str, Network | None], Dataset] | None = None
        self._early: Split | None = None
        self._next, self._made, self._shows_making = 0.0, 0, False

    def let_go(self) -> None:
        """Read anew next time: the files may have changed."""
        self._kept = None

    def _read(self, question: DataQuestion) -> DataSeen:
        self._shows_making = question.data == BUILTIN
        self._early, self._made, self._next = None, 0, 0.0
        # A known set is the same for every network.
        is_known = question.data in KNOWN_DATASETS
        key = question.data, None if is_known else question.network
        kept = self._kept
        if kept is None or kept[0] != key:
            self._kept = None  # two at once may be more than there is room for
            with telling(self._tell, self.is_superseded):
                read = self._engine.load_dataset(question.data, question.network)
            kept = self._kept = key, read
        return seen_of(kept[1], question)

    def _tell(self, done: int, total: int) -> None:
        so_far = digits_so_far() if self._shows_making else None
        if so_far is not None and self._made != so_far.done:
            self._made = so_far.done
            numbers = so_far.new_n[:_EARLY]
            new = Split(
                so_far.split.images_nhw[numbers], so_far.split.labels_n[numbers]
            )
            self._early = new if self._early is None else _joined(self._early, new)
        elif monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY_S
        self.answered.emit(self._at_hand, DataReading(done, total, self._early))


def seen_of(dataset: Dataset, question: DataQuestion) -> DataSeen:
    """Return what there is to see of a data set, as a run would have it.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.datasets.choice.portions.used` raises.
    """
    from cnnviz.engine.datasets.choice.fitting import numbered
    from cnnviz.engine.datasets.choice.portions import used
    from cnnviz.engine.training.data.run_data import check_fits, fitting_networks

    network = question.network
    dataset = used(numbered(dataset, network.labels), question.use)
    misfit, fitting = None, tuple[str, ...]()
    try:
        check_fits(dataset, network)
    except CnnvizError as error:
        misfit = error
        fitting = tuple(one.title for one in fitting_networks(dataset))
    dataset = _shown(dataset)
    counts = class_counts(dataset)
    return DataSeen(dataset=dataset, counts=counts, misfit=misfit, fitting=fitting)


def _shown(dataset: Dataset) -> Dataset:
    """Return a data set in which every number of a class has a name."""
    highest = max(
        (int(split.labels_n.max()) for split in dataset.splits if len(split)),
        default=-1,
    )
    missing = range(len(dataset.labels), highest + 1)
    return replace(dataset, labels=(*dataset.labels, *map(str, missing)))


def _joined(first: Split, second: Split) -> Split:
    return Split(
        np.concatenate([first.images_nhw, second.images_nhw]),
        np.concatenate([first.labels_n, second.labels_n]),
    )

"""Looking for the strongest patches of a data set in a thread of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject
from typing_extensions import override

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS, KnownDataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.patches import PatchSearch, strongest_patches
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.network_opening import OpenNetwork

_PAUSE: Final = 0.1
"""Seconds between two reports of a search."""


@dataclass(frozen=True, slots=True, eq=False)
class PatchQuestion:
    """Which map's strongest patches, and among which pictures.

    Attributes
    ----------
    opened
        The network.
    layer, channel
        The map.
    datasets
        Keys of data sets whose pictures fit; the first that is here is taken.
    """

    opened: OpenNetwork
    layer: str
    channel: int
    datasets: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PatchesFound:
    """How far a search is, and what was found so far."""

    question: PatchQuestion
    dataset: str
    search: PatchSearch


def searched(
    question: PatchQuestion, known: Mapping[str, KnownDataset] = KNOWN_DATASETS
) -> Iterator[PatchesFound]:
    """Look through the first data set that is here; say after each few how far it is.

    Raises
    ------
    CnnvizError
        ``no_pictures_of_size``, or why a file cannot be read.
    """
    here = (key for key in question.datasets if known[key].is_here())
    key, opened = next(here, None), question.opened
    if key is None:
        size = " × ".join(map(str, opened.network.input_chw))
        raise CnnvizError("no_pictures_of_size", size=size)
    images_nchw = known[key].pictures().images_nchw
    pictures = images_nchw.reshape(-1, *opened.network.picture_shape)
    searching = strongest_patches(
        opened.forward, question.layer, question.channel, pictures
    )
    for search in searching:
        yield PatchesFound(question, key, search)


def _last(question: PatchQuestion) -> PatchesFound:
    *_, found = searched(question)
    return found


class PatchWorker(LatestWorker[PatchQuestion, PatchesFound]):
    """Say now and then what was found, and stop when nobody wants to know any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_last, "patches", parent)

    @override
    def _answers(self, question: PatchQuestion) -> Iterator[PatchesFound]:
        said = 0.0
        for found in searched(question):
            if self.is_superseded():
                return
            is_last = found.search.done == found.search.total
            if is_last or monotonic() - said >= _PAUSE:
                said = monotonic()
                yield found

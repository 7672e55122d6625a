"""Pictures with their labels, as the whole program passes them around."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class Pictures:
    """Pictures of a data set to look at, and what they show.

    Attributes
    ----------
    part
        Which part of the data set they are, as its files call it.
    images_nchw
        uint8, ``N x C x H x W``.
    labels_n
        int64, one class number a picture.
    """

    part: str
    images_nchw: NDArray[np.uint8]
    labels_n: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Pictures and what they show; compared by identity, never written to.

    Attributes
    ----------
    images_nhw
        uint8, ``N x H x W``: 0 paper, 255 ink; in colour ``N x 3 x H x W``.
    labels_n
        int64, one class number a picture.
    """

    images_nhw: NDArray[np.uint8]
    labels_n: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.labels_n)


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """A training split, a held-out one, and what the classes are called.

    Attributes
    ----------
    name
        ``mnist``, ``builtin`` or the name of a folder.
    train, test
        What to learn from, and what to be measured on.
    labels
        One label a class.
    notes
        What the reader should know about the data before trusting a figure; data that
        cannot be used at all is refused instead.
    final
        What a run is measured on once, at its end, where ``test`` is a part of the
        training pictures that was held out to choose by; ``None`` otherwise.
    """

    name: str
    train: Split
    test: Split
    labels: tuple[str, ...]
    notes: tuple[CnnvizError, ...] = ()
    final: Split | None = None

    @property
    def splits(self) -> tuple[Split, ...]:
        """All that there are, the training pictures first."""
        last = () if self.final is None else (self.final,)
        return (self.train, self.test, *last)

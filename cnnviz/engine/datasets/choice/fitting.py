"""A data set brought to what a network reads: size, channels, numbers of classes."""

from dataclasses import dataclass, replace

import numpy as np

from cnnviz.engine.datasets.class_names import DIGITS
from cnnviz.engine.datasets.split import Dataset, Split


@dataclass(frozen=True, slots=True)
class Fit:
    """What the pictures of a folder are read for.

    Attributes
    ----------
    picture_chw
        Channels, rows and columns of what the network reads.
    labels
        What it calls its classes, in their order.
    drawings
        Whether its pictures are prepared as MNIST's digits are, whatever they show.
    """

    picture_chw: tuple[int, int, int]
    labels: tuple[str, ...]
    drawings: bool = False

    @property
    def reads_drawings(self) -> bool:
        """Whether the ink of its pictures is fitted and centred, as MNIST's is."""
        is_drawn = self.drawings or self.labels == DIGITS
        return is_drawn and self.picture_chw == (1, 28, 28)


def numbered(dataset: Dataset, labels: tuple[str, ...]) -> Dataset:
    """Return a data set whose classes have the numbers that they have elsewhere.

    A folder with digits of a 1 and a 7 alone would have classes 0 and 1. Where a class
    has a name that is not among ``labels``, nothing is changed.

    Examples
    --------
    >>> split = Split(np.zeros((2, 1, 1), np.uint8), np.array([0, 1]))
    >>> found = numbered(Dataset("own", split, split, ("1", "7")), DIGITS)
    >>> found.train.labels_n.tolist(), len(found.labels)
    ([1, 7], 10)
    """
    if dataset.labels == labels or not set(dataset.labels) <= set(labels):
        return dataset
    places = np.array([labels.index(one) for one in dataset.labels], np.int64)

    def moved(split: Split) -> Split:
        return Split(split.images_nhw, places[split.labels_n])

    final = None if dataset.final is None else moved(dataset.final)
    return replace(
        dataset,
        train=moved(dataset.train),
        test=moved(dataset.test),
        labels=labels,
        final=final,
    )

"""What is seen of a data set at a glance: counts by class, mean pictures."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.datasets.split import Dataset, Split

_AT_ONCE = 4096


def class_counts(dataset: Dataset) -> NDArray[np.int64]:
    """Return how many pictures each class has, ``splits x classes``.

    Examples
    --------
    >>> split = Split(np.zeros((3, 1, 1), np.uint8), np.array([0, 1, 1]))
    >>> class_counts(Dataset("own", split, split, ("a", "b"))).tolist()
    [[1, 2], [1, 2]]
    """
    classes = len(dataset.labels)
    counted = [
        np.bincount(split.labels_n[_within(split, classes)], minlength=classes)
        for split in dataset.splits
    ]
    return np.stack(counted).astype(np.int64)


def pictures_of(split: Split, label: int | None) -> NDArray[np.intp]:
    """Return the numbers of the pictures of a class, or of all, in their order."""
    if label is None:
        return np.arange(len(split))
    return np.flatnonzero(split.labels_n == label)


def mean_picture(split: Split, label: int | None = None) -> NDArray[np.float64] | None:
    """Return the mean of the pictures of a class, or of all; ``None`` of no picture.

    Piece by piece, and told (`cnnviz.engine.datasets.progress`): a copy of all of them
    as numbers would take eight times their bytes.

    Returns
    -------
    ndarray
        0 to 255, in the shape of one picture.

    Raises
    ------
    CnnvizError
        ``reading_cancelled``.
    """
    numbers_n = pictures_of(split, label)
    if not len(numbers_n):
        return None
    total = np.zeros(split.images_nhw.shape[1:])
    for begin in range(0, len(numbers_n), _AT_ONCE):
        piece = split.images_nhw[numbers_n[begin : begin + _AT_ONCE]]
        # Whole numbers are summed exactly, whatever the order.
        total += piece.sum(axis=0, dtype=np.int64)
        tell(begin + len(piece), len(numbers_n))
    return total / len(numbers_n)


def one_hot(label: int, classes: int) -> NDArray[np.uint8]:
    """Return 1 at the place of a class and 0 at all others.

    Examples
    --------
    >>> one_hot(2, 4).tolist()
    [0, 0, 1, 0]
    """
    hot_k = np.zeros(classes, np.uint8)
    hot_k[label] = 1
    return hot_k


def _within(split: Split, classes: int) -> NDArray[np.bool_]:
    return (split.labels_n >= 0) & (split.labels_n < classes)

"""Ten classes that a network learns within a second: a bar at ten heights, in noise."""

import numpy as np

from cnnviz.engine.datasets.split import Dataset, Split


def bar_split(count: int, seed: int = 0) -> Split:
    """Return as many noisy bars of each class as can be, shuffled."""
    rng = np.random.default_rng(seed)
    labels_n = rng.permutation(np.arange(count, dtype=np.int64) % 10)
    images_nhw = rng.integers(0, 60, (count, 28, 28), dtype=np.uint8)
    for image_hw, label in zip(images_nhw, labels_n, strict=True):
        image_hw[4 + 2 * label : 6 + 2 * label, 4:24] = 255
    return Split(images_nhw, labels_n)


def bar_dataset(train: int = 320, test: int = 100) -> Dataset:
    """Return a small data set of bars."""
    return Dataset("bars", bar_split(train, 1), bar_split(test, 2), tuple("0123456789"))

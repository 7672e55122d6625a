"""A data set arranged anew, named by a word before its own name: ``shuffled:mnist``."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.split import Dataset, Split

FEW_PICTURES: Final = 1000
"""Of 60,000: so few can be learned by heart."""

_SEED: Final = 2012


def shuffled_pixels(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return pictures whose pixels all changed places, in each by the same permutation.

    Parameters
    ----------
    images
        uint8, ``... x H x W``: one picture, or many. The channels of a pixel stay together.

    Examples
    --------
    >>> picture = np.arange(6, dtype=np.uint8).reshape(2, 3)
    >>> sorted(shuffled_pixels(picture).ravel().tolist())
    [0, 1, 2, 3, 4, 5]
    """
    *many, height, width = images.shape
    # Named, because what default_rng() means may change.
    random = np.random.Generator(np.random.PCG64(_SEED))
    order = random.permutation(height * width)
    return images.reshape(*many, -1)[..., order].reshape(images.shape)


def _shuffled(dataset: Dataset) -> Dataset:
    def one(split: Split) -> Split:
        return Split(shuffled_pixels(split.images_nhw), split.labels_n)

    return replace(dataset, train=one(dataset.train), test=one(dataset.test))


def _few(dataset: Dataset) -> Dataset:
    train = dataset.train
    few = Split(train.images_nhw[:FEW_PICTURES], train.labels_n[:FEW_PICTURES])
    return replace(dataset, train=few)


ARRANGEMENTS: Final[Mapping[str, Callable[[Dataset], Dataset]]] = {
    "shuffled": _shuffled,
    "few": _few,
}
"""``shuffled``: the pixels of all pictures change places by one permutation; ``few``: the
first 1,000 training pictures only, and all held-out ones."""


def arrangement_of(data: str) -> tuple[str, str] | None:
    """Return how a data set is to be arranged, and its own name; ``None`` for a plain one.

    Examples
    --------
    >>> arrangement_of("shuffled:mnist"), arrangement_of("mnist")
    (('shuffled', 'mnist'), None)
    """
    how, sign, name = data.partition(":")
    return (how, name) if sign and how in ARRANGEMENTS else None


def arranged(dataset: Dataset, how: str) -> Dataset:
    """Return a data set arranged as a key of ``ARRANGEMENTS`` says; as it is for ``""``."""
    if not how:
        return dataset
    return replace(ARRANGEMENTS[how](dataset), name=f"{how}:{dataset.name}")

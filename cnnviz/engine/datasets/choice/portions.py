"""Parts of a data set, drawn by a seed: fewer pictures, held-out ones, wrong classes."""

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError

# Each draw has lots of its own, so that changing one leaves the others as they were.
_USE: Final = 1
_HOLD_OUT: Final = 2
_NOISE: Final = 3


def used(dataset: Dataset, use: DataUse) -> Dataset:
    """Return what a run learns from and is measured on.

    Parameters
    ----------
    dataset
        All there is; left as it is.
    use
        What to take of it.

    Returns
    -------
    Dataset
        With ``use.validation``, the pictures held out are its ``test`` and the test
        pictures its ``final``, where it had none yet.

    Raises
    ------
    CnnvizError
        ``pictures_too_many``; ``validation_empty`` where a share is of no picture, or
        leaves none to learn from; ``label_noise_one_class``.
    """
    train, test, final = dataset.train, dataset.test, dataset.final
    if use.pictures is not None:
        if use.pictures > len(train):
            raise CnnvizError(
                "pictures_too_many",
                name=dataset.name,
                pictures=use.pictures,
                count=len(train),
            )
        train = taken(train, use.pictures, use.seed)
    if use.validation:
        train, held = held_out(train, use.validation, use.seed)
        if not len(train) or not len(held):
            raise CnnvizError(
                "validation_empty",
                validation=use.validation,
                count=len(train) + len(held),
            )
        test, final = held, final or test
    if use.label_noise:
        train = mislabelled(train, use.label_noise, len(dataset.labels), use.seed)
    return replace(dataset, train=train, test=test, final=final)


def taken(split: Split, count: int, seed: int = 0) -> Split:
    """Return so many pictures, each class with its share, in the order they had."""
    return _at(split, np.sort(_mixed(split.labels_n, seed, _USE)[:count]))


def held_out(split: Split, share: float, seed: int = 0) -> tuple[Split, Split]:
    """Part pictures into those that stay and a share that is held out.

    Of every class the same share is held out, as nearly as it can be; no picture is in
    both, and each is in one. A share above 0 of at least 2 pictures holds out one.
    """
    order_n = _mixed(split.labels_n, seed, _HOLD_OUT)
    count = round(share * len(split))
    if share > 0 and len(split) > 1:
        count = max(1, count)
    return _at(split, np.sort(order_n[count:])), _at(split, np.sort(order_n[:count]))


def mislabelled(split: Split, share: float, classes: int, seed: int = 0) -> Split:
    """Return pictures a share of which has another class than its own, any alike.

    Raises
    ------
    CnnvizError
        ``label_noise_one_class`` where there is no other.
    """
    if classes < 2:
        raise CnnvizError("label_noise_one_class")
    rng = _lots(seed, _NOISE)
    chosen_n = rng.permutation(len(split))[: round(share * len(split))]
    labels_n = split.labels_n.copy()
    steps_n = rng.integers(1, classes, len(chosen_n))
    labels_n[chosen_n] = (labels_n[chosen_n] + steps_n) % classes
    return Split(split.images_nhw, labels_n)


def _mixed(labels_n: NDArray[np.int64], seed: int, draw: int) -> NDArray[np.intp]:
    """Return an order by chance whose every beginning has each class with its share."""
    rng = _lots(seed, draw)
    order_n = rng.permutation(len(labels_n))
    mixed_n = labels_n[order_n]
    shares_n = np.empty(len(labels_n))
    for label in np.unique(mixed_n):
        places = np.flatnonzero(mixed_n == label)
        # Within a class evenly from 0 to 1, each class begun at a place of its own.
        shares_n[places] = (np.arange(len(places)) + rng.random()) / len(places)
    return order_n[np.argsort(shares_n, kind="stable")]


def _at(split: Split, places_n: NDArray[np.intp]) -> Split:
    return Split(split.images_nhw[places_n], split.labels_n[places_n])


def _lots(seed: int, draw: int) -> np.random.Generator:
    # Named, because what default_rng() means may change.
    return np.random.Generator(np.random.PCG64([seed, draw]))

"""One picture out of a data set, to be looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS, KnownDataset
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Which picture; compared by value.

    Attributes
    ----------
    dataset
        Out of which data set: its key.
    label
        Number of the class; ``None`` for any.
    place
        Which one of those of the class, counted from 0; ``None`` for one at random.
    """

    dataset: str
    label: int | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class DatasetPicture:
    """A picture and what it is.

    Attributes
    ----------
    pixels_chw
        uint8, 1 or 3 channels.
    label
        Number of its class.
    part
        Which part of the data set it is from, as its files call it.
    index
        Which one of that part's pictures it is, counted from 0.
    place, count
        Which one of those that match the class asked for, and how many do.
    """

    pixels_chw: NDArray[np.uint8]
    label: int
    part: str
    index: int
    place: int
    count: int


def datasets_here(
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
) -> tuple[str, ...]:
    """Return the data sets that pictures can be had from on this computer."""
    return tuple(key for key, dataset in known.items() if dataset.is_here())


def pick(
    wanted: PictureQuery,
    seed: int | None = None,
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
) -> DatasetPicture:
    """Return one picture; the first of a data set has to be waited for.

    Of MNIST and the built-in digits these are test pictures: a network that learned on
    the others has not seen them.

    Parameters
    ----------
    wanted
        Which one.
    seed
        Makes a random choice the same each time.
    known
        The data sets there are, by key.

    Raises
    ------
    CnnvizError
        ``dataset_not_here``, ``dataset_no_such_class``, ``dataset_index_outside``, or
        why a file cannot be read.

    Examples
    --------
    >>> picked = pick(PictureQuery("builtin", label=7, place=0))
    >>> picked.pixels_chw.shape, picked.label, picked.place, picked.count
    ((1, 28, 28), 7, 0, 500)
    """
    dataset = known[wanted.dataset]
    pictures = dataset.pictures()
    matching = np.arange(len(pictures.labels_n))
    if wanted.label is not None:
        matching = np.flatnonzero(pictures.labels_n == wanted.label)
    if not len(matching):
        label = dataset.labels[wanted.label or 0]
        raise CnnvizError("dataset_no_such_class", name=dataset.title, label=label)
    place = wanted.place
    if place is None:
        place = int(np.random.default_rng(seed).integers(len(matching)))
    if not 0 <= place < len(matching):
        raise CnnvizError("dataset_index_outside", index=place, count=len(matching))
    index = int(matching[place])
    pixels_chw = pictures.images_nchw[index].copy()
    label_number = int(pictures.labels_n[index])
    return DatasetPicture(
        pixels_chw, label_number, pictures.part, index, place, len(matching)
    )


def glance(
    wanted: PictureQuery,
    count: int,
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
) -> tuple[DatasetPicture, ...]:
    """Return several pictures, from the one asked for on (from the first by default).

    Raises
    ------
    CnnvizError
        As `pick`.

    Examples
    --------
    >>> seen = glance(PictureQuery("builtin", label=7), 3)
    >>> [(picture.label, picture.place) for picture in seen]
    [(7, 0), (7, 1), (7, 2)]
    """
    first = pick(replace(wanted, place=wanted.place or 0), known=known)
    places = range(first.place + 1, min(first.place + count, first.count))
    others = (pick(replace(wanted, place=place), known=known) for place in places)
    return (first, *others)


def known_label(
    picked: DatasetPicture,
    labels: tuple[str, ...],
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
) -> int | None:
    """Return which of a network's classes a picture shows; ``None`` where it has not.

    Pictures and classes must be those of one data set.

    Examples
    --------
    >>> seven = pick(PictureQuery("builtin", label=7, place=0))
    >>> known_label(seven, tuple("0123456789")), known_label(seven, ("cat", "dog"))
    (7, None)
    """
    shape = picked.pixels_chw.shape
    for dataset in known.values():
        if dataset.picture_chw == shape and dataset.labels == labels:
            return picked.label
    return None

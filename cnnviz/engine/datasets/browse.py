"""One picture out of a data set, to be looked at."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.catalogue import data_folders, find_mnist
from cnnviz.engine.datasets.cifar10 import (
    CIFAR10_LABELS,
    PUBLISHED_ARCHIVE,
    find_cifar10,
    find_pickled_cifar10,
    read_batch,
)
from cnnviz.engine.datasets.mnist import find_files, read_part
from cnnviz.engine.datasets.split import check_lengths
from cnnviz.engine.errors import CnnvizError

DatasetKey = Literal["builtin", "mnist", "cifar10"]
_DIGITS: Final = tuple("0123456789")
DATASET_LABELS: Final[dict[DatasetKey, tuple[str, ...]]] = {
    "builtin": _DIGITS,
    "mnist": _DIGITS,
    "cifar10": CIFAR10_LABELS,
}
"""What the classes of each data set are called."""

_TITLES: Final[dict[DatasetKey, str]] = {
    "builtin": "built-in",
    "mnist": "MNIST",
    "cifar10": "CIFAR-10",
}


@dataclass(frozen=True, slots=True)
class PictureQuery:
    """Which picture; compared by value.

    Attributes
    ----------
    dataset
        Out of which data set.
    label
        Number of the class; ``None`` for any.
    place
        Which one of those of the class, counted from 0; ``None`` for one at random.
    """

    dataset: DatasetKey
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


@dataclass(frozen=True, slots=True, eq=False)
class _Pictures:
    part: str
    images_nchw: NDArray[np.uint8]
    labels_n: NDArray[np.int64]


def datasets_here() -> tuple[DatasetKey, ...]:
    """Return the data sets that pictures can be had from on this computer."""
    here: list[DatasetKey] = ["builtin"]
    if find_mnist() is not None:
        here.append("mnist")
    if find_cifar10() is not None:
        here.append("cifar10")
    return tuple(here)


def pick(wanted: PictureQuery, seed: int | None = None) -> DatasetPicture:
    """Return one picture; the first of a data set has to be waited for.

    Of MNIST and the built-in digits these are test pictures: a network that learned on
    the others has not seen them.

    Parameters
    ----------
    wanted
        Which one.
    seed
        Makes a random choice the same each time.

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
    pictures = _pictures(wanted.dataset)
    matching = np.arange(len(pictures.labels_n))
    if wanted.label is not None:
        matching = np.flatnonzero(pictures.labels_n == wanted.label)
    if not len(matching):
        label = DATASET_LABELS[wanted.dataset][wanted.label or 0]
        name = _TITLES[wanted.dataset]
        raise CnnvizError("dataset_no_such_class", name=name, label=label)
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


def _pictures(dataset: DatasetKey) -> _Pictures:
    if dataset == "builtin":
        return _builtin()
    find, read = _READERS[dataset]
    found = find()
    if found is None:
        pickled = find_pickled_cifar10() if dataset == "cifar10" else None
        if pickled is not None:
            raise CnnvizError(
                "cifar_is_pickled", file=str(pickled), wanted=PUBLISHED_ARCHIVE
            )
        raise CnnvizError(
            "dataset_not_here",
            name=_TITLES[dataset],
            places=", ".join(map(str, data_folders())),
        )
    return read(found)


@functools.cache
def _builtin() -> _Pictures:
    # Imported here: nobody else needs the stroke generator.
    from cnnviz.engine.datasets.builtin_digits import TEST_PICTURES, generate_digits

    # The test pictures of the data set; its training ones would take seconds to make.
    split = generate_digits(TEST_PICTURES, seed=2)
    return _Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)


# A folder's files are read once: pictures are asked for one after another.
@functools.lru_cache(maxsize=1)
def _mnist(folder: Path) -> _Pictures:
    files = find_files(folder)
    if files is None:  # they went away between two looks
        raise CnnvizError("dataset_not_here", name="MNIST", places=str(folder))
    images = read_part(files["t10k-images"], "t10k-images").values
    labels = read_part(files["t10k-labels"], "t10k-labels").values
    if images.ndim != 3 or images.dtype != np.uint8 or labels.ndim != 1:
        raise CnnvizError(
            "idx_wrong_content",
            file=str(files["t10k-images"]),
            found=f"{' × '.join(map(str, images.shape))} {images.dtype}",
            expected="N × 28 × 28 uint8",
        )
    check_lengths(images, labels)
    return _Pictures("test", images[:, np.newaxis], labels.astype(np.int64))


@functools.lru_cache(maxsize=1)
def _cifar10(path: Path) -> _Pictures:
    batch = read_batch(path)
    return _Pictures(batch.name, batch.images_nchw, batch.labels_n)


_READERS: Final[
    dict[DatasetKey, tuple[Callable[[], Path | None], Callable[[Path], _Pictures]]]
] = {"mnist": (find_mnist, _mnist), "cifar10": (find_cifar10, _cifar10)}

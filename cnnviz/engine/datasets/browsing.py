"""The pictures of a data set's files that are looked at one by one."""

import functools
from pathlib import Path

import numpy as np

from cnnviz.engine.datasets.cifar10 import (
    PUBLISHED_ARCHIVE,
    find_cifar10,
    find_pickled_cifar10,
    read_batch,
)
from cnnviz.engine.datasets.loading import data_folders, find_mnist
from cnnviz.engine.datasets.mnist import find_files, read_part
from cnnviz.engine.datasets.split import Pictures, check_lengths
from cnnviz.engine.errors import CnnvizError


def mnist_pictures() -> Pictures:
    """Return MNIST's test pictures; raise ``dataset_not_here`` or why not."""
    folder = find_mnist()
    if folder is None:
        raise _not_here("MNIST")
    return _mnist(folder)


def cifar10_pictures() -> Pictures:
    """Return a batch of CIFAR-10; raise ``dataset_not_here`` or why not."""
    path = find_cifar10()
    if path is not None:
        return _cifar10(path)
    pickled = find_pickled_cifar10()
    if pickled is None:
        raise _not_here("CIFAR-10")
    raise CnnvizError("cifar_is_pickled", file=str(pickled), wanted=PUBLISHED_ARCHIVE)


def _not_here(title: str) -> CnnvizError:
    places = ", ".join(map(str, data_folders()))
    return CnnvizError("dataset_not_here", name=title, places=places)


# A folder's files are read once: pictures are asked for one after another.
@functools.lru_cache(maxsize=1)
def _mnist(folder: Path) -> Pictures:
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
    return Pictures("test", images[:, np.newaxis], labels.astype(np.int64))


@functools.lru_cache(maxsize=1)
def _cifar10(path: Path) -> Pictures:
    batch = read_batch(path)
    return Pictures(batch.name, batch.images_nchw, batch.labels_n)

"""Read what a run learns from: a data set known by name, or a folder."""

import functools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from platformdirs import user_data_path

from cnnviz.engine.datasets.arranged import arranged, arrangement_of
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS, KnownDataset
from cnnviz.engine.datasets.idx import IdxContent
from cnnviz.engine.datasets.mnist import (
    MNIST_FILES,
    MnistPaths,
    PartName,
    find_files,
    missing_files,
    places_below,
    read_part,
)
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError

DATA_VARIABLE: Final = "CNNVIZ_DATA"


def user_data_folder() -> Path:
    """Return the folder of this user in which downloaded data sets are kept."""
    return user_data_path("cnnviz", appauthor=False) / "data"


def find_mnist(folder: Path | None = None) -> Path | None:
    """Return the folder that holds MNIST, or ``None``.

    Looked for in ``folder``, in the folder that the environment variable CNNVIZ_DATA
    names, and in the user's data folder, in this order; in each also in its subfolders
    ``mnist``, ``raw`` and ``MNIST/raw``. The four files may be plain or gzip, with the
    usual spellings and endings of their names, or lie together in ``mnist.npz``.
    """
    return next((place for place, _ in _found_in(data_folders(folder))), None)


def _found_in(folders: Iterable[Path]) -> Iterator[tuple[Path, MnistPaths]]:
    """Yield the places in which all four files lie, and where each of them does."""
    for folder in folders:
        for place in places_below(folder):
            if paths := find_files(place):
                yield place, paths


def mnist_pictures() -> Pictures:
    """Return MNIST's test pictures; raise ``dataset_not_here`` or why not."""
    for _, paths in _found_in(data_folders()):
        return _test_pictures(paths["t10k-images"], paths["t10k-labels"])
    raise not_here("MNIST")


# Files are read once: pictures are asked for one after another.
@functools.lru_cache(maxsize=1)
def _test_pictures(images: Path, labels: Path) -> Pictures:
    split = _split(_content(images, "t10k-images"), _content(labels, "t10k-labels"))
    return Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)


def load_mnist(folder: Path | None = None) -> Dataset:
    """Load MNIST, looked for where `find_mnist` says; raises as `load_dataset`."""
    for _, paths in _found_in(data_folders(folder)):
        return _load(paths, name="mnist", published=True)
    raise _not_found("MNIST", [*data_folders(folder)])


def load_dataset(
    name_or_path: str,
    *,
    folder: Path | None = None,
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
) -> Dataset:
    """Load a data set into memory.

    Parameters
    ----------
    name_or_path
        The key of a known data set, such as ``mnist``, or a folder with four IDX
        files under MNIST's names, whatever their content; one of them, or an archive of
        NumPy with the arrays of Keras's ``mnist.npz``, will do. Or a folder with the
        batches of CIFAR-10 in their binary form, or with the archive of them. Before it
        may stand a key of `arranged.ARRANGEMENTS`, as in ``shuffled:mnist``.
    folder
        Where to look for a known data set first.
    known
        The data sets there are, by key.

    Returns
    -------
    Dataset
        For MNIST 60,000 training and 10,000 test pictures of 28 x 28. Files of the
        right shape whose MD5 is not the published one are used, with a note in
        ``notes``: copies that were re-encoded somewhere are common, and a class that
        has only such a copy shall not stand before a closed door.

    Raises
    ------
    CnnvizError
        ``dataset_not_found`` with the places looked in, ``dataset_incomplete`` with what
        is missing, ``dataset_checksum``, ``idx_wrong_content``, ``labels_differ_from_pictures``, or
        an error of `cnnviz.engine.datasets.mnist.read_part`.
    """
    if (found := arrangement_of(name_or_path)) is not None:
        how, name = found
        return arranged(load_dataset(name, folder=folder, known=known), how)
    named = known.get(name_or_path)
    if named is not None and named.load is not None:
        return named.load(folder)
    given = _expanded(name_or_path)
    if os.path.isfile(given) and given.suffix.lower() != ".npz":
        given = given.parent  # one of the four was named
    for _, paths in _found_in((given,)):
        return _load(paths, name=given.resolve().name or "data", published=False)
    from cnnviz.engine.datasets import cifar10  # which looks where this module says

    if cifar10.lies_in(given):
        return cifar10.load_cifar10(given, elsewhere=False)
    raise _not_found(name_or_path, [given.absolute()])


def data_folders(folder: Path | None = None) -> Iterator[Path]:
    """Yield where data sets are looked for, the first place first."""
    if folder is not None:
        yield folder
    if named := os.environ.get(DATA_VARIABLE):
        yield _expanded(named)
    yield user_data_folder()


def _expanded(folder: str) -> Path:
    """Return a folder with its ``~`` filled in; left as it is for an unknown user."""
    return Path(os.path.expanduser(folder))


def not_here(title: str) -> CnnvizError:
    """Say where the files of a data set were looked for."""
    places = ", ".join(map(str, data_folders()))
    return CnnvizError("dataset_not_here", name=title, places=places)


def _not_found(name: str, folders: Sequence[Path]) -> CnnvizError:
    """Say where was looked; where some of the files are, which ones are missing."""
    for place in (place for folder in folders for place in places_below(folder)):
        missing = missing_files(place)
        if 0 < len(missing) < len(MNIST_FILES):
            files = ", ".join(missing)
            return CnnvizError("dataset_incomplete", place=str(place), files=files)
    places = ", ".join(map(str, folders))
    return CnnvizError("dataset_not_found", name=name, places=places)


def _load(paths: MnistPaths, name: str, *, published: bool) -> Dataset:
    contents = {part: _content(path, part) for part, path in paths.items()}
    train = _split(contents["train-images"], contents["train-labels"])
    test = _split(contents["t10k-images"], contents["t10k-labels"])
    notes = _departures(paths, contents) if published else ()
    highest = max(
        (int(split.labels_n.max()) for split in (train, test) if len(split)), default=0
    )
    labels = tuple(str(label) for label in range(highest + 1))
    return Dataset(name, train, test, labels, tuple(notes))


def _content(path: Path, part: PartName) -> IdxContent:
    """Read one of the four files; refuse what is no pictures, or no labels."""
    content = read_part(path, part)
    values = content.values
    if part.endswith("images"):
        fits, expected = values.shape[1:] == (28, 28), "N × 28 × 28 uint8"
    else:
        fits, expected = values.ndim == 1, "N uint8"
    if not fits or values.dtype != np.uint8:
        raise CnnvizError(
            "idx_wrong_content",
            file=str(path),
            found=f"{' × '.join(map(str, values.shape))} {values.dtype}",
            expected=expected,
        )
    return content


def _split(images: IdxContent, labels: IdxContent) -> Split:
    images_nhw, labels_n = images.values, labels.values
    # Before labels take eight times their size.
    if len(images_nhw) != len(labels_n):
        raise CnnvizError(
            "labels_differ_from_pictures",
            pictures=len(images_nhw),
            labels=len(labels_n),
        )
    return Split(images_nhw, labels_n.astype(np.int64))


def _departures(
    paths: MnistPaths, contents: Mapping[PartName, IdxContent]
) -> Iterator[CnnvizError]:
    """Note each file that is not the published one; refuse one of another length."""
    for file in MNIST_FILES:
        path, content = paths[file.part], contents[file.part]
        if content.md5 == file.md5:
            continue
        if len(content.values) != file.count:
            raise CnnvizError(
                "dataset_checksum",
                file=str(path),
                found=content.md5,
                expected=file.md5,
            )
        yield CnnvizError("mnist_content_differs", file=path.name, found=content.md5)

"""Read what a run learns from: a data set known by name, or a folder."""

import functools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

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
from cnnviz.engine.datasets.progress import telling
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.places import data_place
from cnnviz.engine.resources import resource

if TYPE_CHECKING:
    from cnnviz.engine.datasets.choice.fitting import Fit
    from cnnviz.engine.datasets.progress import IsCancelled, OnProgress

DATA_VARIABLE: Final = "CNNVIZ_DATA"


def user_data_folder() -> Path:
    """Return the folder of this user in which downloaded data sets are kept."""
    return data_place() / "data"


def drawings_folder() -> Path:
    """Return the folder of this user's own drawings, see `cnnviz.engine.datasets.own`."""
    return user_data_folder() / "drawings"


def find_mnist(folder: Path | None = None) -> Path | None:
    """Return the folder that holds MNIST, or ``None``.

    Looked for in ``folder``, in the folder that the environment variable CNNVIZ_DATA
    names, and in the user's data folder, in this order; in each also in its subfolders
    ``mnist``, ``raw`` and ``MNIST/raw``. The four files may be plain or gzip, with the
    usual spellings and endings of their names, or lie together in ``mnist.npz``; or be
    two tables of text, ``mnist_train.csv`` and ``mnist_test.csv``.
    """
    place = next((place for place, _ in _found_in(data_folders(folder))), None)
    if place is None and (tables := _mnist_tables(folder)) is not None:
        return tables[0].parent
    return place


def _mnist_tables(folder: Path | None = None) -> Sequence[Path] | None:
    from cnnviz.engine.datasets.published.families import MNIST_TABLES
    from cnnviz.engine.datasets.published.files import find_family

    return find_family(MNIST_TABLES, data_folders(folder))


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
    if (tables := _mnist_tables()) is not None:
        from cnnviz.engine.datasets.published.reading import test_pictures

        return test_pictures("mnist", tuple(tables))
    raise not_here("MNIST")


# Files are read once: pictures are asked for one after another.
@functools.lru_cache(maxsize=1)
def _test_pictures(images: Path, labels: Path) -> Pictures:
    split = joined(
        read_content(images, "t10k-images"), read_content(labels, "t10k-labels")
    )
    return Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)


def load_mnist(folder: Path | None = None) -> Dataset:
    """Load MNIST, looked for where `find_mnist` says; raises as `load_dataset`."""
    for _, paths in _found_in(data_folders(folder)):
        return _load(paths, name="mnist", published=True)
    if (tables := _mnist_tables(folder)) is not None:
        return _load_tables(tables)
    raise _not_found("MNIST", [*data_folders(folder)])


def load_dataset(
    name_or_path: str,
    *,
    folder: Path | None = None,
    known: Mapping[str, KnownDataset] = KNOWN_DATASETS,
    fit: "Fit | None" = None,
    on_progress: "OnProgress | None" = None,
    is_cancelled: "IsCancelled | None" = None,
) -> Dataset:
    """Load a data set, or a mixture of several, into memory.

    Parameters
    ----------
    name_or_path
        The key of a known data set, such as ``mnist``; or a path, see
        `cnnviz.engine.datasets.paths.load_path`; or several of them with weights, as in
        ``mnist:2+builtin``, see `cnnviz.engine.datasets.choice.mixtures`. Before each
        may stand a key of `arranged.ARRANGEMENTS`, as in ``shuffled:mnist``.
    folder
        Where to look for a known data set first.
    known
        The data sets there are, by key.
    fit
        What a network reads: pictures of a folder are brought to its size and channels.
    on_progress, is_cancelled
        Who is told how far reading is, and who may call it off; see
        `cnnviz.engine.datasets.progress`.

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
        is missing, ``dataset_checksum``, ``idx_wrong_content``, ``labels_differ_from_pictures``,
        ``reading_cancelled``, or an error of the reader of its files.
    """
    from cnnviz.engine.datasets.choice.mixtures import mixed, parts_of

    with telling(on_progress, is_cancelled):
        parts = parts_of(name_or_path, list(known))
        loaded = [
            (_load_one(part.data, folder, known, fit), part.weight) for part in parts
        ]
    is_plain = len(loaded) == 1 and loaded[0][1] == 1
    return loaded[0][0] if is_plain else mixed(loaded, name_or_path)


def _load_one(
    name_or_path: str,
    folder: Path | None,
    known: Mapping[str, KnownDataset],
    fit: "Fit | None",
) -> Dataset:
    if (found := arrangement_of(name_or_path)) is not None:
        how, name = found
        return arranged(_load_one(name, folder, known, fit), how)
    named = known.get(name_or_path)
    if named is not None and named.load is not None:
        return named.load(folder)
    from cnnviz.engine.datasets.paths import load_path

    given = Path(os.path.expanduser(name_or_path))
    loaded = load_path(given, fit)
    if loaded is None:
        place = given.parent if os.path.isfile(given) else given
        raise _not_found(name_or_path, [place.absolute()])
    return loaded


def load_quartet(given: Path) -> Dataset | None:
    """Load four IDX files under MNIST's names, whatever they hold, or an archive of them.

    Returns ``None`` where they are not all in the folder, or below it; raises as
    `load_dataset`.
    """
    for _, paths in _found_in((given,)):
        return _load(paths, name=given.resolve().name or "data", published=False)
    return None


def data_folders(folder: Path | None = None) -> Iterator[Path]:
    """Yield where data sets are looked for, the first place first."""
    if folder is not None:
        yield folder
    if named := os.environ.get(DATA_VARIABLE):
        yield _expanded(named)
    yield user_data_folder()
    packaged = resource("data")  # in a bundle that was built with data
    if packaged.is_dir():
        yield Path(str(packaged))


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
    contents = {part: read_content(path, part) for part, path in paths.items()}
    return _of_contents(contents, paths, name, published=published)


def _load_tables(tables: Sequence[Path]) -> Dataset:
    """Load MNIST from two tables of text."""
    from cnnviz.engine.datasets.published.reading import mnist_contents

    contents = mnist_contents(tuple(tables))
    paths = dict(zip(contents, np.repeat(np.array(tables, object), 2), strict=True))
    return _of_contents(contents, paths, "mnist", published=True)


def _of_contents(
    contents: Mapping[PartName, IdxContent],
    paths: Mapping[PartName, Path],
    name: str,
    *,
    published: bool,
) -> Dataset:
    train = joined(contents["train-images"], contents["train-labels"])
    test = joined(contents["t10k-images"], contents["t10k-labels"])
    notes = _departures(paths, contents) if published else ()
    highest = max(
        (int(split.labels_n.max()) for split in (train, test) if len(split)), default=0
    )
    labels = tuple(str(label) for label in range(highest + 1))
    return Dataset(name, train, test, labels, tuple(notes))


def read_content(path: Path, part: PartName) -> IdxContent:
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


def joined(images: IdxContent, labels: IdxContent) -> Split:
    """Return pictures with their labels; refuse another number of one than the other."""
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
    paths: Mapping[PartName, Path], contents: Mapping[PartName, IdxContent]
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

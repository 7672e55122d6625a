"""Published sets and tables of pictures, read as the program wants them."""

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.choice.portions import held_out
from cnnviz.engine.datasets.files.tables import Table, read_table
from cnnviz.engine.datasets.idx import IdxContent, content_md5
from cnnviz.engine.datasets.loading import data_folders, joined, read_content
from cnnviz.engine.datasets.mnist import PartName
from cnnviz.engine.datasets.published.families import FAMILIES, MNIST_TABLES, Family
from cnnviz.engine.datasets.published.files import (
    ENDING,
    FamilyFiles,
    find_family,
    what_is_missing,
)
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError

_TURNED_AT_ONCE: Final = 4_096
_HEADER_OF_LABELS: Final = 8
"""Bytes of an IDX file of labels before the first."""

_SIZE: Final = (28, 28)

TEST_SHARE: Final = 1 / 6
"""What is held out where no test pictures came with a set."""


def find(key: str) -> Path | None:
    """Return the folder of a set known by name, looked for where MNIST is, or ``None``."""
    files = find_family(FAMILIES[key], data_folders())
    return None if files is None else files[0].parent


def load(key: str, folder: Path | None = None) -> Dataset:
    """Load a set known by name; ``dataset_not_here``, or as `read_family`."""
    files = find_family(FAMILIES[key], data_folders(folder))
    if files is None:
        raise _absent(FAMILIES[key])
    return read_family(FAMILIES[key], files)


def _absent(family: Family) -> CnnvizError:
    """Say what is missing of a set, or that there is nothing of it."""
    if (partly := what_is_missing([family], data_folders())) is not None:
        return partly
    files = [f"{begin}-images-idx3-ubyte.gz" for begin in family.idx]
    return CnnvizError(
        "published_not_here",
        name=family.title,
        places=", ".join(map(str, data_folders())),
        files=", ".join(files or [f"{name}.csv" for name in family.table_names]),
    )


def pictures(key: str) -> Pictures:
    """Return the test pictures of a set known by name; raises as `load`."""
    files = find_family(FAMILIES[key], data_folders())
    if files is None:
        raise _absent(FAMILIES[key])
    return test_pictures(key, files)


# Files are read once: pictures are asked for one after another.
@functools.lru_cache(maxsize=1)
def test_pictures(key: str, files: FamilyFiles) -> Pictures:
    """Return the test pictures of a set whose files are known; raises as `read_family`."""
    family = MNIST_TABLES if key == MNIST_TABLES.key else FAMILIES[key]
    (split,) = _splits(family, files[len(files) // 2 :])
    return Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)


def read_family(family: Family, files: FamilyFiles) -> Dataset:
    """Read a published set from its files: four in the IDX format, or two tables.

    Raises
    ------
    CnnvizError
        ``idx_label_outside``, ``table_label_outside``, ``table_label_left_out``,
        ``table_size``, ``labels_differ_from_pictures``, or what
        `cnnviz.engine.datasets.idx.read_idx` or `read_table` raises.
    """
    train, test = _splits(family, files)
    return Dataset(family.key, train, test, family.labels)


def mnist_contents(files: FamilyFiles) -> dict[PartName, IdxContent]:
    """Return MNIST's two tables as if they were its four IDX files."""
    learned, measured = _splits(MNIST_TABLES, files)
    arrays: dict[PartName, NDArray[np.uint8]] = {
        "train-images": learned.images_nhw,
        "train-labels": learned.labels_n.astype(np.uint8),
        "t10k-images": measured.images_nhw,
        "t10k-labels": measured.labels_n.astype(np.uint8),
    }
    return {
        part: IdxContent(values, content_md5(values)) for part, values in arrays.items()
    }


def read_tables(train: Path, test: Path | None, name: str) -> Dataset:
    """Read tables of any pictures; a part is held out where none came for the test.

    Raises
    ------
    CnnvizError
        ``table_without_labels``, or what `read_table` raises.
    """
    learned, measured = _labelled(read_table(train)), None
    if test is not None:
        table = read_table(test)
        # In a competition the test's classes are kept secret.
        measured = None if table.labels_n is None else _labelled(table)
    notes: tuple[CnnvizError, ...] = ()
    if measured is None:
        learned, measured = held_out(learned, TEST_SHARE)
        notes = (CnnvizError("test_held_out", name=name, count=len(measured)),)
    highest = max(int(one.labels_n.max(initial=0)) for one in (learned, measured))
    return Dataset(name, learned, measured, tuple(map(str, range(highest + 1))), notes)


def _labelled(table: Table) -> Split:
    if table.labels_n is None:
        raise CnnvizError("table_without_labels", file=table.file)
    return Split(table.images_nhw, table.labels_n)


def _splits(family: Family, files: Sequence[Path]) -> list[Split]:
    """Read the files of a set; of the test alone, where only those are given."""
    if files[0].suffix.lower() != ENDING:
        pairs = zip(files[::2], files[1::2], strict=True)
        return [_from_idx(family, images, labels) for images, labels in pairs]
    tables = [read_table(path) for path in files]
    return [_from_table(family, table, _has_hole(family, tables)) for table in tables]


def _from_idx(family: Family, images: Path, labels: Path) -> Split:
    # The same content under MNIST's names: these say what is pictures, what labels.
    split = joined(
        read_content(images, "train-images"), read_content(labels, "train-labels")
    )
    numbers_n = split.labels_n - family.first_label
    for index in _outside(numbers_n, family):
        raise CnnvizError(
            "idx_label_outside",
            file=labels.name,
            byte=_HEADER_OF_LABELS + index,
            found=int(split.labels_n[index]),
            lowest=family.first_label,
            highest=family.first_label + len(family.labels) - 1,
        )
    return Split(_upright(split.images_nhw, family), numbers_n)


def _from_table(family: Family, table: Table, has_hole: bool) -> Split:
    labels_n = _labelled(table).labels_n
    if table.images_nhw.shape[1:] != _SIZE:
        raise CnnvizError(
            "table_size",
            file=table.file,
            found=" × ".join(map(str, table.images_nhw.shape[1:])),
            expected=" × ".join(map(str, _SIZE)),
        )
    numbers_n = labels_n - family.first_label
    if has_hole and family.hole is not None:
        for index in np.flatnonzero(numbers_n == family.hole)[:1].tolist():
            raise CnnvizError(
                "table_label_left_out",
                file=table.file,
                line=int(table.lines_n[index]),
                found=family.hole,
                title=family.title,
            )
        numbers_n = numbers_n - (numbers_n > family.hole)
    for index in _outside(numbers_n, family):
        raise CnnvizError(
            "table_label_outside",
            file=table.file,
            line=int(table.lines_n[index]),
            found=int(labels_n[index]),
            lowest=family.first_label,
            highest=family.first_label + len(family.labels) - 1 + has_hole,
        )
    return Split(_upright(table.images_nhw, family), numbers_n)


def _has_hole(family: Family, tables: Sequence[Table]) -> bool:
    """Whether the tables leave a number out, which others do not: seen from all of them."""
    if family.hole is None:
        return False
    labels_n = np.concatenate([_labelled(table).labels_n for table in tables])
    return bool((labels_n == len(family.labels)).any()) or family.hole not in labels_n


def _outside(numbers_n: NDArray[np.int64], family: Family) -> list[int]:
    """Return the place of the first class that the set has not, if there is one."""
    wrong_n = (numbers_n < 0) | (numbers_n >= len(family.labels))
    return [int(one) for one in np.flatnonzero(wrong_n)[:1]]


def _upright(images_nhw: NDArray[np.uint8], family: Family) -> NDArray[np.uint8]:
    """Return pictures with rows and columns where they belong, a few at a time."""
    if not family.is_turned:
        return images_nhw
    upright_nhw = np.empty_like(images_nhw)
    for begin in range(0, len(images_nhw), _TURNED_AT_ONCE):
        part = slice(begin, begin + _TURNED_AT_ONCE)
        upright_nhw[part] = images_nhw[part].transpose(0, 2, 1)
    return upright_nhw

"""What the four files of MNIST are called, and the content that they must have."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from cnnviz.engine.datasets.finding import entries, first_whole, folders_below, squeezed
from cnnviz.engine.datasets.idx import IdxContent, looks_whole, read_idx
from cnnviz.engine.datasets.npz import is_archive, read_array

PartName = Literal["train-images", "train-labels", "t10k-images", "t10k-labels"]
MnistPaths = dict[PartName, Path]
"""Where each of the four lies; an archive may hold them all."""


@dataclass(frozen=True, slots=True)
class MnistFile:
    """One of the four files.

    Attributes
    ----------
    part
        Which one.
    md5
        Of the uncompressed content, in hexadecimal.
    count
        Pictures or labels in it.
    packed_bytes
        Size of the published archive: what a download counts.
    """

    part: PartName
    md5: str
    count: int
    packed_bytes: int

    @property
    def file_name(self) -> str:
        """As published, without ``.gz``; the number is that of its dimensions."""
        dimensions = 3 if self.part.endswith("images") else 1
        return f"{self.part}-idx{dimensions}-ubyte"

    def find_in(self, folder: Path) -> Path | None:
        """Return the file in a folder under any of its usual names, or ``None``."""
        return find_named(self.file_name, entries(folder))


def find_named(name: str, listed: Iterable[Path]) -> Path | None:
    """Return the file of that name among those of a folder, or ``None``.

    Dots may stand for dashes, endings follow (``.gz``, ``.txt``), and a folder of the
    same name may lie round it. A damaged file is passed over for a whole one.
    """
    # A browser puts a number to what it fetches a second time.
    spelled = re.compile(squeezed(name) + r"\d?(?:gz|txt|idx|bin|dat)*")

    def candidates(paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            if spelled.fullmatch(squeezed(path.name)):
                if os.path.isdir(path):
                    yield from candidates(
                        one for one in entries(path) if not os.path.isdir(one)
                    )
                else:
                    yield path

    return first_whole(candidates(listed), looks_whole)


MNIST_FILES: Final = (
    MnistFile("train-images", "6bbc9ace898e44ae57da46a324031adb", 60_000, 9_912_422),
    MnistFile("train-labels", "a25bea736e30d166cdddb491f175f624", 60_000, 28_881),
    MnistFile("t10k-images", "2646ac647ad5339dbf082846283269ea", 10_000, 1_648_877),
    MnistFile("t10k-labels", "27ae3e4e09519cfbb04c329615203637", 10_000, 4_542),
)


_FOLDERS: Final = ("mnist", "mnistdata", "raw")
_ARCHIVE: Final = "mnistnpz"
_ARRAYS: Final[dict[PartName, str]] = {
    "train-images": "x_train",
    "train-labels": "y_train",
    "t10k-images": "x_test",
    "t10k-labels": "y_test",
}


def places_below(folder: Path) -> list[Path]:
    """Return a folder, and those in it that MNIST is put into (``MNIST/raw``)."""
    return folders_below(folder, _FOLDERS)


def find_files(place: Path) -> MnistPaths | None:
    """Return where the four files lie in a folder; ``None`` unless all are there.

    One archive, ``mnist.npz``, may hold all four; ``place`` may be that file.
    """
    found = {file.part: file.find_in(place) for file in MNIST_FILES}
    complete = {part: path for part, path in found.items() if path is not None}
    if len(complete) == len(MNIST_FILES):
        return complete
    archives = [path for path in entries(place) if squeezed(path.name) == _ARCHIVE]
    whole = first_whole((place, *archives), is_archive)
    return None if whole is None else dict.fromkeys(_ARRAYS, whole)


def missing_files(place: Path) -> list[str]:
    """Return the names of the files that are not in a folder."""
    return [file.file_name for file in MNIST_FILES if file.find_in(place) is None]


def read_part(path: Path, part: PartName) -> IdxContent:
    """Read one of the four; raise what `read_idx` or `read_array` raises."""
    if is_archive(path):
        return read_array(path, _ARRAYS[part])
    return read_idx(path)

"""What the four files of MNIST are called, and the content that they must have."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

PartName = Literal["train-images", "train-labels", "t10k-images", "t10k-labels"]


@dataclass(frozen=True, slots=True)
class MnistFile:
    """One of the four files.

    Attributes
    ----------
    part
        Which one.
    file_name
        As published, without ``.gz``.
    md5
        Of the uncompressed content, in hexadecimal.
    count
        Pictures or labels in it.
    packed_bytes
        Size of the published archive: what a download counts.
    """

    part: PartName
    file_name: str
    md5: str
    count: int
    packed_bytes: int

    def find_in(self, folder: Path) -> Path | None:
        """Return the file in a folder under any of its usual names, or ``None``."""
        # Unlike Path.is_file, this says no where the system forbids to look.
        return next(filter(os.path.isfile, self._candidates(folder)), None)

    def _candidates(self, folder: Path) -> Iterator[Path]:
        dotted = self.file_name.replace("-idx", ".idx")
        for name in (self.file_name, dotted):
            yield folder / name
            yield folder / f"{name}.gz"


MNIST_FILES: Final = (
    MnistFile(
        "train-images",
        "train-images-idx3-ubyte",
        "6bbc9ace898e44ae57da46a324031adb",
        60_000,
        9_912_422,
    ),
    MnistFile(
        "train-labels",
        "train-labels-idx1-ubyte",
        "a25bea736e30d166cdddb491f175f624",
        60_000,
        28_881,
    ),
    MnistFile(
        "t10k-images",
        "t10k-images-idx3-ubyte",
        "2646ac647ad5339dbf082846283269ea",
        10_000,
        1_648_877,
    ),
    MnistFile(
        "t10k-labels",
        "t10k-labels-idx1-ubyte",
        "27ae3e4e09519cfbb04c329615203637",
        10_000,
        4_542,
    ),
)


def find_files(folder: Path) -> dict[PartName, Path] | None:
    """Return where the four files lie in a folder; ``None`` unless all are there."""
    found = {file.part: file.find_in(folder) for file in MNIST_FILES}
    complete = {part: path for part, path in found.items() if path is not None}
    return complete if len(complete) == len(MNIST_FILES) else None

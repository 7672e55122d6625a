"""CIFAR-10 in its binary form: small colour pictures of ten kinds of things.

A record is one byte for the class and 3,072 for the picture: red, then green, then
blue, each 32 x 32 row by row. The published Python form is pickled and not read: a
pickle can run anything.
"""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.catalogue import data_folders
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, reason

CIFAR10_LABELS: Final = (
    "airplane",
    "automobile",
    "bird",
    "cat",
    "deer",
    "dog",
    "frog",
    "horse",
    "ship",
    "truck",
)

RECORD_BYTES: Final = 1 + 3 * 32 * 32
_FOLDER: Final = "cifar-10-batches-bin"
_BATCHES: Final = ("test_batch", *(f"data_batch_{number}" for number in range(1, 6)))
_ARCHIVES: Final = ("cifar-10-binary.tar.gz", "cifar-10-binary.tar.xz")
_MOST_BYTES: Final = 4 * 10_000 * RECORD_BYTES
"""Four times what a published batch has: more than this is no batch."""


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """One file of the set.

    Attributes
    ----------
    name
        As published, such as ``test_batch``.
    images_nchw
        uint8, ``N x 3 x 32 x 32``; read only.
    labels_n
        int64, classes from 0 to 9.
    """

    name: str
    images_nchw: NDArray[np.uint8]
    labels_n: NDArray[np.int64]


def find_cifar10() -> Path | None:
    """Return a batch file, or an archive of them, or ``None`` when there is neither.

    Looked for where MNIST is, and in subfolders with the published names. The test
    pictures are taken before the training pictures, a file before an archive.
    """
    # Unlike Path.is_file, this says no where the system forbids to look.
    return next(filter(os.path.isfile, _candidates()), None)


def _candidates() -> Iterator[Path]:
    places = [
        place
        for folder in data_folders()
        for base in (folder, folder / "cifar-10")
        for place in (base, base / _FOLDER)
    ]
    for place in places:
        yield from (place / f"{name}.bin" for name in _BATCHES)
    for place in places:
        yield from (place / name for name in _ARCHIVES)


def read_batch(path: Path) -> Batch:
    """Read a batch file, or the first one in an archive (nothing is unpacked to disk).

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``cifar_damaged`` or
        ``cifar_wrong_size``.
    """
    # Imported here: they take a start's time, and most have no archive.
    import lzma
    import tarfile

    size = check_file(path)
    try:
        if path.suffix != ".bin":
            return _from_archive(path)
        if size > _MOST_BYTES:
            raise _wrong_size(path.name, size)
        return _batch(path.stem, path.name, path.read_bytes())
    except (tarfile.TarError, lzma.LZMAError, zlib.error, EOFError) as error:
        raise CnnvizError("cifar_damaged", file=path.name, reason=str(error)) from error
    except OSError as error:
        raise CnnvizError(
            "cifar_damaged", file=path.name, reason=reason(error)
        ) from error


def _from_archive(path: Path) -> Batch:
    import tarfile

    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            name = Path(member.name)
            if name.stem in _BATCHES and name.suffix == ".bin" and member.isreg():
                if member.size > _MOST_BYTES:
                    raise _wrong_size(name.name, member.size)
                held = archive.extractfile(member)
                if held is not None:
                    return _batch(name.stem, name.name, held.read())
    raise CnnvizError(
        "cifar_damaged", file=path.name, reason="it holds no batch of CIFAR-10"
    )


def _batch(name: str, file: str, data: bytes) -> Batch:
    if not data or len(data) % RECORD_BYTES:
        raise _wrong_size(file, len(data))
    records = np.frombuffer(data, np.uint8).reshape(-1, RECORD_BYTES)
    labels_n = records[:, 0].astype(np.int64)
    if labels_n.max() >= len(CIFAR10_LABELS):
        raise CnnvizError(
            "cifar_damaged", file=file, reason=f"a class is {labels_n.max()}, above 9"
        )
    return Batch(name, records[:, 1:].reshape(-1, 3, 32, 32), labels_n)


def _wrong_size(file: str, found: int) -> CnnvizError:
    return CnnvizError("cifar_wrong_size", file=file, found=found, record=RECORD_BYTES)

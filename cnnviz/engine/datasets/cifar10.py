"""CIFAR-10 in its binary form: small colour pictures of ten kinds of things.

A record is one byte for the class and 3,072 for the picture: red, then green, then
blue, each 32 x 32 row by row. The published Python form is pickled and not read: a
pickle can run anything.
"""

import functools
import gzip
import os
import re
import zlib
from pathlib import Path
from typing import BinaryIO, Final, cast

import numpy as np

from cnnviz.engine.datasets.finding import entries, first_whole, folders_below, squeezed
from cnnviz.engine.datasets.loading import data_folders, not_here
from cnnviz.engine.datasets.split import Pictures
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as

CLASSES: Final = 10
RECORD_BYTES: Final = 1 + 3 * 32 * 32
PUBLISHED_ARCHIVE: Final = "cifar-10-binary.tar.gz"

_FOLDERS: Final = ("cifar10", "cifar10binary", "cifar10batchesbin")
_BATCHES: Final = ("test_batch", *(f"data_batch_{number}" for number in range(1, 6)))
_FILES: Final = tuple(squeezed(f"{name}.bin") for name in _BATCHES)
_ARCHIVE: Final = re.compile(r"cifar10binary\d?(tar(gz|xz)?|tgz|txz)")
_PICKLED: Final = re.compile(r"cifar10python\d?(tar(gz)?|tgz)|cifar10batchespy")
_MOST_BYTES: Final = 4 * 10_000 * RECORD_BYTES
"""Four times what a published batch has: more than this is no batch."""

_MOST_UNPACKED: Final = 256 * 1024**2
"""Bytes of an archive that are looked through for a batch; all six have 176 MiB."""

_MOST_ENTRIES: Final = 1_000
_BLOCK: Final = 512
"""A header of a tar archive, and what its files are filled up to."""


def cifar10_pictures() -> Pictures:
    """Return a batch of CIFAR-10; raise ``dataset_not_here`` or why not."""
    path = find_cifar10()
    if path is not None:
        return _read_once(path)
    pickled = (path for path in _held() if _PICKLED.fullmatch(squeezed(path.name)))
    if found := next(pickled, None):
        raise CnnvizError("cifar_is_pickled", file=str(found), wanted=PUBLISHED_ARCHIVE)
    raise not_here("CIFAR-10")


def find_cifar10() -> Path | None:
    """Return a batch file, or an archive of them, or ``None`` when there is neither.

    Looked for where MNIST is, and in subfolders with the published names, however
    written. The test pictures are taken before the training pictures, a file before an
    archive, and what is whole before what is damaged.
    """
    held = _held()
    batches = sorted(
        (path for path in held if squeezed(path.name) in _FILES),
        key=lambda path: _FILES.index(squeezed(path.name)),
    )
    archives = [path for path in held if _ARCHIVE.fullmatch(squeezed(path.name))]
    return first_whole([*batches, *archives], _looks_whole)


def _held() -> list[Path]:
    """Return what is in the folders in which CIFAR-10 may lie."""
    return [
        path
        for folder in data_folders()
        for place in folders_below(folder, _FOLDERS)
        for path in entries(place)
    ]


def _looks_whole(path: Path) -> bool:
    """Whether a file has the size of records, or the beginning of an archive."""
    try:
        size = check_file(path)
    except CnnvizError:
        return False
    is_batch = squeezed(path.name) in _FILES
    return size > 0 and (not is_batch or size % RECORD_BYTES == 0)


def read_batch(path: Path) -> Pictures:
    """Read a batch file, or the first one in an archive (nothing is unpacked to disk).

    The part is called as its file was published, such as ``test_batch``.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``cifar_damaged`` or
        ``cifar_wrong_size``.
    """
    # Imported here: it takes a start's time, and most have no archive.
    import lzma

    size = check_file(path)
    kinds = (lzma.LZMAError, zlib.error, EOFError, OSError, ValueError)
    with failing_as("cifar_damaged", path.name, kinds):
        if path.suffix != ".bin":
            with _unpacked(path) as archive:
                return _from_archive(archive, path.name)
        if size > _MOST_BYTES:
            raise _wrong_size(path.name, size)
        return _batch(path.stem, path.name, path.read_bytes())


# A file is read once: pictures are asked for one after another.
_read_once = functools.lru_cache(maxsize=1)(read_batch)


def _unpacked(path: Path) -> BinaryIO:
    """Open an archive, packed in whatever way its first bytes tell."""
    import lzma

    with path.open("rb") as file:
        begin = file.read(6)
    if begin.startswith(b"\x1f\x8b"):
        return cast("BinaryIO", gzip.open(path))
    if begin == b"\xfd7zXZ\0":
        return cast("BinaryIO", lzma.open(path))
    return path.open("rb")


def _from_archive(archive: BinaryIO, file: str) -> Pictures:
    """Read the first batch in a tar archive.

    What is before it is read past, not parsed: other kinds of entries (long names, files
    with holes) can make a small archive take any time and memory.
    """
    seen = 0
    for _ in range(_MOST_ENTRIES):
        head = archive.read(_BLOCK)
        if len(head) < _BLOCK or not any(head):
            break
        name = Path(head[:100].split(b"\0")[0].decode("utf-8", "replace"))
        size = _octal(head[124:136])
        is_file = head[156:157] in (b"0", b"\0")
        if is_file and name.stem in _BATCHES and name.suffix == ".bin":
            if size > _MOST_BYTES:
                raise _wrong_size(name.name, size)
            return _batch(name.stem, name.name, archive.read(size))
        filled = -(-size // _BLOCK) * _BLOCK
        seen += _BLOCK + filled
        if seen > _MOST_UNPACKED:
            break
        archive.seek(filled, os.SEEK_CUR)
    raise CnnvizError(
        "cifar_damaged", file=file, reason="it holds no batch of CIFAR-10"
    )


def _octal(field: bytes) -> int:
    digits = field.strip(b" \0")
    if not re.fullmatch(rb"[0-7]*", digits):
        raise ValueError("it is no tar archive")
    return int(digits or b"0", 8)


def _batch(name: str, file: str, data: bytes) -> Pictures:
    if not data or len(data) % RECORD_BYTES:
        raise _wrong_size(file, len(data))
    records = np.frombuffer(data, np.uint8).reshape(-1, RECORD_BYTES)
    labels_n = records[:, 0].astype(np.int64)
    if labels_n.max() >= CLASSES:
        raise CnnvizError(
            "cifar_damaged", file=file, reason=f"a class is {labels_n.max()}, above 9"
        )
    return Pictures(name, records[:, 1:].reshape(-1, 3, 32, 32), labels_n)


def _wrong_size(file: str, found: int) -> CnnvizError:
    return CnnvizError("cifar_wrong_size", file=file, found=found, record=RECORD_BYTES)

"""CIFAR-10 as it is published: small colour pictures of ten kinds of things.

In its binary form a record is one byte for the class and 3,072 for the picture: red,
then green, then blue, each 32 x 32 row by row. Its Python form is a pickle, which is
read without running anything (`cnnviz.engine.datasets.files.cifar_pickles`).
"""

import functools
import gzip
import os
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, cast

import numpy as np

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.files.cifar_pickles import read_pickled_batch
from cnnviz.engine.datasets.finding import entries, first_whole, folders_below, squeezed
from cnnviz.engine.datasets.loading import data_folders, not_here
from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as

CLASSES: Final = 10
RECORD_BYTES: Final = 1 + 3 * 32 * 32

_FOLDERS: Final = (
    "cifar10", "cifar10binary", "cifar10batchesbin", "cifar10python", "cifar10batchespy",
)  # fmt: skip
_BATCHES: Final = ("test_batch", *(f"data_batch_{number}" for number in range(1, 6)))
_BINARY: Final = ".bin"
_FILES: Final = {
    squeezed(f"{name}{ending}"): name for ending in (_BINARY, "") for name in _BATCHES
}
_ARCHIVE: Final = re.compile(r"cifar10(binary|python)\d?(tar(gz|xz)?|tgz|txz)")
_MOST_BYTES: Final = 4 * 10_000 * RECORD_BYTES
"""Four times what a published batch has: more than this is no batch."""

_MOST_UNPACKED: Final = 256 * 1024**2
"""Bytes of an archive that are looked through for a batch; all six have 176 MiB."""

_MOST_ENTRIES: Final = 1_000
_PUBLISHED: Final = 10_000
"""Pictures in each published batch."""

_BLOCK: Final = 512
"""A header of a tar archive, and what its files are filled up to."""


def cifar10_pictures() -> Pictures:
    """Return a batch of CIFAR-10; raise ``dataset_not_here`` or why not."""
    path = find_cifar10()
    if path is not None:
        return _read_once(path)
    raise not_here("CIFAR-10")


def load_cifar10(folder: Path | None = None, *, elsewhere: bool = True) -> Dataset:
    """Load what a network learns from: five batches to train with, and the test batch.

    Parameters
    ----------
    folder
        Where to look first, or the archive itself.
    elsewhere
        Whether to look also where `find_cifar10` looks.

    Returns
    -------
    Dataset
        Pictures ``N x 3 x 32 x 32``, 50,000 and 10,000 where they are the published
        ones; a batch of another length is used, with a note.

    Raises
    ------
    CnnvizError
        ``dataset_not_here``, ``dataset_incomplete``, or what `read_batch` raises.
    """
    held = _held(folder, elsewhere=elsewhere)
    batches: dict[str, Pictures] = {}
    ending = _BINARY
    # Of the two forms the binary one comes first: it is read sooner.
    for path in sorted(held, key=lambda path: path.suffix != _BINARY):
        name = _FILES.get(squeezed(path.name))
        if name is not None and name not in batches and not os.path.isdir(path):
            batches[name] = read_batch(path)
            ending = path.suffix
    for path in held:
        if batches.keys() < set(_BATCHES) and _ARCHIVE.fullmatch(squeezed(path.name)):
            batches = {one.part: one for one in _read_archive(path)}
    if not batches:
        raise not_here("CIFAR-10")
    if missing := [f"{name}{ending}" for name in _BATCHES if name not in batches]:
        place = next(path.parent for path in held)
        raise CnnvizError(
            "dataset_incomplete", place=str(place), files=", ".join(missing)
        )
    test, *train = (batches[name] for name in _BATCHES)
    notes = [
        CnnvizError(
            "cifar_count_differs",
            file=one.part,
            found=len(one.labels_n),
            published=_PUBLISHED,
        )
        for one in (*train, test)
        if len(one.labels_n) != _PUBLISHED
    ]
    learned = Split(
        np.concatenate([one.images_nchw for one in train]),
        np.concatenate([one.labels_n for one in train]),
    )
    held_out = Split(test.images_nchw, test.labels_n)
    labels = KNOWN_DATASETS["cifar10"].labels
    return Dataset("cifar10", learned, held_out, labels, tuple(notes))


def lies_in(folder: Path) -> bool:
    """Whether there is a batch, or an archive of them, in a folder."""
    names = [squeezed(path.name) for path in _held(folder, elsewhere=False)]
    return any(name in _FILES or _ARCHIVE.fullmatch(name) for name in names)


def find_cifar10() -> Path | None:
    """Return a batch file, or an archive of them, or ``None`` when there is neither.

    Looked for where MNIST is, and in subfolders with the published names, however
    written. The test pictures are taken before the training pictures, a file before an
    archive, and what is whole before what is damaged.
    """
    held = _held()
    batches = sorted(
        (path for path in held if squeezed(path.name) in _FILES),
        key=lambda path: list(_FILES).index(squeezed(path.name)),
    )
    archives = [path for path in held if _ARCHIVE.fullmatch(squeezed(path.name))]
    return first_whole([*batches, *archives], _looks_whole)


def _held(first: Path | None = None, *, elsewhere: bool = True) -> list[Path]:
    """Return what is in the folders in which CIFAR-10 may lie; a file is one by itself."""
    folders = data_folders(first) if elsewhere or first is None else (first,)
    return [
        path
        for folder in folders
        for place in folders_below(folder, _FOLDERS)
        for path in (entries(place) or [place])
    ]


def _looks_whole(path: Path) -> bool:
    """Whether a file has the size of records, or the beginning of an archive."""
    try:
        size = check_file(path)
    except CnnvizError:
        return False
    is_batch = path.suffix == _BINARY
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
        if _FILES.get(squeezed(path.name)) is None and path.suffix != _BINARY:
            with _unpacked(path) as archive:
                return _from_archive(archive, path.name)
        if size > _MOST_BYTES:
            raise _wrong_size(path.name, size)
        name = _FILES.get(squeezed(path.name), path.stem)
        return _read(name, path.name, path.read_bytes())


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
    """Read the first batch in a tar archive."""
    for batch in _batches_in(archive):
        return batch
    raise CnnvizError(
        "cifar_damaged", file=file, reason="it holds no batch of CIFAR-10"
    )


def _read_archive(path: Path) -> list[Pictures]:
    """Read all batches in an archive; raises as `read_batch`."""
    import lzma

    check_file(path)
    kinds = (lzma.LZMAError, zlib.error, EOFError, OSError, ValueError)
    with failing_as("cifar_damaged", path.name, kinds), _unpacked(path) as archive:
        return list(_batches_in(archive))


def _batches_in(archive: BinaryIO) -> Iterator[Pictures]:
    """Read each batch in a tar archive.

    What is before one is read past, not parsed: other kinds of entries (long names, files
    with holes) can make a small archive take any time and memory.
    """
    seen = 0
    for _ in range(_MOST_ENTRIES):
        head = archive.read(_BLOCK)
        if len(head) < _BLOCK or not any(head):
            break
        name = Path(head[:100].split(b"\0")[0].decode("utf-8", "replace"))
        size = _octal(head[124:136])
        rest = -(-size // _BLOCK) * _BLOCK
        is_file = head[156:157] in (b"0", b"\0")
        if is_file and name.stem in _BATCHES and name.suffix in (_BINARY, ""):
            if size > _MOST_BYTES:
                raise _wrong_size(name.name, size)
            data = archive.read(size)
            if len(data) < size:
                raise EOFError("it is cut short")
            yield _read(name.stem, name.name, data)
            tell(seen + rest, _MOST_UNPACKED)
            rest -= size
        seen += _BLOCK + rest
        if seen > _MOST_UNPACKED:
            break
        archive.seek(rest, os.SEEK_CUR)


def _octal(field: bytes) -> int:
    digits = field.strip(b" \0")
    if not re.fullmatch(rb"[0-7]*", digits):
        raise ValueError("it is no tar archive")
    return int(digits or b"0", 8)


def _read(name: str, file: str, data: bytes) -> Pictures:
    """Read the bytes of a batch, in whichever form the ending of its name says."""
    if file.lower().endswith(_BINARY):
        if not data or len(data) % RECORD_BYTES:
            raise _wrong_size(file, len(data))
        records = np.frombuffer(data, np.uint8).reshape(-1, RECORD_BYTES)
        labels_n = records[:, 0].astype(np.int64)
        images_nchw = records[:, 1:].reshape(-1, 3, 32, 32)
    else:
        images_nchw, labels_n = read_pickled_batch(data, file)
    wrong = np.flatnonzero(labels_n >= CLASSES)
    if len(wrong):
        index = int(wrong[0])
        why = f"the class of picture {index} is {labels_n[index]}, above 9"
        raise CnnvizError("cifar_damaged", file=file, reason=why)
    return Pictures(name, images_nchw, labels_n)


def _wrong_size(file: str, found: int) -> CnnvizError:
    return CnnvizError("cifar_wrong_size", file=file, found=found, record=RECORD_BYTES)

"""The IDX format of the MNIST files, plain or gzip, read with suspicion."""

import gzip
import hashlib
import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedIOBase
from math import prod
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as

# The largest set of small pictures in use, EMNIST, has half of it; a gzip bomb may fill
# it from a thousandth of the size, and a school laptop must live through that.
MAX_BYTES: Final = 2**30

_MAX_DIMENSIONS: Final = 8
_PIECE: Final = 2**20
_GZIP_MAGIC: Final = b"\x1f\x8b"
# Deflate cannot pack better than this; a header that promises more is not true.
_DEFLATE_LIMIT: Final = 1032

_TYPES: Final[dict[int, np.dtype[Any]]] = {
    0x08: np.dtype(">u1"),
    0x09: np.dtype(">i1"),
    0x0B: np.dtype(">i2"),
    0x0C: np.dtype(">i4"),
    0x0D: np.dtype(">f4"),
    0x0E: np.dtype(">f8"),
}


@dataclass(frozen=True, slots=True, eq=False)
class IdxContent:
    """What an IDX file holds.

    Attributes
    ----------
    values
        The numbers, in the machine's byte order; read only.
    md5
        Of the uncompressed file, in hexadecimal: the archive around it may differ.
    """

    values: NDArray[Any]
    md5: str


@dataclass(frozen=True, slots=True)
class _Header:
    """What a file says of itself: its first bytes, and what they mean."""

    raw: bytes
    shape: tuple[int, ...]
    kind: np.dtype[Any]

    @property
    def length(self) -> int:
        """Bytes that follow."""
        return prod(self.shape) * self.kind.itemsize


def content_md5(values: NDArray[np.uint8]) -> str:
    """Return the MD5 that the IDX file of these values has, uncompressed."""
    sizes = b"".join(size.to_bytes(4, "big") for size in values.shape)
    head = bytes((0, 0, 0x08, values.ndim)) + sizes
    digest = hashlib.md5(head, usedforsecurity=False)
    digest.update(np.ascontiguousarray(values).data)
    return digest.hexdigest()


def read_idx(path: Path) -> IdxContent:
    """Read an IDX file, plain or gzip (told by its first bytes, not by its name).

    The header is believed only once it fits the size of the file: nothing large is
    allocated for a file that cannot hold it.

    Parameters
    ----------
    path
        The file.

    Returns
    -------
    IdxContent
        The array in the shape and type of the header, and the MD5 of the content.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``idx_bad_magic``, ``idx_truncated``,
        ``idx_too_long``, ``idx_too_large`` or ``idx_damaged``.
    """
    size = check_file(path)
    try:
        with (
            failing_as("file_unreadable", path.name),
            failing_as("idx_damaged", path.name, (gzip.BadGzipFile, zlib.error)),
            _unpacked(path) as (file, is_packed),
        ):
            at_most = size * _DEFLATE_LIMIT if is_packed else size
            return _read(file, path.name, at_most)
    except EOFError as error:
        raise CnnvizError(
            "idx_damaged", file=path.name, reason="it is cut short"
        ) from error


def looks_whole(path: Path) -> bool:
    """Whether a file begins as IDX and has as many bytes as it says there.

    Nothing but the beginning is unpacked: how many bytes were packed stands at the end
    of a gzip file.
    """
    try:
        held = check_file(path)
        with _unpacked(path) as (file, is_packed):
            header = _header(file, path.name)
        if is_packed:
            with path.open("rb") as packed:
                packed.seek(-4, os.SEEK_END)
                held = int.from_bytes(packed.read(4), "little")
    except (CnnvizError, OSError, EOFError, zlib.error):
        return False
    return held == len(header.raw) + header.length


@contextmanager
def _unpacked(path: Path) -> Iterator[tuple[BufferedIOBase, bool]]:
    """Open a file, and say whether it is gzip."""
    with path.open("rb") as file:
        is_packed = file.read(2) == _GZIP_MAGIC
        file.seek(0)
        if not is_packed:
            yield file, False
            return
        with gzip.open(file) as unpacked:
            yield unpacked, True


def _header(file: BufferedIOBase, name: str) -> _Header:
    magic = file.read(4)
    dimensions = magic[3] if len(magic) == 4 else 0
    is_idx = dimensions and magic[:2] == b"\0\0" and magic[2] in _TYPES
    if not is_idx or dimensions > _MAX_DIMENSIONS:
        raise CnnvizError("idx_bad_magic", file=name, found=magic.hex(" ") or "nothing")
    sizes = file.read(4 * dimensions)
    raw = magic + sizes
    if len(sizes) < 4 * dimensions:
        raise CnnvizError(
            "idx_truncated", file=name, expected=4 + 4 * dimensions, found=len(raw)
        )
    # Python's own integers: a product of eight 32-bit sizes must not wrap around.
    shape = struct.unpack(f">{dimensions}I", sizes)
    kind = _TYPES[magic[2]]
    # NumPy takes no shape that is too large but for a 0 in it.
    claimed = prod(size or 1 for size in shape) * kind.itemsize
    if claimed > MAX_BYTES:
        raise CnnvizError("idx_too_large", file=name, expected=claimed, limit=MAX_BYTES)
    return _Header(raw, shape, kind)


def _payload(file: BufferedIOBase, at_most: int) -> NDArray[np.uint8]:
    """Read so many bytes, or what there is, without a second copy of them."""
    payload, read = np.empty(at_most, np.uint8), 0
    while count := file.readinto(payload.data[read : read + _PIECE]):
        read += count
        tell(read, at_most)
    payload.flags.writeable = False
    return payload[:read]


def _read(file: BufferedIOBase, name: str, at_most: int) -> IdxContent:
    header = _header(file, name)
    length = header.length
    # One byte more than promised tells a file that goes on.
    payload = _payload(file, min(length + 1, at_most))
    if len(payload) < length:
        raise CnnvizError(
            "idx_truncated",
            file=name,
            expected=len(header.raw) + length,
            found=len(header.raw) + len(payload),
        )
    if len(payload) > length:
        raise CnnvizError("idx_too_long", file=name, expected=len(header.raw) + length)
    digest = hashlib.md5(header.raw, usedforsecurity=False)
    digest.update(payload.data)
    values = payload.view(header.kind).reshape(header.shape)
    native = header.kind.newbyteorder("=")
    return IdxContent(values.astype(native, copy=False), digest.hexdigest())

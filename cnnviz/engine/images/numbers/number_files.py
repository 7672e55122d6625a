"""Numbers as files that other programs read and write: NPY, CSV and other text."""

import codecs
import io
import math
import tokenize
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, Any, Final

import numpy as np
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, naming
from cnnviz.engine.images.numbers.typed_numbers import (
    LARGEST_NUMBER,
    as_picture,
    read_numbers,
)

ENDINGS: Final = (".npy", ".csv", ".tsv", ".txt")
"""Of files with numbers."""

NPY_DAMAGED: Final = (MemoryError, tokenize.TokenError, *DAMAGED)
"""What NumPy raises for a header that is none."""

_NPY: Final = b"\x93NUMPY"
_LONGEST_HEADER: Final = 10_000
_NUMBER_KINDS: Final = "biuf"
_LONGEST_SIDE: Final = 16_384
_MOST_CELLS: Final = 3 * 4096 * 4096


def is_numbers_file(name: str, beginning: bytes = b"") -> bool:
    """Whether a file is one of numbers, by its ending or its first bytes.

    Examples
    --------
    >>> is_numbers_file("edges.CSV"), is_numbers_file("cat.png")
    (True, False)
    """
    return PurePath(name).suffix.lower() in ENDINGS or beginning.startswith(_NPY)


def text_of(data: bytes, name: str) -> str:
    r"""Return the text of a file: UTF-8, or what Excel writes as Unicode text.

    Raises
    ------
    CnnvizError
        ``file_not_text``.

    Examples
    --------
    >>> text_of(b"\xef\xbb\xbf1 2", "k.txt")
    '1 2'
    """
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        # Windows editors begin a file with a byte order mark.
        return data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise CnnvizError("file_not_text", file=name) from error


def picture_of_numbers(data: bytes, name: str) -> NDArray[np.float32]:
    r"""Return the picture in a file of numbers, ``C x H x W``.

    An array of three axes has the channels first, as this program writes it, or last
    where only that gives 1 or 3 of them.

    Raises
    ------
    CnnvizError
        ``file_not_text``, ``npy_shape``, ``npy_not_finite``, what `decode_npy` raises,
        or ``numbers_file_wrong`` round ``numbers_too_many``, ``size_too_large`` and what
        `read_numbers` raises.

    Examples
    --------
    >>> picture_of_numbers(b"1,2\n3,4", "k.csv").tolist()
    [[[1.0, 2.0], [3.0, 4.0]]]
    """
    with naming(name):
        array = decode_npy(data, name)
        if array is None:
            values_chw = read_numbers(text_of(data, name))
        else:
            values_chw = _picture_in(array, name)
        _channels, height, width = values_chw.shape
        if max(height, width) > _LONGEST_SIDE:
            raise CnnvizError(
                "size_too_large", height=height, width=width, limit=_LONGEST_SIDE
            )
    return values_chw


def _picture_in(array: NDArray[np.generic], name: str) -> NDArray[np.float32]:
    shape = " × ".join(map(str, array.shape)) or "1"
    if array.ndim == 3 and len(array) not in (1, 3):
        array = array.transpose(2, 0, 1)
    channels = len(array) if array.ndim == 3 else 1
    if not array.size or array.ndim not in (1, 2, 3) or channels not in (1, 3):
        raise CnnvizError("npy_shape", file=name, shape=shape)
    if array.size > _MOST_CELLS:
        raise CnnvizError("numbers_too_many", count=array.size, limit=_MOST_CELLS)
    with np.errstate(over="ignore"):
        values = np.ascontiguousarray(array, np.float32)
    if not (np.abs(values) <= LARGEST_NUMBER).all():
        raise CnnvizError("npy_not_finite", file=name)
    return as_picture(values)


def decode_npy(data: bytes, name: str) -> NDArray[np.generic] | None:
    """Return the numbers of an NPY file; ``None`` for any other file.

    Nothing is allocated before the size in the header is found to be that of the file,
    and no object of Python's is ever made (``allow_pickle``).

    Parameters
    ----------
    data
        The whole file.
    name
        What to call it in errors.

    Returns
    -------
    ndarray
        A view of ``data``, of bool, whole or floating numbers in any byte order.

    Raises
    ------
    CnnvizError
        ``npy_damaged`` or ``npy_not_numbers``.

    Examples
    --------
    >>> decode_npy(encode_npy(np.ones((1, 2, 2), np.float32)), "ones.npy").shape
    (1, 2, 2)
    """
    if not data.startswith(_NPY):
        return None
    file = io.BytesIO(data)
    try:
        shape, by_columns, kind = read_npy_header(file)
    except NPY_DAMAGED as error:
        raise CnnvizError("npy_damaged", file=name) from error
    if kind.kind not in _NUMBER_KINDS or kind.hasobject:
        raise CnnvizError("npy_not_numbers", file=name, type=str(kind)[:40])
    count = math.prod(shape)
    if min(shape, default=0) < 0 or count * kind.itemsize != len(data) - file.tell():
        raise CnnvizError("npy_damaged", file=name)
    flat = np.frombuffer(data, kind, count, file.tell())
    return flat.reshape(shape, order="F" if by_columns else "C")


def read_npy_header(file: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype[Any]]:
    """Return what an NPY file says of its numbers, before any of them is read.

    Returns
    -------
    shape, by_columns, kind
        The shape, whether the first axis changes fastest, and the type of the numbers.

    Raises
    ------
    Exception
        One of `NPY_DAMAGED`, for a header that is none.
    """
    # Version 3 is for names of fields, which tables of numbers have not.
    read = (
        npy_format.read_array_header_1_0
        if npy_format.read_magic(file) == (1, 0)
        else npy_format.read_array_header_2_0
    )
    shape, by_columns, kind = read(file, max_header_size=_LONGEST_HEADER)
    return shape, by_columns, kind


def encode_npy(values_chw: NDArray[np.float32]) -> bytes:
    """Return the bytes of an NPY file: the very numbers, ``C x H x W``.

    Examples
    --------
    >>> encode_npy(np.zeros((1, 2, 2), np.float32))[1:6]
    b'NUMPY'
    """
    buffer = io.BytesIO()
    np.save(buffer, values_chw, allow_pickle=False)
    return buffer.getvalue()


def encode_csv(values_chw: NDArray[np.float32]) -> bytes:
    r"""Return a table: a row a line, an empty line between channels.

    Each number has the fewest digits that give the same float32 again, and a point in
    every language.

    Examples
    --------
    >>> encode_csv(np.array([[[1, 0.1], [2, -3]]], np.float32))
    b'1.0,0.1\n2.0,-3.0\n'
    """
    return b"\n".join(b"".join(csv_lines(rows_hw)) for rows_hw in values_chw)


def csv_lines(
    values_hw: NDArray[np.float32], *, for_spreadsheet: bool = False
) -> Iterator[bytes]:
    r"""Yield the lines of one channel; a channel of whole numbers has no points.

    ``for_spreadsheet`` puts semicolons between numbers and commas into them, as a
    spreadsheet reads them where decimals have commas.

    Examples
    --------
    >>> list(csv_lines(np.array([[1, 20], [-3, 0]], np.float32)))
    [b'1,20\n', b'-3,0\n']
    """
    between = ";" if for_spreadsheet else ","
    whole = bool((values_hw == np.rint(values_hw)).all())
    # Beyond 2^53 an integer says more digits than were computed.
    digits = np.int64 if whole and np.abs(values_hw).max() < 2**53 else np.float32
    for row in values_hw:
        line = between.join(row.astype(digits).astype(str).tolist()) + "\n"
        yield (line.replace(".", ",") if for_spreadsheet else line).encode("ascii")

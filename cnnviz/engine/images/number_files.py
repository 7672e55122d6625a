"""Numbers as files that other programs read: NPY and CSV."""

import io
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray


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

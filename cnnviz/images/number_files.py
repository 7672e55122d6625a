"""Numbers as files that other programs read: NPY and CSV."""

import io

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
    whole = bool((values_chw == np.rint(values_chw)).all())
    # Beyond 2^53 an integer says more digits than were computed.
    digits = np.int64 if whole and np.abs(values_chw).max() < 2**53 else np.float32
    blocks = (
        "".join(
            ",".join(row.astype(digits).astype(str).tolist()) + "\n" for row in rows
        )
        for rows in values_chw
    )
    return "\n".join(blocks).encode("ascii")

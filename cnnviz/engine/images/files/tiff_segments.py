"""The numbers in a TIFF file's strips and tiles, whatever their depth and order.

Pillow reads what has 8 bits a sample. What is deeper it would round, or read with the
wrong sign or colours.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.files.tiff_bytes import raw_segments
from cnnviz.engine.images.files.tiff_tags import TiffTags

_FLOAT_PREDICTOR: Final = 3
_BITS_AT_ONCE: Final = 4_000_000


def has_readable_depth(tags: TiffTags) -> bool:
    """Return whether samples of this depth and kind can be unpacked."""
    is_known = {
        1: 1 <= tags.bits <= 16 or tags.bits in (32, 64),
        2: tags.bits in (8, 16, 32, 64),
        3: tags.bits in (16, 32, 64),
        4: 1 <= tags.bits <= 16 or tags.bits in (32, 64),
    }.get(tags.sample_format, False)
    if tags.predictor == _FLOAT_PREDICTOR:
        return is_known and tags.sample_format == _FLOAT_PREDICTOR
    return is_known and (tags.predictor == 1 or tags.bits in (8, 16, 32, 64))


def read_samples(data: bytes, tags: TiffTags) -> NDArray[Any]:
    """Return the numbers of a file, ``H x W x samples``, in this machine's byte order.

    Raises
    ------
    ValueError
        When a strip or tile is missing or too short.
    """
    (height, width), (rows, columns) = tags.size_hw, tags.segment_hw
    down, across = tags.grid_hw
    samples = np.empty((height, width, tags.samples), _kind(tags))
    for place, raw in enumerate(raw_segments(data, tags)):
        plane, number = divmod(place, down * across)
        taken = slice(plane, plane + 1) if tags.is_planar else slice(None)
        top, left = number // across * rows, number % across * columns
        here = samples[top : top + rows, left : left + columns, taken]
        segment = _numbers(raw, tags, tags.rows_of(number))
        here[...] = segment[: here.shape[0], : here.shape[1]]
    return samples


def _numbers(raw: bytes, tags: TiffTags, rows: int) -> NDArray[Any]:
    """Return the numbers of a strip or tile, ``rows x columns x samples``."""
    columns = tags.segment_hw[1]
    samples = 1 if tags.is_planar else tags.samples
    numbers: NDArray[Any]
    if tags.predictor == _FLOAT_PREDICTOR:
        numbers = _from_byte_planes(raw, rows, samples, tags.bits // 8)
    elif tags.bits in (8, 16, 32, 64):
        ordered = _kind(tags).newbyteorder("<" if tags.is_little_endian else ">")
        numbers = np.frombuffer(raw, ordered).astype(_kind(tags), copy=False)
    else:
        numbers = _from_bits(raw, rows, columns * samples, tags.bits)
    numbers = numbers.reshape(rows, columns, samples)
    if tags.predictor == 2:
        whole = numbers.view(f"u{numbers.dtype.itemsize}")
        summed = np.cumsum(whole, axis=1, dtype=whole.dtype)
        numbers = summed.view(numbers.dtype)
    return numbers


def _kind(tags: TiffTags) -> np.dtype[Any]:
    """Return NumPy's name for a sample."""
    letter = {2: "i", 3: "f"}.get(tags.sample_format, "u")
    size = next(size for size in (8, 16, 32, 64) if size >= tags.bits)
    return np.dtype(f"{letter}{size // 8}")


def _from_bits(raw: bytes, rows: int, numbers: int, bits: int) -> NDArray[Any]:
    """Return numbers that lie in their row bit by bit, highest bit first."""
    packed = np.frombuffer(raw, np.uint8).reshape(rows, -1)
    out = np.empty((rows, numbers), np.uint8 if bits < 8 else np.uint16)
    weights = (1 << np.arange(bits)[::-1]).astype(out.dtype)
    step = max(1, _BITS_AT_ONCE // (numbers * bits))
    for top in range(0, rows, step):
        each = np.unpackbits(packed[top : top + step], axis=1)[:, : numbers * bits]
        out[top : top + step] = each.reshape(-1, numbers, bits) @ weights
    return out


def _from_byte_planes(raw: bytes, rows: int, samples: int, size: int) -> NDArray[Any]:
    """Undo Adobe's predictor of fractions: differences of bytes, the highest first."""
    differences = np.frombuffer(raw, np.uint8).reshape(rows, -1, samples)
    summed = np.cumsum(differences, axis=1, dtype=np.uint8)
    planes = summed.reshape(rows, size, -1).transpose(0, 2, 1)
    fractions = np.ascontiguousarray(planes).view(f">f{size}")
    return fractions.astype(f"f{size}")

"""The strips and tiles of a TIFF file, turned back into the numbers in them.

Pillow reads what has 8 bits a sample. What is deeper it would round, or read with the
wrong sign or colours; so those numbers are unpacked here, whatever their depth. The
compressed bytes themselves are still turned back by its libtiff and by zlib.
"""

import struct
import zlib
from io import BytesIO
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.images.tiff_tags import TiffTags

_DEFLATE: Final = (8, 32946)
_OF_BYTES: Final = (1, 5, *_DEFLATE, 32773, 34925, 50000)
"""None, LZW, deflate, PackBits, LZMA, Zstandard: they know nothing of pictures."""

_FLOAT_PREDICTOR: Final = 3
_MIRRORED: Final = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_BITS_AT_ONCE: Final = 4_000_000


def is_of_bytes(compression: int) -> bool:
    """Return whether a compression can be undone without knowing the samples."""
    return compression in _OF_BYTES


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
    for plane in range(tags.planes):
        taken = slice(plane, plane + 1) if tags.is_planar else slice(None)
        for number in range(down * across):
            top, left = number // across * rows, number % across * columns
            here = samples[top : top + rows, left : left + columns, taken]
            segment = _segment(data, tags, plane * down * across + number, len(here))
            here[...] = segment[:, : here.shape[1]]
    return samples


def _segment(data: bytes, tags: TiffTags, number: int, rows: int) -> NDArray[Any]:
    """Return the first rows of a strip or tile, ``rows x columns x samples``."""
    size = rows * tags.row_bytes
    offset = tags.offsets[number] if number < len(tags.offsets) else len(data)
    count = tags.counts[number] if number < len(tags.counts) else len(data)
    packed = data[offset : offset + count]
    if tags.has_reversed_bits:
        packed = packed.translate(_MIRRORED)
    raw = _unpacked(packed, tags, rows)
    if len(raw) < size:
        raise ValueError("a strip or tile ends before its last row")
    columns = tags.segment_hw[1]
    samples = 1 if tags.is_planar else tags.samples
    numbers: NDArray[Any]
    if tags.predictor == _FLOAT_PREDICTOR:
        numbers = _from_byte_planes(raw[:size], rows, samples, tags.bits // 8)
    elif tags.bits in (8, 16, 32, 64):
        ordered = _kind(tags).newbyteorder("<" if tags.is_little_endian else ">")
        numbers = np.frombuffer(raw[:size], ordered).astype(_kind(tags), copy=False)
    else:
        numbers = _from_bits(raw[:size], rows, columns * samples, tags.bits)
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


def _unpacked(packed: bytes, tags: TiffTags, rows: int) -> bytes:
    """Return bytes as they were before they were compressed, no more than are needed."""
    size = rows * tags.row_bytes
    if tags.compression == 1:
        return packed
    if tags.compression in _DEFLATE:
        return zlib.decompressobj().decompress(packed, size)
    with Image.open(BytesIO(_grey_file(packed, tags, rows))) as image:
        return image.tobytes()


def _grey_file(packed: bytes, tags: TiffTags, rows: int) -> bytes:
    """Return a TIFF file of one strip, whose grey pixels are the bytes looked for."""
    entries = {
        256: tags.row_bytes,
        257: rows,
        258: 8,
        259: tags.compression,
        262: 1,
        273: 8,
        277: 1,
        278: rows,
        279: len(packed),
    }
    at = 8 + len(packed) + len(packed) % 2
    head = struct.pack("<2sHI", b"II", 42, at) + packed + b"\0" * (len(packed) % 2)
    listed = b"".join(
        struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries.items()
    )
    return head + struct.pack("<H", len(entries)) + listed + b"\0" * 4


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

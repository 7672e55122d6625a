"""The bytes of a TIFF file's strips and tiles, as they were before they were compressed.

What has 8 bits a sample and what has not is the same here: only bytes. zlib undoes
deflate; the rest is left to libtiff, which is told that the bytes are grey pixels.
"""

import struct
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import accumulate
from typing import Final

from PIL.TiffImagePlugin import TiffImageFile

from cnnviz.engine.images.files.tiff_tags import TiffTags

_NONE: Final = 1
_DEFLATE: Final = (8, 32946)
_OF_BYTES: Final = (_NONE, 5, *_DEFLATE, 32773, 34925, 50000)
"""None, LZW, deflate, PackBits, LZMA, Zstandard: they know nothing of pictures."""

_MIRRORED: Final = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))

_BYTES_AT_ONCE: Final = 4_000_000
"""For libtiff: to open a file takes it as long as to unpack some 100 kB."""


def is_of_bytes(compression: int) -> bool:
    """Return whether a compression can be undone without knowing the samples."""
    return compression in _OF_BYTES


def raw_segments(data: bytes, tags: TiffTags) -> Iterator[bytes]:
    """Yield the bytes of each strip or tile, sheet by sheet, from the top left.

    Raises
    ------
    ValueError
        When one is missing or too short.
    """
    down, across = tags.grid_hw
    a_plane = down * across
    at_once = max(1, _BYTES_AT_ONCE // (tags.segment_hw[0] * tags.row_bytes))
    for plane in range(tags.planes):
        for first in range(0, a_plane, at_once):
            numbers = range(first, min(first + at_once, a_plane))
            sizes = [tags.rows_of(number) * tags.row_bytes for number in numbers]
            packed = [_packed(data, tags, plane * a_plane + each) for each in numbers]
            for raw, size in zip(_unpacked(packed, sizes, tags), sizes, strict=True):
                if len(raw) < size:
                    raise ValueError("a strip or tile ends before its last row")
                yield raw[:size]


def _packed(data: bytes, tags: TiffTags, number: int) -> bytes:
    offset = tags.offsets[number] if number < len(tags.offsets) else len(data)
    count = tags.counts[number] if number < len(tags.counts) else len(data)
    packed = data[offset : offset + count]
    return packed.translate(_MIRRORED) if tags.has_reversed_bits else packed


def _unpacked(
    packed: Sequence[bytes], sizes: Sequence[int], tags: TiffTags
) -> Iterator[bytes]:
    """Yield strips or tiles as they were, no longer than they have to be."""
    if tags.compression == _NONE:
        yield from packed
    elif tags.compression in _DEFLATE:
        for each, size in zip(packed, sizes, strict=True):
            yield zlib.decompressobj().decompress(each, size)
    else:
        with TiffImageFile(BytesIO(_grey_file(packed, sizes, tags))) as image:
            raw = image.tobytes()
        place = 0
        for size in sizes:
            yield raw[place : place + size]
            place += size


def _grey_file(packed: Sequence[bytes], sizes: Sequence[int], tags: TiffTags) -> bytes:
    """Return a TIFF file of strips, whose grey pixels are the bytes looked for."""
    body = b"".join(packed)
    at = 8 + len(body) + len(body) % 2
    offsets = [*accumulate(map(len, packed[:-1]), initial=8)]
    entries: dict[int, Sequence[int]] = {
        256: (tags.row_bytes,),
        257: (sum(sizes) // tags.row_bytes,),
        258: (8,),
        259: (tags.compression,),
        262: (1,),
        273: offsets,
        277: (1,),
        278: (sizes[0] // tags.row_bytes,),
        279: [len(each) for each in packed],
    }
    after, listed, lists = at + 2 + 12 * len(entries) + 4, b"", b""
    for tag, values in entries.items():
        value = struct.pack(f"<{len(values)}I", *values)
        if len(values) > 1:
            lists, value = lists + value, struct.pack("<I", after + len(lists))
        listed += struct.pack("<HHI", tag, 4, len(values)) + value
    head = struct.pack("<2sHI", b"II", 42, at) + body + b"\0" * (len(body) % 2)
    return head + struct.pack("<H", len(entries)) + listed + b"\0" * 4 + lists

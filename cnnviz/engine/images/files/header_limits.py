"""What the header of a picture file claims, judged before anything is decoded.

A few bytes can claim billions of pixels. So the sides are limited, the memory that
decoding takes is worked out from the header and limited by the size of the file, and
what cannot be in the file (deflate expands at most 1032 times) is not asked for.
"""

from typing import Final

from PIL import ImageFile

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.tiff_tags import TiffTags

MAX_PIXELS: Final = 8192 * 8192
"""Pixels that a file may claim."""

MAX_SIDE: Final = 1_000_000
"""Rows or columns that a file may claim."""

# A small file may take this much memory; a large one, which is no bomb, takes more.
_FREE_BYTES: Final = 480 * 1024**2
_BYTES_A_BYTE: Final = 256

PNG_SAMPLES: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Numbers a pixel, for each kind of colours of a PNG file."""

# The most that a byte of a file can become. Deflate: 258 bytes from 2 bits. LZW: no
# string of its table is longer than 3838, for a code of 12 bits; of GIF the same.
# PackBits: 128 bytes from 2. JPEG: a block of 64 pixels takes a bit at least.
_DEFLATE: Final = 1032
_LZW: Final = 2560
_JPEG: Final = 512
_TIFF: Final = {1: 1, 5: _LZW, 8: _DEFLATE, 32946: _DEFLATE, 32773: 64}

_BEGIN_OF_SCAN: Final = b"\xff\xda"
_SCANNED_PIXELS: Final = 2**30
"""16 waves of the largest picture; programs write 6 to 10."""

_WEBP_BYTES: Final = 14
_PROGRESSIVE_BYTES: Final = 2


def check_size(width: int, height: int, name: str) -> None:
    """Refuse a picture with too many pixels, or too long a side.

    Raises
    ------
    CnnvizError
        ``picture_too_large`` or ``picture_too_long``.
    """
    if max(width, height) > MAX_SIDE:
        raise CnnvizError(
            "picture_too_long", file=name, width=width, height=height, limit=MAX_SIDE
        )
    if width * height > MAX_PIXELS:
        raise CnnvizError(
            "picture_too_large",
            file=name,
            width=width,
            height=height,
            pixels=width * height,
            limit=MAX_PIXELS,
        )


def check_header(image: ImageFile.ImageFile, data: bytes, name: str) -> None:
    """Refuse an opened file whose decoding is not worth beginning.

    Raises
    ------
    CnnvizError
        What `check_size` raises, ``picture_damaged`` when the file is too short for
        what it claims, or ``picture_takes_memory``.
    """
    width, height = image.size
    check_size(width, height, name)
    pixels, bands = width * height, len(image.getbands())
    # Pillow keeps a pixel of several channels, of whole numbers or fractions in 4 bytes.
    kept = 1 if bands == 1 and image.mode not in ("I", "F") else 4
    needed, possible = 0, len(data)
    match image.format:
        case "PNG":
            bits = data[24] * PNG_SAMPLES.get(data[25], 1)
            needed, possible = -(-width * bits // 8) * height, _DEFLATE * len(data)
            kept *= 2 if data[24] == 16 and bands > 1 else 1
        case "JPEG" | "MPO":
            needed, possible = pixels, _JPEG * len(data)
            # Each wave goes over all pixels, however few bytes it has.
            if data.count(_BEGIN_OF_SCAN) * pixels > _SCANNED_PIXELS:
                raise CnnvizError("picture_damaged", file=name)
            # Of a progressive file all of its waves are kept until the last is in.
            kept += _PROGRESSIVE_BYTES * bands if "progressive" in image.info else 0
        case "GIF":
            # The first frame may be a small part of the whole.
            left, top, right, bottom = image.tile[0].extents or (0, 0, 0, 0)
            needed, possible = (right - left) * (bottom - top), _LZW * len(data)
        case "WEBP":
            kept = _WEBP_BYTES
        case "TIFF" if "jpeg" in str(image.info.get("compression")):
            needed, possible = pixels, _JPEG * len(data)
        case "PPM":
            needed, possible = pixels, 8 * len(data)
    _check(needed, possible, pixels * (kept + min(bands, 3)), len(data), name)


def check_tags(tags: TiffTags, data: bytes, name: str) -> None:
    """Refuse a TIFF file whose strips or tiles are not worth unpacking.

    Raises
    ------
    CnnvizError
        As `check_header`.
    """
    height, width = tags.size_hw
    check_size(width, height, name)
    if min(height, width, *tags.segment_hw, tags.samples) < 1:
        raise CnnvizError("picture_damaged", file=name)
    rows = tags.segment_hw[0]
    down, across = tags.grid_hw
    segments = tags.planes * down * across
    if len(tags.offsets) < segments:
        raise CnnvizError("picture_damaged", file=name)
    needed = segments * rows * tags.row_bytes
    if not tags.is_tiled:  # the last strip may be shorter
        needed = tags.planes * height * tags.row_bytes
    factor = _TIFF.get(tags.compression)
    possible = needed if factor is None else factor * len(data)
    size = max(1, -(-tags.bits // 8))
    # All samples, the colours among them once more, what becomes of them; and a strip.
    copies = 1 if tags.samples in (1, 3) else 2
    held = height * width * (copies * tags.samples * size + 2 * min(tags.samples, 4))
    held += 2 * rows * tags.row_bytes
    _check(needed, possible, held, len(data), name)


def _check(needed: int, possible: int, memory: int, size: int, name: str) -> None:
    if needed > possible:
        raise CnnvizError("picture_damaged", file=name)
    limit = _FREE_BYTES + _BYTES_A_BYTE * size
    if memory > limit:
        raise CnnvizError(
            "picture_takes_memory",
            file=name,
            megabytes=memory // 1024**2,
            limit=limit // 1024**2,
        )

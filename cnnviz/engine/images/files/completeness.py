"""Whether a decoded file held all of its pixels: some decoders fill up what is missing.

Pillow's for PNG leaves rows black, libjpeg leaves blocks mid-grey, and neither says so.
The pixels are all there, of course, where the last ones are anything else; only when
they are not is a closer look worth its time.
"""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Final

import numpy as np
from PIL import Image

from cnnviz.engine.images.files.header_limits import PNG_SAMPLES

_MID_GREY: Final = 128
_BLOCK: Final = 8

_SMOOTHED: Final = 8
"""So far it is moved towards its neighbours in a progressive file."""
_END_OF_JPEG: Final = b"\xff\xd9"

# Read as codes where a file is cut, passed over where it is whole.
_MORE_JPEG: Final = bytes(range(1, 128)) * 8

# First row and column, and steps, of the seven passes of an interlaced PNG.
_PASSES: Final = (
    (0, 0, 8, 8),
    (0, 4, 8, 8),
    (4, 0, 8, 4),
    (0, 2, 4, 4),
    (2, 0, 4, 2),
    (0, 1, 2, 2),
    (1, 0, 2, 1),
)


def is_complete(image: Image.Image, data: bytes) -> bool:
    """Return whether a file that Pillow has decoded holds as many pixels as it claims.

    Parameters
    ----------
    image
        The decoded picture, as it came from Pillow.
    data
        The file.
    """
    if image.format == "PNG":
        return not _ends_black(image) or _png_bytes(data) >= _png_needs(data)
    if image.format in ("JPEG", "MPO") and _ends_mid_grey(image):
        return _jpeg_ignores_more(image, data)
    return True


def _ends_black(image: Image.Image) -> bool:
    width, height = image.size
    # Of an interlaced picture the last row but one may come last.
    last = np.asarray(image.crop((0, max(0, height - 2), width, height)))
    return not last.reshape(len(last), -1).any(axis=1).all()


def _png_needs(data: bytes) -> int:
    """Return how many bytes the rows of a PNG file have, before they are deflated."""
    width, height = struct.unpack(">II", data[16:24])
    bits = data[24] * PNG_SAMPLES.get(data[25], 1)
    passes = _PASSES if data[28] else ((0, 0, 1, 1),)
    needed = 0
    for top, left, down, right in passes:
        rows, columns = -(-(height - top) // down), -(-(width - left) // right)
        if columns > 0:
            needed += max(0, rows) * (1 + -(-columns * bits // 8))
    return needed


def _png_bytes(data: bytes) -> int:
    """Return how many bytes come out of a PNG file; they are counted, not kept."""
    count, inflate = 0, zlib.decompressobj()
    for deflated in _png_data(data):
        while deflated:
            count += len(inflate.decompress(deflated, 1_000_000))
            deflated = inflate.unconsumed_tail
    return count + len(inflate.flush())


def _png_data(data: bytes) -> Iterator[bytes]:
    """Yield what the chunks of pixels hold."""
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        if kind == b"IDAT":
            yield data[place + 8 : place + 8 + length]
        place += 12 + length


def _ends_mid_grey(image: Image.Image) -> bool:
    """Return whether the last block may be what libjpeg makes of no block at all."""
    corner = np.asarray(_last_block(image)).astype(int)
    if image.mode == "CMYK":
        return bool((corner == corner.flat[0]).all())
    return bool((abs(corner - _MID_GREY) <= _SMOOTHED).all())


def _last_block(image: Image.Image) -> Image.Image:
    width, height = image.size
    return image.crop(
        ((width - 1) // _BLOCK * _BLOCK, (height - 1) // _BLOCK * _BLOCK, width, height)
    )


def _jpeg_ignores_more(image: Image.Image, data: bytes) -> bool:
    """Return whether more codes before the end of the file change nothing in it."""
    end = data.rfind(_END_OF_JPEG)
    end = len(data) if end < 0 else end
    longer = data[:end] + _MORE_JPEG + _END_OF_JPEG
    with Image.open(io.BytesIO(longer), formats=["JPEG"]) as again:
        if again.size != image.size:
            again.draft(None, image.size)
        again.load()
        return _last_block(again).tobytes() == _last_block(image).tobytes()

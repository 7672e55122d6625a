"""Picture files, read as the program wants them: 8 bits, grey or red-green-blue."""

import io
import math
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, reason
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.pixel_modes import to_eight_bits

# What a file holds is decided by its first bytes, never by its name. Importing a plugin
# registers it, which saves looking through the forty that Pillow has. The JPEG plugin
# reads the several pictures in one (MPO) of many phones too.
_PLUGINS: Final = (
    PngImagePlugin.PngImageFile,
    JpegImagePlugin.JpegImageFile,
    BmpImagePlugin.BmpImageFile,
    GifImagePlugin.GifImageFile,
    WebPImagePlugin.WebPImageFile,
    TiffImagePlugin.TiffImageFile,
    PpmImagePlugin.PpmImageFile,
)
FORMATS: Final = tuple(plugin.format for plugin in _PLUGINS)

MAX_PIXELS: Final = 8192 * 8192
"""Pixels that a file may claim; more is refused before anything is decoded."""

KEPT_PIXELS: Final = 4096 * 4096
"""Pixels that the window keeps of a picture; more would make each change slow."""

MAX_BYTES: Final = 512 * 1024**2

_HANDED_OUT: Final = 200_000
"""Pixels that Pillow hands out at a time: less than a millisecond."""

# What Pillow's decoders raise on damaged files, seen by flipping their bytes.
_DAMAGED: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

# Warning filters and Pillow's pixel limit are global; two workers must not swap them.
_PILLOW: Final = threading.Lock()


def load_picture(path: Path, *, kept_pixels: int = KEPT_PIXELS) -> Picture:
    """Open a picture file.

    Parameters
    ----------
    path
        PNG, JPEG, BMP, GIF (first frame), WebP, TIFF (first page) or PPM, whatever its
        ending says.
    kept_pixels
        A larger picture is reduced to this many; `MAX_PIXELS` keeps all of them.

    Returns
    -------
    Picture
        Named after the file. Upright (EXIF orientation applied), transparent parts laid
        on white, 8 bits; one channel when the file is grey. ``reduced_from`` tells
        the size in the file when it was reduced.

    Raises
    ------
    CnnvizError
        ``file_not_found``, ``file_is_folder``, ``file_unreadable``, ``file_too_large``,
        ``file_empty``, ``picture_unreadable``, ``picture_damaged`` or
        ``picture_too_large``.
    """
    return decode_picture(read_file(path), path.name, kept_pixels=kept_pixels)


def read_file(path: Path, *, at_most: int | None = None) -> bytes:
    """Return the bytes of a file that somebody chose.

    Parameters
    ----------
    path
        The file.
    at_most
        Bytes that it may have; `MAX_BYTES` when ``None``.

    Raises
    ------
    CnnvizError
        ``file_not_found``, ``file_is_folder``, ``file_unreadable`` or
        ``file_too_large``.
    """
    size, limit = check_file(path), MAX_BYTES if at_most is None else at_most
    if size > limit:
        raise CnnvizError(
            "file_too_large",
            file=str(path),
            megabytes=-(-size // 1024**2),
            limit=limit // 1024**2,
        )
    try:
        return path.read_bytes()
    except OSError as error:
        # It went away, or its disk did, between two looks.
        raise CnnvizError(
            "file_unreadable", file=str(path), reason=reason(error)
        ) from error


def decode_picture(
    data: bytes, name: str, *, kept_pixels: int = KEPT_PIXELS
) -> Picture:
    """Read a picture from the bytes of a file.

    Parameters
    ----------
    data
        The whole file.
    name
        What to call the picture, in errors too.
    kept_pixels
        As for `load_picture`.

    Returns
    -------
    Picture
        As for `load_picture`.

    Raises
    ------
    CnnvizError
        ``file_empty``, ``picture_unreadable``, ``picture_damaged`` or
        ``picture_too_large``.

    Examples
    --------
    A picture of one grey pixel, in the PPM family's plain text:

    >>> decode_picture(b"P2 1 1 255 77", "dot").pixels_chw
    array([[[77]]], dtype=uint8)
    """
    if not data:
        raise CnnvizError("file_empty", file=name)
    with _PILLOW, _quiet_pillow():
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                return _decode(image, name, kept_pixels)
        except UnidentifiedImageError as error:
            raise CnnvizError("picture_unreadable", file=name) from error
        except _DAMAGED as error:
            raise CnnvizError("picture_damaged", file=name) from error


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Keep Pillow's warnings in, and let a header of any size be read: we judge it."""
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _decode(image: Image.Image, name: str, kept_pixels: int) -> Picture:
    """Decode an opened file, once its header has been found sane."""
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise CnnvizError(
            "picture_too_large",
            file=name,
            width=width,
            height=height,
            megapixels=round(width * height / 1e6),
            limit=round(MAX_PIXELS / 1e6),
        )
    kept = _kept_size(width, height, kept_pixels)
    if image.format == "JPEG" and kept != image.size:
        # JPEG can be decoded at half or a quarter of its size for little work.
        image.draft(None, kept)
    image.load()
    plain = to_eight_bits(_upright(image))
    reduced_from = None
    if kept != (width, height):
        turned = (plain.width > plain.height) != (width > height)
        reduced_from = (width, height) if turned else (height, width)
        plain = plain.resize(
            kept[::-1] if turned else kept, Image.Resampling.BOX, reducing_gap=None
        )
    return Picture(_pixels_chw(plain), name, reduced_from)


def _pixels_chw(image: Image.Image) -> NDArray[np.uint8]:
    """Return a picture's pixels, each channel by itself: so convolution reads them.

    Some rows at a time: Pillow keeps Python's lock for as long as it hands out pixels,
    and the window would stand still for all of a large picture.
    """
    width, height = image.size
    pixels_chw = np.empty((len(image.getbands()), height, width), np.uint8)
    rows = max(1, _HANDED_OUT // width)
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        strip = np.asarray(image.crop((0, top, width, bottom)))
        pixels_chw[:, top:bottom] = np.atleast_3d(strip).transpose(2, 0, 1)
    return pixels_chw


def _kept_size(width: int, height: int, kept_pixels: int) -> tuple[int, int]:
    """Return width and height of at most so many pixels, in the same proportions."""
    if width * height <= kept_pixels:
        return width, height
    scale = math.sqrt(kept_pixels / (width * height))
    return max(1, int(width * scale)), max(1, int(height * scale))


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture as the camera was held."""
    try:
        return ImageOps.exif_transpose(image)
    except _DAMAGED:
        # Notes beside the pixels that nobody can read are no reason to refuse them.
        return image

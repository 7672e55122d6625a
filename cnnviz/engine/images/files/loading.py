"""Picture files, read as the program wants them: 8 bits, grey or red-green-blue."""

import io
import logging
import os
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

import numpy as np
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    PngImagePlugin,
    PpmImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, check_file, failing_as
from cnnviz.engine.images.files.completeness import is_complete
from cnnviz.engine.images.files.header_limits import check_header, check_tags
from cnnviz.engine.images.files.keeping import KEPT_PIXELS, keep, kept_size
from cnnviz.engine.images.files.pixel_modes import to_pixels
from cnnviz.engine.images.files.png_depth import (
    is_deep_colour,
    read_deep_colour,
    scale_key,
)
from cnnviz.engine.images.files.tiff import check_kind, is_for_pillow, read_tiff
from cnnviz.engine.images.files.tiff_tags import TiffTags, read_tags
from cnnviz.engine.images.picture import Picture

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

MAX_BYTES: Final = 512 * 1024**2

_ORIENTATION: Final = 0x0112

# Warning filters and Pillow's pixel limit are global; two workers must not swap them.
_PILLOW: Final = threading.Lock()
_PILLOWS_LOG: Final = logging.getLogger("PIL")
_STDERR: Final = 2


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
    # It may go away, or its disk may, between two looks.
    with failing_as("file_unreadable", str(path)), path.open("rb") as file:
        # No more than there was at the first look, however it grows meanwhile.
        return file.read(size)


def decode_picture(
    data: bytes,
    name: str,
    *,
    kept_pixels: int = KEPT_PIXELS,
    stretch: bool = False,
) -> Picture:
    """Read a picture from the bytes of a file.

    Parameters
    ----------
    data
        The whole file: PNG, JPEG, BMP, GIF (first frame), WebP, TIFF (first page) or
        PPM, whatever the ending of its name says.
    name
        What to call the picture, in errors too.
    kept_pixels
        A larger picture is reduced to this many, and then to `keeping.KEPT_SIDE` rows and
        columns; `header_limits.MAX_PIXELS` keeps all of them.
    stretch
        Make the brightest number of a dark picture white (see `guessed_scale`).

    Returns
    -------
    Picture
        Upright (EXIF orientation applied), transparent parts laid on white, 8 bits; one
        channel when the file is grey. ``reduced_from`` tells the size in the file when
        it was reduced.

    Raises
    ------
    CnnvizError
        ``file_empty``, ``picture_unreadable``, ``picture_damaged``,
        ``picture_too_large``, ``picture_too_long``, ``picture_takes_memory``,
        ``tiff_compression``, ``tiff_colours`` or ``tiff_depth``.

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
            tags = read_tags(data)
            if tags is None or is_for_pillow(tags):
                with suppress(UnidentifiedImageError):
                    return _read_by_pillow(data, name, kept_pixels, stretch=stretch)
            if tags is None:
                raise CnnvizError("picture_unreadable", file=name)
            return _read_tiff(data, tags, name, kept_pixels, stretch=stretch)
        except (MemoryError, *DAMAGED) as error:
            raise CnnvizError("picture_damaged", file=name) from error


def _read_by_pillow(
    data: bytes, name: str, kept_pixels: int, *, stretch: bool
) -> Picture:
    """Decode a file with Pillow, once its header has been found sane."""
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        width, height = image.size
        check_header(image, data, name)
        if image.format in ("JPEG", "MPO"):
            # JPEG can be decoded at half or a quarter of its size for little work.
            kept = kept_size(width, height, kept_pixels)
            if kept != image.size:
                image.draft(None, kept)
        with _silent_stderr():
            image.load()
        if not is_complete(image, data):
            raise CnnvizError("picture_damaged", file=name)
        scale_key(image, data)
        if is_deep_colour(image, data):
            pixels_chw, note = read_deep_colour(image, data, stretch=stretch)
        else:
            pixels_chw, note = to_pixels(image, stretch=stretch)
        turn = _orientation(image)
    return keep(pixels_chw, name, note, turn, (height, width), kept_pixels)


def _read_tiff(
    data: bytes, tags: TiffTags, name: str, kept_pixels: int, *, stretch: bool
) -> Picture:
    """Decode a TIFF file that Pillow does not read as it is meant."""
    check_kind(tags, name)
    check_tags(tags, data, name)
    with _silent_stderr():
        pixels_hwc, scale = read_tiff(data, tags, stretch=stretch)
    if pixels_hwc.shape[2] == 4:
        pixels_chw, _ = to_pixels(Image.fromarray(pixels_hwc, "CMYK"))
    else:
        pixels_chw = np.ascontiguousarray(pixels_hwc.transpose(2, 0, 1))
    turn, size_hw = tags.orientation, tags.size_hw
    return keep(pixels_chw, name, scale.note, turn, size_hw, kept_pixels)


def _orientation(image: Image.Image) -> int:
    """Return how the camera was held, 1 for upright (EXIF)."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (MemoryError, *DAMAGED):
        # Notes beside the pixels that nobody can read are no reason to refuse them.
        return 1


@contextmanager
def _quiet_pillow() -> Iterator[None]:
    """Keep Pillow's warnings and log in, and let a header of any size be read: we judge it."""
    limit, level = Image.MAX_IMAGE_PIXELS, _PILLOWS_LOG.level
    Image.MAX_IMAGE_PIXELS = None
    _PILLOWS_LOG.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = limit
        _PILLOWS_LOG.setLevel(level)


@contextmanager
def _silent_stderr() -> Iterator[None]:
    """Let nothing reach the standard error but through Python.

    libtiff writes there itself, and Pillow has no switch for it. The whole process is
    silent for that long, so this goes round decoding and nothing else.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a program without a terminal may have none
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)

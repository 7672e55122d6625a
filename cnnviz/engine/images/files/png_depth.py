"""PNG files of other depths than 8 bits: what Pillow rounds away, or reads unscaled."""

import io
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.images.files.pixel_modes import (
    Box,
    Pixels,
    by_rows,
    lay_on_white,
    strips,
)
from cnnviz.engine.images.grey_scale import GreyScale, full_scale, stretched, to_bytes
from cnnviz.engine.images.picture_notes import PictureNote

_RGB: Final = 2
_GREY_ALPHA: Final = 4
_RGBA: Final = 6

_WHITE: Final = 65535

_HIGH_AND_LOW: Final = {
    _RGB: ("RGB;16B", "RGB;16L"),
    # Grey and alpha have as many bytes as four channels of 8 bits.
    _GREY_ALPHA: ("RGBA",),
    _RGBA: ("RGBA;16B", "RGBA;16L"),
}
"""Pillow keeps 8 of 16 bits: the high ones, or, read the other way round, the low."""


def is_deep_colour(image: Image.Image, data: bytes) -> bool:
    """Return whether a file is a PNG of 16 bits with several samples a pixel."""
    return image.format == "PNG" and data[24] == 16 and data[25] in _HIGH_AND_LOW


def read_deep_colour(
    image: Image.Image, data: bytes, *, stretch: bool = False
) -> tuple[Pixels, PictureNote | None]:
    """Return the pixels of such a file, ``1 or 3 x H x W``, and a note on them.

    Of a dark picture ``stretch`` makes the brightest number white.
    """
    readings = [_read_as(data, raw) for raw in _HIGH_AND_LOW[data[25]]]
    key = image.info.get("transparency")
    colours = 1 if data[25] == _GREY_ALPHA else 3

    def samples_in(box: Box) -> NDArray[np.uint16]:
        """Return 16-bit samples of a part, with opacity if a colour is the key."""
        parts = [np.asarray(each.crop(box)).astype(np.uint16) for each in readings]
        deep = _joined(parts)
        if isinstance(key, tuple):
            is_seen = (deep != np.array(key)).any(axis=-1, keepdims=True)
            deep = np.concatenate([deep, is_seen.astype(np.uint16) * _WHITE], axis=-1)
        return deep

    every = (samples_in(box)[..., :colours].max() for box in strips(image.size))
    scale = full_scale(np.array(max(every)), _WHITE)
    scale = stretched(scale) if stretch else scale

    def pixels_in(box: Box) -> Pixels:
        """Return the 8-bit pixels of a part."""
        deep = samples_in(box)
        pixels = to_bytes(deep, GreyScale(0, _WHITE))
        if scale.white != _WHITE:
            pixels[..., :colours] = to_bytes(deep[..., :colours], scale)
        return pixels

    pixels_chw = by_rows(image.size, pixels_in)
    if len(pixels_chw) > colours and pixels_chw[colours].any():
        for row, alpha in enumerate(pixels_chw[colours]):
            lay_on_white(pixels_chw[:colours, row].T, alpha)
    return np.ascontiguousarray(pixels_chw[:colours]), scale.note


def _joined(parts: list[NDArray[np.uint16]]) -> NDArray[np.uint16]:
    if len(parts) == 2:
        high, low = parts
        return high * 256 + low
    return parts[0][..., 0::2] * 256 + parts[0][..., 1::2]


def scale_key(image: Image.Image, data: bytes) -> None:
    """Bring the grey level that is transparent to the scale of the pixels.

    A file of 2 bits names it as 0 to 3; Pillow makes the pixels 0 to 255, and not it.
    Of a key with more bits than the samples the lower ones count.
    """
    key = image.info.get("transparency")
    if image.format != "PNG" or data[24] == 16:
        return
    most = 2 ** data[24] - 1
    if isinstance(key, int) and image.mode == "L":
        image.info["transparency"] = (key & most) * 255 // most
    elif isinstance(key, tuple):
        image.info["transparency"] = tuple(level & most for level in key)


def _read_as(data: bytes, rawmode: str) -> Image.Image:
    """Return a PNG decoded in another of Pillow's ways."""
    image = Image.open(io.BytesIO(data), formats=["PNG"])
    image.tile = [image.tile[0]._replace(args=rawmode)]
    image.load()
    return image

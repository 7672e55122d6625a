"""The many ways in which files keep pixels, brought down to two: grey, and colours."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from cnnviz.engine.images.grey_scale import (
    full_scale,
    guessed_scale,
    stretched,
    to_bytes,
)
from cnnviz.engine.images.picture_notes import PictureNote

Pixels = NDArray[np.uint8]
Box = tuple[int, int, int, int]

_UNSEEN_ON_WHITE: Final = 241
"""All levels from here on up cannot be told from white."""

_WITH_ALPHA: Final = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})

_HANDED_OUT: Final = 200_000
"""Pixels that Pillow hands out at a time: less than a millisecond."""


def to_pixels(
    image: Image.Image, *, stretch: bool = False
) -> tuple[Pixels, PictureNote | None]:
    """Return the pixels of a decoded picture, ``1 or 3 x H x W``, and a note on them.

    What is transparent lies on white, unless everything is: then the colours are shown.
    White or almost white on a transparent ground lies on black, to be seen. 16 bits become 8 by the exact scale, ``v / 257``; for fractions and long numbers see
    `guessed_scale`; of a dark picture ``stretch`` makes the brightest number white. A
    palette of greys gives a grey picture.

    Examples
    --------
    >>> to_pixels(Image.new("I;16", (1, 1), 65535))[0]
    array([[[255]]], dtype=uint8)
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _deep_grey(image, stretch=stretch)
    if image.mode == "1":
        image = image.convert("L")
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        paper = "white" if _has_ink(image) else None
        pixels_chw = _by_rows(image, partial(_colours, paper=paper))
        # One transparent colour of a palette or key is paper, whatever else there is.
        is_drawn = paper is not None and image.mode in _WITH_ALPHA
        if is_drawn and pixels_chw.min() >= _UNSEEN_ON_WHITE:
            pixels_chw = _by_rows(image, partial(_colours, paper="black"))
    else:
        pixels_chw = _by_rows(image, _opaque)
    if image.mode in ("P", "PA") and _is_grey(pixels_chw):
        pixels_chw = pixels_chw[:1].copy()
    return pixels_chw, None


def _by_rows(
    image: Image.Image, convert: Callable[[Image.Image], Image.Image]
) -> Pixels:
    return by_rows(image.size, lambda box: np.asarray(convert(image.crop(box))))


def by_rows(size: tuple[int, int], pixels_in: Callable[[Box], Pixels]) -> Pixels:
    """Return a picture's pixels, each channel by itself: so convolution reads them.

    Some rows at a time: Pillow keeps Python's lock for as long as it hands out pixels,
    and the window would stand still for all of a large picture; and a copy of them all
    would take as much memory again.

    Parameters
    ----------
    size
        Width and height.
    pixels_in
        Gives the pixels of a part, ``h x w`` or ``h x w x C``.
    """
    width, height = size
    pixels_chw: Pixels | None = None
    for left, top, right, bottom in strips(size):
        strip = pixels_in((left, top, right, bottom))
        strip_hwc = strip.reshape(*strip.shape[:2], -1)
        if pixels_chw is None:
            pixels_chw = np.empty((strip_hwc.shape[2], height, width), np.uint8)
        pixels_chw[:, top:bottom] = strip_hwc.transpose(2, 0, 1)
    assert pixels_chw is not None  # no picture is without rows
    return pixels_chw


def lay_on_white(
    pixels_hwc: Pixels, alpha_hw: Pixels, *, is_multiplied: bool = False
) -> None:
    """Let white paper through where there is little alpha, in place.

    Parameters
    ----------
    pixels_hwc, alpha_hw
        uint8, ``... x C`` and of one axis less.
    is_multiplied
        Whether the colours have been made darker by alpha already.
    """
    clear = (255 - alpha_hw.astype(np.uint16))[..., np.newaxis]
    seen = pixels_hwc * (255 - clear)
    if is_multiplied:
        seen = np.minimum(pixels_hwc, 255 - clear) * np.uint16(255)
    pixels_hwc[...] = (seen + 255 * clear + 127) // 255


def strips(size: tuple[int, int]) -> Iterator[Box]:
    """Yield the parts in which a picture is handed out, from the top."""
    width, height = size
    rows = max(1, _HANDED_OUT // width)
    for top in range(0, height, rows):
        yield 0, top, width, min(top + rows, height)


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode == "LAB":
        return _lab_to_rgb(image)
    return image if image.mode in ("L", "RGB") else image.convert("RGB")


def _has_ink(image: Image.Image) -> bool:
    """Return whether any pixel has any alpha; the first rows tell, mostly."""
    parts = (_rgba(image.crop(box)) for box in strips(image.size))
    return any(part.getchannel("A").getbbox() is not None for part in parts)


def _rgba(image: Image.Image) -> Image.Image:
    return (image.convert("LA") if image.mode == "La" else image).convert("RGBA")


def _colours(image: Image.Image, *, paper: str | None) -> Image.Image:
    """Return a picture without its transparency, or laid on paper of a colour."""
    seen = _rgba(image)
    if paper is not None:
        sheet = Image.new("RGBA", seen.size, paper)
        sheet.alpha_composite(seen)
        seen = sheet
    rgb = seen.convert("RGB")
    # All three channels of a grey picture are equal: take one, not their weighted sum.
    return rgb.getchannel(0) if image.mode in ("L", "LA", "La") else rgb


def _is_grey(pixels_chw: Pixels) -> bool:
    # Channel by channel: what is compared takes memory, too.
    return all(np.array_equal(channel, pixels_chw[0]) for channel in pixels_chw[1:])


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    # None only for a conversion in place, which this is not.
    return image if converted is None else converted


def _deep_grey(
    image: Image.Image, *, stretch: bool
) -> tuple[Pixels, PictureNote | None]:
    """Return grey levels of more than 8 bits, or fractions, as 8 bits."""
    levels_hw = np.asarray(image)
    # Pillow brings the numbers of PGM files to this scale, however deep they are.
    is_sixteen = image.mode.startswith("I;16") or image.format in ("PNG", "PPM")
    is_known = is_sixteen and image.mode != "F"
    scale = full_scale(levels_hw, 65535) if is_known else guessed_scale(levels_hw)
    scale = stretched(scale) if stretch else scale
    grey_hw = to_bytes(levels_hw, scale)
    key = image.info.get("transparency")
    if isinstance(key, int):
        is_clear = levels_hw == key
        if not is_clear.all():
            grey_hw[is_clear] = 255
    return grey_hw[np.newaxis], scale.note

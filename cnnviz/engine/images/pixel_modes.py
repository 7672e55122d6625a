"""The many ways in which files keep pixels, brought down to two."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

_WITH_ALPHA: Final = frozenset({"RGBA", "LA", "PA", "RGBa", "La"})


def to_eight_bits(image: Image.Image) -> Image.Image:
    """Return a decoded picture in Pillow's mode ``L`` (grey) or ``RGB``.

    What is transparent lies on white. 16 bits become 8 by the exact scale, ``v / 257``;
    integers and fractions of unknown range are taken as 0..1, 0..255 or 0..65535 when
    they fit, and spread from their least to their greatest otherwise. A palette of greys
    gives a grey picture.

    Examples
    --------
    >>> to_eight_bits(Image.new("I;16", (1, 1), 65535)).getpixel((0, 0))
    255
    """
    if image.mode.startswith("I") or image.mode == "F":
        return _deep_to_grey(image)
    if image.mode in _WITH_ALPHA or "transparency" in image.info:
        return _grey_if_palette(image, _on_white(image))
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "LAB":
        return _lab_to_rgb(image)
    if image.mode in ("L", "RGB"):
        return image
    return _grey_if_palette(image, image.convert("RGB"))


def _on_white(image: Image.Image) -> Image.Image:
    """Return a picture with transparency laid on white paper."""
    is_grey = image.mode in ("L", "LA", "La", "1")
    if image.mode == "La":
        image = image.convert("LA")
    rgba = image.convert("RGBA")
    paper = Image.new("RGBA", rgba.size, "white")
    paper.alpha_composite(rgba)
    laid = paper.convert("RGB")
    # All three channels of a grey picture are equal: take one, not their weighted sum.
    return laid.getchannel(0) if is_grey else laid


def _grey_if_palette(original: Image.Image, rgb: Image.Image) -> Image.Image:
    """Return one channel of a palette picture whose colours are all greys."""
    if original.mode not in ("P", "PA") or rgb.mode != "RGB":
        return rgb
    red, green, blue = (np.asarray(channel) for channel in rgb.split())
    is_grey = np.array_equal(red, green) and np.array_equal(red, blue)
    return rgb.getchannel(0) if is_grey else rgb


def _lab_to_rgb(image: Image.Image) -> Image.Image:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    converted = ImageCms.profileToProfile(image, lab, srgb, outputMode="RGB")
    # None only for a conversion in place, which this is not.
    return image if converted is None else converted


def _deep_to_grey(image: Image.Image) -> Image.Image:
    """Return grey levels of more than 8 bits, or of fractions, as 8 bits."""
    levels = np.asarray(image).astype(np.float64)
    low, high = _range(levels, is_sixteen_bit=image.mode.startswith("I;16"))
    scaled = np.clip((levels - low) * (255 / (high - low)), 0, 255)
    grey = np.floor(np.nan_to_num(scaled) + 0.5).astype(np.uint8)
    transparent = image.info.get("transparency")
    if isinstance(transparent, int):
        grey[levels == transparent] = 255
    return Image.fromarray(grey)


def _range(levels: NDArray[np.float64], *, is_sixteen_bit: bool) -> tuple[float, float]:
    """Return what black and white are in a picture of deep grey levels."""
    if is_sixteen_bit:
        return 0.0, 65535.0
    finite = np.isfinite(levels)
    if not finite.any():
        return 0.0, 1.0
    low = float(levels.min(where=finite, initial=np.inf))
    high = float(levels.max(where=finite, initial=-np.inf))
    if low >= 0:
        is_fraction = bool((levels[finite] % 1).any()) or high == 1
        scales = (1.0, 255.0, 65535.0) if is_fraction else (255.0, 65535.0)
        for white in scales:
            if high <= white:
                return 0.0, white
    return low, max(high, np.nextafter(low, np.inf))

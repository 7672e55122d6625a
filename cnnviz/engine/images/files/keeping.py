"""A picture as it is kept: upright, and no larger than can be worked on at once."""

import math
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.files.header_limits import MAX_SIDE
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.picture_notes import PictureNote
from cnnviz.engine.images.resizing import resampled

KEPT_PIXELS: Final = 4096 * 4096
"""Pixels that the window keeps of a picture; more would make each change slow."""

KEPT_SIDE: Final = 32_000
"""Rows or columns that the window keeps; Qt paints no picture of 32,768."""

_ON_ITS_SIDE: Final = (5, 6, 7, 8)
_FLIPS: Final = {
    2: (1, -1),
    3: (-1, -1),
    4: (-1, 1),
    6: (1, -1),
    7: (-1, -1),
    8: (-1, 1),
}
"""Steps through rows and columns, for each way in which a camera can be held."""


def keep(
    pixels_chw: NDArray[np.uint8],
    name: str,
    note: PictureNote | None,
    orientation: int,
    size_hw: tuple[int, int],
    kept_pixels: int,
) -> Picture:
    """Return the picture, held upright and made smaller where it is too large.

    Parameters
    ----------
    pixels_chw
        As they lie in the file, or a decoder's smaller version of them.
    name, note
        Of the picture.
    orientation
        How the camera was held: EXIF's 1 (upright) to 8.
    size_hw
        In the file.
    kept_pixels
        As for `cnnviz.engine.images.files.loading.decode_picture`.
    """
    pixels_chw = _upright(pixels_chw, orientation)
    height, width = size_hw[::-1] if orientation in _ON_ITS_SIDE else size_hw
    kept = kept_size(width, height, kept_pixels)
    if kept == (width, height):
        return Picture(np.ascontiguousarray(pixels_chw), name, None, note)
    smaller_chw = resampled(pixels_chw, kept[::-1], "box")
    return Picture(smaller_chw, name, (height, width), note)


def kept_size(width: int, height: int, kept_pixels: int) -> tuple[int, int]:
    """Return width and height of at most so many pixels, in the same proportions."""
    longest = KEPT_SIDE if kept_pixels <= KEPT_PIXELS else MAX_SIDE
    scale = min(math.sqrt(kept_pixels / (width * height)), longest / max(width, height))
    if scale >= 1:
        return width, height
    return max(1, int(width * scale)), max(1, int(height * scale))


def _upright(pixels_chw: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Return the picture as the camera was held."""
    if orientation in _ON_ITS_SIDE:
        pixels_chw = pixels_chw.transpose(0, 2, 1)
    down, across = _FLIPS.get(orientation, (1, 1))
    return pixels_chw[:, ::down, ::across]

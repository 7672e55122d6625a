"""Parts of pictures, and pictures of another size, by a method with a name."""

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture

Method = Literal["nearest", "box", "bilinear", "bicubic", "lanczos"]

METHODS: Final[dict[Method, Image.Resampling]] = {
    "nearest": Image.Resampling.NEAREST,
    "box": Image.Resampling.BOX,
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
}
"""From the crudest to the smoothest; ``box`` takes the mean of what a cell covers."""

LARGEST_SIDE: Final = 4096
"""Rows or columns that a picture can be given."""

Pixels = TypeVar("Pixels", NDArray[np.uint8], NDArray[np.float32])


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture: its first row and column, its height and width."""

    top: int
    left: int
    height: int
    width: int


def crop(picture: Picture, box: Box) -> Picture:
    """Return a part of a picture.

    Raises
    ------
    CnnvizError
        ``crop_empty`` or ``crop_outside``.

    Examples
    --------
    >>> picture = Picture(np.arange(12, dtype=np.uint8).reshape(1, 3, 4), "dots")
    >>> crop(picture, Box(1, 2, 2, 2)).pixels_chw
    array([[[ 6,  7], [10, 11]]], dtype=uint8)
    """
    return _remade(picture, crop_chw(picture.pixels_chw, box))


def resize(picture: Picture, size_hw: tuple[int, int], method: Method) -> Picture:
    """Return a picture with another height and width.

    Raises
    ------
    CnnvizError
        ``size_too_small`` or ``size_too_large``.

    Examples
    --------
    >>> picture = Picture(np.array([[[0, 100], [20, 40]]], dtype=np.uint8), "dots")
    >>> resize(picture, (1, 1), "box").pixels_chw
    array([[[40]]], dtype=uint8)
    """
    return _remade(picture, resize_chw(picture.pixels_chw, size_hw, method))


def crop_chw(pixels_chw: Pixels, box: Box) -> Pixels:
    """Return a part of all channels, as a copy of its own.

    Parameters
    ----------
    pixels_chw
        uint8 or float32, ``C x H x W``.
    box
        Which part; all of it must lie in the picture.

    Raises
    ------
    CnnvizError
        ``crop_empty`` or ``crop_outside``.
    """
    _, height, width = pixels_chw.shape
    if box.height < 1 or box.width < 1:
        raise CnnvizError("crop_empty", height=box.height, width=box.width)
    bottom, right = box.top + box.height, box.left + box.width
    if box.top < 0 or box.left < 0 or bottom > height or right > width:
        raise CnnvizError(
            "crop_outside",
            bottom=bottom,
            right=right,
            top=box.top + 1,
            left=box.left + 1,
            height=height,
            width=width,
        )
    return pixels_chw[:, box.top : bottom, box.left : right].copy()


def resize_chw(pixels_chw: Pixels, size_hw: tuple[int, int], method: Method) -> Pixels:
    """Return all channels with another height and width, each by itself.

    Parameters
    ----------
    pixels_chw
        uint8 or float32, ``C x H x W``; levels stay levels, numbers are not rounded.
    size_hw
        Rows and columns asked for.
    method
        How a new cell is made from those that it covers; see `METHODS`.

    Raises
    ------
    CnnvizError
        ``size_too_small`` or ``size_too_large``.
    """
    height, width = size_hw
    if height < 1 or width < 1:
        raise CnnvizError("size_too_small", height=height, width=width)
    if height > LARGEST_SIDE or width > LARGEST_SIDE:
        raise CnnvizError(
            "size_too_large", height=height, width=width, limit=LARGEST_SIDE
        )
    if pixels_chw.shape[1:] == (height, width):
        return pixels_chw
    return resampled(pixels_chw, size_hw, method)


def resampled(pixels_chw: Pixels, size_hw: tuple[int, int], method: Method) -> Pixels:
    """Return all channels with another height and width, as large as is asked for."""
    size_wh, how = size_hw[::-1], METHODS[method]
    resized = [
        np.asarray(Image.fromarray(plane_hw).resize(size_wh, how))
        for plane_hw in pixels_chw
    ]
    return np.stack(resized).astype(pixels_chw.dtype, copy=False)


def square_in(size_hw: tuple[int, int]) -> Box:
    """Return the largest square in the middle of a picture.

    Examples
    --------
    >>> square_in((4, 9))
    Box(top=0, left=2, height=4, width=4)
    """
    height, width = size_hw
    side = min(height, width)
    return Box((height - side) // 2, (width - side) // 2, side, side)


def middle(size_hw: tuple[int, int], proportions: tuple[int, int]) -> Box:
    """Return the largest part in the middle of a picture that has these proportions.

    Examples
    --------
    >>> middle((100, 90), (1, 2))
    Box(top=27, left=0, height=45, width=90)
    """
    (height, width), (rows, columns) = size_hw, proportions
    tall = max(1, min(height, width * rows // columns))
    wide = max(1, min(width, height * columns // rows))
    return Box((height - tall) // 2, (width - wide) // 2, tall, wide)


def in_proportion(
    size_hw: tuple[int, int], *, height: int | None = None, width: int = 1
) -> tuple[int, int]:
    """Return the size nearest to a picture's proportions, its height or width given.

    Where the other side would be larger than a picture may be, both are smaller.

    Examples
    --------
    >>> in_proportion((200, 300), height=20), in_proportion((200, 300), width=45)
    ((20, 30), (30, 45))
    >>> in_proportion((3344, 5016), height=3344)
    (2731, 4096)
    """
    rows, columns = size_hw
    wanted = height / rows if height is not None else width / columns
    share = min(wanted, LARGEST_SIDE / max(rows, columns))
    return max(1, round(share * rows)), max(1, round(share * columns))


def around(
    corner: tuple[int, int], span: tuple[int, int], size_hw: tuple[int, int]
) -> Box:
    """Return a window with its neighbourhood: twice its size more on each side.

    At the rim of the picture the box is moved inwards, not made smaller.

    Parameters
    ----------
    corner, span
        First row and column of the window, perhaps in the padding; rows and columns.
    size_hw
        Of the picture.

    Examples
    --------
    >>> around((-1, 10), (3, 3), (28, 28))
    Box(top=0, left=4, height=15, width=15)
    """
    (top, height), (left, width) = (
        _stretch(start, length, whole)
        for start, length, whole in zip(corner, span, size_hw, strict=True)
    )
    return Box(top, left, height, width)


def _stretch(start: int, length: int, whole: int) -> tuple[int, int]:
    wanted = min(5 * length, whole)
    return min(max(start - 2 * length, 0), whole - wanted), wanted


def _remade(picture: Picture, pixels_chw: NDArray[np.uint8]) -> Picture:
    if pixels_chw is picture.pixels_chw:
        return picture
    return replace(picture, pixels_chw=pixels_chw, reduced_from=None)

"""Grids of numbers that somebody typed or pasted, read as people write them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.engine.images.numbers.number_marks import Mark, number_of
from cnnviz.engine.images.numbers.number_tables import read_table

LARGEST_NUMBER: Final = 1e9
"""A billion: larger ones leave no digits for the others in a sum."""


def is_too_large(value: float) -> bool:
    """Whether a number is none to compute with."""
    return abs(value) > LARGEST_NUMBER


def read_usable_number(text: str, mark: Mark | None = None) -> float | None:
    """Read a number to compute with: ``None`` too for one that is too large or doubtful.

    ``mark`` is the decimal mark of the reader's language, as in `number_of`.

    Examples
    --------
    >>> read_usable_number("1/4"), read_usable_number("1e99"), read_usable_number("1,234")
    (0.25, None, None)
    """
    try:
        value = number_of(text, mark)
    except CnnvizError:
        return None
    return None if value is None or is_too_large(value) else value


def read_numbers(text: str) -> NDArray[np.float32]:
    r"""Read a picture of numbers: what `read_table` reads, of 1 or 3 channels.

    Returns
    -------
    ndarray
        float32, ``C x H x W``.

    Raises
    ------
    CnnvizError
        ``numbers_axes`` and what
        `read_table` raises, also for a number above `LARGEST_NUMBER`.

    Examples
    --------
    >>> read_numbers("0,5 1\n2 -3,25")
    array([[[ 0.5 ,  1.  ], [ 2.  , -3.25]]], dtype=float32)
    >>> read_numbers("[[1, 2], [3, 4]]").shape
    (1, 2, 2)
    """
    return as_picture(read_table(text, LARGEST_NUMBER))


def as_picture(values: NDArray[np.floating]) -> NDArray[np.float32]:
    """Return numbers of 1 to 3 axes as channels of rows, ``C x H x W``.

    Raises
    ------
    CnnvizError
        ``numbers_axes``.
    """
    if values.ndim > 3:
        raise CnnvizError("numbers_axes")
    channels = values.reshape((1,) * (3 - values.ndim) + values.shape)
    if len(channels) not in (1, 3):
        raise CnnvizError("numbers_axes")
    return channels.astype(np.float32, copy=False)


def display_range(numbers: NDArray[np.float32]) -> tuple[float, float]:
    """Return which numbers black and white stand for.

    From 0 up, or as far below 0 as above it where some are negative. White is the
    largest number, or 1 or 255 where that is at most twice as large: so a cell that is
    changed in a picture on a usual scale does not change the others' looks.

    Examples
    --------
    >>> display_range(np.float32([0, 9])), display_range(np.float32([-0.8, 0.2]))
    ((0.0, 9.0), (-1.0, 1.0))
    """
    least = float(numbers.min(initial=0))
    largest = max(float(numbers.max(initial=0)), -least)
    white = next(
        (usual for usual in (1.0, 255.0) if usual / 2 <= largest <= usual), largest
    )
    return (-white if least < 0 else 0.0), white or 1.0


def as_levels(numbers_chw: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return grey levels that show numbers to those who know only pictures.

    Examples
    --------
    >>> as_levels(np.float32([[[0, 3], [6, 9]]]))
    array([[[  0,  85], [170, 255]]], dtype=uint8)
    """
    return to_indices(numbers_chw, *display_range(numbers_chw))

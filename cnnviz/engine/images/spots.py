"""Specks of dust and slips of the pen: small beside the digit, and far from it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.images.components import parts

# Parts of the ink are told from each other in about this many cells a side.
COARSE_SIDE: Final = 96

# Ink weaker than this joins nothing.
FAINTEST: Final = 8

# Beside the largest part a spot has at most this share of its ink and of its length,
# and lies at least this share of the digit's length away from it.
SMALL_INK: Final = 0.25
SMALL_LENGTH: Final = 0.3
FAR: Final = 0.15

# A speck is so small that it lies far away sooner.
SPECK_INK: Final = 0.01
SPECK_FAR: Final = 0.05

Box = tuple[int, int, int, int]
"""Top, left, height and width."""


@dataclass(frozen=True, slots=True, eq=False)
class WithoutSpots:
    """Ink in which only the digit is left, and the boxes of what was left out."""

    ink_hw: NDArray[np.uint8]
    spots: tuple[Box, ...] = ()


def without_spots(ink_hw: NDArray[np.uint8]) -> WithoutSpots:
    """Leave out parts of the ink that are small beside the digit and far from it.

    The largest part is the digit, with every other that is not small or lies near: the
    bar of a 5 belongs to it, a speck in a corner of the sheet does not.

    Parameters
    ----------
    ink_hw
        uint8, H x W: 0 paper, 255 ink.

    Examples
    --------
    >>> ink_hw = np.zeros((60, 60), np.uint8)
    >>> ink_hw[20:50, 30:35] = 255
    >>> ink_hw[2:4, 2:4] = 255
    >>> found = without_spots(ink_hw)
    >>> found.spots, int(found.ink_hw[:10].max())
    (((2, 2, 2, 2),), 0)
    """
    factor = -(-max(ink_hw.shape) // COARSE_SIDE)
    ink = Image.fromarray(ink_hw)
    coarse_hw = np.asarray(ink.reduce(factor) if factor > 1 else ink)
    mask_hw = coarse_hw >= FAINTEST
    if not mask_hw.any():
        return WithoutSpots(ink_hw)
    labels_hw, count = parts(mask_hw)
    boxes_n4 = _boxes(labels_hw, count)
    inks_n = coarse_hw[mask_hw].astype(np.float64)
    masses_n = np.bincount(labels_hw[mask_hw], inks_n, count).astype(np.float64)
    kept_n = _of_digit(boxes_n4, masses_n)
    top, left = boxes_n4[kept_n, :2].min(axis=0)
    bottom, right = boxes_n4[kept_n, 2:].max(axis=0)
    # One cell more, for the soft edge of the ink; what is too faint to be seen among the
    # cells outside is none of the digit either.
    digit = np.s_[
        max(0, top - 1) * factor : (bottom + 1) * factor,
        max(0, left - 1) * factor : (right + 1) * factor,
    ]
    only_hw = np.zeros_like(ink_hw)
    only_hw[digit] = ink_hw[digit]
    spots = (_in_pixels(box_4, factor, ink_hw.shape) for box_4 in boxes_n4[~kept_n])
    return WithoutSpots(only_hw, tuple(spots))


def _boxes(labels_hw: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Return top, left, and below the end bottom and right of every part."""
    rows, columns = np.nonzero(labels_hw >= 0)
    numbers = labels_hw[rows, columns]
    boxes_n4 = np.empty((count, 4), np.intp)
    boxes_n4[:, :2], boxes_n4[:, 2:] = max(labels_hw.shape), 0
    for axis, places in enumerate((rows, columns)):
        np.minimum.at(boxes_n4[:, axis], numbers, places)
        np.maximum.at(boxes_n4[:, 2 + axis], numbers, places + 1)
    return boxes_n4


def _of_digit(
    boxes_n4: NDArray[np.intp], masses_n: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """Return which parts belong to the digit."""
    lengths_n = (boxes_n4[:, 2:] - boxes_n4[:, :2]).max(axis=1)
    largest = masses_n.argmax()
    shares_n, spans_n = masses_n / masses_n[largest], lengths_n / lengths_n[largest]
    kept_n: NDArray[np.bool_] = (shares_n > SMALL_INK) | (spans_n > SMALL_LENGTH)
    # What is near the digit belongs to it, and then what is near that; but specks lead
    # no further.
    for part_n, far in ((shares_n > SPECK_INK, FAR), (shares_n > 0, SPECK_FAR)):
        while (new_n := part_n & ~kept_n & ~_is_far(boxes_n4, kept_n, far)).any():
            kept_n |= new_n
            if far == SPECK_FAR:
                break
    return kept_n


def _is_far(
    boxes_n4: NDArray[np.intp], kept_n: NDArray[np.bool_], far: float
) -> NDArray[np.bool_]:
    """Return which parts lie far from the box round those that are kept."""
    start, end = boxes_n4[kept_n, :2].min(axis=0), boxes_n4[kept_n, 2:].max(axis=0)
    gaps_n2 = np.maximum(start - boxes_n4[:, 2:], boxes_n4[:, :2] - end).clip(0)
    far_n: NDArray[np.bool_] = (gaps_n2**2).sum(axis=1) > (
        far * float((end - start).max())
    ) ** 2
    return far_n


def _in_pixels(box_4: NDArray[np.intp], factor: int, shape: tuple[int, ...]) -> Box:
    top, left, bottom, right = (int(end) * factor for end in box_4)
    return top, left, min(bottom, shape[0]) - top, min(right, shape[1]) - left

"""Two or more digits beside each other, told apart by the gaps between them."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.images.components import parts
from cnnviz.engine.images.ink import ink_box

# The ink is looked at in cells; its box has about this many a side.
COARSE_SIDE: Final = 72

# Ink weaker than this joins nothing.
FAINTEST: Final = 48

# Parts above each other are of one digit: they share this much of the narrower's width.
SHARED_WIDTH: Final = 0.35

# A digit among several is this tall beside the tallest, at least.
TALL: Final = 0.55

# Digits stand on one line. What is shorter than what is right of it, and ends above its
# foot by so much of the height, is the left arm of a 4 that does not meet the stem.
HANGS: Final = 0.25

MOST_DIGITS: Final = 4

Columns = tuple[int, int]


def apart(ink_hw: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], ...]:
    """Return the ink of each digit, from left to right, where there are several.

    Parameters
    ----------
    ink_hw
        uint8, H x W: 0 paper, 255 ink.

    Returns
    -------
    tuple of NDArray
        Each as large as the box round all ink, with one digit's ink in it; nothing where
        the ink is one thing, or is not as tall everywhere as digits beside each other are.

    Examples
    --------
    >>> ink_hw = np.zeros((60, 60), np.uint8)
    >>> ink_hw[10:50, 10:14] = ink_hw[12:50, 40:44] = 255
    >>> [int(np.flatnonzero(one.any(axis=0))[0]) for one in apart(ink_hw)]
    [0, 30]
    """
    if not ink_hw.any():
        return ()
    top, left, height, width = ink_box(ink_hw)
    only_hw = ink_hw[top : top + height, left : left + width]
    factor = -(-max(height, width) // COARSE_SIDE)
    ink = Image.fromarray(only_hw)
    coarse_hw = np.asarray(ink.reduce(factor) if factor > 1 else ink)
    labels_hw, count = parts(coarse_hw >= FAINTEST)
    groups = _beside_each_other(labels_hw, count)
    if not 2 <= len(groups) <= MOST_DIGITS:
        return ()
    masks = [np.isin(labels_hw, group) for group in groups]
    rows = [np.flatnonzero(mask.any(axis=1)) for mask in masks]
    heights = [int(np.ptp(each)) + 1 for each in rows]
    if min(heights) < TALL * max(heights) or _is_open_four(rows):
        return ()
    return tuple(_ink_of(only_hw, mask, factor) for mask in masks)


def _beside_each_other(labels_hw: NDArray[np.intp], count: int) -> list[list[int]]:
    """Return the parts of each digit, from left to right."""
    groups: list[tuple[Columns, list[int]]] = []
    spans = [_columns(labels_hw == part) for part in range(count)]
    for part in sorted(range(count), key=lambda one: spans[one]):
        span, members = spans[part], [part]
        for other in [one for one in groups if _is_above(one[0], span)]:
            groups.remove(other)
            span = min(span[0], other[0][0]), max(span[1], other[0][1])
            members += other[1]
        groups.append((span, members))
    return [members for _, members in sorted(groups)]


def _is_open_four(rows: list[NDArray[np.intp]]) -> bool:
    """Return whether two things, by the rows of their ink, are arm and stem of a 4."""
    if len(rows) != 2:
        return False
    arm, stem = rows
    rises = int(stem[-1] - arm[-1])
    return rises > HANGS * len(stem) and len(arm) < len(stem)


def _columns(mask_hw: NDArray[np.bool_]) -> Columns:
    columns = np.flatnonzero(mask_hw.any(axis=0))
    return int(columns[0]), int(columns[-1]) + 1


def _is_above(one: Columns, other: Columns) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    narrower = min(one[1] - one[0], other[1] - other[0])
    return shared > SHARED_WIDTH * narrower


def _ink_of(
    ink_hw: NDArray[np.uint8], mask_hw: NDArray[np.bool_], factor: int
) -> NDArray[np.uint8]:
    height, width = ink_hw.shape
    fine_hw = mask_hw.repeat(factor, axis=0).repeat(factor, axis=1)[:height, :width]
    return np.where(fine_hw, ink_hw, np.uint8(0))

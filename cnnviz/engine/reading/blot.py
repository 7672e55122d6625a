"""Ink that is one solid blot: a dot, a sheet blackened in the middle."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.ink import ink_box

# Weaker is the soft edge of the ink.
FAINTEST: Final = 96

# How full the box round a blot is, of a disc 0.785; and how much longer than wide a blot is
# at most: a 1 by a thick pen is longer.
FULL: Final = 0.72
LONGER: Final = 1.8


def is_blot(digit_hw: NDArray[np.uint8]) -> bool:
    """Return whether a prepared picture is a blot: nobody could say of which digit.

    Parameters
    ----------
    digit_hw
        uint8, H x W: 0 paper, 255 ink.

    Examples
    --------
    >>> rows, columns = np.mgrid[:28, :28] - 13.5
    >>> disc_hw = ((np.hypot(rows, columns) < 10) * 255).astype(np.uint8)
    >>> is_blot(disc_hw)
    True
    >>> disc_hw[10:18, 10:18] = 0
    >>> is_blot(disc_hw)
    False
    """
    solid_hw = digit_hw >= FAINTEST
    if not solid_hw.any():
        return False
    top, left, high, wide = ink_box(solid_hw)
    full = solid_hw[top : top + high, left : left + wide].mean()
    return bool(full >= FULL and max(high, wide) <= LONGER * min(high, wide))

"""Signs with a dot of their own, as no digit has: ``!``, ``?``, ``i`` and ``j``."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.ink import ink_box

# Ink weaker than this fills no gap.
FAINTEST: Final = 48

# Of the whole sign's height: how large a dot is, and the gap beside it at most. Smaller is
# a speck of dust, and farther away is something else.
DOT: Final = (0.05, 0.24)
GAP: Final = 0.3

# How much longer than wide a dot may be, and how full the box round it is: of a disc 0.785.
LONGER: Final = 1.7
ROUND: Final = 0.6

Bools = NDArray[np.bool_]


def is_dotted(ink_hw: NDArray[np.uint8]) -> bool:
    """Return whether ink is one tall thing with a dot right below or above it.

    Parameters
    ----------
    ink_hw
        uint8, H x W: 0 paper, 255 ink.

    Examples
    --------
    >>> ink_hw = np.zeros((60, 60), np.uint8)
    >>> ink_hw[5:40, 28:33] = 255
    >>> is_dotted(ink_hw)
    False
    >>> ink_hw[48:53, 28:33] = 255
    >>> is_dotted(ink_hw)
    True
    """
    mask_hw = ink_hw >= FAINTEST
    rows = np.flatnonzero(mask_hw.any(axis=1))
    breaks = np.flatnonzero(np.diff(rows) > 1)
    if len(breaks) != 1:
        return False
    end, begin = int(rows[breaks[0]]) + 1, int(rows[breaks[0] + 1])
    height = int(rows[-1] - rows[0]) + 1
    if begin - end > GAP * height:
        return False
    upper_hw, lower_hw = mask_hw[:end], mask_hw[begin:]
    return _is_dot_of(upper_hw, lower_hw, height) or _is_dot_of(
        lower_hw, upper_hw, height
    )


def _is_dot_of(dot_hw: Bools, body_hw: Bools, height: int) -> bool:
    """Return whether a part is a dot, and lies in the columns of the other one."""
    top, left, high, wide = ink_box(dot_hw)
    _, body_left, body_high, body_wide = ink_box(body_hw)
    smaller, longer = min(high, wide), max(high, wide)
    if not DOT[0] * height <= smaller <= longer <= DOT[1] * height:
        return False
    full = dot_hw[top : top + high, left : left + wide].mean()
    middle = left + wide / 2
    return bool(
        longer <= LONGER * smaller
        and full >= ROUND
        and body_high >= height / 2
        and body_left - wide / 2 <= middle <= body_left + body_wide + wide / 2
    )

"""Which 1s and 7s a person would take for the other, or for a 2: they teach nothing.

A flag that lies flat and is as long as a roof makes a 7 of a 1, a roof that falls steeply
or is as short as a flag makes a 1 of a 7, and a 1 that leans far over a base is a 2. Hands
that stray by chance draw all of these now and then, whatever the way of writing; people
who are to be understood do not.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.handwriting.curves import control_points, curves_of
from cnnviz.engine.datasets.handwriting.rendering import Floats
from cnnviz.engine.datasets.handwriting.stroke_types import Way

# Lengths in heights of the digit. A flag is no longer than this, and falls by so much for
# its width, more the longer it is; a shorter one than the third may lie as it likes.
LONGEST_FLAG: Final = 0.55
FLAG_FALLS: Final = 0.4
SHORT_FLAG: Final = 0.1

# A roof is no shorter, and falls or rises by no more for its width.
SHORTEST_ROOF: Final = 0.28
ROOF_FALLS: Final = 0.48

# A stem over a base leans so far at most, to the left and to the right, and stands on this
# middle part of the base, which is so level.
LEANS: Final = (-0.25, 0.36)
STANDS_ON: Final = (0.15, 0.85)
BASE_FALLS: Final = 0.35


@dataclass(frozen=True, slots=True)
class _Places:
    """Path points of a 1 or 7: where flag or roof begins, the corner, the base's ends."""

    start: int
    corner: int
    left: int
    foot: int
    right: int


def are_legible(path_npd: Floats, way: Way) -> NDArray[np.bool_]:
    """Return which written digits a person would read as what they are meant to be.

    Parameters
    ----------
    path_npd
        float32, N x path points x (x, y), as `hands.write` returns it.
    way
        How they were written. Of all digits but 1 and 7 every one passes.

    Examples
    --------
    >>> from cnnviz.engine.datasets.handwriting.stroke_types import way_of
    >>> one = way_of(1, "flag", "0,28 16,14 30,0! 30,50 30,100")
    >>> path = curves_of(one.shapes[0]).weights_pk @ control_points(one.shapes[0])
    >>> flat = path * [1, 1] + [0, 0]
    >>> flat[flat[:, 0] < 0.29, 1] = 0
    >>> are_legible(np.stack([path, flat]), one).tolist()
    [True, False]
    """
    legible_n = np.ones(len(path_npd), np.bool_)
    if way.digit not in (1, 7):
        return legible_n
    places, ideal_1pd = _places(way), _ideal(way)[np.newaxis]
    rules = (_has_roof,) if way.digit == 7 else (_has_flag, _stands_on_base)
    for rule in rules:
        # A way whose own shape breaks a rule, such as serifs on both sides, is none of
        # those that the rule is about.
        if rule(ideal_1pd, places)[0]:
            legible_n &= rule(path_npd, places)
    return legible_n


def _ideal(way: Way) -> Floats:
    shape = way.shapes[0]
    path_pd: Floats = curves_of(shape).weights_pk @ control_points(shape)
    return path_pd


@cache
def _places(way: Way) -> _Places:
    """Find the places on the way's first shape, where every hand has them too."""
    x, y = _ideal(way).T
    corner = int((x - y).argmax())
    if way.digit == 7:
        start = int((x + y).argmin())
    else:
        upper = np.flatnonzero(y < 0.65)
        start = int(upper[x[upper].argmin()])
    foot = int((y - 2 * np.abs(x - x[corner])).argmax())
    return _Places(start, corner, int((y - x).argmax()), foot, int((x + y).argmax()))


def _height(path_npd: Floats) -> Floats:
    height_n: Floats = np.ptp(path_npd[..., 1], axis=1)
    return np.maximum(height_n, np.float32(1e-3))


def _span(path_npd: Floats, begin: int, end: int) -> tuple[Floats, Floats]:
    """Return how far right, and how far down, one place is of another."""
    x_n, y_n = (path_npd[:, end] - path_npd[:, begin]).T / _height(path_npd)
    return x_n, y_n


def _has_flag(path_npd: Floats, at: _Places) -> NDArray[np.bool_]:
    width_n, falls_n = _span(path_npd, at.start, at.corner)
    steep_n = -falls_n >= (FLAG_FALLS + width_n) * width_n
    return np.asarray((width_n < SHORT_FLAG) | (steep_n & (width_n <= LONGEST_FLAG)))


def _has_roof(path_npd: Floats, at: _Places) -> NDArray[np.bool_]:
    width_n, falls_n = _span(path_npd, at.start, at.corner)
    flat_n = np.abs(falls_n) <= ROOF_FALLS * width_n
    return np.asarray(flat_n & (width_n >= SHORTEST_ROOF))


def _stands_on_base(path_npd: Floats, at: _Places) -> NDArray[np.bool_]:
    leans_n, _ = _span(path_npd, at.foot, at.corner)
    width_n, falls_n = _span(path_npd, at.left, at.right)
    before_n, _ = _span(path_npd, at.left, at.foot)
    share_n = before_n / np.maximum(width_n, 1e-3)
    return np.asarray(
        (leans_n >= LEANS[0])
        & (leans_n <= LEANS[1])
        & (share_n >= STANDS_ON[0])
        & (share_n <= STANDS_ON[1])
        & (np.abs(falls_n) <= BASE_FALLS * width_n)
    )

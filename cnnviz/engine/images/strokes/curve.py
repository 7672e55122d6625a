"""The curve that a pen draws through the points where its pointer was seen."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
"""Right and down, in cells of ink."""

# Pieces of curve are drawn as straight lines about this long, at most so many.
STRAIGHT: Final = 4.0
MOST_STRAIGHTS: Final = 64


def piece(
    before: Point | None, start: Point, end: Point, after: Point | None
) -> list[Point]:
    """Return the curve from one point to the next as corners of straight lines.

    It goes through the points as a centripetal Catmull-Rom curve: smooth, and without
    loops or overshoot however unevenly they lie, so a quick hand's few points give the
    same round digit as a slow one's many. ``None`` stands for an end of the stroke.

    Examples
    --------
    >>> piece(None, (0.0, 0.0), (2.0, 0.0), None)
    [(0.0, 0.0), (2.0, 0.0)]
    >>> bent = piece((0.0, 10.0), (10.0, 0.0), (20.0, 0.0), (30.0, 10.0))
    >>> min(y for _, y in bent) < 0
    True
    """
    length = _distance(start, end)
    straights = min(MOST_STRAIGHTS, max(1, round(length / STRAIGHT)))
    if straights == 1 or (before is None and after is None):
        return [start, end]
    gap = length**0.5
    leave = _tangent(before, start, end, gap)
    arrive = _tangent(after, end, start, gap)
    weights_n4 = _weights(straights)
    corners_n2 = weights_n4 @ np.array(
        [start, end, leave, (-arrive[0], -arrive[1])], np.float64
    )
    inside = [(float(x), float(y)) for x, y in corners_n2]
    return [start, *inside, end]


def _tangent(beyond: Point | None, here: Point, there: Point, gap: float) -> Point:
    """Return the way from here towards there, bent by what lies beyond."""
    ahead_x, ahead_y = there[0] - here[0], there[1] - here[1]
    if beyond is None:
        return ahead_x, ahead_y
    back = _distance(beyond, here) ** 0.5
    share, both = gap / back, gap / (back + gap)
    return (
        ahead_x + share * (here[0] - beyond[0]) - both * (there[0] - beyond[0]),
        ahead_y + share * (here[1] - beyond[1]) - both * (there[1] - beyond[1]),
    )


def _distance(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


@lru_cache(maxsize=MOST_STRAIGHTS)
def _weights(straights: int) -> NDArray[np.float64]:
    """Return how much start, end and the two tangents count at each inner corner."""
    t = np.arange(1, straights) / straights
    rest = 1 - t
    return np.stack(
        [(1 + 2 * t) * rest**2, t**2 * (3 - 2 * t), t * rest**2, -(t**2) * rest], axis=1
    )

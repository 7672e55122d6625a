"""What a plot of a run shows, and how far its axes reach."""

from dataclasses import dataclass, field
from math import ceil, floor, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = tuple[Floats, Floats]

_NICE: Final = (1, 2, 3, 5, 7.5, 10)
_ROOM: Final = 1.05
_BEGINNING: Final = 4
"""The first quarter of a run: what is there only may lie outside."""

_BURST: Final = 3.0
_LEAST: Final = 1e-6
"""On a logarithmic axis, what is less lies at its foot."""


@dataclass(frozen=True, slots=True, eq=False)
class Ghost:
    """A curve of an earlier run, and what it is called."""

    points: Points
    label: str


@dataclass(frozen=True, slots=True, eq=False)
class CurveData:
    """Points to draw: x in batches or seconds, y in the plot's unit.

    Attributes
    ----------
    batches, means, held_out
        Each batch, the running mean, and the held-out pictures; x and y of each.
    end
        Of the whole run: the x axis never reaches further. Less than the newest batch
        where it is not known.
    gap
        The running means where held-out pictures were measured: one a point of those.
    ghosts
        Of earlier runs.
    marks
        Batches at which something happened, and what is written there.
    ringed
        Index of the held-out point that is ringed; ``None`` rings none.
    """

    batches: Points
    means: Points
    held_out: Points
    end: float
    gap: Floats = field(default_factory=lambda: np.empty(0, np.float32))
    ghosts: tuple[Ghost, ...] = ()
    marks: tuple[tuple[float, str], ...] = ()
    ringed: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not len(self.batches[0])


def nice_end(value: float) -> float:
    """Return a round number that is not smaller, so that an axis seldom changes.

    Examples
    --------
    >>> nice_end(938), nice_end(2.31), nice_end(10)
    (1000.0, 3.0, 10.0)
    """
    if value <= 0:
        return 1.0
    power = 10.0 ** ceil(log10(value) - 1)
    for nice in _NICE:
        if nice * power >= value * (1 - 1e-9):
            return float(nice * power)
    return 10 * power


def x_end(data: CurveData) -> float:
    """Return where the x axis ends: a little ahead of the run, at last at its end."""
    newest = float(data.batches[0][-1]) if len(data.batches[0]) else 10.0
    ahead = max(10.0, nice_end(newest))
    return min(ahead, data.end) if data.end >= newest else ahead


def y_range(
    data: CurveData, highest: float | None, *, logarithmic: bool = False
) -> tuple[float, float]:
    """Return where the y axis begins and ends; of a logarithmic one, the exponents.

    Parameters
    ----------
    data
        What is drawn.
    highest
        Where the axis ends, 100 of percents: it is the same for every run. ``None`` where
        it ends above the curves.
    logarithmic
        Whether it is.
    """
    shown = np.concatenate((data.means[1], data.held_out[1]))
    if not len(shown):
        return (-2.0, 1.0) if logarithmic else (0.0, highest or 2.5)
    if logarithmic:
        ends = np.log10(np.maximum((shown.min(), shown.max()), _LEAST))
        return floor(4 * ends[0] + 1e-4) / 4, ceil(4 * ends[1] - 1e-4) / 4
    if highest is not None:
        return 0.0, highest
    later = data.means[1][len(data.means[1]) // _BEGINNING :]
    newest = np.concatenate((later, data.held_out[1]))
    # A burst at the beginning must not press all that follows on the ground; where a run
    # began is seen.
    seen = max(_BURST * float(newest.max()), _ROOM * float(data.means[1][0]))
    top = min(float(shown.max()), seen)
    return 0.0, nice_end(top * _ROOM)


def as_logarithms(values: Floats) -> Floats:
    """Return exponents of 10; what is 0 lies at the foot."""
    return np.log10(np.maximum(values, np.float32(_LEAST)))


def nearest(points: Points, batch: float) -> int | None:
    """Return the index of the point that is nearest to a batch; ``None`` of none."""
    x = points[0]
    return int(np.abs(x - np.float32(batch)).argmin()) if len(x) else None

"""What a plot of a run shows, and how far its axes reach."""

from dataclasses import dataclass
from math import ceil, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Points = tuple[Floats, Floats]

_NICE: Final = (1, 2, 3, 5, 7.5, 10)


@dataclass(frozen=True, slots=True, eq=False)
class CurveData:
    """Points to draw: x in batches, y in the plot's unit.

    Attributes
    ----------
    batches, means, held_out
        Each batch, the running mean, and the held-out pictures; x and y of each.
    batches_in_all
        Of the whole run: the x axis never reaches further.
    """

    batches: Points
    means: Points
    held_out: Points
    batches_in_all: int

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
    return min(ahead, data.batches_in_all) if data.batches_in_all >= newest else ahead

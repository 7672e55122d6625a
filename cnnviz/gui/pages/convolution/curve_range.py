"""How far the axes of an activation's curve reach, and where their ticks are."""

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.activations import ActivationSpec

_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS: Final = 4
_MARGIN: Final = 0.04
_OTHER_SIDE: Final = 0.25
"""How much of the axis beyond 0 is shown at least, so that the bend can be seen."""


@dataclass(frozen=True, slots=True)
class AxisRange:
    """Where an axis begins and ends, and how far its ticks are apart."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        """Return the numbers of the ticks: the multiples of the step between the ends."""
        first = ceil(self.low / self.step - 1e-9)
        last = floor(self.high / self.step + 1e-9)
        return [index * self.step for index in range(first, last + 1)]

    def share(self, number: float) -> float:
        """Return how far along the axis a number lies: 0 the start, 1 the end."""
        return (number - self.low) / (self.high - self.low)


def nice_range(low: float, high: float) -> AxisRange:
    """Return an axis a little longer than from one number to another, with round ticks.

    Examples
    --------
    >>> nice_range(-600, 600).step, nice_range(-600, 600).ticks
    (500.0, [-500.0, 0.0, 500.0])
    """
    if high <= low:
        low, high = low - 1, high + 1
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * (1 - 1e-9))
    margin = _MARGIN * (high - low)
    return AxisRange(low - margin, high + margin, step)


def range_of_totals(low: float, high: float) -> AxisRange:
    """Return the horizontal axis for numbers between two: 0 and both its sides on it."""
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return nice_range(-1, 1)
    return nice_range(min(low, -_OTHER_SIDE * high), max(high, -_OTHER_SIDE * low))


def range_of_values(values: NDArray[np.float64], spec: ActivationSpec) -> AxisRange:
    """Return the vertical axis for a curve."""
    if spec.kind in ("sigmoid", "softmax"):
        return AxisRange(-_MARGIN, 1 + _MARGIN, 0.25)
    if spec.kind == "tanh":
        return AxisRange(-1 - 2 * _MARGIN, 1 + 2 * _MARGIN, 0.5)
    return nice_range(min(float(values.min()), 0.0), max(float(values.max()), 0.0))

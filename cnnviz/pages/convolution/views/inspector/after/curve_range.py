"""How far the axes of an activation's curve reach, and where their ticks are."""

from dataclasses import dataclass
from math import ceil, floor, isnan, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec

_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_TICKS: Final = 4
_MARGIN: Final = 0.04
_FURTHEST: Final = 1e300
"""Where an axis ends at the latest, so that its length is a number too."""

_LEAST_LENGTH: Final = 1e-9
"""Of the largest number: ends nearer than that are one number on the screen."""

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
        return (_clamped(number) - self.low) / (self.high - self.low)


def nice_range(low: float, high: float) -> AxisRange:
    """Return an axis a little longer than from one number to another, with round ticks.

    Examples
    --------
    >>> nice_range(-600, 600).step, nice_range(-600, 600).ticks
    (500.0, [-500.0, 0.0, 500.0])
    >>> nice_range(0, float("inf")).step
    2.5e+299
    """
    low = _clamped(low)
    high = max(low, _clamped(high))
    largest = max(-low, high)
    if high - low <= max(_LEAST_LENGTH * largest, 1 / _FURTHEST):
        around = max(1.0, largest / 1000)
        low, high = low - around, high + around
    rough = (high - low) / _TICKS
    power = 10.0 ** floor(log10(rough))
    step = next(nice * power for nice in _NICE if nice * power >= rough * (1 - 1e-9))
    margin = _MARGIN * (high - low)
    return AxisRange(low - margin, high + margin, step)


def _clamped(number: float) -> float:
    """Return the nearest number that an axis can show; 0 for what is no number."""
    return 0.0 if isnan(number) else min(max(number, -_FURTHEST), _FURTHEST)


def range_of_totals(low: float, high: float) -> AxisRange:
    """Return the horizontal axis for numbers between two: 0 and both its sides on it."""
    low, high = min(_clamped(low), 0.0), max(_clamped(high), 0.0)
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

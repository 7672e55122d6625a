"""An axis whose numbers are written the reader's way."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any, Final

import pyqtgraph as pg
from typing_extensions import override

from cnnviz.ui.numbers import short, whole

_WITHIN: Final = ((3, (0,)), (1.2, (0, log10(2), log10(5))))
"""Decades from which on so many ticks are drawn in each."""

_ALL: Final = tuple(log10(digit) for digit in range(1, 10))


class CurveAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Write tick labels with the language's decimal sign; counts as whole numbers.

    Attributes
    ----------
    unit
        What is written after each number.
    zero
        What stands in the place of the 0: what the axis counts.
    logarithmic
        Whether the values are exponents of 10.
    """

    def __init__(
        self, orientation: str, *, counts: bool = False, overhang: int = 15
    ) -> None:
        super().__init__(orientation)
        self._counts = counts
        self.unit = self.zero = ""
        self.logarithmic = False
        self.enableAutoSIPrefix(False)
        # Labels may reach this many pixels over the ends of the axis: otherwise the 0 is
        # left out, being next to the frame, and a long number under the other end.
        self.setStyle(hideOverlappingLabels=overhang)

    @override
    def tickStrings(
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        if self.logarithmic:
            return [f"{short(10**value, 2)}{self.unit}" for value in values]
        scaled = [value * scale for value in values]
        # Half a batch is nothing, half an epoch is: before its end there are no others.
        parts = scale != 1 and self._counts and spacing * scale < 1
        if self._counts and not parts:
            return [self._count(value) for value in scaled]
        if parts:
            return [self.zero if not value else short(value) for value in scaled]
        return [f"{short(value)}{self.unit}" for value in scaled]

    def _count(self, value: float) -> str:
        if self.zero and value == 0:
            return self.zero
        near = round(value)
        return whole(near) if abs(value - near) < 1e-6 * max(1, abs(value)) else ""

    @override
    def tickValues(self, minVal: float, maxVal: float, size: float) -> Any:
        if not self.logarithmic:
            return super().tickValues(minVal, maxVal, size)
        span = maxVal - minVal
        within = next((ticks for least, ticks in _WITHIN if span >= least), _ALL)
        places = [
            power + tick
            for power in range(floor(minVal), ceil(maxVal) + 1)
            for tick in within
            if minVal <= power + tick <= maxVal
        ]
        return [(1.0, places)]

    def retranslate(self) -> None:
        """Write the numbers anew after a change of language, or of what they count."""
        self.picture = None
        self.update()

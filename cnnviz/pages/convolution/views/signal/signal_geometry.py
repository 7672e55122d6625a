"""Where each bar of a convolution in one dimension lies: pure numbers, no Qt.

Four rows share one horizontal axis, so that what belongs together stands one above
another. A *place* is a cell of the signal; the padding before it has negative places.
Lengths are in logical pixels.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, Self

RowName = Literal["signal", "kernel", "products", "output"]
ROWS: Final[tuple[RowName, ...]] = ("signal", "kernel", "products", "output")

AXIS_HEIGHT: Final = 18
"""What the numbers under the signal and under the output take."""
NUMBER_HEIGHT: Final = 15
"""What a number above or below a bar takes."""
LARGEST_CELL: Final = 96.0
_GAP: Final = 10
_TOP: Final = 12
"""What is kept free above the first row: the same air as over the grids."""
_SHARES: Final = {"signal": 3.0, "kernel": 2.3, "products": 2.3, "output": 3.0}
_RIGHT: Final = 12


def nice(least: float) -> float:
    """Return the first of 1, 2, 5, 10, 20 ... (and 0.5, 0.2 ...) that is not less.

    Examples
    --------
    >>> nice(3), nice(0.07), nice(20)
    (5.0, 0.1, 20.0)
    """
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    for factor in (1, 2, 5, 10):
        if factor * power >= least * (1 - 1e-9):
            return float(f"{factor * power:.3g}")
    return 10 * power


def nice_range(low: float, high: float) -> tuple[float, float]:
    """Return a range around 0 and some numbers that ends on round numbers.

    Examples
    --------
    >>> nice_range(0, 4), nice_range(-0.3, 2.1), nice_range(0, 0)
    ((0.0, 4.0), (-1.0, 3.0), (0.0, 1.0))
    """
    low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return 0.0, 1.0
    step = nice((high - low) / 4)
    return (
        float(f"{math.floor(low / step + 1e-9) * step:.6g}"),
        float(f"{math.ceil(high / step - 1e-9) * step:.6g}"),
    )


def snapped(value: float, step: float) -> float:
    """Return the multiple of a step that is nearest, without digits of rounding.

    Examples
    --------
    >>> snapped(0.31, 0.05), snapped(-0.001, 0.1)
    (0.3, 0.0)
    """
    return float(f"{round(value / step) * step:.9g}") + 0.0


@dataclass(frozen=True, slots=True)
class Band:
    """One row of bars: its place from top to bottom, and the numbers at its ends."""

    top: float
    height: float
    low: float
    high: float

    @property
    def bottom(self) -> float:
        """The row's lower edge."""
        return self.top + self.height

    @property
    def is_high_enough(self) -> bool:
        """Whether numbers find room above and below the bars."""
        return self.height >= 3 * NUMBER_HEIGHT

    @property
    def margins(self) -> tuple[float, float]:
        """What is kept free above and below the bars for their numbers."""
        if not self.is_high_enough:
            return 4.0, 4.0
        room = NUMBER_HEIGHT + 4.0
        return room, room if self.low < 0 else 4.0

    @property
    def per_pixel(self) -> float:
        """How much a number grows on the way of one pixel."""
        above, below = self.margins
        return (self.high - self.low) / max(self.height - above - below, 1.0)

    def y(self, value: float) -> float:
        """Return where a number lies, numbers beyond the range at its ends."""
        above, below = self.margins
        share = (value - self.low) / (self.high - self.low)
        room = max(self.height - above - below, 1.0)
        return self.bottom - below - min(max(share, 0.0), 1.0) * room


@dataclass(frozen=True, slots=True)
class SignalView:
    """How the four rows are seen.

    Attributes
    ----------
    left, width
        The part of the widget in which the bars are.
    first, scale
        The place at its left edge, and pixels a place.
    places
        The first place that there is, and one beyond the last.
    bands
        Signal, kernel, products and output, from top to bottom.
    """

    left: float
    width: float
    first: float
    scale: float
    places: tuple[int, int]
    bands: tuple[Band, ...]

    @property
    def right(self) -> float:
        """The right edge of the part with the bars."""
        return self.left + self.width

    @property
    def is_zoomed(self) -> bool:
        """Whether less than everything is seen."""
        first, end = self.places
        return self.scale * (end - first) > self.width + 0.5

    def band(self, row: RowName) -> Band:
        """Return one row."""
        return self.bands[ROWS.index(row)]

    def x(self, place: float) -> float:
        """Return the left edge of a place."""
        return self.left + (place - self.first) * self.scale

    def place(self, x: float) -> float:
        """Return where a pixel lies, in places; the whole part is the cell."""
        return self.first + (x - self.left) / self.scale

    def row_at(self, y: float) -> RowName | None:
        """Return the row that a pixel is in, or none between them."""
        for name, band in zip(ROWS, self.bands, strict=True):
            axis = AXIS_HEIGHT if name in ("signal", "output") else 0
            if band.top <= y < band.bottom + axis:
                return name
        return None

    def bar(
        self, row: RowName, place: float, value: float, count: int = 1
    ) -> tuple[float, float, float, float]:
        """Return left, top, width and height of a bar; 0 gives one of one pixel.

        It stands in the middle of its place and is ``count`` places wide.
        """
        band = self.band(row)
        zero, top = band.y(0.0), band.y(value)
        air = min(self.scale * 0.14, 6.0) if self.scale > 4 else 0.0
        width = max(count * self.scale - 2 * air, 1.0)
        height = max(abs(zero - top), 1.0)
        left = self.x(place + (1 - count) / 2) + air
        return left, min(zero, top), width, height

    def panned(self, by: float) -> Self:
        """Return the view moved by so many places, no further than to the ends."""
        seen = self.width / self.scale
        low, end = self.places
        if seen >= end - low:
            return replace(self, first=low - (seen - (end - low)) / 2)
        return replace(self, first=min(max(self.first + by, low), end - seen))

    def zoomed(self, factor: float, x: float) -> Self:
        """Return the view enlarged around a pixel, never beyond showing everything."""
        least = min(self.width / (self.places[1] - self.places[0]), LARGEST_CELL)
        scale = min(max(self.scale * factor, least), LARGEST_CELL)
        first = self.place(x) - (x - self.left) / scale
        return replace(self, scale=scale).panned(first - self.first)

    def showing(self, first: float, end: float) -> Self:
        """Return the view moved as little as shows a window whole."""
        seen = self.width / self.scale
        by = min(first - self.first, 0.0) or max(end - self.first - seen, 0.0)
        return self.panned(by) if by else self


def fitted(
    size: tuple[int, int],
    gutter: float,
    places: tuple[int, int],
    ranges: Sequence[tuple[float, float]],
) -> SignalView:
    """Return the view that shows all places, from the first to one beyond the last.

    Parameters
    ----------
    size
        Width and height of the widget.
    gutter
        What is kept free on the left for titles and scales.
    places
        First place, and one beyond the last.
    ranges
        The numbers at the ends of each row.
    """
    width = max(size[0] - gutter - _RIGHT, 20.0)
    scale = min(width / (places[1] - places[0]), LARGEST_CELL)
    bands = tuple(_bands(size[1], ranges))
    return SignalView(gutter, width, places[0], scale, places, bands).panned(0.0)


def _bands(height: int, ranges: Sequence[tuple[float, float]]) -> Iterator[Band]:
    room = max(height - _TOP - 2 * AXIS_HEIGHT - 3 * _GAP, 40)
    whole, top = sum(_SHARES.values()), float(_TOP)
    for name, (low, high) in zip(ROWS, ranges, strict=True):
        part = room * _SHARES[name] / whole
        yield Band(top, part, low, high)
        top += part + _GAP + (AXIS_HEIGHT if name == "signal" else 0)

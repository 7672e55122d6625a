"""What a pen did: where it was, when, how hard it was pressed, how wide it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.strokes.ink_sheet import DEFAULT_PEN, InkSheet

ERASER_RATIO: Final = 1.6
"""How many times as wide as the pen the eraser is."""

LIGHTEST: Final = 0.6
"""Part of its width that the pen has without pressure."""


class PenPoint(NamedTuple):
    """Where the pen was.

    Attributes
    ----------
    x, y
        Right and down, in cells of ink.
    ms
        When, by the pointer's own clock; 0 is anything.
    pressure
        From 0 to 1; a mouse has 1.
    """

    x: float
    y: float
    ms: float = 0.0
    pressure: float = 1.0


@dataclass(frozen=True, slots=True)
class PenStroke:
    """One stroke, of at least one point, with a pen of so many cells, or its eraser."""

    points: tuple[PenPoint, ...]
    pen: float = DEFAULT_PEN
    erases: bool = False

    def width(self, pressure: float) -> float:
        """Return how wide it is where the pen is pressed like that."""
        return pressed_width(self.pen, pressure, erases=self.erases)


def pressed_width(pen: float, pressure: float = 1.0, *, erases: bool = False) -> float:
    """Return how wide a stroke is, in cells.

    Examples
    --------
    >>> pressed_width(20, 1), pressed_width(20, 0), pressed_width(20, 1, erases=True)
    (20.0, 12.0, 32.0)
    """
    full = pen * (ERASER_RATIO if erases else 1.0)
    return full * (LIGHTEST + (1.0 - LIGHTEST) * pressure)


def draw_strokes(strokes: Sequence[PenStroke]) -> NDArray[np.uint8]:
    """Return what a sheet shows after strokes, uint8 ``SIDE x SIDE``.

    Examples
    --------
    >>> dot = PenStroke((PenPoint(140, 140),))
    >>> int(draw_strokes([dot])[140, 140])
    255
    """
    sheet = InkSheet()
    for _ in steps(sheet, strokes):
        pass
    return sheet.array()


def steps(sheet: InkSheet, strokes: Sequence[PenStroke]) -> Iterator[PenPoint]:
    """Draw strokes on a sheet as a hand does, point by point; yield each before it counts.

    The last point of a stroke lifts the pen.
    """
    for stroke in strokes:
        for number, point in enumerate(stroke.points):
            yield point
            place, width = (point.x, point.y), stroke.width(point.pressure)
            if number == 0:
                sheet.begin(place, width, erasing=stroke.erases)
            else:
                sheet.move(place, width)
        sheet.end()

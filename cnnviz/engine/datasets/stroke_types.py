"""Ways of writing a digit: the pen's path as plain data.

Coordinates are (x to the right, y downwards); a digit is about 1 high. A stroke is a
smooth curve through its points; a point given twice in a row is a corner. A way of
writing has several shapes with the same number of points: a digit is written somewhere
between them, so a way is a range and not a stencil.
"""

from dataclasses import dataclass

Point = tuple[float, float]
Stroke = tuple[Point, ...]
Shape = tuple[Stroke, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of writing a digit.

    Attributes
    ----------
    digit
        0 to 9.
    name
        What is particular about it.
    share
        How often it is used, relative to the other ways of the digit.
    shapes
        One shape or more, all with the same strokes and numbers of points.
    """

    digit: int
    name: str
    share: float
    shapes: tuple[Shape, ...]

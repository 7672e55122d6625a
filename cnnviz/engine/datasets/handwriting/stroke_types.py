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


def way_of(digit: int, name: str, *texts: str, share: float = 1.0) -> Way:
    """Return a way of writing whose shapes are texts.

    Parameters
    ----------
    digit, name, share
        As in `Way`.
    texts
        A shape each: points ``x,y`` in hundredths with blanks between them, ``!`` after a
        corner, ``/`` between two strokes.

    Examples
    --------
    >>> way_of(7, "short", "0,0 50,0! 20,100 / 10,50 60,50").shapes[0]
    (((0.0, 0.0), (0.5, 0.0), (0.5, 0.0), (0.2, 1.0)), ((0.1, 0.5), (0.6, 0.5)))
    """
    return Way(digit=digit, name=name, share=share, shapes=tuple(map(_shape_of, texts)))


def _shape_of(text: str) -> Shape:
    return tuple(_stroke_of(stroke) for stroke in text.split("/"))


def _stroke_of(text: str) -> Stroke:
    points: list[Point] = []
    for word in text.split():
        x, y = word.rstrip("!").split(",")
        point = int(x) / 100, int(y) / 100
        points += [point, point] if word.endswith("!") else [point]
    return tuple(points)

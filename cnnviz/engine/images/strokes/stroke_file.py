"""Drawings as strokes in a JSON file, and their ink."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, NoReturn

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.strokes.curve import Point
from cnnviz.engine.images.strokes.ink_sheet import DEFAULT_PEN, SIDE, InkSheet
from cnnviz.engine.images.strokes.pen_strokes import (
    PenPoint,
    PenStroke,
    draw_strokes,
)

MOST_BYTES: Final = 256 * 1024**2
"""Of a file: some hundred thousand drawings."""

MOST_POINTS: Final = 100_000
"""Of one drawing; a hand draws some hundred."""

FITTED: Final = 0.7
"""Part of the sheet that ink of unknown place is fitted into."""

_LARGEST: Final = 1e9
_PAD_SIZE: Final = (float(SIDE), float(SIDE))

# Letters of what stands in a file that a message repeats.
_LONGEST: Final = 24


class Pen(NamedTuple):
    """How wide a stroke is, in cells of ink, and whether it takes ink away."""

    width: float = DEFAULT_PEN
    erases: bool = False


@dataclass(frozen=True, slots=True)
class StrokeDrawing:
    """One drawing of a file.

    Attributes
    ----------
    strokes
        Points of each stroke, right and down, in the units of the file.
    label
        The class that it was meant to be, if that is said.
    size
        Width and height of the sheet that was drawn on, if that is said.
    pens
        Of each stroke, if that is said; else it is the pad's default pen.
    timing
        When each point was drawn, in ms, and how hard the pen was pressed, 0 to 1: 0 and
        1 where a file does not say.
    """

    strokes: tuple[tuple[Point, ...], ...]
    label: str | None = None
    size: tuple[float, float] | None = None
    pens: tuple[Pen, ...] = ()
    timing: tuple[tuple[tuple[float, float], ...], ...] = field(
        default=(), compare=False
    )


def read_strokes(
    data: bytes, file: str, labels: Collection[str] | None = None
) -> list[StrokeDrawing]:
    """Return the drawings of a stroke file.

    Parameters
    ----------
    data
        ``[{"label": 7, "strokes": [[[x, y], ...], ...]}, ...]``, x to the right and y
        down. ``"label"`` is optional, and so is ``"size": [width, height]``. A point may
        have its time in ms and its pressure from 0 to 1 after that. ``"pens"`` may tell
        ``{"width": 22, "erases": false}`` of each stroke; its pressure counts only then.
    file
        What to call it.
    labels
        The classes that there are; ``None``: any.

    Raises
    ------
    CnnvizError
        ``strokes_no_json``, ``strokes_no_list``, or ``strokes_wrong`` with the number of
        the drawing, from 0.
    """
    entries = _entries(data, file)
    if not isinstance(entries, list):
        raise CnnvizError("strokes_no_list", file=file, found=_kind(entries))
    return [
        _Entry(file, number, labels).drawing(entry)
        for number, entry in enumerate(entries)
    ]


def ink_of(drawing: StrokeDrawing) -> NDArray[np.uint8]:
    """Return what the pad shows after the same strokes, uint8 ``SIDE x SIDE``.

    A sheet of known size is mapped whole onto the pad's. Otherwise the ink is fitted into
    the middle, its proportions kept; a single dot stays a dot.

    Examples
    --------
    >>> ink_hw = ink_of(StrokeDrawing((((3.0, 3.0), (3.0, 9.0)),)))
    >>> rows = np.flatnonzero(ink_hw.any(axis=1))
    >>> int(rows[0]), int(rows[-1])
    (42, 237)
    """
    if drawing.pens:
        return draw_strokes(pen_strokes(drawing))
    sheet = InkSheet()
    for stroke in _on_sheet(drawing):
        sheet.draw(stroke)
    return sheet.array()


def pen_strokes(drawing: StrokeDrawing) -> tuple[PenStroke, ...]:
    """Return what the pen did on the pad's sheet, as far as a drawing tells.

    Without pens the pressure does not count, so that the ink is that of `ink_of`.
    """
    on_sheet = _on_sheet(drawing)
    pens = drawing.pens or (Pen(),) * len(on_sheet)
    timing = drawing.timing or tuple(((0.0, 1.0),) * len(each) for each in on_sheet)
    return tuple(
        PenStroke(
            tuple(
                PenPoint(x, y, ms, pressure if drawing.pens else 1.0)
                for (x, y), (ms, pressure) in zip(points, when, strict=True)
            ),
            pen.width,
            pen.erases,
        )
        for points, when, pen in zip(on_sheet, timing, pens, strict=True)
    )


def strokes_json(drawings: Sequence[Sequence[PenStroke]]) -> bytes:
    """Return a stroke file of drawings on the pad's sheet, with times and pens.

    Examples
    --------
    >>> dot = PenStroke((PenPoint(140, 140, 0),))
    >>> (read,) = read_strokes(strokes_json([[dot]]), "dot.json", "0123456789")
    >>> pen_strokes(read) == (dot,)
    True
    """
    entries = [
        {
            "size": [SIDE, SIDE],
            "strokes": [[_numbers(point) for point in each.points] for each in strokes],
            "pens": [{"width": each.pen, "erases": each.erases} for each in strokes],
        }
        for strokes in drawings
    ]
    lines = ",\n".join(json.dumps(entry, separators=(",", ":")) for entry in entries)
    return f"[{lines}]\n".encode()


def _numbers(point: PenPoint) -> list[float]:
    """Return place, time and, where it is not full, pressure."""
    every = [point.x, point.y, point.ms, point.pressure]
    return every if point.pressure != 1.0 else every[:3]


def _on_sheet(drawing: StrokeDrawing) -> list[list[Point]]:
    """Return the strokes in cells of ink."""
    points = [point for stroke in drawing.strokes for point in stroke]
    if not points:
        return []
    if drawing.size == _PAD_SIZE:  # the pad's own: not a bit is to be lost
        return [list(stroke) for stroke in drawing.strokes]
    if drawing.size is not None:
        width, height = drawing.size
        scale, middle = SIDE / max(width, height), (width / 2, height / 2)
    else:
        xs, ys = zip(*points, strict=True)
        extent = max(max(xs) - min(xs), max(ys) - min(ys))
        scale = (FITTED * SIDE - DEFAULT_PEN) / extent if extent else 1.0
        middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    middle_x, middle_y = middle
    return [
        [
            (SIDE / 2 + scale * (x - middle_x), SIDE / 2 + scale * (y - middle_y))
            for x, y in stroke
        ]
        for stroke in drawing.strokes
    ]


def _entries(data: bytes, file: str) -> object:
    def refuse(name: str) -> NoReturn:
        raise CnnvizError("strokes_no_json", file=file, reason=f"{name} is no number")

    try:
        return json.loads(data, parse_constant=refuse)
    except RecursionError as error:
        reason = "lists are nested too deep"
        raise CnnvizError("strokes_no_json", file=file, reason=reason) from error
    except ValueError as error:  # neither UTF-8 nor JSON, or a number of a mile
        raise CnnvizError("strokes_no_json", file=file, reason=str(error)) from error


@dataclass(frozen=True, slots=True)
class _Entry:
    """Where in a file something is wrong."""

    file: str
    number: int
    labels: Collection[str] | None

    def drawing(self, entry: object) -> StrokeDrawing:
        if not isinstance(entry, dict):
            self._refuse("an object with strokes", entry)
        strokes = entry.get("strokes")
        if not isinstance(strokes, list):
            self._refuse("strokes, a list of strokes", strokes)
        if (
            sum(len(stroke) for stroke in strokes if isinstance(stroke, list))
            > MOST_POINTS
        ):
            self._refuse(f"at most {MOST_POINTS} points", "more")
        found = tuple(map(self._stroke, strokes))
        pens = self._pens(entry.get("pens"), len(found))
        timing = tuple(tuple(map(_timing, each)) for each in strokes)
        # A stroke without a point leaves nothing.
        return StrokeDrawing(
            tuple(filter(None, found)),
            self._label(entry.get("label")),
            self._size(entry.get("size")),
            tuple(pen for pen, stroke in zip(pens, found, strict=False) if stroke),
            tuple(filter(None, timing)),
        )

    def _pens(self, pens: object, count: int) -> tuple[Pen, ...]:
        if pens is None:
            return ()
        if not isinstance(pens, list) or len(pens) != count:
            self._refuse(f"{count} pens, one a stroke", pens)
        return tuple(map(self._pen, pens))

    def _pen(self, pen: object) -> Pen:
        if not isinstance(pen, dict):
            self._refuse("a pen with its width", pen)
        width = self._number(pen.get("width", DEFAULT_PEN), "the width of a pen")
        if not 1 <= width <= SIDE:
            self._refuse(f"the width of a pen, from 1 to {SIDE}", width)
        erases = pen.get("erases", False)
        if not isinstance(erases, bool):
            self._refuse("true or false where a pen erases", erases)
        return Pen(width, erases)

    def _stroke(self, stroke: object) -> tuple[Point, ...]:
        if not isinstance(stroke, list):
            self._refuse("a stroke, a list of points [x, y]", stroke)
        return tuple(map(self._point, stroke))

    def _point(self, point: object) -> Point:
        if not isinstance(point, list) or len(point) < 2:
            self._refuse("a point [x, y]", point)
        return self._number(point[0], "x"), self._number(point[1], "y")

    def _number(self, value: object, what: str) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._refuse(f"{what}, a number", value)
        if not abs(value) <= _LARGEST:  # NaN neither
            self._refuse(f"{what}, a number of at most {_LARGEST:.0f}", value)
        return float(value)

    def _label(self, label: object) -> str | None:
        if label is None:
            return None
        if isinstance(label, bool) or not isinstance(label, int | str):
            self._refuse("a label, a whole number or a word", label)
        text = str(label)
        if self.labels is not None and text not in self.labels:
            self._refuse(f"a label out of {', '.join(self.labels)}", label)
        return text

    def _size(self, size: object) -> tuple[float, float] | None:
        if size is None:
            return None
        if not isinstance(size, list) or len(size) != 2:
            self._refuse("a size [width, height]", size)
        width, height = (self._number(side, "a side") for side in size)
        if not min(width, height) > 0:
            self._refuse("a size above 0", size)
        return width, height

    def _refuse(self, expected: str, found: object) -> NoReturn:
        raise CnnvizError(
            "strokes_wrong",
            file=self.file,
            number=self.number,
            expected=expected,
            found=_kind(found),
        )


def _timing(point: list[object]) -> tuple[float, float]:
    """Return a point's time and pressure, where they are such."""
    ms, pressure = (*point[2:4], None, None)[:2]
    return (
        float(ms) if isinstance(ms, int | float) and abs(ms) <= _LARGEST else 0.0,
        float(pressure)
        if isinstance(pressure, int | float) and 0 <= pressure <= 1
        else 1.0,
    )


def _kind(value: object) -> str:
    """Return in a few words what stands in a file."""
    match value:
        case None:
            return "nothing"
        case dict():
            return "an object"
        case list():
            return f"a list of {len(value)}"
        case int() if abs(value) > 10**_LONGEST:  # Python may refuse to write it
            return "a very large number"
        case _:
            text = json.dumps(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"

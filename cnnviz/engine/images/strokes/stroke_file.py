"""Drawings as strokes in a JSON file, and their ink."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, NoReturn

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.strokes.curve import Point
from cnnviz.engine.images.strokes.ink_sheet import DEFAULT_PEN, SIDE, InkSheet

MOST_BYTES: Final = 256 * 1024**2
"""Of a file: some hundred thousand drawings."""

MOST_POINTS: Final = 100_000
"""Of one drawing; a hand draws some hundred."""

FITTED: Final = 0.7
"""Part of the sheet that ink of unknown place is fitted into."""

_LARGEST: Final = 1e9

# Letters of what stands in a file that a message repeats.
_LONGEST: Final = 24


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
    """

    strokes: tuple[tuple[Point, ...], ...]
    label: str | None = None
    size: tuple[float, float] | None = None


def read_strokes(
    data: bytes, file: str, labels: Collection[str]
) -> list[StrokeDrawing]:
    """Return the drawings of a stroke file.

    Parameters
    ----------
    data
        ``[{"label": 7, "strokes": [[[x, y], ...], ...]}, ...]``, x to the right and y
        down. ``"label"`` is optional, and so is ``"size": [width, height]``. A point may
        have more values, such as its time and pressure; they are not used.
    file
        What to call it.
    labels
        The classes that there are.

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
    sheet = InkSheet()
    for stroke in _on_sheet(drawing):
        sheet.draw(stroke)
    return sheet.array()


def _on_sheet(drawing: StrokeDrawing) -> list[list[Point]]:
    """Return the strokes in cells of ink."""
    points = [point for stroke in drawing.strokes for point in stroke]
    if not points:
        return []
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
    labels: Collection[str]

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
        # A stroke without a point leaves nothing.
        found = tuple(stroke for each in strokes if (stroke := self._stroke(each)))
        return StrokeDrawing(
            found, self._label(entry.get("label")), self._size(entry.get("size"))
        )

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
        if (text := str(label)) not in self.labels:
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

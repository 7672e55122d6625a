"""The one renderer of strokes: the pad draws with it as the pen moves, files at once."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cnnviz.engine.images.strokes.curve import Point, piece

SIDE: Final = 280
"""Rows and columns of ink: ten a pixel of the 28 x 28 picture that networks read."""

DEFAULT_PEN: Final = 22.0
"""Width in cells: gives digits of two thirds of the sheet the thickness that MNIST's
have."""

# Edges are softened by drawing this much larger.
_FINE: Final = 4

# Farther off the sheet no pointer goes.
_FARTHEST: Final = 8.0 * SIDE

_Box = tuple[int, int, int, int]
"""Left, top, and beyond the end right and bottom, in cells."""


class InkSheet:
    """A square of ink that strokes are drawn on, 0 paper to 255 ink.

    Each stroke is a curve through its points, see `piece`. The last piece, which the next
    point will bend, is taken back and drawn anew with it: the ink always reaches the pen.
    What a movement costs depends on how far the pen went, not on what is on the sheet.

    Examples
    --------
    >>> sheet = InkSheet()
    >>> sheet.begin((40.0, 140.0))
    >>> sheet.move((240.0, 140.0))
    >>> sheet.end()
    >>> sheet.array()[[20, 140], 140].tolist()
    [0, 255]
    """

    def __init__(self) -> None:
        self._settled_hw = np.zeros((SIDE, SIDE), np.uint8)
        self._shown_hw = self._settled_hw
        self._erasing = False
        self._mask = Image.new("L", (SIDE * _FINE, SIDE * _FINE))
        self._pen = ImageDraw.Draw(self._mask)
        # The last three points and their widths, and where the loose piece lies.
        self._points: list[Point] = []
        self._widths: list[float] = []
        self._loose: _Box | None = None

    @property
    def in_stroke(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return bool(self._points)

    def begin(
        self, point: Point, width: float = DEFAULT_PEN, *, erasing: bool = False
    ) -> None:
        """Put the pen down: a dot of its width."""
        self._show([self._begin(point, width, erasing=erasing)])

    def move(self, point: Point, width: float | None = None) -> None:
        """Draw on to a point; ``width`` changes the pen on the way (its pressure)."""
        old = self._loose
        if (settled := self._go_on(point, width)) is None:
            return
        self._loose = _box(self._last_corners(None), self._widths[-1])
        self._show([*settled, self._loose, *([] if old is None else [old])])

    def end(self) -> None:
        """Lift the pen: what is seen is what stays."""
        self._settled_hw = self._shown_hw
        self._points, self._widths, self._loose = [], [], None

    def take_back(self) -> None:
        """Leave the sheet as it was before the stroke under way."""
        self._shown_hw = self._settled_hw
        self.end()

    def draw(self, points: Sequence[Point], width: float = DEFAULT_PEN) -> None:
        """Draw a whole stroke: the same ink as point by point, in less time."""
        boxes = [self._begin(points[0], width, erasing=False)]
        for point in points[1:]:
            boxes += self._go_on(point, None) or ()
        if len(self._points) > 1:
            boxes.append(self._settle(None))
        self._show(boxes)
        self.end()

    def array(self) -> NDArray[np.uint8]:
        """Return a copy of the ink, uint8 ``SIDE x SIDE``."""
        return self._shown_hw.copy()

    def replace(self, ink_hw: NDArray[np.uint8] | None) -> None:
        """Take over ink from elsewhere (undo, another page), or empty the sheet."""
        fresh_hw = np.zeros((SIDE, SIDE), np.uint8) if ink_hw is None else ink_hw.copy()
        self._shown_hw = fresh_hw
        self.end()

    def _begin(self, point: Point, width: float, *, erasing: bool) -> _Box:
        self._erasing = erasing
        self._mask.paste(0, (0, 0, *self._mask.size))
        self._points, self._widths = [_near(point)], [width]
        self._loose = None
        _draw(self._pen, self._points, width)
        # What is shown changes in place from here on; what was settled does not.
        self._shown_hw = self._settled_hw.copy()
        return _box(self._points, width)

    def _go_on(self, point: Point, width: float | None) -> list[_Box] | None:
        """Take a point into the stroke; return what was settled, ``None`` if nothing is new."""
        point = _near(point)
        if point == self._points[-1]:
            return None
        # The piece to the last point is known now that the next one is.
        settled = [self._settle(point)] if len(self._points) > 1 else []
        self._points = [*self._points[-2:], point]
        self._widths = [
            *self._widths[-2:],
            self._widths[-1] if width is None else width,
        ]
        return settled

    def _settle(self, after: Point | None) -> _Box:
        corners, width = self._last_corners(after), self._widths[-1]
        # The piece before ended where this one starts, round already if as wide.
        is_round = width == self._widths[-2]
        _draw(self._pen, corners, width, is_round=is_round)
        return _box(corners, width)

    def _last_corners(self, after: Point | None) -> list[Point]:
        """Return the piece between the last two points."""
        before = self._points[-3] if len(self._points) > 2 else None
        start, end = self._points[-2:]
        return piece(before, start, end, after)

    def _show(self, boxes: Sequence[_Box]) -> None:
        """Bring what is seen up to date where something was drawn or taken back."""
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        left, top = max(0, min(lefts)), max(0, min(tops))
        right, bottom = min(SIDE, max(rights)), min(SIDE, max(bottoms))
        if left >= right or top >= bottom:
            return
        part = self._mask.crop(
            (_FINE * left, _FINE * top, _FINE * right, _FINE * bottom)
        )
        if self._loose is not None:
            pen, corners = ImageDraw.Draw(part), self._last_corners(None)
            _draw(pen, corners, self._widths[-1], (left, top))
        cover_hw = np.asarray(part.reduce(_FINE), np.uint16)
        place = np.s_[top:bottom, left:right]
        settled_hw = self._settled_hw[place]
        rest_hw = settled_hw if self._erasing else 255 - settled_hw
        changed_hw = (rest_hw * cover_hw + 127) // 255
        sign = -1 if self._erasing else 1
        self._shown_hw[place] = settled_hw + sign * changed_hw.astype(np.int16)


def _near(point: Point) -> Point:
    """Return a point that is not farther off the sheet than lines can be drawn to."""
    x, y = point
    return max(-_FARTHEST, min(_FARTHEST, x)), max(-_FARTHEST, min(_FARTHEST, y))


def _box(corners: Sequence[Point], width: float) -> _Box:
    """Return the cells that a piece reaches."""
    xs, ys = zip(*corners, strict=True)
    reach = width / 2 + 1
    return (
        math.floor(min(xs) - reach),
        math.floor(min(ys) - reach),
        math.ceil(max(xs) + reach),
        math.ceil(max(ys) + reach),
    )


def _draw(
    pen: ImageDraw.ImageDraw,
    corners: Sequence[Point],
    width: float,
    corner: tuple[int, int] = (0, 0),
    *,
    is_round: bool = False,
) -> None:
    """Draw a piece, round at its corners, on the part of a mask with that upper left.

    ``is_round`` says that the first corner is already.
    """
    left, top = _FINE * corner[0], _FINE * corner[1]
    places = [(round(_FINE * x) - left, round(_FINE * y) - top) for x, y in corners]
    thick = max(1, round(_FINE * width))
    if len(places) > 1:
        pen.line(places, 255, thick)
    for x, y in set(places[is_round:]):  # round, so that no joint has a notch
        start_x, start_y = x - thick // 2, y - thick // 2
        pen.ellipse((start_x, start_y, start_x + thick - 1, start_y + thick - 1), 255)

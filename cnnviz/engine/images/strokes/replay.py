"""A drawing drawn once more, at any time of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.strokes.ink_sheet import InkSheet
from cnnviz.engine.images.strokes.pen_strokes import PenPoint, PenStroke, steps

LONGEST_PAUSE_MS: Final = 700.0
"""Between strokes, and where the pen rests; the hand's own may be minutes."""

UNTIMED_CELLS_PER_MS: Final = 0.35
"""How fast a pen whose times are not known goes: an unhurried hand."""


def timed(strokes: Sequence[PenStroke]) -> tuple[PenStroke, ...]:
    """Return strokes with times from 0 on, without long pauses.

    Times that are missing, that stand still or go backwards are those of a pen of even
    speed.
    """
    now, result = 0.0, []
    last: PenPoint | None = None
    for stroke in strokes:
        is_timed = _goes_on(stroke.points)
        points = []
        for number, point in enumerate(stroke.points):
            if last is not None:
                by_clock = is_timed if number else point.ms > last.ms > 0
                gap = point.ms - last.ms if by_clock else _time_between(last, point)
                now += min(gap, LONGEST_PAUSE_MS)
            points.append(point._replace(ms=now))
            last = point
        result.append(replace(stroke, points=tuple(points)))
    return tuple(result)


class Replay:
    """The ink of a drawing at any time of it, from 0 to ``length_ms``.

    Examples
    --------
    >>> line = PenStroke((PenPoint(40, 140, 0), PenPoint(240, 140, 100)))
    >>> replay = Replay([line])
    >>> replay.length_ms, [int(replay.ink_at(ms)[140, 200]) for ms in (50, 100, 50)]
    (100.0, [0, 255, 0])
    """

    def __init__(self, strokes: Sequence[PenStroke]) -> None:
        self._strokes = timed(strokes)
        last = self._strokes[-1].points[-1] if self._strokes else PenPoint(0, 0)
        self.length_ms = last.ms
        self._sheet = InkSheet()
        self._steps: Iterator[PenPoint] = iter(())
        self._next: PenPoint | None = None
        self._reached_ms = 0.0
        self._begin()

    def ink_at(self, ms: float) -> NDArray[np.uint8]:
        """Return a copy of the ink, uint8 ``SIDE x SIDE``; forward in time is quick."""
        if ms < self._reached_ms:
            self._begin()
        self._reached_ms = ms
        while self._next is not None and self._next.ms <= ms:
            self._next = next(self._steps, None)
        return self._sheet.array()

    def _begin(self) -> None:
        self._sheet = InkSheet()
        self._steps = steps(self._sheet, self._strokes)
        self._next = next(self._steps, None)
        self._reached_ms = -1.0


def _goes_on(points: Sequence[PenPoint]) -> bool:
    """Whether a clock ran along with a stroke."""
    times = [point.ms for point in points]
    return times[-1] > times[0] and times == sorted(times)


def _time_between(one: PenPoint, other: PenPoint) -> float:
    way = float(np.hypot(other.x - one.x, other.y - one.y))
    return way / UNTIMED_CELLS_PER_MS

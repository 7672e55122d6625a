"""What the readers of the guide to the Draw page draw: shares of the sheet, y down."""

import math
from typing import Final

from cnnviz.tour.script import SEVEN, THREE, Stroke

Strokes = tuple[Stroke, ...]


def _arc(
    middle: tuple[float, float], radii: tuple[float, float], start: int, stop: int
) -> Stroke:
    """Return a part of an ellipse, in degrees, clockwise from the right."""
    step = 15 if stop > start else -15
    angles = [math.radians(angle) for angle in range(start, stop + step, step)]
    return [
        (middle[0] + radii[0] * math.cos(a), middle[1] + radii[1] * math.sin(a))
        for a in angles
    ]


def _moved(strokes: Strokes, scale: float, right: float, down: float) -> Strokes:
    return tuple([(x * scale + right, y * scale + down) for x, y in s] for s in strokes)


def _face(
    mouth: float, at: tuple[float, float] = (0.5, 0.5), size: float = 1
) -> Strokes:
    """Return eyes and a mouth: smiling above 0, sad below, neutral at 0."""
    x, y = at
    eyes = [
        [(x + side * size, y - 0.18 * size), (x + side * size, y - 0.08 * size)]
        for side in (-0.14, 0.14)
    ]
    steps = [part / 6 for part in range(-6, 7)]
    curve = [(x + 0.24 * s * size, y + (0.2 - mouth * s * s) * size) for s in steps]
    return *eyes, curve


_ONE: Final[Strokes] = ([(0.74, 0.3), (0.83, 0.22), (0.82, 0.5), (0.81, 0.78)],)
_ZERO: Final[Strokes] = (_arc((0.3, 0.5), (0.17, 0.27), -90, 270),)
_SCRIBBLE: Final[Strokes] = (
    [(0.2, 0.3), (0.7, 0.25), (0.3, 0.4), (0.8, 0.45), (0.25, 0.55), (0.75, 0.6),
     (0.2, 0.75), (0.85, 0.7), (0.5, 0.2), (0.4, 0.85), (0.65, 0.3), (0.6, 0.85)],
)  # fmt: skip

DRAWN: Final[dict[str, Strokes]] = {
    "answer": THREE,
    "small": _moved(SEVEN, 0.45, 0.5, 0.5),
    "stages": _moved(SEVEN, 0.45, 0.5, 0.5),
    "maps": SEVEN,
    "why": SEVEN,
    "ink": SEVEN,
    "change": SEVEN,
    "what-if": SEVEN,
    "scribble": _SCRIBBLE,
    "two": (*_ONE, *_ZERO)[::-1],
    "drawings": THREE,
    "own-answer": _face(0.17, (0.52, 0.48), 1.1),
}
"""By picture what is drawn for it."""

_PLACES: Final = (0.5, 0.48, 1.0), (0.46, 0.52, 1.2), (0.54, 0.5, 0.9), (0.5, 0.55, 1.3)

MOODS: Final[tuple[tuple[Strokes, ...], ...]] = tuple(
    tuple(
        _face(bend * (1 + part / 6), (x, y), size)
        for part, (x, y, size) in enumerate(_PLACES)
    )
    for bend in (0.14, -0.14, 0.0)
)
"""Examples of smile, sad and neutral."""

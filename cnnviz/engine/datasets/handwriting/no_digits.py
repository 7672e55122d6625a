"""Drawings that are no digit: dots, scribbles, letters, signs, faces, several digits.

They teach the check whether a drawing is a digit at all, and test it: half of the kinds
(`UNSEEN_KINDS`) are never learned from. They are drawn by the hands, and with the pens,
that write the built-in digits, and prepared alike.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.builtin_digits import WAYS
from cnnviz.engine.datasets.handwriting.hands import choose_pens
from cnnviz.engine.datasets.handwriting.other_shapes import (
    LEARNED_SHAPES,
    UNSEEN_SHAPES,
)
from cnnviz.engine.datasets.handwriting.rendering import Floats, draw
from cnnviz.engine.datasets.handwriting.scribbles import (
    LEARNED_SCRIBBLES,
    UNSEEN_SCRIBBLES,
)
from cnnviz.engine.datasets.handwriting.stroke_types import Way
from cnnviz.engine.datasets.handwriting.trajectories import Strokes, strokes_of
from cnnviz.engine.images.preparation import DIGIT_SIZE

POINTS: Final = 24
"""Points to which each stroke of a scribble is brought."""


def _one_of(ways: tuple[Way, ...]) -> Callable[[np.random.Generator], Strokes]:
    def drawn(rng: np.random.Generator) -> Strokes:
        return strokes_of(ways[rng.integers(len(ways))], 1, rng)[0]

    return drawn


def several_digits(
    rng: np.random.Generator, count: int, gap: tuple[float, float]
) -> Strokes:
    """Return digits beside each other; a negative gap lets them overlap."""
    strokes: Strokes = []
    right = 0.0
    for _ in range(count):
        way = WAYS[rng.integers(len(WAYS))]
        digit = strokes_of(way, 1, rng)[0]
        points = np.concatenate(digit)
        low, size = points.min(axis=0), np.ptp(points, axis=0)
        scale = rng.uniform(0.8, 1.0) / max(float(size[1]), 0.2)
        place = np.array([right, rng.uniform(0, 0.15)], np.float32)
        strokes += [((stroke - low) * scale + place) for stroke in digit]
        right += float(size[0] * scale) + rng.uniform(*gap)
    return strokes


def _pair_apart(rng: np.random.Generator) -> Strokes:
    return several_digits(rng, 2, (0.16, 0.5))


def _pair_touching(rng: np.random.Generator) -> Strokes:
    return several_digits(rng, 2, (-0.1, 0.1))


def _lying_digit(rng: np.random.Generator) -> Strokes:
    """Return a 2, 3, 4 or 5 that was turned by a quarter."""
    ways = [way for way in WAYS if way.digit in (2, 3, 4, 5)]
    digit = strokes_of(ways[rng.integers(len(ways))], 1, rng)[0]
    turn = np.array([[0, 1], [-1, 0]], np.float32) * rng.choice([-1, 1])
    return [(stroke @ turn).astype(np.float32) for stroke in digit]


def _three(rng: np.random.Generator) -> Strokes:
    return several_digits(rng, 3, (0.05, 0.3))


def _crossed_out(rng: np.random.Generator) -> Strokes:
    digit = several_digits(rng, 1, (0, 0))
    points = np.concatenate(digit)
    low, high = points.min(axis=0), points.max(axis=0)
    lines = [
        np.stack([low - 0.1, high + 0.1]),
        np.stack([[low[0] - 0.1, high[1] + 0.1], [high[0] + 0.1, low[1] - 0.1]]),
    ]
    return digit + [line.astype(np.float32) for line in lines]


_SMALLEST: Final = 0.3

Drawer = Callable[[np.random.Generator], Strokes]

LEARNED_KINDS: Final[Mapping[str, Drawer]] = MappingProxyType(
    {
        **LEARNED_SCRIBBLES,
        **{kind: _one_of(ways) for kind, ways in LEARNED_SHAPES.items()},
        "two digits": _pair_apart,
        "two digits touching": _pair_touching,
        "digit crossed out": _crossed_out,
        "lying digit": _lying_digit,
    }
)
UNSEEN_KINDS: Final[Mapping[str, Drawer]] = MappingProxyType(
    {
        **UNSEEN_SCRIBBLES,
        **{kind: _one_of(ways) for kind, ways in UNSEEN_SHAPES.items()},
        "three digits": _three,
    }
)


def drawings_of(kind: str, count: int, seed: int) -> list[Strokes]:
    """Return drawings of a kind of `LEARNED_KINDS` or `UNSEEN_KINDS`, as strokes."""
    rng = np.random.Generator(np.random.PCG64(seed))
    drawer = {**LEARNED_KINDS, **UNSEEN_KINDS}[kind]
    return [drawer(rng) for _ in range(count)]


def pictures_of(kind: str, count: int, seed: int) -> NDArray[np.uint8]:
    """Return drawings of a kind as they are prepared, uint8 ``count x 28 x 28``.

    Examples
    --------
    >>> pictures_of("scribble", 3, seed=0).shape
    (3, 28, 28)
    """
    pictures_nhw = np.zeros((count, DIGIT_SIZE, DIGIT_SIZE), np.uint8)
    drawings = drawings_of(kind, count, seed)
    rng = np.random.Generator(np.random.PCG64(seed + 1))
    most = np.array([len(strokes) for strokes in drawings])
    for strokes in np.unique(most):
        places = np.flatnonzero(most == strokes)
        path = np.stack([_as_path(drawings[place]) for place in places])
        starts = np.arange(int(strokes) * POINTS)
        starts = starts[starts % POINTS != POINTS - 1]
        pens = choose_pens(len(places), len(starts), rng)
        pictures_nhw[places] = draw(path, starts, pens)
    return pictures_nhw


def _as_path(strokes: Strokes) -> Floats:
    """Return all strokes one behind the other, each of `POINTS` points; 1 high or wide.

    What is much smaller is a dot, and stays one.
    """
    points = np.concatenate([_resampled(stroke) for stroke in strokes])
    size = max(float(np.ptp(points, axis=0).max()), _SMALLEST)
    return (points / np.float32(size)).astype(np.float32)


def _resampled(stroke: Floats) -> Floats:
    """Return a stroke as `POINTS` points, evenly spaced along it."""
    steps = np.hypot(*np.diff(stroke, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    wanted = np.linspace(0, along[-1], POINTS)
    axes = [np.interp(wanted, along, stroke[:, axis]) for axis in (0, 1)]
    return np.stack(axes, axis=1).astype(np.float32)

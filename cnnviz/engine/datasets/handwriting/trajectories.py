"""Digits and other shapes as strokes, the way a pad hears of them, instead of pictures."""

from typing import Final

import numpy as np

from cnnviz.engine.datasets.handwriting.curves import curves_of
from cnnviz.engine.datasets.handwriting.hands import write
from cnnviz.engine.datasets.handwriting.rendering import Floats
from cnnviz.engine.datasets.handwriting.stroke_types import Way

Strokes = list[Floats]
"""One drawing: each stroke float32, points x (x, y), y downwards."""

SIZES: Final = (0.3, 0.9)
"""The longer side of a drawing on a pad, as a share of the pad's side."""

DOT: Final = 0.1
"""What is no longer than this, of drawings about 1 high, is a dot."""


def strokes_of(way: Way, count: int, rng: np.random.Generator) -> list[Strokes]:
    """Return a shape drawn ``count`` times, about 1 high.

    Examples
    --------
    >>> from cnnviz.engine.datasets.builtin_digits import WAYS
    >>> one = next(way for way in WAYS if (way.digit, way.name) == (1, "line and base"))
    >>> drawings = strokes_of(one, 5, np.random.default_rng(0))
    >>> len(drawings), [stroke.shape for stroke in drawings[0]]
    (5, [(15, 2), (11, 2)])
    """
    path_npd, _starts = write(way, count, rng)
    parts = curves_of(way.shapes[0]).strokes
    return [[path[begin:end] for begin, end in parts] for path in path_npd]


def on_pad(strokes: Strokes, side: float, rng: np.random.Generator) -> Strokes:
    """Return a drawing at some place of a pad, in one of `SIZES`.

    Parameters
    ----------
    strokes
        In any unit; a dot stays one.
    side
        The pad's side, in the unit that is wanted.

    Examples
    --------
    >>> line = np.float32([[0, 0], [0, 1]])
    >>> (placed,) = on_pad([line], 280, np.random.default_rng(0))
    >>> bool(placed.min() >= 0 and placed.max() <= 280)
    True
    """
    points = np.concatenate(strokes)
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    longer = side * rng.uniform(*SIZES)
    # A dot stays one: of drawings about 1 high it is nearly nothing.
    scale = longer / (float(size.max()) if size.max() > DOT else 1.0)
    place = rng.uniform(0, 1, 2) * np.maximum(side - size * scale, 0)
    return [((stroke - low) * scale + place).astype(np.float32) for stroke in strokes]

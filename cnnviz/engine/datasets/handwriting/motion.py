"""What a hand's speed and its tool do to a line: tremor, hooks, gaps, few points.

A mouse trembles; a pen that is put down or lifted late leaves a hook; strokes that were
to meet stay apart or go too far; and a pad that hears of few points from a quick hand
draws straight lines, or a curve that cuts the corners. Paths are float32, N x path
points x (x, y), in digit heights, and changed in place.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.handwriting.noise import normal, smooth_noise
from cnnviz.engine.datasets.handwriting.rendering import Floats

Strokes = tuple[tuple[int, int], ...]
"""The path points of each stroke: first, and one beyond the last."""

STRIDES: Final = (2, 3, 4, 6)
"""Path points from one that a quick hand leaves to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """How often hands are quick or unsteady, and how much; lengths in digit heights.

    Attributes
    ----------
    stroke_place
        How far a stroke lies from where the others want it, standard deviation.
    hook_chance, hook
        How often a stroke's end has a hook, and the hook's length (standard deviation).
    tremor_chance, tremor
        How many hands tremble, and how far a point moves at most (standard deviation).
    hurry_chance
        How many hands leave few points.
    """

    stroke_place: float = 0.03
    hook_chance: float = 0.1
    hook: float = 0.09
    tremor_chance: float = 0.3
    tremor: float = 0.016
    hurry_chance: float = 0.3


MOTION: Final = Motion()


def apart(
    path_npd: Floats, strokes: Strokes, rng: np.random.Generator, motion: Motion
) -> None:
    """Move each stroke by itself; the only one of a digit stays."""
    if len(strokes) == 1:
        return
    for begin, end in strokes:
        path_npd[:, begin:end] += normal(
            rng, (len(path_npd), 1, 2), motion.stroke_place
        )


def hooked(
    path_npd: Floats, strokes: Strokes, rng: np.random.Generator, motion: Motion
) -> None:
    """Draw out the first and the last point of some strokes."""
    column = (len(path_npd), 1)
    for stroke in strokes:
        for end in (stroke[0], stroke[1] - 1):
            has_one = rng.random(column, dtype=np.float32) < motion.hook_chance
            hook = normal(rng, (len(path_npd), 2), motion.hook)
            path_npd[:, end] += has_one * hook


def shaken(path_npd: Floats, rng: np.random.Generator, motion: Motion) -> None:
    """Let some hands tremble."""
    places = np.flatnonzero(rng.random(len(path_npd)) < motion.tremor_chance)
    size = rng.uniform(0.2, 1, (len(places), 1, 1)).astype(np.float32)
    shape = (len(places), *path_npd.shape[1:])
    path_npd[places] += size * smooth_noise(rng, shape, motion.tremor)


def hurried(
    path_npd: Floats, strokes: Strokes, rng: np.random.Generator, motion: Motion
) -> None:
    """Let some hands be so quick that few of their points are known."""
    hurry = rng.random(len(path_npd)) < motion.hurry_chance
    kinds = rng.integers(2 * len(STRIDES), size=len(path_npd))
    for kind in range(2 * len(STRIDES)):
        places = np.flatnonzero(hurry & (kinds == kind))
        if len(places):
            stride, is_curve = STRIDES[kind // 2], kind % 2 == 1
            few_pp = few_points(strokes, stride, is_curve=is_curve)
            path_npd[places] = np.einsum("pq,nqd->npd", few_pp, path_npd[places])


@cache
def few_points(strokes: Strokes, stride: int, *, is_curve: bool) -> Floats:
    """Return the matrix that makes a path of which every ``stride``-th point is known.

    Between those the path is straight, or the quadratic B-spline that a pad draws.

    Examples
    --------
    >>> few_points(((0, 5),), 2, is_curve=False)[1]
    array([0.5, 0. , 0.5, 0. , 0. ], dtype=float32)
    """
    points = strokes[-1][1]
    few_pp = np.zeros((points, points), dtype=np.float32)
    for begin, end in strokes:
        few_pp[begin:end, begin:end] = _few_of_stroke(end - begin, stride, is_curve)
    return few_pp


@cache  # many ways of writing have strokes of one length
def _few_of_stroke(points: int, stride: int, is_curve: bool) -> NDArray[np.float64]:
    last = points - 1
    known = np.unique([*range(0, points, stride), last])
    at = np.arange(points)
    straight = np.stack(
        [np.interp(at, known, row) for row in np.eye(points)[:, known]], axis=1
    )
    if not is_curve:
        return straight
    # A polygon averaged over the length of its sides is a quadratic B-spline.
    curved = np.empty_like(straight)
    for point in range(points):
        reach = min(stride // 2, point, last - point)
        curved[point] = straight[point - reach : point + reach + 1].mean(axis=0)
    return curved

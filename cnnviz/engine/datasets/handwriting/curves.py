"""From the few points of a shape to a smooth path of short straight segments."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.handwriting.stroke_types import Shape, Stroke

# Segments between two control points: few enough to be fast, enough to look round.
SEGMENTS_PER_SPAN: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """How the control points of a shape become a path; the same for all its hands.

    Attributes
    ----------
    weights_pk
        Path points x control points: a path point is a weighted sum of control points.
    segment_starts
        Indices of the path points from which a segment leads to the next one.
    ends
        ``(end, neighbour)``: indices of the control points that begin or end a stroke,
        each with the one beside it.
    strokes
        The path points of each stroke, first and one beyond the last. Its first two are
        at one place, and its last two: a hook may be drawn out there.
    """

    weights_pk: NDArray[np.float32]
    segment_starts: NDArray[np.intp]
    ends: tuple[tuple[int, int], ...]
    strokes: tuple[tuple[int, int], ...]


@cache
def curves_of(shape: Shape) -> Curves:
    """Return the curves of a shape: smooth, but for its corners.

    Examples
    --------
    A corner joins two lines; each is cut in four.

    >>> curves = curves_of((((0, 0), (1, 0), (1, 0), (1, 1)),))
    >>> curves.weights_pk.shape, curves.segment_starts.tolist(), curves.ends
    ((12, 3), [0, 1, 2, 3, 4, 6, 7, 8, 9, 10], ((0, 1), (2, 1)))
    >>> curves.strokes
    ((0, 12),)
    """
    identity_kk = np.eye(len(control_points(shape)))
    weights: list[NDArray[np.float64]] = []
    starts: list[int] = []
    ends: list[tuple[int, int]] = []
    strokes: list[tuple[int, int]] = []
    path_points = 0
    control = 0
    for stroke in shape:
        first, begin = control, path_points
        pieces = _smooth_pieces(stroke, first)
        for piece in pieces:
            points = _catmull_rom(identity_kk[piece])
            if piece is pieces[0]:
                points = np.concatenate([points[:1], points])
            if piece is pieces[-1]:
                points = np.concatenate([points, points[-1:]])
            starts += range(path_points, path_points + len(points) - 1)
            path_points += len(points)
            weights.append(points)
            control = piece[-1] + 1
        ends += [(first, first + 1), (control - 1, control - 2)]
        strokes.append((begin, path_points))
    weights_pk = np.concatenate(weights).astype(np.float32)
    return Curves(
        weights_pk, np.array(starts, dtype=np.intp), tuple(ends), tuple(strokes)
    )


def control_points(shape: Shape) -> NDArray[np.float32]:
    """Return the points of all strokes, K x 2; a corner counts once."""
    points = []
    for stroke in shape:
        points.append(stroke[0])
        points += [now for before, now in pairwise(stroke) if now != before]
    return np.array(points, dtype=np.float32)


def _smooth_pieces(stroke: Stroke, first: int) -> list[list[int]]:
    """Return the control point indices of each piece between corners."""
    pieces = [[first]]
    index = first
    for before, now in pairwise(stroke):
        if before == now:
            pieces.append([index])
        else:
            index += 1
            pieces[-1].append(index)
    return pieces


def _catmull_rom(points_kd: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points on the Catmull-Rom curve through ``points_kd``."""
    before = 2 * points_kd[0] - points_kd[1]
    after = 2 * points_kd[-1] - points_kd[-2]
    p = np.concatenate([before[np.newaxis], points_kd, after[np.newaxis]])
    t = (np.arange(SEGMENTS_PER_SPAN) / SEGMENTS_PER_SPAN)[:, np.newaxis]
    spans = [
        0.5
        * (
            2 * p[i]
            + (p[i + 1] - p[i - 1]) * t
            + (2 * p[i - 1] - 5 * p[i] + 4 * p[i + 1] - p[i + 2]) * t**2
            + (3 * p[i] - p[i - 1] - 3 * p[i + 1] + p[i + 2]) * t**3
        )
        for i in range(1, len(p) - 2)
    ]
    return np.concatenate([*spans, points_kd[-1:]])

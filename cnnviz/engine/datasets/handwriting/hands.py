"""From a way of writing to many pen paths, no two alike, and a pen for each."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.handwriting.curves import control_points, curves_of
from cnnviz.engine.datasets.handwriting.legible import are_legible
from cnnviz.engine.datasets.handwriting.motion import (
    MOTION,
    Motion,
    apart,
    hooked,
    hurried,
    shaken,
)
from cnnviz.engine.datasets.handwriting.noise import normal, smooth_noise
from cnnviz.engine.datasets.handwriting.rendering import Floats, Pens
from cnnviz.engine.datasets.handwriting.stroke_types import Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How much hands differ: standard deviations, lengths in digit heights.

    Chosen by drawing and looking, and so that width, slant, line and amount of ink
    spread about as widely as they do over MNIST's training pictures.

    Attributes
    ----------
    mixing_beyond
        How far a digit may lie outside the range between the shapes of its way.
    point_jitter
        Of every control point, together with its neighbours.
    carelessness
        Of the factor (logarithm) by which a hand is more or less careful than most.
    end_reach
        By how much a stroke starts or stops late or early, along its direction.
    warp
        Height of the long waves that bend the whole digit.
    wobble
        Of every path point: an unsteady pen.
    width
        Of the logarithm of width over height.
    slant, slant_mean
        Sideways per height; upright is 0, most hands lean to the right.
    rotation
        In radians.
    taper
        Of the logarithm of the bottom's width over the top's.
    heaviness
        How much lower or higher the middle lies.
    bow
        How far the middle lies to one side.
    radius, radius_spread
        Half the line's width: its median, and the deviation of its logarithm.
    any_pen_chance
        How many hands take any pen, however thin or thick.
    pressure
        By how much the line's width swings along the path.
    motion
        What a hand's speed and its tool do to the line.
    """

    mixing_beyond: float = 0.4
    point_jitter: float = 0.055
    carelessness: float = 0.3
    end_reach: float = 0.12
    warp: float = 0.035
    wobble: float = 0.006
    width: float = 0.26
    slant: float = 0.28
    slant_mean: float = 0.12
    rotation: float = 0.08
    taper: float = 0.3
    heaviness: float = 0.3
    bow: float = 0.07
    radius: float = 0.066
    radius_spread: float = 0.38
    any_pen_chance: float = 0.12
    pressure: float = 0.12
    motion: Motion = MOTION


VARIATION: Final = Variation()

# Thinnest and thickest line, half of its width, in digit heights.
RADII: Final = (0.02, 0.2)

# The width of a line's edge, in pixels of the finished picture: from a large drawing's,
# which is reduced, to one as soft as MNIST's.
SOFTNESS: Final = (0.9, 1.7)

# About where the middle of a shape is.
MIDDLE: Final = np.array([0.3, 0.5], dtype=np.float32)

# Of most digits, in their heights.
USUAL_WIDTH: Final = 0.6
LEAST_ROOM: Final = 0.4

# How often a digit that nobody could read is written anew; few need it twice.
TRIES: Final = 12

# Wavelengths of the warp, in digit heights.
WAVELENGTHS: Final = (1.6, 0.9)


def write(
    way: Way,
    count: int,
    rng: np.random.Generator,
    variation: Variation = VARIATION,
) -> tuple[Floats, NDArray[np.intp]]:
    """Write a digit many times; what nobody could read is written anew.

    Parameters
    ----------
    way
        How.
    count
        How many times, N.
    rng
        Where chance comes from.
    variation
        How much the hands differ.

    Returns
    -------
    path_npd, segment_starts
        float32, N x path points x (x, y), and the indices of the path points from
        which a segment leads to the next one.
    """
    path_npd = _written(way, count, rng, variation)
    # Of its own chance: so the digits after these stay what they are.
    again = rng.spawn(1)[0]
    for _ in range(TRIES):
        places = np.flatnonzero(~are_legible(path_npd, way))
        if not len(places):
            break
        path_npd[places] = _written(way, len(places), again, variation)
    return path_npd, curves_of(way.shapes[0]).segment_starts


def _written(
    way: Way, count: int, rng: np.random.Generator, variation: Variation
) -> Floats:
    """Write a digit many times, legible or not."""
    curves = curves_of(way.shapes[0])
    shapes_skd = np.stack([control_points(shape) for shape in way.shapes])
    care = np.exp(normal(rng, (count, 1, 1), variation.carelessness))
    controls = _mix(shapes_skd, count, rng, variation.mixing_beyond)
    jitter = smooth_noise(rng, controls.shape, variation.point_jitter)
    room = _room(shapes_skd)
    controls += care * jitter * np.array([room, 1], np.float32)
    _reach(controls, curves.ends, rng, variation.end_reach)
    path = np.einsum("pk,nkd->npd", curves.weights_pk, controls)
    path -= MIDDLE
    motion = variation.motion
    apart(path, curves.strokes, rng, motion)
    hooked(path, curves.strokes, rng, motion)
    path = _warp(path, rng, np.float32(variation.warp) * care[..., 0])
    path += smooth_noise(rng, path.shape, variation.wobble)
    shaken(path, rng, motion)
    hurried(path, curves.strokes, rng, motion)
    return _proportions(path, rng, variation, room)


def choose_pens(
    count: int,
    segments: int,
    rng: np.random.Generator,
    variation: Variation = VARIATION,
) -> Pens:
    """Return a pen for each of ``count`` digits of ``segments`` segments."""
    radius = variation.radius * np.exp(normal(rng, (count,), variation.radius_spread))
    any_pen = rng.random(count) < variation.any_pen_chance
    radius = np.where(any_pen, rng.uniform(*RADII, count), radius).astype(np.float32)
    softness = rng.uniform(*SOFTNESS, count).astype(np.float32)
    phase = rng.uniform(0, 2 * np.pi, (count, 1))
    waves = rng.uniform(0.2, 1.0, (count, 1))
    swing = np.abs(rng.normal(0, variation.pressure, (count, 1))).clip(0, 0.35)
    along = np.linspace(0, 2 * np.pi, segments)
    pressure = (1 + swing * np.sin(along * waves + phase)).astype(np.float32)
    return Pens(radius.clip(*RADII), softness, pressure)


def _mix(
    shapes_skd: Floats, count: int, rng: np.random.Generator, beyond: float
) -> Floats:
    """Return shapes between the given ones, and a little beyond."""
    parts = rng.exponential(size=(count, len(shapes_skd)))
    parts /= parts.sum(axis=1, keepdims=True)
    parts = parts * (1 + beyond) - beyond / len(shapes_skd)
    mixed: Floats = np.einsum("ns,skd->nkd", parts.astype(np.float32), shapes_skd)
    return mixed


def _room(shapes_skd: Floats) -> float:
    """Return how far points may stray sideways, and widths differ: 1 of a wide shape.

    A flag of a 1 that strays as far as the roof of a 7 would make it one.
    """
    width = float(np.ptp(shapes_skd[..., 0], axis=1).mean())
    return min(max(width / USUAL_WIDTH, LEAST_ROOM), 1.0)


def _reach(
    controls_nkd: Floats,
    ends: tuple[tuple[int, int], ...],
    rng: np.random.Generator,
    scale: float,
) -> None:
    """Start and stop each stroke late or early, in its own direction."""
    for end, neighbour in ends:
        along = controls_nkd[:, end] - controls_nkd[:, neighbour]
        length = np.maximum(np.hypot(along[:, :1], along[:, 1:]), np.float32(0.05))
        reach = normal(rng, length.shape, scale)
        reach = reach.clip(-0.6 * length, 0.8 * length)
        controls_nkd[:, end] += along / length * reach


def _warp(path_npd: Floats, rng: np.random.Generator, size_n1: Floats) -> Floats:
    """Bend the paper: a few long waves move every point."""
    count = len(path_npd)
    moved = path_npd.copy()
    for wavelength in WAVELENGTHS:
        for axis in (0, 1):
            angle, phase = rng.uniform(0, 2 * np.pi, (2, count, 1)).astype(np.float32)
            along = path_npd[..., 0] * np.cos(angle) + path_npd[..., 1] * np.sin(angle)
            height = normal(rng, (count, 1), min(wavelength, 1.0)) * size_n1
            moved[..., axis] += height * np.sin(
                along * np.float32(2 * np.pi / wavelength) + phase
            )
    return moved


def _proportions(
    path_npd: Floats,
    rng: np.random.Generator,
    variation: Variation,
    room: float,
) -> Floats:
    """Slant, widen and turn each digit as a whole; its middle is at 0."""
    column = (len(path_npd), 1)
    width = np.exp(normal(rng, column, room * variation.width))
    slant = normal(rng, column, variation.slant) + np.float32(variation.slant_mean)
    turn = normal(rng, column, variation.rotation)
    taper = normal(rng, column, room * variation.taper)
    heaviness = normal(rng, column, variation.heaviness).clip(-0.6, 0.6)
    bow = normal(rng, column, variation.bow)
    x, y = path_npd[..., 0], path_npd[..., 1]
    x = x * width * np.exp(taper * y)
    y = y + heaviness * (y * y - np.float32(0.25))
    x += bow * (4 * y * y - 1) - slant * y
    cos, sin = np.cos(turn), np.sin(turn)
    return np.stack([cos * x - sin * y, sin * x + cos * y], axis=-1)

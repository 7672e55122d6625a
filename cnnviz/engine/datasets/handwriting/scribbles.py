"""Scribbles, dots, hatching and other drawings without a fixed shape, by chance."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from cnnviz.engine.datasets.handwriting.rendering import Floats

Drawer = Callable[[np.random.Generator], list[Floats]]

# A dot is so small beside its pen that it is round; its path is this long at most.
_DOT: Final = 0.02


def _smooth(points: np.ndarray, per_span: int = 4) -> Floats:
    """Return a smooth line about the corners of a polygon."""
    places = np.linspace(0, len(points) - 1, (len(points) - 1) * per_span + 1)
    line = np.stack(
        [np.interp(places, np.arange(len(points)), points[:, a]) for a in (0, 1)], 1
    )
    padded = np.pad(line, ((per_span, per_span), (0, 0)), "edge")
    window = np.ones(2 * per_span + 1) / (2 * per_span + 1)
    axes = [np.convolve(padded[:, a], window, "valid") for a in (0, 1)]
    return np.stack(axes, axis=1).astype(np.float32)


def _dot(rng: np.random.Generator) -> list[Floats]:
    # Far away a second, shorter one would be a colon; a dot by itself fills its box.
    return [rng.uniform(0, _DOT, (2, 2)).astype(np.float32)]


def _dots(rng: np.random.Generator) -> list[Floats]:
    count = int(rng.integers(2, 6))
    places = rng.uniform(0, 1, (count, 1, 2)) + rng.uniform(0, 0.04, (count, 2, 2))
    return list(places.astype(np.float32))


def _zigzag(rng: np.random.Generator) -> list[Floats]:
    turns = int(rng.integers(5, 14))
    across = np.where(np.arange(turns) % 2, 1.0, 0.0) + rng.normal(0, 0.12, turns)
    along = np.linspace(0, rng.uniform(0.4, 1.5), turns) + rng.normal(0, 0.03, turns)
    points = np.stack([across, along], axis=1)
    return [_smooth(points @ _turn(rng.uniform(0, np.pi)), int(rng.integers(1, 5)))]


def _scribble(rng: np.random.Generator) -> list[Floats]:
    points = rng.uniform(0, 1, (int(rng.integers(9, 22)), 2))
    points[:, 0] *= rng.uniform(0.6, 1.6)
    return [_smooth(points)]


def _random_strokes(rng: np.random.Generator) -> list[Floats]:
    strokes = []
    for _ in range(int(rng.integers(2, 6))):
        begin = rng.uniform(0, 1, 2)
        steps = rng.normal(0, 0.3, (int(rng.integers(2, 6)), 2))
        strokes.append(_smooth(begin + np.cumsum(steps, axis=0)))
    return strokes


def _random_polygon(rng: np.random.Generator) -> list[Floats]:
    points = rng.uniform(0, 1, (int(rng.integers(5, 9)), 2))
    return [np.concatenate([points, points[:1]]).astype(np.float32)]


def _hatching(rng: np.random.Generator) -> list[Floats]:
    lines = int(rng.integers(3, 8))
    places = np.linspace(0, 1, lines) + rng.normal(0, 0.02, lines)
    ends = rng.normal(0, 0.06, (lines, 2)) + np.array([0, rng.uniform(0.7, 1.4)])
    turn = _turn(rng.uniform(0, np.pi))
    return [
        (np.stack([ends[line], [places[line]] * 2], axis=1) @ turn).astype(np.float32)
        for line in range(lines)
    ]


def _filled(rng: np.random.Generator) -> list[Floats]:
    """Return an area blackened by lines close together."""
    lines = 16
    across = np.where(np.arange(lines) % 2, 1.0, 0.0) * rng.uniform(0.6, 1.4)
    along = np.linspace(0, 1, lines)
    bow = 1 + rng.uniform(-0.9, 0.9) * np.sin(np.pi * along)
    middle = across.mean()
    points = np.stack([(across - middle) * bow, along], axis=1)
    return [points.astype(np.float32)]


def _writing(rng: np.random.Generator) -> list[Floats]:
    """Return a word in a joined hand: loops and waves along a line."""
    letters = rng.uniform(2.5, 6)
    t = np.linspace(0, letters * 2 * np.pi, int(letters * 16))
    tall = 1 + rng.uniform(0.2, 0.8) * np.sin(t * rng.uniform(0.2, 0.45))
    x = t * rng.uniform(0.08, 0.2) + rng.uniform(0.05, 0.45) * np.sin(t)
    y = 0.4 * tall * np.cos(t + rng.uniform(-0.5, 0.5))
    return [np.stack([x, y], axis=1).astype(np.float32)]


def _lying_line(rng: np.random.Generator) -> list[Floats]:
    angle = rng.uniform(-0.35, 0.35)
    bow = rng.normal(0, 0.08)
    t = np.linspace(0, 1, 9)
    points = np.stack([t, bow * np.sin(np.pi * t)], axis=1)
    return [(points @ _turn(angle)).astype(np.float32)]


def _circling(rng: np.random.Generator) -> list[Floats]:
    """Return many turns of about the same circle, each elsewhere."""
    t = np.linspace(0, rng.uniform(3, 7) * 2 * np.pi, 90)
    radius = 0.5 + rng.uniform(0.1, 0.25) * np.sin(t * rng.uniform(0.2, 0.7))
    x = radius * np.cos(t) + 0.2 * np.sin(t * rng.uniform(0.1, 0.4))
    return [np.stack([x, radius * np.sin(t)], axis=1).astype(np.float32)]


def _spiral(rng: np.random.Generator) -> list[Floats]:
    turns, phase = rng.uniform(2.2, 4), rng.uniform(0, 2 * np.pi)
    t = np.linspace(0.1, 1, 90)
    angle = t * turns * 2 * np.pi * rng.choice([-1, 1]) + phase
    wide = rng.uniform(0.8, 1.25)
    return [
        np.stack([wide * t * np.cos(angle), t * np.sin(angle)], 1).astype(np.float32)
    ]


def _cross_hatching(rng: np.random.Generator) -> list[Floats]:
    turn = _turn(rng.uniform(-0.3, 0.3))
    lines = int(rng.integers(3, 5))
    strokes = []
    for at in np.linspace(0, 1, lines):
        strokes += [
            np.array([[at, -0.1], [at, 1.1]]),
            np.array([[-0.1, at], [1.1, at]]),
        ]
    return [
        (stroke @ turn + rng.normal(0, 0.03, (2, 2))).astype(np.float32)
        for stroke in strokes
    ]


def _tangle(rng: np.random.Generator) -> list[Floats]:
    t = np.linspace(0, 2 * np.pi, 90)
    waves = rng.integers(1, 6, 4)
    phase = rng.uniform(0, 2 * np.pi, 4)
    x = np.sin(waves[0] * t + phase[0]) + 0.6 * np.sin((waves[1] + 2) * t + phase[1])
    y = np.sin(waves[2] * t + phase[2]) + 0.6 * np.sin((waves[3] + 2) * t + phase[3])
    return [np.stack([x, y], axis=1).astype(np.float32)]


def _turn(angle: float) -> np.ndarray:
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


LEARNED_SCRIBBLES: Final[Mapping[str, Drawer]] = MappingProxyType(
    {
        "dot": _dot,
        "dots": _dots,
        "zigzag": _zigzag,
        "scribble": _scribble,
        "strokes by chance": _random_strokes,
        "polygon by chance": _random_polygon,
        "hatching": _hatching,
        "blackened area": _filled,
        "joined writing": _writing,
        "lying line": _lying_line,
        "circling": _circling,
    }
)
UNSEEN_SCRIBBLES: Final[Mapping[str, Drawer]] = MappingProxyType(
    {"spiral": _spiral, "cross hatching": _cross_hatching, "tangle": _tangle}
)

"""Chance, as hands have it: without rare extremes, and alike at neighbouring points."""

from typing import Final

import numpy as np

from cnnviz.engine.datasets.handwriting.rendering import Floats

# Standard deviations beyond which no hand goes.
EXTREME: Final = 1.8

# How noise at a point is mixed from its neighbours'; the squares add up to 1.
SMOOTHING: Final = (6**-0.5, 2 * 6**-0.5, 6**-0.5)


def normal(rng: np.random.Generator, shape: tuple[int, ...], scale: float) -> Floats:
    """Return normal noise without its rare extremes, which nobody could read."""
    noise = rng.standard_normal(shape, dtype=np.float32)
    return noise.clip(-EXTREME, EXTREME) * np.float32(scale)


def smooth_noise(
    rng: np.random.Generator, shape: tuple[int, ...], scale: float
) -> Floats:
    """Return noise of this scale that changes little from a point to the next."""
    count, points, axes = shape
    noise = normal(rng, (count, points + len(SMOOTHING) - 1, axes), scale)
    mixed = np.zeros(shape, dtype=np.float32)
    for start, factor in enumerate(SMOOTHING):
        mixed += np.float32(factor) * noise[:, start : start + points]
    return mixed

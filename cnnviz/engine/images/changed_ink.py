"""Ink that is shifted, turned, scaled, thickened and sprinkled with noise."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.placement import Placement, placed

UNIT: Final = 28
"""Lengths are in pixels of a digit: this many to the longer side of whatever is changed."""

_FINE: Final = 8
"""Dots to the side of a pixel where strokes are made thicker by parts of one."""


UNMOVED: Final = Placement()
"""Where it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InkChange:
    """What is done to ink, in this order.

    Attributes
    ----------
    thickness
        Pixels by which a stroke gains (or, below 0, loses) on each of its sides.
    placement
        Where it lies, in pixels of a digit.
    noise
        Standard deviation of what is added to each pixel, in levels of 255; 0 or more.
    seed
        Of the noise.
    """

    thickness: float = 0.0
    placement: Placement = UNMOVED
    noise: float = 0.0
    seed: int = 0


def changed_ink(ink_hw: NDArray[np.uint8], change: InkChange) -> NDArray[np.uint8]:
    """Return changed ink; of no change the very same array.

    Parameters
    ----------
    ink_hw
        uint8, ``H x W``: 0 paper, 255 full ink. Paper comes in from outside.
    change
        What to do. Lengths are in pixels of a picture whose longer side has 28.

    Examples
    --------
    >>> dot = np.zeros((28, 28), np.uint8)
    >>> dot[10, 10] = 255
    >>> down = InkChange(placement=Placement(down=2), thickness=1)
    >>> np.argwhere(changed_ink(dot, down) == 255).tolist()
    [[11, 10], [12, 9], [12, 10], [12, 11], [13, 10]]
    """
    scale = max(ink_hw.shape) / UNIT
    made = thickened(ink_hw, change.thickness * scale)
    place = change.placement
    made = placed(
        made, replace(place, down=place.down * scale, right=place.right * scale)
    )
    if change.noise:
        random = np.random.Generator(np.random.PCG64(change.seed))
        noise_hw = random.normal(0, change.noise, made.shape)
        made = np.rint(made + noise_hw).clip(0, 255).astype(np.uint8)
    return made


def thickened(ink_hw: NDArray[np.uint8], pixels: float) -> NDArray[np.uint8]:
    """Return ink whose strokes are thicker on each side, or thinner.

    Grey dilation, and below 0 erosion, with an octagon. Parts of a pixel count: each one
    is looked at as 8 x 8 dots, where the picture is small.

    Parameters
    ----------
    ink_hw
        uint8, ``H x W``.
    pixels
        Of this picture; below 0 for thinner strokes.

    Examples
    --------
    >>> thickened(np.uint8([[0, 0, 200, 0, 0]]), 1).tolist()
    [[0, 200, 200, 200, 0]]
    """
    fine = _FINE if max(ink_hw.shape) < UNIT * _FINE else 1
    steps = round(abs(pixels) * fine)
    if steps == 0:
        return ink_hw
    dots = ink_hw.repeat(fine, axis=0).repeat(fine, axis=1)
    widest = np.maximum if pixels > 0 else np.minimum
    for step in range(steps):
        dots = _grown(dots, widest, diagonally=step % 2 == 1)
    height, width = ink_hw.shape
    blocks = dots.reshape(height, fine, width, fine)
    means_hw = np.rint(blocks.mean(axis=(1, 3), dtype=np.float32))
    return np.asarray(means_hw, np.uint8)


def _grown(
    dots: NDArray[np.uint8], widest: np.ufunc, *, diagonally: bool
) -> NDArray[np.uint8]:
    """Return for each dot the extreme of those beside it, or of all eight around it."""
    made = dots.copy()
    widest(made[1:], dots[:-1], out=made[1:])
    widest(made[:-1], dots[1:], out=made[:-1])
    rows = made.copy() if diagonally else dots
    widest(made[:, 1:], rows[:, :-1], out=made[:, 1:])
    widest(made[:, :-1], rows[:, 1:], out=made[:, :-1])
    return made

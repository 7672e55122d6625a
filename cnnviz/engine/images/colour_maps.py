"""Colours for numbers: 256 entries each, the same on every screen and in every theme.

Colours are mixed in Oklab, where equal distances look equally large.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

# Björn Ottosson, "A perceptual color space for image processing" (2020): linear sRGB
# to cone responses, and their cube roots to lightness, green-red and blue-yellow.
_RGB_TO_LMS: Final = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LMS_TO_LAB: Final = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _to_oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return Oklab of sRGB, ``N x 3`` on the scale 0..1."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(np.cbrt(linear @ _RGB_TO_LMS.T) @ _LMS_TO_LAB.T)


def oklab_to_srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sRGB of Oklab, ``N x 3``, clipped to 0..1."""
    lms = (lab @ np.linalg.inv(_LMS_TO_LAB).T) ** 3
    linear = np.clip(lms @ np.linalg.inv(_RGB_TO_LMS).T, 0, 1)
    curved = 1.055 * linear ** (1 / 2.4) - 0.055
    return np.clip(np.where(linear <= 0.0031308, linear * 12.92, curved), 0, 1)


def _ramp(anchors: Sequence[str], count: int) -> NDArray[np.uint8]:
    """Return ``count`` colours through the anchors, of evenly growing lightness.

    Parameters
    ----------
    anchors
        ``rrggbb``, their lightness rising (or falling) from each to the next.
    count
        How many colours, the first and the last anchor included.
    """
    rgb = np.array([list(bytes.fromhex(anchor)) for anchor in anchors]) / 255
    lab = _to_oklab(rgb)
    # Where an anchor lies is decided by its lightness, so that lightness is a straight
    # line; the hue follows.
    place = (lab[:, 0] - lab[0, 0]) / (lab[-1, 0] - lab[0, 0])
    wanted = np.linspace(0, 1, count)
    mixed = np.stack([np.interp(wanted, place, axis) for axis in lab.T], axis=1)
    return np.rint(oklab_to_srgb(mixed) * 255).astype(np.uint8)


def _constant(colours: NDArray[np.uint8]) -> NDArray[np.uint8]:
    colours.flags.writeable = False
    return colours


GREY: Final = _constant(np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(256, 3))
"""Pictures: 0 is black, 255 is white."""

SEQUENTIAL: Final = _constant(
    _ramp(("2a0a4a", "403a85", "2c6f92", "1e9e83", "6fc95a", "f6ec4a"), 256)
)
"""Numbers from 0 up: dark violet, blue, green, bright yellow."""

# Both middle entries are white: 0 falls between 127 and 128, and either must show it.
DIVERGING: Final = _constant(
    np.concatenate(
        [
            _ramp(("08306b", "2171b5", "6baed6", "c6dbef", "ffffff"), 128),
            _ramp(("ffffff", "fdd8b0", "f59b4a", "c95a0b", "6d2a04"), 128),
        ]
    )
)
"""Signed numbers: blue below 0, white at 0, orange above."""


# Numbers that are placed at a time: their copies then stay in the cache, and a large
# map needs no more memory than its bytes.
_BLOCK: Final = 65_536


def to_indices(values: ArrayLike, low: float, high: float) -> NDArray[np.uint8]:
    """Return the entry of a colour map for each number.

    Parameters
    ----------
    values
        Numbers of any shape; what is no number (NaN) gets the lowest entry.
    low, high
        What entries 0 and 255 stand for; ``low < high``. Numbers beyond are clipped.

    Returns
    -------
    ndarray
        uint8, the shape of ``values``.

    Examples
    --------
    >>> to_indices([-9.0, 0.0, 1.0, 2.0], 0.0, 2.0)
    array([  0,   0, 128, 255], dtype=uint8)
    """
    numbers = np.asarray(values)
    indices = np.empty(numbers.shape, np.uint8)
    flat, places = numbers.reshape(-1), indices.reshape(-1)
    kind = np.float64 if numbers.dtype == np.float64 else np.float32
    buffer = np.empty(min(flat.size, _BLOCK), kind)
    scale = 255.0 / (high - low)
    # Two huge numbers may be further apart than their kind can say: then it is the end.
    with np.errstate(over="ignore", invalid="ignore"):
        for first in range(0, flat.size, _BLOCK):
            block = flat[first : first + _BLOCK]
            placed = buffer[: block.size]
            np.subtract(block, low, out=placed, dtype=kind)
            np.multiply(placed, scale, out=placed)
            # Unlike clip these leave no NaN, which would have no byte.
            np.fmin(np.fmax(placed, 0, out=placed), 255, out=placed)
            places[first : first + _BLOCK] = np.rint(placed, out=placed)
    return indices


def signed_range(values: ArrayLike) -> tuple[float, float]:
    """Return the range that shows signed numbers with 0 in the middle.

    Returns
    -------
    tuple
        ``(-m, m)``, ``m`` the largest finite magnitude; ``(-1, 1)`` when all are 0.

    Examples
    --------
    >>> signed_range([-3, 2])
    (-3.0, 3.0)
    """
    numbers = np.asarray(values)
    largest = max(_extreme(numbers, np.maximum), -_extreme(numbers, np.minimum)) or 1.0
    return -largest, largest


def sequential_range(values: ArrayLike) -> tuple[float, float]:
    """Return the range that shows numbers from 0 up.

    Returns
    -------
    tuple
        ``(0, max)``, the largest finite number; ``(0, 1)`` when none is above 0.

    Examples
    --------
    >>> sequential_range([0.5, 4])
    (0.0, 4.0)
    """
    return 0.0, _extreme(np.asarray(values), np.maximum) or 1.0


def _extreme(numbers: NDArray[np.generic], of: np.ufunc) -> float:
    """Return the largest (or least) finite number, 0 where none is beyond it."""
    # This copies nothing; only where it is not finite must we look closer.
    extreme = float(of.reduce(numbers, axis=None, initial=0))
    if not np.isfinite(extreme):
        extreme = float(of.reduce(numbers[np.isfinite(numbers)], initial=0))
    return extreme


def ranges_of_each(
    maps_nhw: NDArray[np.floating], *, signed: bool
) -> NDArray[np.float64]:
    """Return `signed_range` or `sequential_range` of each map.

    Returns
    -------
    ndarray
        float64, N x 2: what entries 0 and 255 stand for.

    Examples
    --------
    >>> ranges_of_each(np.array([[[1.0, -3.0]], [[0.0, 0.0]]]), signed=True).tolist()
    [[-3.0, 3.0], [-1.0, 1.0]]
    """
    cells_nk = maps_nhw.reshape(len(maps_nhw), -1)
    if not np.isfinite(cells_nk).all():
        cells_nk = np.where(np.isfinite(cells_nk), cells_nk, 0)
    largest = cells_nk.max(axis=1, initial=0)
    if signed:
        largest = np.maximum(largest, -cells_nk.min(axis=1, initial=0))
    highs = np.where(largest == 0, 1.0, largest).astype(np.float64)
    return np.stack([-highs if signed else np.zeros_like(highs), highs], axis=1)


def indices_of_each(
    maps_nhw: NDArray[np.floating], ranges_n2: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """Return `to_indices` of each map between its own numbers, all at once."""
    kind = np.float64 if maps_nhw.dtype == np.float64 else np.float32
    lows, highs = (ranges_n2[:, end, np.newaxis, np.newaxis] for end in (0, 1))
    with np.errstate(over="ignore", invalid="ignore"):
        placed = np.subtract(maps_nhw, lows.astype(kind), dtype=kind)
        placed *= (255.0 / (highs - lows)).astype(kind)
        # Unlike clip these leave no NaN, which would have no byte.
        np.fmin(np.fmax(placed, 0, out=placed), 255, out=placed)
    return np.asarray(np.rint(placed, out=placed), np.uint8)

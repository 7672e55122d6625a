"""From pen paths to 28 x 28 pictures, prepared the MNIST way, many at a time.

The same preparation as ``images.preparation``, done on the strokes themselves: a line
is drawn at the size at which its box is 20 pixels long, and its picture moved by whole
pixels to bring the centre of mass to the middle.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.preparation import DIGIT_SIZE, FIT_SIZE, MIDDLE

Floats = NDArray[np.float32]

# Pictures at a time: their distance fields stay in the processor's cache.
BLOCK: Final = 128


@dataclass(frozen=True, slots=True, eq=False)
class Pens:
    """The pen of each picture.

    Attributes
    ----------
    radius_n
        Half the width of the line, in digit heights.
    softness_n
        Width of the edge over which ink fades into paper, in pixels.
    pressure_ns
        Factor on the radius for each segment.
    """

    radius_n: Floats
    softness_n: Floats
    pressure_ns: Floats


def draw(
    path_npd: Floats, segment_starts: NDArray[np.intp], pens: Pens
) -> NDArray[np.uint8]:
    """Draw each path with its pen.

    Parameters
    ----------
    path_npd
        float32, N x path points x (x, y), y downwards, in digit heights.
    segment_starts
        Indices of the path points from which a segment leads to the next one.
    pens
        One for each path.

    Returns
    -------
    NDArray
        uint8, N x 28 x 28: 0 paper, 255 ink.

    Examples
    --------
    >>> path = np.array([[[0, 0], [0, 1]]], dtype=np.float32)
    >>> radius, softness, pressure = np.float32([[0.125], [1.0], [1.0]])
    >>> pens = Pens(radius, softness, pressure[:, np.newaxis])
    >>> draw(path, np.array([0]), pens)[0, 14, 11:17]
    array([  0, 255, 255, 255, 255,   0], dtype=uint8)
    """
    fitted_npd, radius_n = _fit(path_npd, pens.radius_n)
    images_nhw = np.zeros((len(path_npd), DIGIT_SIZE, DIGIT_SIZE), dtype=np.uint8)
    for begin in range(0, len(path_npd), BLOCK):
        part = slice(begin, begin + BLOCK)
        distance = _distance(fitted_npd[part], segment_starts, pens.pressure_ns[part])
        ink = _ink(distance, radius_n[part], pens.softness_n[part])
        _place(ink, images_nhw[part])
    return images_nhw


def _fit(path_npd: Floats, radius_n: Floats) -> tuple[Floats, Floats]:
    """Scale and move each path so that its line is 20 pixels long, and central.

    The radius comes back in pixels.
    """
    low = path_npd.min(axis=1, keepdims=True)
    size = path_npd.max(axis=1, keepdims=True) - low
    scale = FIT_SIZE / (size.max(axis=(1, 2)) + 2 * radius_n)
    radius = radius_n * scale
    line_width = 2 * radius[:, np.newaxis, np.newaxis]
    # A fitted picture has whole pixels, so the shorter side is stretched to the nearest.
    box = np.rint(size * scale[:, np.newaxis, np.newaxis] + line_width)
    stretch = np.maximum(box - line_width, 0) / np.maximum(size, np.float32(1e-6))
    edge = np.floor((FIT_SIZE - box) / 2)
    return (path_npd - low - size / 2) * stretch + (edge + box / 2), radius


def _distance(
    path_npd: Floats, segment_starts: NDArray[np.intp], pressure_ns: Floats
) -> Floats:
    """Return how far each pixel of N x 20 x 20 is from the nearest segment.

    Where the pen presses harder, distances count as shorter. Written for speed: four
    arrays are reused for all segments, and the pictures lie side by side in them, so that
    each sum of a part by row and one by column runs over memory without a jump.
    """
    path_pdn = np.ascontiguousarray(path_npd.transpose(1, 2, 0))
    thinness_sn = np.ascontiguousarray((1 / pressure_ns**2).T)
    shape = (FIT_SIZE, FIT_SIZE, len(path_npd))
    grid = np.arange(FIT_SIZE, dtype=np.float32)[:, np.newaxis] + np.float32(0.5)
    nearest = np.full(shape, np.inf, dtype=np.float32)
    squared = np.empty(shape, dtype=np.float32)
    share = np.empty(shape, dtype=np.float32)
    clipped = np.empty(shape, dtype=np.float32)
    for index, start in enumerate(segment_starts):
        begin, line = path_pdn[start], path_pdn[start + 1] - path_pdn[start]
        length_squared = np.maximum((line * line).sum(axis=0), np.float32(1e-6))
        right, down = grid - begin[0], grid - begin[1]
        # The foot of the pixel on the line, as a share of the segment from its begin:
        # it is a sum of one part by column and one by row, as is the squared distance.
        unit = line / length_squared
        _add_outer(down * unit[1], right * unit[0], out=share)
        _add_outer(down * down, right * right, out=squared)
        # |e|^2 - t (2 e.d - t |d|^2), with e from the begin, d the line, t the share
        # held between 0 and 1.
        np.clip(share, 0, 1, out=clipped)
        share *= 2
        share -= clipped
        share *= clipped
        share *= length_squared
        squared -= share
        squared *= thinness_sn[index]
        np.minimum(nearest, squared, out=nearest)
    distance = np.sqrt(np.maximum(nearest, 0, out=nearest), out=nearest)
    return np.ascontiguousarray(distance.transpose(2, 0, 1))


def _add_outer(by_row: Floats, by_column: Floats, *, out: Floats) -> None:
    np.add(by_row[:, np.newaxis], by_column[np.newaxis], out=out)


def _ink(distance_nhw: Floats, radius_n: Floats, softness_n: Floats) -> Floats:
    """Return ink from 0 to 1: full inside the line, fading over a soft edge."""
    radius = radius_n[:, np.newaxis, np.newaxis]
    softness = softness_n[:, np.newaxis, np.newaxis]
    level = np.clip((radius - distance_nhw) / softness + np.float32(0.5), 0, 1)
    # Slow near paper and near full ink, steep between, as in MNIST.
    soft: Floats = level * level * (3 - 2 * level)
    return soft


def _place(ink_nhw: Floats, images_nhw: NDArray[np.uint8]) -> None:
    """Write the pictures so that each centre of mass is in the middle."""
    count = len(ink_nhw)
    mass = ink_nhw.sum(axis=(1, 2))
    cells = np.arange(FIT_SIZE)
    row = (ink_nhw.sum(axis=2) * cells).sum(axis=1) / mass
    column = (ink_nhw.sum(axis=1) * cells).sum(axis=1) / mass
    room = DIGIT_SIZE - FIT_SIZE
    top = np.clip(np.rint(MIDDLE - row), 0, room).astype(np.intp)
    left = np.clip(np.rint(MIDDLE - column), 0, room).astype(np.intp)
    strongest = ink_nhw.max(axis=(1, 2), keepdims=True)
    images_nhw[
        np.arange(count)[:, np.newaxis, np.newaxis],
        (top[:, np.newaxis] + cells)[:, :, np.newaxis],
        (left[:, np.newaxis] + cells)[:, np.newaxis, :],
    ] = np.rint(ink_nhw * (255 / strongest)).astype(np.uint8)

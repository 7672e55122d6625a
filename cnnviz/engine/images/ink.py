"""What is ink and what is paper in a grey picture of a drawing."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError

# Ink that differs from its paper by fewer grey levels than this is not seen as ink.
FAINTEST_INK: Final = 14.0

# Light is looked at in blocks, about this many a side: shadows are soft, grain is not.
LIGHT_GRID: Final = 120

# How fast the paper may darken, in grey levels for the length of the longer side: never
# faster than the first, nor than the second times the contrast of the ink. The edge of
# a stroke is steeper, the edge of a soft shadow is not.
STEEPEST_LIGHT: Final = 700.0
STEEPNESS_OF_CONTRAST: Final = 4.2

# Of the threshold between paper and ink, what already leaves the paper's estimate.
INK_OF_THRESHOLD: Final = 0.7

# A border that leaves its plane by no more than this part of the contrast (or by so
# few grey levels) has no shadow on it.
SHADOW_OF_CONTRAST: Final = 0.08
FAINTEST_SHADOW: Final = 4.0

Levels = NDArray[np.float32]


def ink_of_grey(grey_hw: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the ink of a picture: 0 where the paper is, up to 255 for the pen.

    The paper is taken to be a plane of grey levels through the picture's border, so
    light that falls from one side does no harm. Ink is whatever stands out from it,
    on the darker or the lighter side, whichever stands out more. Where a shadow lies
    on the border, the paper is instead whatever changes slowly: a soft shadow does,
    the edge of a stroke does not. What the paper itself varies is set to 0, and the
    rest stretched so that a faint pencil becomes full ink.

    Parameters
    ----------
    grey_hw
        uint8, H x W: dark ink on light paper or light ink on dark paper.

    Returns
    -------
    NDArray
        uint8, H x W.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` when nothing stands out.

    Examples
    --------
    >>> page_hw = np.full((5, 5), 200, dtype=np.uint8)
    >>> page_hw[2, 1:4] = 120
    >>> ink_of_grey(page_hw)[2]
    array([  0, 255, 255, 255,   0], dtype=uint8)
    """
    paper_hw, variation = _paper(grey_hw)
    difference_hw = paper_hw - grey_hw
    if -difference_hw.min() > difference_hw.max():
        difference_hw = -difference_hw
    blocks_hw, block = _blocks(difference_hw)
    if variation and _is_shadowed(blocks_hw):
        paper_hw = _enlarged(_slow_paper(-blocks_hw), block, grey_hw.shape)
        difference_hw += paper_hw
        variation = _border_variation(difference_hw)
    threshold = _threshold(difference_hw)
    strong = difference_hw[difference_hw > threshold]
    if not strong.size or strong.mean() < max(FAINTEST_INK, 2 * variation):
        raise CnnvizError("drawing_empty")
    full_ink = float(np.median(strong))
    # The border is a small part of the paper; elsewhere it varies a little more.
    floor = min(1.5 * variation, threshold)
    stretched_hw = (difference_hw - floor) * (255.0 / (full_ink - floor))
    ink_hw = np.asarray(np.rint(np.clip(stretched_hw, 0.0, 255.0)), np.uint8)
    # Far from the pen nothing is ink: spots of paper fainter than half the threshold
    # would otherwise widen the box round the digit.
    top, left, height, width = ink_box(difference_hw > threshold)
    # With one soft pixel more on every side.
    rows = slice(max(top - 1, 0), top + height + 1)
    columns = slice(max(left - 1, 0), left + width + 1)
    only_hw = np.zeros_like(ink_hw)
    only_hw[rows, columns] = ink_hw[rows, columns]
    return only_hw


def _paper(grey_hw: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
    """Return the level of the paper everywhere, and how much the border varies."""
    height, width = grey_hw.shape
    if height > 1 and width > 1 and (level := _only_level(grey_hw)) is not None:
        return np.full((height, width), level, np.float32), 0.0
    places = np.flatnonzero(_border(height, width))
    rows, columns = places // width, places % width
    levels = grey_hw.ravel()[places].astype(np.float64)
    plane = np.stack([np.ones(len(rows)), rows, columns], axis=1)
    # Twice: the second time without what does not look like paper, such as a stroke
    # that leaves the picture.
    kept = np.abs(levels - np.median(levels)) <= 40
    for _ in range(2):
        factors = _plane(plane[kept], levels[kept])
        residual = np.abs(levels - plane @ factors)
        kept = _is_paper(residual)
    variation = float(residual[kept].max())
    level, down, right = factors
    paper_hw = (
        level + down * np.arange(height)[:, np.newaxis] + right * np.arange(width)
    )
    return paper_hw.astype(np.float32), variation


def _only_level(grey_hw: NDArray[np.uint8]) -> int | None:
    """Return the level of a border that has only one, as most drawings have."""
    band = max(1, min(grey_hw.shape) // 50, -(-max(grey_hw.shape) // LIGHT_GRID))
    level = int(grey_hw[0, 0])
    ends = grey_hw[:band], grey_hw[-band:], grey_hw[:, :band], grey_hw[:, -band:]
    return level if all((end == level).all() for end in ends) else None


def _plane(
    places_n3: NDArray[np.float64], levels: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the plane through levels with the least squared error."""
    # By the normal equations, for they are three; a single row or column has no slope
    # across, which the pseudo-inverse takes as none.
    turned = places_n3.T
    inverse = np.linalg.pinv(turned @ places_n3, hermitian=True)
    return np.asarray(inverse @ (turned @ levels))


def _border(height: int, width: int) -> NDArray[np.bool_]:
    """Return what belongs to the border: a fiftieth of the shorter side."""
    band = max(1, min(height, width) // 50)
    border_hw = np.ones((height, width), dtype=bool)
    border_hw[band : height - band, band : width - band] = False
    return border_hw


def _border_variation(difference_hw: Levels) -> float:
    """Return how much the border varies about its paper, strokes left out."""
    residual = np.abs(difference_hw[_border(*difference_hw.shape)])
    return float(residual[_is_paper(residual)].max())


def _is_paper(residual: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Return which of a border's levels are no further off than paper is."""
    return residual <= max(2.0, 3.0 * float(np.median(residual)))


def _blocks(levels_hw: Levels) -> tuple[Levels, int]:
    """Return means of square blocks, and the side of a block in pixels."""
    block = -(-max(levels_hw.shape) // LIGHT_GRID)
    if block == 1:
        return levels_hw, 1
    return np.asarray(Image.fromarray(levels_hw).reduce(block)), block


def _enlarged(blocks_hw: Levels, block: int, shape: tuple[int, ...]) -> Levels:
    """Return smooth levels of the given height and width from those of blocks."""
    if block == 1:
        return blocks_hw
    height, width = blocks_hw.shape
    how = Image.Resampling.BILINEAR
    smooth = Image.fromarray(blocks_hw).resize((width * block, height * block), how)
    return np.asarray(smooth)[: shape[0], : shape[1]]


def _is_shadowed(difference_hw: Levels) -> bool:
    """Return whether much of the border is off its plane, more than a stroke would."""
    off = np.abs(difference_hw[_border(*difference_hw.shape)])
    contrast = float(difference_hw.max())
    limit = max(FAINTEST_SHADOW, SHADOW_OF_CONTRAST * contrast)
    return float(np.percentile(off, 93)) > limit


def _slow_paper(light_hw: Levels) -> Levels:
    """Return the paper below dark ink, given that its level changes slowly.

    First the lowest levels that are nowhere below the picture and nowhere too steep;
    that parts ink from paper. Below the ink the paper is then taken midway between the
    highest and the lowest that the paper round it allows.
    """
    side = max(light_hw.shape)
    first_hw = _slow_above(light_hw, STEEPEST_LIGHT / side)
    contrast = float((first_hw - light_hw).max())
    # Ten levels more, because so steep a paper sinks a little into each stroke.
    steepest = min(STEEPEST_LIGHT, STEEPNESS_OF_CONTRAST * (contrast + 10.0)) / side
    paper_hw = _slow_above(light_hw, steepest)
    depth_hw = paper_hw - light_hw
    ink_hw = _one_wider(depth_hw > INK_OF_THRESHOLD * _threshold(depth_hw))
    if ink_hw.all():
        return paper_hw
    unknown = np.float32(-1e4)
    lowest_hw = _slow_above(np.where(ink_hw, unknown, light_hw), steepest)
    highest_hw = -_slow_above(np.where(ink_hw, unknown, -light_hw), steepest)
    return np.where(ink_hw, (lowest_hw + highest_hw) / 2, paper_hw)


def _slow_above(levels_hw: Levels, steepest: float) -> Levels:
    """Return the lowest levels not below these that change by ``steepest`` a pixel."""
    for axis in (0, 1):
        ramp = np.float32(steepest) * np.arange(levels_hw.shape[axis], dtype=np.float32)
        ramp = ramp[:, np.newaxis] if axis == 0 else ramp[np.newaxis]
        ahead_hw = np.maximum.accumulate(levels_hw + ramp, axis=axis) - ramp
        back_hw = np.flip(levels_hw - ramp, axis)
        back_hw = np.flip(np.maximum.accumulate(back_hw, axis=axis), axis) + ramp
        levels_hw = np.maximum(ahead_hw, back_hw)
    return levels_hw


def _one_wider(ink_hw: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the ink with a block more on every side, corners too."""
    padded = np.pad(ink_hw, 1)
    rows = padded[:-2] | padded[1:-1] | padded[2:]
    return np.asarray(rows[:, :-2] | rows[:, 1:-1] | rows[:, 2:])


def _threshold(difference_hw: NDArray[np.float32]) -> float:
    """Return the level midway between paper and ink, parted by Otsu's method."""
    levels = np.clip(difference_hw, 0, 255).astype(np.uint8)
    counts = np.array(Image.fromarray(levels).histogram(), np.float64)
    below = counts.cumsum()
    sum_below = (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    paper = sum_below / np.maximum(below, 1)
    ink = (sum_below[-1] - sum_below) / np.maximum(above, 1)
    parting = int(np.argmax(below * above * (ink - paper) ** 2))
    return float(paper[parting] + ink[parting]) / 2


def ink_box(ink_hw: NDArray[np.generic]) -> tuple[int, int, int, int]:
    """Return top, left, height and width of the smallest box round the ink.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` when there is none.
    """
    rows = np.flatnonzero(ink_hw.any(axis=1))
    if not rows.size:
        raise CnnvizError("drawing_empty")
    columns = np.flatnonzero(ink_hw.any(axis=0))
    top, left = int(rows[0]), int(columns[0])
    return top, left, int(rows[-1]) - top + 1, int(columns[-1]) - left + 1

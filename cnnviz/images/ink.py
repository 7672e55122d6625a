"""What is ink and what is paper in a grey picture of a drawing."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.errors import CnnvizError

# Ink that differs from its paper by fewer grey levels than this is not seen as ink.
FAINTEST_INK: Final = 14.0


def ink_of_grey(grey_hw: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return the ink of a picture: 0 where the paper is, up to 255 for the pen.

    The paper is taken to be a plane of grey levels through the picture's border, so
    light that falls from one side does no harm. Ink is whatever stands out from it,
    on the darker or the lighter side, whichever stands out more. What the paper itself
    varies is set to 0, and the rest stretched so that a faint pencil becomes full ink.

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
    threshold = _threshold(difference_hw)
    strong = difference_hw[difference_hw > threshold]
    if not strong.size or strong.mean() < max(FAINTEST_INK, 2 * variation):
        raise CnnvizError("drawing_empty")
    full_ink = float(np.median(strong))
    # The border is a small part of the paper; elsewhere it varies a little more.
    floor = min(1.5 * variation, threshold)
    stretched_hw = (difference_hw - floor) * (255.0 / (full_ink - floor))
    ink_hw: NDArray[np.uint8]
    ink_hw = np.rint(np.clip(stretched_hw, 0.0, 255.0)).astype(np.uint8)
    # Far from the pen nothing is ink: spots of paper fainter than half the threshold
    # would otherwise widen the box round the digit.
    top, left, bottom, right = _margin_box(difference_hw > threshold)
    only_hw = np.zeros_like(ink_hw)
    only_hw[top:bottom, left:right] = ink_hw[top:bottom, left:right]
    return only_hw


def _paper(grey_hw: NDArray[np.uint8]) -> tuple[NDArray[np.float32], float]:
    """Return the level of the paper everywhere, and how much the border varies."""
    height, width = grey_hw.shape
    band = max(1, min(height, width) // 50)
    border_hw = np.ones((height, width), dtype=bool)
    border_hw[band : height - band, band : width - band] = False
    rows, columns = np.nonzero(border_hw)
    levels = grey_hw[border_hw].astype(np.float64)
    plane = np.stack([np.ones(len(rows)), rows, columns], axis=1)
    # Twice: the second time without what does not look like paper, such as a stroke
    # that leaves the picture.
    kept = np.abs(levels - np.median(levels)) <= 40
    for _ in range(2):
        factors, *_rest = np.linalg.lstsq(plane[kept], levels[kept], rcond=None)
        residual = np.abs(levels - plane @ factors)
        kept = residual <= max(2.0, 3.0 * float(np.median(residual)))
    variation = float(residual[kept].max())
    level, down, right = factors
    paper_hw = (
        level + down * np.arange(height)[:, np.newaxis] + right * np.arange(width)
    )
    return paper_hw.astype(np.float32), variation


def _threshold(difference_hw: NDArray[np.float32]) -> float:
    """Return the level midway between paper and ink, parted by Otsu's method."""
    levels = np.clip(difference_hw, 0, 255).astype(np.uint8)
    counts = np.bincount(levels.ravel(), minlength=256).astype(np.float64)
    below = counts.cumsum()
    sum_below = (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    paper = sum_below / np.maximum(below, 1)
    ink = (sum_below[-1] - sum_below) / np.maximum(above, 1)
    parting = int(np.argmax(below * above * (ink - paper) ** 2))
    return float(paper[parting] + ink[parting]) / 2


def _margin_box(ink: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Return top, left, bottom and right round the ink and one soft pixel more."""
    rows = np.flatnonzero(ink.any(axis=1))
    columns = np.flatnonzero(ink.any(axis=0))
    return (
        max(int(rows[0]) - 1, 0),
        max(int(columns[0]) - 1, 0),
        int(rows[-1]) + 2,
        int(columns[-1]) + 2,
    )

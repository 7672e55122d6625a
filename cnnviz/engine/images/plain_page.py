"""Whether a picture is a plain page, on which no frame, desk or line is to be sought."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.components import Labels, parts

Levels = NDArray[np.float32]

# Paper varies by no more grey levels than this.
ALIKE: Final = 6.0

# A picture is a plain page where this many cells along its rim are alike, and little is
# written on it: so few parts, not far across the page, none a filled area.
PLAIN_RIM: Final = 3
PLAIN_PARTS: Final = 3
PLAIN_SPAN: Final = 0.9
PLAIN_INK: Final = 0.6


def is_plain_page(coarse_hw: Levels) -> bool:
    """Return whether there is nothing but a digit on paper that ends with the picture.

    Soon told, and true of most pictures: the rest need not be looked for then. Frames and
    sheets on desks are filled areas, lines end at the rim or go far, boxes hold a part.

    Parameters
    ----------
    coarse_hw
        float32, H x W: the grey levels of a picture, reduced to about a hundred cells a
        side.

    Examples
    --------
    >>> page_hw = np.full((60, 60), 230, np.float32)
    >>> page_hw[20:40, 28:30] = 10
    >>> is_plain_page(page_hw), is_plain_page(np.pad(page_hw, 4))
    (True, False)
    """
    rim = PLAIN_RIM
    if min(coarse_hw.shape) <= 4 * rim:
        return False
    ends = coarse_hw[:rim], coarse_hw[-rim:], coarse_hw[:, :rim], coarse_hw[:, -rim:]
    lowest, highest = min(end.min() for end in ends), max(end.max() for end in ends)
    if highest - lowest > ALIKE:
        return False
    written_hw = np.abs(coarse_hw - (lowest + highest) / 2) > ALIKE
    rows, columns = (np.flatnonzero(written_hw.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return True
    box_hw = written_hw[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    if max(np.divide(box_hw.shape, coarse_hw.shape)) > PLAIN_SPAN:
        return False
    labels_hw, count = parts(box_hw)
    return count <= PLAIN_PARTS and not any(
        _holds_or_fills(labels_hw, part) for part in range(count)
    )


def _holds_or_fills(labels_hw: Labels, part: int) -> bool:
    """Return whether a part fills the box round it, or has another one in there."""
    mask_hw = labels_hw == part
    rows, columns = (np.flatnonzero(mask_hw.any(axis=axis)) for axis in (1, 0))
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    is_large = min(len(rows), len(columns)) > PLAIN_RIM
    return bool(
        (is_large and mask_hw[box].mean() > PLAIN_INK)
        or ((labels_hw[box] >= 0) & ~mask_hw[box]).any()
    )

"""Ink in its colours on paper."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPalette

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark, mixed


def ink_image(ink_hw: NDArray[np.uint8], palette: QPalette) -> QImage:
    """Return ink, 0 paper to 255 ink, in the colours of a palette's sheet.

    Four bytes a cell, as the screen has them: what must be turned into that each time it
    is painted takes four times as long.
    """
    height, width = ink_hw.shape
    pixels = _colours(is_dark(palette))[ink_hw]
    form = QImage.Format.Format_RGB32
    return QImage(pixels.data, width, height, 4 * width, form).copy()


def sheet_of(palette: QPalette) -> tokens.Sheet:
    """Return the colours of the sheet of the theme that a palette belongs to."""
    return tokens.SHEETS[is_dark(palette)]


@cache
def _colours(dark: bool) -> NDArray[np.uint32]:
    """Return 256 colours from paper to ink, as an image of 32 bits wants them."""
    pen, paper = tokens.SHEETS[dark].pen, tokens.SHEETS[dark].paper
    shares = (level / 255 for level in range(256))
    return np.array([mixed(pen, paper, share).rgb() for share in shares], np.uint32)

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
    ink_hw = np.ascontiguousarray(ink_hw)
    levels = QImage(ink_hw.data, width, height, width, QImage.Format.Format_Indexed8)
    levels.setColorTable(_colours(is_dark(palette)))
    return levels.convertToFormat(QImage.Format.Format_RGB32)


def sheet_of(palette: QPalette) -> tokens.Sheet:
    """Return the colours of the sheet of the theme that a palette belongs to."""
    return tokens.SHEETS[is_dark(palette)]


@cache
def _colours(dark: bool) -> list[int]:
    """Return 256 colours from paper to ink."""
    pen, paper = tokens.SHEETS[dark].pen, tokens.SHEETS[dark].paper
    return [mixed(pen, paper, level / 255).rgb() for level in range(256)]

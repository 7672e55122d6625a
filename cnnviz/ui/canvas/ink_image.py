"""Ink in its colours on paper."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPalette

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark, mixed


def ink_image(ink_hw: NDArray[np.uint8], palette: QPalette) -> QImage:
    """Return ink, 0 paper to 255 ink, in the colours of a palette's sheet."""
    height, width = ink_hw.shape
    levels = np.ascontiguousarray(ink_hw)
    view = QImage(levels.data, width, height, width, QImage.Format.Format_Indexed8)
    image = view.copy()
    colour_ink(image, palette)
    return image


def colour_ink(image: QImage, palette: QPalette) -> None:
    """Give ink that was painted before the colours of another palette's sheet."""
    image.setColorTable(_colour_table(is_dark(palette)))


def sheet_of(palette: QPalette) -> tokens.Sheet:
    """Return the colours of the sheet of the theme that a palette belongs to."""
    return tokens.SHEETS[is_dark(palette)]


@cache
def _colour_table(dark: bool) -> list[int]:
    """Return 256 colours from paper to ink, as an indexed image wants them."""
    sheet = tokens.SHEETS[dark]
    return [mixed(sheet.pen, sheet.paper, level / 255).rgb() for level in range(256)]

"""Ink in its colours on paper."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from cnnviz.ui.theme import tokens


def ink_image(ink_hw: NDArray[np.uint8]) -> QImage:
    """Return ink, 0 paper to 255 ink, as a picture to paint."""
    height, width = ink_hw.shape
    levels = np.ascontiguousarray(ink_hw)
    view = QImage(levels.data, width, height, width, QImage.Format.Format_Indexed8)
    image = view.copy()
    image.setColorTable(_colour_table())
    return image


@cache
def _colour_table() -> list[int]:
    """Return 256 colours from paper to ink, as an indexed image wants them."""
    return [
        QColor.fromRgbF(
            tokens.SHEET.redF() + (tokens.PEN.redF() - tokens.SHEET.redF()) * share,
            tokens.SHEET.greenF()
            + (tokens.PEN.greenF() - tokens.SHEET.greenF()) * share,
            tokens.SHEET.blueF() + (tokens.PEN.blueF() - tokens.SHEET.blueF()) * share,
        ).rgb()
        for share in (index / 255 for index in range(256))
    ]

"""Pictures as Qt's images."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from cnnviz.engine.images.picture import Picture

_Format = QImage.Format


def picture_image(picture: Picture, every: int = 1) -> QImage:
    """Return a picture as an image of its own memory.

    ``every`` above 1 takes each n-th row and column only: a thumbnail of a photograph
    then costs no more than one of a digit.
    """
    pixels_chw = picture.pixels_chw[:, ::every, ::every]
    return pixels_image(np.ascontiguousarray(pixels_chw.transpose(1, 2, 0)))


def pixels_image(pixels_hwc: NDArray[np.uint8]) -> QImage:
    """Return grey or coloured pixels, contiguous in memory, as an image of its own."""
    height, width, channels = pixels_hwc.shape
    form = _Format.Format_Grayscale8 if channels == 1 else _Format.Format_RGB888
    # Qt does not copy the bytes by itself, and ours are gone when this returns.
    return QImage(pixels_hwc.data, width, height, width * channels, form).copy()

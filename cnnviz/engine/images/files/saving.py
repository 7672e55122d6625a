"""Pictures turned back into files."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image


def encode_png(pixels_chw: NDArray[np.uint8]) -> bytes:
    """Return the bytes of a PNG file.

    Parameters
    ----------
    pixels_chw
        uint8, ``1 x H x W`` (grey) or ``3 x H x W`` (red, green, blue).

    Examples
    --------
    >>> encode_png(np.zeros((1, 2, 2), np.uint8))[1:4]
    b'PNG'
    """
    grey = len(pixels_chw) == 1
    pixels = pixels_chw[0] if grey else pixels_chw.transpose(1, 2, 0)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG")
    return buffer.getvalue()

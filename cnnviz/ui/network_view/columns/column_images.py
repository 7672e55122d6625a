"""The numbers of blocks as images, in the colours of the look."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.canvas.grid_cells import argb_table, block_image
from cnnviz.ui.theme.look import Look

_OPAQUE = QImage.Format.Format_RGB32


def maps_image(picture: LayerPicture, look: Look) -> QImage:
    """Return all tiles of a layer, as they lie in its atlas."""
    pixels = argb_table(look.tables[picture.palette])[picture.atlas]
    return block_image(np.ascontiguousarray(pixels), _OPAQUE)


def strip_image(picture: LayerPicture, look: Look) -> QImage:
    """Return the numbers of a vector in one column."""
    table = argb_table(look.tables[picture.palette])
    bytes_n = picture.atlas.reshape(-1)[: picture.count]
    return block_image(np.ascontiguousarray(table[bytes_n][:, np.newaxis]), _OPAQUE)


def picture_image(pixels: NDArray[np.uint8], look: Look) -> QImage:
    """Return what a network sees: uint8, ``H x W``, in colour ``3 x H x W``."""
    if pixels.ndim == 2:
        return block_image(argb_table(look.tables["grey"])[pixels], _OPAQUE)
    rgb_hw3 = np.ascontiguousarray(pixels.transpose(1, 2, 0))
    height, width, _ = rgb_hw3.shape
    image = QImage(rgb_hw3.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(_OPAQUE)


class BlockImages:
    """The newest image of each block, made anew only where its numbers changed."""

    def __init__(self) -> None:
        self._images: dict[int, QImage] = {}
        self._made_of: dict[int, tuple[object, Look]] = {}

    @property
    def images(self) -> Mapping[int, QImage]:
        """By the place of a block."""
        return self._images

    def clear(self) -> None:
        """Forget them all: another network comes."""
        self._images.clear()
        self._made_of.clear()

    def render(
        self, place: int, numbers: LayerPicture | NDArray[np.uint8] | None, look: Look
    ) -> None:
        """Let a block show other numbers; ``None`` shows none."""
        made_of = self._made_of.get(place)
        if made_of is not None and made_of[0] is numbers and made_of[1] is look:
            return
        self._made_of[place] = (numbers, look)
        if numbers is None:
            self._images.pop(place, None)
        elif isinstance(numbers, LayerPicture):
            of = strip_image if numbers.is_vector else maps_image
            self._images[place] = of(numbers, look)
        else:
            self._images[place] = picture_image(numbers, look)

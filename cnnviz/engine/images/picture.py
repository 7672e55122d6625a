"""A picture as the whole program passes it around."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.images.picture_notes import PictureNote

COLOUR_LETTERS: Final = "RGB"
"""The channels of a colour picture, in their order; the same in every language."""

# Pixels turned grey at a time: their copies stay in the cache, and Pillow, which keeps
# Python's lock while it works, gives other threads their turn.
_BLOCK: Final = 131_072


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Pixels with a name; compared by identity.

    Attributes
    ----------
    pixels_chw
        uint8, ``1 x H x W`` (grey) or ``3 x H x W`` (red, green, blue). Never written
        to after construction.
    name
        What to call it on the screen: a file's name, a sample's key.
    reduced_from
        Height and width in the file, when it was too large to be taken as it is.
    note
        What was done to its numbers when they were read, if that has to be said.
    """

    pixels_chw: NDArray[np.uint8]
    name: str
    reduced_from: tuple[int, int] | None = None
    note: PictureNote | None = None

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width in pixels."""
        _, height, width = self.pixels_chw.shape
        return height, width

    @property
    def is_grey(self) -> bool:
        """Whether there is one channel only."""
        return len(self.pixels_chw) == 1

    def to_grey(self) -> "Picture":
        """Return the picture in grey levels, with the weights of Pillow's mode ``L``."""
        if self.is_grey:
            return self
        height, width = self.size_hw
        grey_hw = np.empty((height, width), np.uint8)
        rows = max(1, _BLOCK // width)
        for first in range(0, height, rows):
            block_chw = self.pixels_chw[:, first : first + rows]
            rgb = np.ascontiguousarray(block_chw.transpose(1, 2, 0))
            grey = Image.fromarray(rgb).convert("L")
            grey_hw[first : first + rows] = np.asarray(grey)
        return replace(self, pixels_chw=grey_hw[np.newaxis])

    def to_rgb(self) -> "Picture":
        """Return the picture with three channels; those of a grey one are equal."""
        if not self.is_grey:
            return self
        return replace(self, pixels_chw=np.repeat(self.pixels_chw, 3, axis=0))

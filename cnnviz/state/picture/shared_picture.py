"""The one picture that all pages look at."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import reduce_drawing
from cnnviz.state.store import Store

Origin = Literal["drawing", "file", "sample", "dataset", "numbers", "network"]
Edit = Literal["cropped", "resized"]

PAD_HW: Final = (280, 280)
"""Rows and columns of ink on the draw pad: ten for each pixel of a digit."""


@dataclass(frozen=True, slots=True, eq=False)
class SharedPicture:
    """The picture, and where it comes from.

    Attributes
    ----------
    picture
        What the Convolution page walks across. Of a drawing: its 28 x 28 reduction.
    origin
        Whether it was drawn, opened (file, drop, paste), is one of our samples, comes
        from a data set, was typed number by number, or taken from inside a network.
    ink_hw
        Of a drawing: uint8, ``280 x 280``, 0 paper to 255 ink. Otherwise ``None``.
    numbers_chw
        Numbers that are no levels, float32, ``C x H x W``: what the Convolution page works on, while
        ``picture`` shows them as grey levels (`as_levels`). Otherwise ``None``.
    edits
        What was done to it after, each once, in the order in which it was done first.
    """

    picture: Picture
    origin: Origin
    ink_hw: NDArray[np.uint8] | None = None
    numbers_chw: NDArray[np.float32] | None = None
    edits: tuple[Edit, ...] = ()


PictureStore = Store[SharedPicture]


def drawing(ink_hw: NDArray[np.uint8]) -> SharedPicture:
    """Return the shared picture that a drawing makes."""
    return SharedPicture(reduce_drawing(ink_hw), "drawing", ink_hw)

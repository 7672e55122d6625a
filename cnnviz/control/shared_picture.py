"""The one picture that all pages look at."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.control.store import Store
from cnnviz.images.picture import Picture

Origin = Literal["drawing", "file", "sample"]


@dataclass(frozen=True, slots=True, eq=False)
class SharedPicture:
    """The picture, and where it comes from.

    Attributes
    ----------
    picture
        What the Convolution page walks across. Of a drawing: its 28 x 28 reduction.
    origin
        Whether it was drawn, opened (file, drop, paste) or is one of our samples.
    ink_hw
        Of a drawing: uint8, ``280 x 280``, 0 paper to 255 ink. Otherwise ``None``.
    """

    picture: Picture
    origin: Origin
    ink_hw: NDArray[np.uint8] | None = None


PictureStore = Store[SharedPicture]

"""From numbers to colours, the same at every step of an animation."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.images.colour_maps import (
    DIVERGING,
    GREY,
    sequential_range,
    signed_range,
    to_indices,
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Which numbers are the first and the last colour; ``signed`` has 0 in the middle."""

    low: float
    high: float
    signed: bool = False

    def colours(self, values_hw: Array) -> NDArray[np.uint8]:
        """Return red, green and blue of each number: ``H x W x 3``."""
        lut = DIVERGING if self.signed else GREY
        coloured: NDArray[np.uint8] = lut[to_indices(values_hw, self.low, self.high)]
        return coloured


def input_scale(values_chw: Array) -> Scale:
    """Return a scale for numbers of which nothing is known: bytes are grey levels."""
    if values_chw.dtype == np.uint8:
        return Scale(0.0, 255.0)
    if values_chw.min() < 0:
        return Scale(*signed_range(values_chw), signed=True)
    return Scale(*sequential_range(values_chw))


def signed_scale(values: Array) -> Scale:
    """Return a scale with 0 in the middle."""
    return Scale(*signed_range(values), signed=True)


def output_scale(values_hw: Array, white: float) -> Scale:
    """Return the scale of a result: levels of the picture stay the levels they are."""
    if values_hw.min() < 0:
        return signed_scale(values_hw)
    return Scale(0.0, max(white, float(values_hw.max())))

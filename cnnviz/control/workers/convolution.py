"""The whole output of a convolution, ready for the screen."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.apply import convolve
from cnnviz.convolution.walk import Walk
from cnnviz.images.colour_maps import signed_range, to_indices

OutputPalette = Literal["grey", "diverging"]


@dataclass(frozen=True, slots=True, eq=False)
class OutputPicture:
    """An output with its colours.

    Attributes
    ----------
    values_hw
        float32: the numbers.
    indices_hw
        uint8: where each number lies between ``low`` and ``high``.
    palette
        ``diverging`` when any number is negative, else ``grey``.
    low, high
        The numbers of index 0 and 255.
    """

    values_hw: NDArray[np.float32]
    indices_hw: NDArray[np.uint8]
    palette: OutputPalette
    low: float
    high: float


def whole_output(walk: Walk) -> OutputPicture:
    """Compute every output cell of a walk's own channel, and colour it (in a worker)."""
    values_chw = convolve(
        walk.input_chw,
        walk.kernels_oikk,
        walk.spec,
        walk.bias_o,
        output_channel=walk.output_channel,
    )
    return coloured(values_chw[0])


def coloured(values_hw: NDArray[np.float32]) -> OutputPicture:
    """Choose the colours of an output.

    Numbers that could be grey levels are shown as these very levels, so that a blur
    looks like the picture that it came from.
    """
    if values_hw.min() < 0:
        low, high = signed_range(values_hw)
        palette: OutputPalette = "diverging"
    else:
        low, high = 0.0, max(255.0, float(values_hw.max()))
        palette = "grey"
    indices_hw = to_indices(values_hw, low, high)
    return OutputPicture(values_hw, indices_hw, palette, low, high)

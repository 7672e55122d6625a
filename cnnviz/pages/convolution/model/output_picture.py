"""The output of an operation, ready for the screen."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.operations.kernel_operation import KernelOperation
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.state.picture.layer_pictures import LayerPicture

OutputPalette = Literal["grey", "diverging"]


@dataclass(frozen=True, slots=True, eq=False)
class OutputPicture:
    """One output channel with its colours.

    Attributes
    ----------
    values_hw
        float32: the numbers.
    indices_hw
        uint8: where each number lies between ``low`` and ``high``.
    palette
        ``diverging`` where the operation can make negative numbers (`is_signed`), else
        ``grey``: it does not change from one picture to the next.
    low, high
        The numbers of index 0 and 255.
    size_hw
        Height and width of the whole output.
    every
        1, or n when only every n-th row and column is there yet.
    channel
        Which output channel.
    maps
        All output channels as small pictures, when there are several and they are
        not too large.
    totals
        The smallest and the largest number before the activation; ``None`` when there
        is no activation.
    walk
        Whose output it is; the position of its window says nothing here.
    """

    values_hw: NDArray[np.float32]
    indices_hw: NDArray[np.uint8]
    palette: OutputPalette
    low: float
    high: float
    size_hw: Pair
    every: int = 1
    channel: int = 0
    maps: LayerPicture | None = None
    totals: tuple[float, float] | None = None
    walk: Walk | None = None

    def is_of(self, walk: Walk) -> bool:
        """Whether this is the output of a walk, wherever its window stands."""
        return (
            self.walk is not None
            and self.walk.operation is walk.operation
            and self.walk.activation == walk.activation
            and self.channel == walk.output_channel
        )


def is_signed(walk: Walk) -> bool:
    """Whether an output channel can hold negative numbers, by how it is made.

    It can where a weight, the bias or a number that is read is negative, unless the
    activation lets none through.
    """
    operation, activation = walk.operation, walk.activation
    if not ACTIVATIONS[activation.kind].can_be_negative(activation.slope):
        return False
    reads = operation.input_chw
    if reads.dtype != np.uint8 and reads.size and float(reads.min()) < 0:
        return True
    if not isinstance(operation, KernelOperation):
        return False
    channel = walk.output_channel
    bias_o = operation.bias_o
    has_bias = bias_o is not None and float(bias_o[channel]) < 0
    return has_bias or float(operation.kernel_of(channel)[1].min()) < 0


def coloured(
    values_hw: NDArray[np.float32], white: float = 255.0, *, signed: bool = False
) -> OutputPicture:
    """Choose the colours of an output; all else is as of the only channel of a whole one.

    Numbers that could be levels of the picture (0 to ``white``) are shown as these
    very levels, so that a blur looks like the picture that it came from. ``signed`` as
    `is_signed`.
    """
    low, high, palette = output_range(values_hw, white, signed=signed)
    height, width = values_hw.shape
    indices_hw = to_indices(values_hw, low, high)
    return OutputPicture(values_hw, indices_hw, palette, low, high, (height, width))


def output_range(
    values_hw: NDArray[np.float32], white: float, *, signed: bool = False
) -> tuple[float, float, OutputPalette]:
    """Return the numbers of index 0 and 255, and the palette, of an output."""
    if signed or values_hw.min() < 0:
        return *signed_range(values_hw), "diverging"
    return 0.0, max(white, float(values_hw.max())), "grey"

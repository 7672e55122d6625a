"""Windows that move over maps, for all pictures and channels of a batch at once."""

import numpy as np
from numpy.lib.stride_tricks import as_strided

from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.spec import PaddingMode, Pair
from cnnviz.engine.networks.layers.layer_spec import Array

NUMPY_MODES = {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}
"""What NumPy calls the modes of a padding."""


def padded(
    maps_nchw: Array, amounts: Amounts, mode: PaddingMode = "zeros", fill: float = 0
) -> Array:
    """Return the maps with cells around them; the maps themselves if there are none.

    Parameters
    ----------
    maps_nchw
        float32, ``N x C x H x W``.
    amounts
        Rows and columns to add.
    mode
        What they hold; ``zeros`` stands for ``fill``.
    fill
        What cells of the mode ``zeros`` hold.

    Examples
    --------
    >>> padded(np.ones((1, 1, 1, 2), "f4"), Amounts(0, 0, 1, 0)).tolist()
    [[[[0.0, 1.0, 1.0]]]]
    """
    if amounts == Amounts(0, 0, 0, 0):
        return maps_nchw
    rows, columns = (amounts.top, amounts.bottom), (amounts.left, amounts.right)
    if mode != "zeros":
        sides = ((0, 0), (0, 0), rows, columns)
        return np.pad(maps_nchw, sides, NUMPY_MODES[mode])  # type: ignore[call-overload, no-any-return]
    count, channels, height, width = maps_nchw.shape
    shape = (count, channels, height + sum(rows), width + sum(columns))
    around = np.full(shape, fill, np.float32)
    inside = around[:, :, amounts.top :, amounts.left :]
    inside[:, :, :height, :width] = maps_nchw
    return around


def windows(
    maps_nchw: Array, kernel: Pair, stride: Pair, dilation: Pair, outputs_hw: Pair
) -> Array:
    """Return every cell of every window, without copying: ``N x C x kh x kw x H' x W'``.

    Examples
    --------
    >>> row = np.float32([[[[1, 2, 3, 4]]]])
    >>> windows(row, (1, 2), (1, 2), (1, 1), (1, 2)).reshape(2, 2).tolist()
    [[1.0, 3.0], [2.0, 4.0]]
    """
    count, channels, _, _ = maps_nchw.shape
    by_picture, by_channel, by_row, by_column = maps_nchw.strides
    return as_strided(
        maps_nchw,
        (count, channels, *kernel, *outputs_hw),
        (
            by_picture,
            by_channel,
            by_row * dilation[0],
            by_column * dilation[1],
            by_row * stride[0],
            by_column * stride[1],
        ),
        writeable=False,
    )

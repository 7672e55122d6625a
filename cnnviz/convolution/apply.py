"""The whole result of a convolution, in NumPy."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.shapes import Amounts, output_size, padding_amounts
from cnnviz.convolution.spec import ConvSpec, Pair
from cnnviz.errors import CnnvizError

# Cells that are summed at a time: result, product and source rows of a block then stay
# in a core's own cache. For 4096 x 4096 and 5 x 5, blocks of 16 to 64 thousand cells take
# the same time, and one block for all takes two and a half times as long.
_BLOCK_CELLS: Final = 32_768

# Cells of one array (1 GiB of float32): more is a slip of the pen, not a lesson.
MAX_CELLS: Final = 2**28

Array = NDArray[np.generic]


def check_operands(
    input_chw: Array, kernels_oikk: Array, spec: ConvSpec, bias_o: Array | None
) -> None:
    """Refuse operands that do not fit together.

    Raises
    ------
    CnnvizError
        ``input_not_chw``, ``kernels_not_oikk``, ``kernel_shape_differs``,
        ``channels_differ`` or ``bias_length_differs``.
    """
    if input_chw.ndim != 3 or 0 in input_chw.shape:
        raise CnnvizError("input_not_chw", shape=_in_words(input_chw.shape))
    if kernels_oikk.ndim != 4 or 0 in kernels_oikk.shape:
        raise CnnvizError("kernels_not_oikk", shape=_in_words(kernels_oikk.shape))
    outputs, channels, *kernel_hw = kernels_oikk.shape
    if tuple(kernel_hw) != spec.kernel:
        raise CnnvizError(
            "kernel_shape_differs",
            height=kernel_hw[0],
            width=kernel_hw[1],
            spec_height=spec.kernel[0],
            spec_width=spec.kernel[1],
        )
    if channels != len(input_chw):
        raise CnnvizError(
            "channels_differ", kernel_channels=channels, input_channels=len(input_chw)
        )
    if bias_o is not None and bias_o.shape != (outputs,):
        raise CnnvizError(
            "bias_length_differs", biases=_in_words(bias_o.shape), outputs=outputs
        )


def _in_words(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "1"


def pad(input_chw: Array, amounts: Amounts) -> NDArray[np.float32]:
    """Return the picture with zeros around it.

    Parameters
    ----------
    input_chw
        Numbers, ``C x H x W``.
    amounts
        Rows and columns to add.

    Returns
    -------
    ndarray
        float32, ``C x (top + H + bottom) x (left + W + right)``. May be the input
        itself when nothing is added and it is float32 already.

    Raises
    ------
    CnnvizError
        ``too_many_cells``.

    Examples
    --------
    >>> pad(np.ones((1, 1, 2)), Amounts(top=0, bottom=1, left=1, right=0))
    array([[[0., 1., 1.],
            [0., 0., 0.]]], dtype=float32)
    """
    if amounts == Amounts(0, 0, 0, 0):
        return np.asarray(input_chw, np.float32)
    channels, height, width = input_chw.shape
    padded_h = amounts.top + height + amounts.bottom
    padded_w = amounts.left + width + amounts.right
    _check_cells(channels, padded_h, padded_w)
    padded = np.zeros((channels, padded_h, padded_w), np.float32)
    padded[
        :, amounts.top : amounts.top + height, amounts.left : amounts.left + width
    ] = input_chw
    return padded


def _check_cells(channels: int, height: int, width: int) -> None:
    if channels * height * width > MAX_CELLS:
        raise CnnvizError(
            "too_many_cells",
            channels=channels,
            height=height,
            width=width,
            limit=MAX_CELLS // 10**6,
        )


def convolve(
    input_chw: Array,
    kernels_oikk: Array,
    spec: ConvSpec,
    bias_o: Array | None = None,
) -> NDArray[np.float32]:
    """Return every output cell of a convolution.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    kernels_oikk
        ``O x C x kh x kw``; as in every framework it is not turned (cross-correlation)
        unless ``spec.flip``.
    spec
        Stride, padding, dilation, flip; its kernel size must be that of the kernels.
    bias_o
        One number an output channel, or ``None``.

    Returns
    -------
    ndarray
        float32, ``O x H' x W'``, unscaled and unclipped.

    Raises
    ------
    CnnvizError
        What `check_operands` and `output_size` raise, and ``too_many_cells``.

    Examples
    --------
    >>> picture = np.array([[[0, 0, 9, 9]]])
    >>> edge = np.array([[[[-1, 1]]]])
    >>> convolve(picture, edge, ConvSpec(kernel=(1, 2)))
    array([[[0., 9., 0.]]], dtype=float32)
    """
    check_operands(input_chw, kernels_oikk, spec, bias_o)
    input_hw = (input_chw.shape[1], input_chw.shape[2])
    output_hw = output_size(spec, input_hw)
    outputs = len(kernels_oikk)
    _check_cells(outputs, *output_hw)
    padded = pad(input_chw, padding_amounts(spec, input_hw))
    kernels = np.asarray(turned(kernels_oikk, spec), np.float32)
    result = np.empty((outputs, *output_hw), np.float32)
    for channel in range(outputs):
        start = np.float32(0 if bias_o is None else bias_o[channel])
        _convolve_channel(padded, kernels[channel], spec, start, result[channel])
    return result


def turned(kernels: Array, spec: ConvSpec) -> Array:
    """Return the kernels as they are laid on the picture: turned when ``spec.flip``.

    Examples
    --------
    >>> turned(np.array([[1, 2]]), ConvSpec(kernel=(1, 2), flip=True))
    array([[2, 1]])
    """
    return kernels[..., ::-1, ::-1] if spec.flip else kernels


def _convolve_channel(
    padded_chw: NDArray[np.float32],
    kernel_chw: NDArray[np.float32],
    spec: ConvSpec,
    start: np.float32,
    result_hw: NDArray[np.float32],
) -> None:
    """Sum shifted copies of the picture, one block of result rows at a time.

    One tap of the kernel meets one strided view of the picture, so nothing is copied
    but the product of a block. Taps of 0 cost nothing.
    """
    height, width = result_hw.shape
    taps = [
        (tuple(place), kernel_chw[tuple(place)]) for place in np.argwhere(kernel_chw)
    ]
    block = max(1, _BLOCK_CELLS // width)
    products = np.empty((min(block, height), width), np.float32)
    for first in range(0, height, block):
        rows = result_hw[first : first + block]
        product = products[: len(rows)]
        rows[...] = start
        for (channel, row, col), weight in taps:
            source = _source(padded_chw[channel], spec, (row, col), first, rows.shape)
            np.multiply(source, weight, out=product)
            np.add(rows, product, out=rows)


def _source(
    padded_hw: NDArray[np.float32],
    spec: ConvSpec,
    tap: Pair,
    first_row: int,
    shape: tuple[int, ...],
) -> NDArray[np.float32]:
    """Return the cells that one tap meets under a block of result rows, as a view."""
    (sh, sw), (dh, dw) = spec.stride, spec.dilation
    top, left = first_row * sh + tap[0] * dh, tap[1] * dw
    return padded_hw[
        top : top + (shape[0] - 1) * sh + 1 : sh,
        left : left + (shape[1] - 1) * sw + 1 : sw,
    ]

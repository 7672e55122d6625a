"""Transposed convolution: each input cell lays a scaled kernel on the output."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_sums, wanted_channels
from cnnviz.engine.convolution.operands import check_operands, turned
from cnnviz.engine.convolution.padding import Array, check_cells
from cnnviz.engine.convolution.row_blocks import Cancelled, IsCancelled
from cnnviz.engine.convolution.spec import Pair, TransposedSpec
from cnnviz.engine.errors import CnnvizError


def transposed_size(spec: TransposedSpec, input_hw: Pair) -> Pair:
    """Return the result's size: ``s (i - 1) + d (k - 1) + 1 - 2 p + output_padding``.

    Raises
    ------
    CnnvizError
        ``transposed_nothing_left``.

    Examples
    --------
    >>> transposed_size(TransposedSpec(kernel=(3, 3), stride=(2, 2)), (50, 100))
    (101, 201)
    """
    height, width = (
        (input_hw[axis] - 1) * spec.stride[axis]
        + spec.dilated_kernel[axis]
        - 2 * spec.padding[axis]
        + spec.output_padding[axis]
        for axis in (0, 1)
    )
    if min(height, width) < 1:
        raise CnnvizError(
            "transposed_nothing_left",
            rows=height + 2 * spec.padding[0],
            cols=width + 2 * spec.padding[1],
            padding_rows=spec.padding[0],
            padding_cols=spec.padding[1],
        )
    return height, width


def check_transposed(
    input_chw: Array, kernels_iokk: Array, spec: TransposedSpec, bias_o: Array | None
) -> Pair:
    """Return the result's height and width, refusing operands that do not fit.

    Raises
    ------
    CnnvizError
        What `check_operands` raises, ``transposed_nothing_left`` or ``too_many_cells``.
    """
    check_operands(input_chw, kernels_iokk, spec, bias_o, input_first=True)
    _, height, width = input_chw.shape
    size = transposed_size(spec, (height, width))
    uncut_h, uncut_w = (size[axis] + 2 * spec.padding[axis] for axis in (0, 1))
    check_cells(kernels_iokk.shape[1] * spec.groups, uncut_h, uncut_w)
    return size


def convolve_transposed(
    input_chw: Array,
    kernels_iokk: Array,
    spec: TransposedSpec,
    bias_o: Array | None = None,
    *,
    output_channel: int | None = None,
    is_cancelled: IsCancelled = None,
) -> NDArray[np.float32]:
    """Return every output cell of a transposed convolution.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    kernels_iokk
        ``C x O/groups x kh x kw``, input channels first, as torch has them.
    spec, bias_o, output_channel, is_cancelled
        As for `cnnviz.engine.convolution.apply.convolve`.

    Returns
    -------
    ndarray
        float32, ``O x H' x W'``; ``1 x H' x W'`` when only one channel is wanted.

    Raises
    ------
    CnnvizError
        What `check_transposed` raises, ``output_channel_outside``, and
        ``sums_too_large`` when a sum leaves the range of float32.

    Examples
    --------
    >>> spec = TransposedSpec(kernel=(1, 2), stride=(1, 2))
    >>> convolve_transposed(np.array([[[1, 2]]]), np.array([[[[1, 10]]]]), spec)
    array([[[ 1., 10.,  2., 20.]]], dtype=float32)
    """
    height, width = check_transposed(input_chw, kernels_iokk, spec, bias_o)
    pictures = np.asarray(input_chw, np.float32)
    kernels = np.asarray(turned(kernels_iokk, spec), np.float32)
    group_outputs = kernels.shape[1]
    (ph, pw), outputs = spec.padding, group_outputs * spec.groups
    wanted = wanted_channels(outputs, output_channel)
    # Nothing is cut until the end: the border is where the kernels hang over.
    uncut = np.zeros((len(wanted), height + 2 * ph, width + 2 * pw), np.float32)
    if bias_o is not None:
        biases = np.asarray(bias_o, np.float32)[wanted.start : wanted.stop]
        uncut += biases[:, np.newaxis, np.newaxis]
    # Told once and in a sentence, not by a warning for each kernel.
    with np.errstate(over="ignore", invalid="ignore"):
        for channel, picture_hw in enumerate(pictures):
            first = channel * spec.groups // len(pictures) * group_outputs
            for output in range(first, first + group_outputs):
                if output in wanted:
                    kernel_hw = kernels[channel, output - first]
                    laid = uncut[output - wanted.start]
                    _scatter(picture_hw, kernel_hw, spec, laid, is_cancelled)
    result = np.ascontiguousarray(uncut[:, ph : ph + height, pw : pw + width])
    check_sums(result)
    return result


def _scatter(
    picture_hw: NDArray[np.float32],
    kernel_hw: NDArray[np.float32],
    spec: TransposedSpec,
    uncut_hw: NDArray[np.float32],
    is_cancelled: IsCancelled,
) -> None:
    """Add one tap of all the laid kernels at a time: a strided view of the output."""
    (sh, sw), (dh, dw), (height, width) = spec.stride, spec.dilation, picture_hw.shape
    for row, col in np.argwhere(kernel_hw):
        if is_cancelled is not None and is_cancelled():
            raise Cancelled
        top, left = row * dh, col * dw
        target = uncut_hw[
            top : top + (height - 1) * sh + 1 : sh,
            left : left + (width - 1) * sw + 1 : sw,
        ]
        target += picture_hw * kernel_hw[row, col]

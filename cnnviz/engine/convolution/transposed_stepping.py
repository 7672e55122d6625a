"""One output cell of a transposed convolution: what reaches it, and how it is drawn."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.transposed import (
    TransposedSpec,
    as_laid,
    check_transposed,
)
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class GatherStep:
    """One output cell, and the products that make it.

    Attributes
    ----------
    row, col, output_channel
        The output cell.
    channels
        The input channels that reach it.
    input_cells, kernel_cells
        Row and column of the input cell and of the kernel cell (as laid) of each
        product, in reading order of the input; empty where no kernel reaches.
    values_cn, weights_cn, products_cn
        float32, ``C x n``: input cells, kernel cells, and their products.
    channel_sums_c
        float64: the products of each input channel, added.
    bias
        What is added to the sum; 0 when there is none.
    total
        The number in the output cell.
    """

    row: int
    col: int
    output_channel: int
    channels: range
    input_cells: tuple[Pair, ...]
    kernel_cells: tuple[Pair, ...]
    values_cn: NDArray[np.float32]
    weights_cn: NDArray[np.float32]
    products_cn: NDArray[np.float32]
    channel_sums_c: NDArray[np.float64]
    bias: float
    total: float


def gather_step_at(
    input_chw: Array,
    kernels_iokk: Array,
    spec: TransposedSpec,
    row: int,
    col: int,
    *,
    bias_o: Array | None = None,
    output_channel: int = 0,
) -> GatherStep:
    """Return the products that make one output cell.

    Parameters
    ----------
    input_chw, kernels_iokk, spec, bias_o
        As for `cnnviz.engine.convolution.transposed.convolve_transposed`.
    row, col
        The output cell.
    output_channel
        Which of the ``O`` results.

    Raises
    ------
    CnnvizError
        What `convolve_transposed` raises, ``cell_outside_output`` and
        ``output_channel_outside``.

    Examples
    --------
    >>> spec = TransposedSpec(kernel=(1, 2), stride=(1, 2))
    >>> picture, kernel = np.array([[[1, 2]]]), np.array([[[[1, 10]]]])
    >>> step = gather_step_at(picture, kernel, spec, 0, 3)
    >>> step.input_cells, step.kernel_cells, step.total
    (((0, 1),), ((0, 1),), 20.0)
    """
    height, width = check_transposed(input_chw, kernels_iokk, spec, bias_o)
    if not (0 <= row < height and 0 <= col < width):
        raise CnnvizError(
            "cell_outside_output", row=row, col=col, height=height, width=width
        )
    channels, kernel = _kernel_of(kernels_iokk, spec, output_channel)
    vertical = _meetings(spec, 0, row, input_chw.shape[1])
    horizontal = _meetings(spec, 1, col, input_chw.shape[2])
    inputs = tuple((i, j) for i, _ in vertical for j, _ in horizontal)
    taps = tuple((a, b) for _, a in vertical for _, b in horizontal)
    rows, cols = np.array(inputs, np.intp).reshape(-1, 2).T
    tap_rows, tap_cols = np.array(taps, np.intp).reshape(-1, 2).T
    values = input_chw[channels.start : channels.stop, rows, cols].astype(np.float32)
    weights = kernel[:, tap_rows, tap_cols]
    products = values * weights
    sums = products.sum(axis=1, dtype=np.float64)
    bias = 0.0 if bias_o is None else float(np.float32(bias_o[output_channel]))
    return GatherStep(
        row=row,
        col=col,
        output_channel=output_channel,
        channels=channels,
        input_cells=inputs,
        kernel_cells=taps,
        values_cn=values,
        weights_cn=weights,
        products_cn=products,
        channel_sums_c=sums,
        bias=bias,
        total=float(sums.sum()) + bias,
    )


def _kernel_of(
    kernels_iokk: Array, spec: TransposedSpec, output_channel: int
) -> tuple[range, NDArray[np.float32]]:
    """Return the input channels of one output channel, and its kernels as laid."""
    channels, group_outputs = kernels_iokk.shape[:2]
    outputs = group_outputs * spec.groups
    if not 0 <= output_channel < outputs:
        raise CnnvizError(
            "output_channel_outside", channel=output_channel, outputs=outputs
        )
    group, offset = divmod(output_channel, group_outputs)
    count = channels // spec.groups
    own = range(group * count, (group + 1) * count)
    kernel = as_laid(kernels_iokk[own.start : own.stop, offset], spec)
    return own, np.array(kernel, np.float32)


def _meetings(spec: TransposedSpec, axis: int, cell: int, size: int) -> list[Pair]:
    """Return which input row lays which kernel row on an output row; so for columns."""
    stride, dilation = spec.stride[axis], spec.dilation[axis]
    meetings = []
    for tap in range(spec.kernel[axis]):
        source, rest = divmod(cell + spec.padding[axis] - tap * dilation, stride)
        if not rest and 0 <= source < size:
            meetings.append((source, tap))
    return sorted(meetings)


def stretched_step_at(
    input_chw: Array,
    kernels_iokk: Array,
    spec: TransposedSpec,
    row: int,
    col: int,
    *,
    bias_o: Array | None = None,
    output_channel: int = 0,
) -> Step:
    """Return the step of the ordinary convolution that a transposed one comes to.

    The picture's cells stand ``stride`` apart with zeros between them, the kernel is
    turned, and it moves by 1; see Dumoulin and Visin, "A guide to convolution
    arithmetic for deep learning" (2016), relationships 8 to 14.

    Returns
    -------
    Step
        Its ``top`` and ``left`` count rows and columns of the stretched picture.

    Raises
    ------
    CnnvizError
        What `gather_step_at` raises.

    Examples
    --------
    >>> spec = TransposedSpec(kernel=(1, 2), stride=(1, 2))
    >>> picture, kernel = np.array([[[1, 2]]]), np.array([[[[1, 10]]]])
    >>> step = stretched_step_at(picture, kernel, spec, 0, 3)
    >>> step.window_chw.tolist(), step.kernel_chw.tolist(), step.total
    ([[[2.0, 0.0]]], [[[10.0, 1.0]]], 20.0)
    """
    gathered = gather_step_at(
        input_chw,
        kernels_iokk,
        spec,
        row,
        col,
        bias_o=bias_o,
        output_channel=output_channel,
    )
    channels, kernel = _kernel_of(kernels_iokk, spec, output_channel)
    window = np.zeros((len(channels), *spec.kernel), np.float32)
    for number, (tap_row, tap_col) in enumerate(gathered.kernel_cells):
        window[:, -1 - tap_row, -1 - tap_col] = gathered.values_cn[:, number]
    turned = np.ascontiguousarray(kernel[:, ::-1, ::-1])
    span = spec.dilated_kernel
    return Step(
        row=row,
        col=col,
        output_channel=output_channel,
        top=row - (span[0] - 1 - spec.padding[0]),
        left=col - (span[1] - 1 - spec.padding[1]),
        window_chw=window,
        kernel_chw=turned,
        products_chw=window * turned,
        channel_sums_c=gathered.channel_sums_c,
        bias=gathered.bias,
        total=gathered.total,
        first_channel=channels.start,
    )

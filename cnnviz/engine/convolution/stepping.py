"""One step of a convolution: everything behind one number of the result."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_operands, group_of, turned
from cnnviz.engine.convolution.padding import Array, source_cells
from cnnviz.engine.convolution.shapes import output_size, padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.errors import CnnvizError

Floats = NDArray[np.float32] | NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One position of the kernel, and the sum that it makes.

    Attributes
    ----------
    row, col
        The output cell.
    output_channel
        Which kernel was laid on the picture.
    top, left
        The window's first cell in the picture's own rows and columns; negative inside
        the padding.
    window_chw
        float32 (float64 along a signal), ``C x kh x kw``: the cells under the kernel, in the padding what the
        padding mode says. With groups, ``C`` counts the channels of one group.
    kernel_chw
        float32, ``C x kh x kw``: the kernel as applied, turned when the spec says so.
    products_chw
        float32, ``C x kh x kw``: window times kernel, cell by cell.
    channel_sums_c
        float64, ``C``: the products of each input channel, added.
    bias
        What is added to the sum; 0 when there is none.
    total
        The number that goes into the output cell.
    first_channel
        Which channel of the picture comes first in the window; 0 without groups.
    """

    is_large: ClassVar[bool] = False
    winner: ClassVar[None] = None

    row: int
    col: int
    output_channel: int
    top: int
    left: int
    window_chw: Floats
    kernel_chw: Floats
    products_chw: Floats
    channel_sums_c: NDArray[np.float64]
    bias: float
    total: float
    first_channel: int = 0

    @property
    def size(self) -> Pair:
        """Rows and columns of the window."""
        return self.window_chw.shape[1], self.window_chw.shape[2]

    @property
    def channels(self) -> int:
        """How many input channels the window takes in."""
        return len(self.window_chw)

    def partial(self, cells: int) -> float:
        """Return the sum of the first products, as Python's own arithmetic makes it."""
        window = self.window_chw.astype(np.float64).ravel()[:cells]
        added = np.cumsum(window * self.kernel_chw.astype(np.float64).ravel()[:cells])
        return float(added[-1]) if cells else 0.0


def step_at(
    input_chw: Array,
    kernels_oikk: Array,
    spec: ConvSpec,
    row: int,
    col: int,
    *,
    bias_o: Array | None = None,
    output_channel: int = 0,
) -> Step:
    """Return the step that makes one output cell.

    Only the window is read, so a step costs the same on a large picture.

    Parameters
    ----------
    input_chw, kernels_oikk, spec, bias_o
        As for `cnnviz.engine.convolution.apply.convolve`.
    row, col
        The output cell.
    output_channel
        Which of the ``O`` results.

    Raises
    ------
    CnnvizError
        What `convolve` raises, ``cell_outside_output`` and
        ``output_channel_outside``.

    Examples
    --------
    >>> picture = np.arange(9).reshape(1, 3, 3)
    >>> step = step_at(picture, np.ones((1, 1, 2, 2)), ConvSpec(kernel=(2, 2)), 1, 0)
    >>> step.window_chw[0].tolist(), step.total
    ([[3.0, 4.0], [6.0, 7.0]], 20.0)
    """
    check_operands(input_chw, kernels_oikk, spec, bias_o)
    input_hw = (input_chw.shape[1], input_chw.shape[2])
    _check_cell(output_size(spec, input_hw), row, col)
    check_output_channel(kernels_oikk, output_channel)
    amounts = padding_amounts(spec, input_hw)
    top = row * spec.stride[0] - amounts.top
    left = col * spec.stride[1] - amounts.left
    outputs, channels = len(kernels_oikk), len(input_chw)
    group = group_of(output_channel, outputs, spec, channels)
    window = _window(input_chw[group], spec, top, left)
    kernel = np.asarray(turned(kernels_oikk[output_channel], spec), np.float32)
    products = window * kernel
    channel_sums = products.sum(axis=(1, 2), dtype=np.float64)
    bias = 0.0 if bias_o is None else float(np.float32(bias_o[output_channel]))
    return Step(
        row=row,
        col=col,
        output_channel=output_channel,
        top=top,
        left=left,
        window_chw=window,
        kernel_chw=kernel,
        products_chw=products,
        channel_sums_c=channel_sums,
        bias=bias,
        total=float(channel_sums.sum()) + bias,
        first_channel=group.start,
    )


def check_output_channel(kernels_oikk: Array, output_channel: int) -> None:
    """Refuse an output channel that has no kernel.

    Raises
    ------
    CnnvizError
        ``output_channel_outside``.
    """
    if not 0 <= output_channel < len(kernels_oikk):
        raise CnnvizError(
            "output_channel_outside", channel=output_channel, outputs=len(kernels_oikk)
        )


def _check_cell(output_hw: Pair, row: int, col: int) -> None:
    height, width = output_hw
    if not (0 <= row < height and 0 <= col < width):
        raise CnnvizError(
            "cell_outside_output", row=row, col=col, height=height, width=width
        )


def _window(
    input_chw: Array, spec: ConvSpec, top: int, left: int
) -> NDArray[np.float32]:
    """Return a copy of the cells under the kernel, and of what lies around."""
    _, height, width = input_chw.shape
    (kh, kw), (dh, dw), mode = spec.kernel, spec.dilation, spec.padding_mode
    rows = source_cells(top, dh, kh, height, mode)
    cols = source_cells(left, dw, kw, width, mode)
    # -1, a cell that holds 0, reads the last one here and is cleared after.
    window = input_chw[:, rows[:, np.newaxis], cols].astype(np.float32)
    window[:, rows < 0] = 0
    window[:, :, cols < 0] = 0
    return window

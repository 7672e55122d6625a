"""Transposed convolution: each input cell lays a scaled kernel on the output."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_sums, wanted_channels
from cnnviz.engine.convolution.padding import Array, check_cells
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedSpec:
    """The settings of one transposed convolution, validated on construction.

    Attributes
    ----------
    kernel
        Kernel height and width, in cells, each at least 1.
    stride
        Output cells between the kernels of two neighbouring input cells.
    padding
        Rows and columns *cut off* on each side of the output.
    output_padding
        Rows and columns added at the end of the output: a convolution of this stride
        gives the same size for several inputs, and this says for which. Less than the
        stride or less than the dilation, as in torch.
    dilation
        Distance between neighbouring kernel cells.
    groups
        Into how many parts the channels are divided, each with its own kernels.
    flip
        Turn the kernel by 180 degrees first. No framework does.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_small``, ``stride_too_small``, ``dilation_too_small``,
        ``padding_negative``, ``groups_too_few``, ``output_padding_negative`` or
        ``output_padding_too_large``.

    Examples
    --------
    >>> TransposedSpec(kernel=(3, 3), dilation=(2, 1)).dilated_kernel
    (5, 3)
    """

    kernel: Pair
    stride: Pair = (1, 1)
    padding: Pair = (0, 0)
    output_padding: Pair = (0, 0)
    dilation: Pair = (1, 1)
    groups: int = 1
    flip: bool = False

    def __post_init__(self) -> None:
        if min(self.kernel) < 1:
            raise CnnvizError(
                "kernel_size_too_small", height=self.kernel[0], width=self.kernel[1]
            )
        if min(self.stride) < 1:
            raise CnnvizError("stride_too_small", stride=min(self.stride))
        if min(self.dilation) < 1:
            raise CnnvizError("dilation_too_small", dilation=min(self.dilation))
        if min(self.padding) < 0:
            raise CnnvizError("padding_negative", padding=min(self.padding))
        if self.groups < 1:
            raise CnnvizError("groups_too_few", groups=self.groups)
        self._check_output_padding()

    def _check_output_padding(self) -> None:
        if min(self.output_padding) < 0:
            raise CnnvizError(
                "output_padding_negative", output_padding=min(self.output_padding)
            )
        for axis in (0, 1):
            limit = max(self.stride[axis], self.dilation[axis])
            if self.output_padding[axis] >= limit:
                raise CnnvizError(
                    "output_padding_too_large",
                    output_padding=self.output_padding[axis],
                    stride=self.stride[axis],
                    dilation=self.dilation[axis],
                    most=limit - 1,
                )

    @property
    def dilated_kernel(self) -> Pair:
        """Rows and columns that the kernel spans: ``d * (k - 1) + 1``."""
        (kh, kw), (dh, dw) = self.kernel, self.dilation
        return dh * (kh - 1) + 1, dw * (kw - 1) + 1


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
        ``input_not_chw``, ``kernels_not_iokk``, ``kernel_shape_differs``,
        ``channels_differ``, ``groups_do_not_divide``, ``bias_length_differs``,
        ``transposed_nothing_left`` or ``too_many_cells``.
    """
    if input_chw.ndim != 3 or 0 in input_chw.shape:
        raise CnnvizError("input_not_chw", shape=_in_words(input_chw.shape))
    if kernels_iokk.ndim != 4 or 0 in kernels_iokk.shape:
        raise CnnvizError("kernels_not_iokk", shape=_in_words(kernels_iokk.shape))
    channels, group_outputs, *kernel_hw = kernels_iokk.shape
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
    outputs = group_outputs * spec.groups
    if channels % spec.groups:
        raise CnnvizError(
            "groups_do_not_divide",
            groups=spec.groups,
            channels=channels,
            outputs=outputs,
        )
    if bias_o is not None and bias_o.shape != (outputs,):
        raise CnnvizError(
            "bias_length_differs", biases=_in_words(bias_o.shape), outputs=outputs
        )
    return _checked_size(spec, input_chw, outputs)


def _checked_size(spec: TransposedSpec, input_chw: Array, outputs: int) -> Pair:
    """Return the result's size, refusing one that no memory holds, uncut and all."""
    _, height, width = input_chw.shape
    size = transposed_size(spec, (height, width))
    uncut_h, uncut_w = (size[axis] + 2 * spec.padding[axis] for axis in (0, 1))
    check_cells(outputs, uncut_h, uncut_w)
    return size


def _in_words(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "1"


def convolve_transposed(
    input_chw: Array,
    kernels_iokk: Array,
    spec: TransposedSpec,
    bias_o: Array | None = None,
    *,
    output_channel: int | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Return every output cell of a transposed convolution.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    kernels_iokk
        ``C x O/groups x kh x kw``, input channels first, as torch has them.
    spec
        Stride, padding, output padding, dilation, groups.
    bias_o
        One number an output channel, or ``None``.
    output_channel
        The only one of the ``O`` results that is wanted; all of them when ``None``.
    is_cancelled
        Asked before each number of a kernel: whether nobody waits any more.

    Returns
    -------
    ndarray
        float32, ``O x H' x W'``; ``1 x H' x W'`` when only one channel is wanted.

    Raises
    ------
    CnnvizError
        What `check_transposed` raises, ``output_channel_outside``, and
        ``sums_too_large`` when a sum leaves the range of float32.
    Cancelled
        When ``is_cancelled`` said so.

    Examples
    --------
    >>> spec = TransposedSpec(kernel=(1, 2), stride=(1, 2))
    >>> convolve_transposed(np.array([[[1, 2]]]), np.array([[[[1, 10]]]]), spec)
    array([[[ 1., 10.,  2., 20.]]], dtype=float32)
    """
    height, width = check_transposed(input_chw, kernels_iokk, spec, bias_o)
    pictures = np.asarray(input_chw, np.float32)
    kernels = np.asarray(as_laid(kernels_iokk, spec), np.float32)
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


def as_laid(kernels: Array, spec: TransposedSpec) -> Array:
    """Return the kernels as they are laid on the output: turned when ``spec.flip``."""
    return kernels[..., ::-1, ::-1] if spec.flip else kernels


def _scatter(
    picture_hw: NDArray[np.float32],
    kernel_hw: NDArray[np.float32],
    spec: TransposedSpec,
    uncut_hw: NDArray[np.float32],
    is_cancelled: Callable[[], bool] | None,
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

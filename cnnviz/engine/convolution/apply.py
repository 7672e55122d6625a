"""The whole result of a convolution, in NumPy."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import (
    Array,
    check_cells,
    check_padding,
    fill_padded,
)
from cnnviz.engine.convolution.row_blocks import (
    THREADS,
    FlatAdder,
    StridedAdder,
    parallel_map,
)
from cnnviz.engine.convolution.shapes import (
    Amounts,
    output_size,
    padded_size,
    padding_amounts,
)
from cnnviz.engine.convolution.shifted_sums import Plan, plan
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.errors import CnnvizError

# Cells that are summed at a time: the sums and products of a block and the rows that it
# reads then stay in a core's own cache. For 4096 x 4096 and 5 x 5, larger blocks wait for
# the memory, and smaller ones for the interpreter, which only one thread has at a time.
_BLOCK_CELLS: Final = 131_072

# Products from which on more than one thread is worth the trouble: some milliseconds.
_THREADED_PRODUCTS: Final = 2_000_000


def check_operands(
    input_chw: Array, kernels_oikk: Array, spec: ConvSpec, bias_o: Array | None
) -> None:
    """Refuse operands that do not fit together.

    Raises
    ------
    CnnvizError
        ``input_not_chw``, ``kernels_not_oikk``, ``kernel_shape_differs``,
        ``channels_differ``, ``groups_do_not_divide``, ``bias_length_differs``,
        ``padding_beyond_reflection`` or ``padding_beyond_circle``.
    """
    if input_chw.ndim != 3 or 0 in input_chw.shape:
        raise CnnvizError("input_not_chw", shape=_in_words(input_chw.shape))
    if kernels_oikk.ndim != 4 or 0 in kernels_oikk.shape:
        raise CnnvizError("kernels_not_oikk", shape=_in_words(kernels_oikk.shape))
    outputs, group_channels, *kernel_hw = kernels_oikk.shape
    if tuple(kernel_hw) != spec.kernel:
        raise CnnvizError(
            "kernel_shape_differs",
            height=kernel_hw[0],
            width=kernel_hw[1],
            spec_height=spec.kernel[0],
            spec_width=spec.kernel[1],
        )
    channels = group_channels * spec.groups
    if channels != len(input_chw):
        raise CnnvizError(
            "channels_differ", kernel_channels=channels, input_channels=len(input_chw)
        )
    if outputs % spec.groups:
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
    input_hw = (input_chw.shape[1], input_chw.shape[2])
    check_padding(spec.padding_mode, padding_amounts(spec, input_hw), input_hw)


def _in_words(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "1"


def group_of(output_channel: int, outputs: int, spec: ConvSpec, channels: int) -> slice:
    """Return the input channels that an output channel sees: those of its group.

    Examples
    --------
    >>> group_of(3, outputs=4, spec=ConvSpec(kernel=(1, 1), groups=2), channels=6)
    slice(3, 6, None)
    """
    width = channels // spec.groups
    first = output_channel * spec.groups // outputs * width
    return slice(first, first + width)


def convolve(
    input_chw: Array,
    kernels_oikk: Array,
    spec: ConvSpec,
    bias_o: Array | None = None,
    *,
    output_channel: int | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> NDArray[np.float32]:
    """Return every output cell of a convolution.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    kernels_oikk
        ``O x C/groups x kh x kw``; as in every framework they are not turned
        (cross-correlation) unless ``spec.flip``.
    spec
        Stride, padding, dilation, flip, groups; its kernel size must be that of the
        kernels.
    bias_o
        One number an output channel, or ``None``.
    output_channel
        The only one of the ``O`` results that is wanted; all of them when ``None``.
    is_cancelled
        Asked every few milliseconds, perhaps from other threads: whether nobody waits
        for the result any more.

    Returns
    -------
    ndarray
        float32, ``O x H' x W'``, unscaled and unclipped; ``1 x H' x W'`` when only one
        channel is wanted.

    Raises
    ------
    CnnvizError
        What `check_operands` and `output_size` raise, ``output_channel_outside``,
        ``too_many_cells``, and ``sums_too_large`` when a sum leaves the range of
        float32.
    Cancelled
        When ``is_cancelled`` said so.

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
    wanted = wanted_channels(len(kernels_oikk), output_channel)
    check_cells(len(wanted), *output_hw)
    amounts = padding_amounts(spec, input_hw)
    check_cells(1, *padded_size(spec, input_hw))
    kernels = np.asarray(turned(kernels_oikk, spec), np.float32)
    result = np.empty((len(wanted), *output_hw), np.float32)
    sums = [
        _ChannelSum(
            input_chw[group_of(channel, len(kernels), spec, len(input_chw))],
            tuple(plan(kernel_hw, spec.stride) for kernel_hw in kernels[channel]),
            np.float32(0 if bias_o is None else bias_o[channel]),
            result_hw,
        )
        for channel, result_hw in zip(wanted, result, strict=True)
    ]
    products = result.size * kernels[0].size
    threads = THREADS if products >= _THREADED_PRODUCTS else 1
    _add_up(sums, spec, amounts, threads, is_cancelled)
    return result


def turned(kernels: Array, spec: ConvSpec) -> Array:
    """Return the kernels as they are laid on the picture: turned when ``spec.flip``.

    Examples
    --------
    >>> turned(np.array([[1, 2]]), ConvSpec(kernel=(1, 2), flip=True))
    array([[2, 1]])
    """
    return kernels[..., ::-1, ::-1] if spec.flip else kernels


def check_sums(sums: NDArray[np.float32]) -> None:
    """Refuse sums that float32 cannot hold.

    Raises
    ------
    CnnvizError
        ``sums_too_large``.
    """
    # Infinities and what comes of them survive a minimum and a maximum.
    if not np.isfinite((sums.min(), sums.max())).all():
        raise CnnvizError("sums_too_large")


def wanted_channels(outputs: int, output_channel: int | None) -> range:
    """Return the output channels to compute: the one that is wanted, or all.

    Raises
    ------
    CnnvizError
        ``output_channel_outside``.
    """
    if output_channel is None:
        return range(outputs)
    if not 0 <= output_channel < outputs:
        raise CnnvizError(
            "output_channel_outside", channel=output_channel, outputs=outputs
        )
    return range(output_channel, output_channel + 1)


@dataclass(frozen=True, slots=True, eq=False)
class _ChannelSum:
    """What goes into one output channel, and where it goes."""

    channels_chw: Array
    plans: tuple[Plan, ...]
    start: np.float32
    result_hw: NDArray[np.float32]


def _add_up(
    sums: Sequence[_ChannelSum],
    spec: ConvSpec,
    amounts: Amounts,
    threads: int,
    is_cancelled: Callable[[], bool] | None,
) -> None:
    """Fill all results, one block of rows of one channel at a time."""
    height, width = sums[0].result_hw.shape
    padded_width = amounts.left + sums[0].channels_chw.shape[2] + amounts.right
    (stride, _), (span, _) = spec.stride, spec.dilated_kernel
    rows = min(max(1, _BLOCK_CELLS // (padded_width * stride)), height)
    # End to end, a row costs its padded width: too much for a kernel nearly as wide.
    is_flat = spec.stride == (1, 1) and 2 * width > padded_width
    adder_type = FlatAdder if is_flat else StridedAdder
    jobs = [(one, first) for one in sums for first in range(0, height, rows)]

    def new_worker() -> Callable[[tuple[_ChannelSum, int]], None]:
        """Return what adds up blocks of rows, with room of its own to work in."""
        adder = adder_type(padded_width, spec, rows)
        # The rows that a block needs, padded: a large picture is never copied whole.
        padded = np.empty(((rows - 1) * stride + span, padded_width), np.float32)

        def work(job: tuple[_ChannelSum, int]) -> None:
            """Add up the rows of one output channel from ``first`` on."""
            one, first = job
            block = one.result_hw[first : first + rows]
            needed = padded[: (len(block) - 1) * stride + span]

            def sources() -> Iterator[NDArray[np.float32]]:
                """Yield the padded rows of each input channel, all in the same room."""
                for channel_hw in one.channels_chw:
                    top = first * stride
                    fill_padded(needed, channel_hw, amounts, spec.padding_mode, top)
                    yield needed

            # Told once and in a sentence, not by a warning for each block.
            with np.errstate(over="ignore", invalid="ignore"):
                adder.add_up(sources(), one.plans, one.start, block)
            check_sums(block)

        return work

    parallel_map(jobs, new_worker, threads=threads, is_cancelled=is_cancelled)

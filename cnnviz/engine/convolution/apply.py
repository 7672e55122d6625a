"""The whole result of a convolution, in NumPy."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.operands import check_operands, group_of, turned
from cnnviz.engine.convolution.padding import (
    Array,
    check_cells,
    check_padding,
    fill_padded,
)
from cnnviz.engine.convolution.row_blocks import (
    THREADS,
    FlatAdder,
    IsCancelled,
    StridedAdder,
    parallel_map,
)
from cnnviz.engine.convolution.shapes import (
    output_size,
    padded_size,
    padding_amounts,
)
from cnnviz.engine.convolution.shifted_sums import Plan, plan
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.errors import CnnvizError

# Cells that are summed at a time: the sums and products of a block and the rows that it
# reads then stay in a core's own cache. For 4096 x 4096 and 5 x 5, larger blocks wait for
# the memory, and smaller ones for the interpreter, which only one thread has at a time.
_BLOCK_CELLS: Final = 131_072

# Products from which on more than one thread is worth the trouble: some milliseconds.
_THREADED_PRODUCTS: Final = 2_000_000


def checked_size(
    input_chw: Array, kernels_oikk: Array, spec: ConvSpec, bias_o: Array | None
) -> Pair:
    """Return the result's height and width, refusing operands that do not fit.

    Raises
    ------
    CnnvizError
        What `check_operands`, `check_padding` and `output_size` raise.
    """
    check_operands(input_chw, kernels_oikk, spec, bias_o)
    input_hw = (input_chw.shape[1], input_chw.shape[2])
    check_padding(spec.padding_mode, padding_amounts(spec, input_hw), input_hw)
    return output_size(spec, input_hw)


def convolve(
    input_chw: Array,
    kernels_oikk: Array,
    spec: ConvSpec,
    bias_o: Array | None = None,
    *,
    output_channel: int | None = None,
    is_cancelled: IsCancelled = None,
) -> NDArray[np.float32]:
    """Return every output cell of a convolution.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    kernels_oikk
        ``O x C/groups x kh x kw``; as in every framework not turned unless ``spec.flip``.
    spec, bias_o
        A kernel size as that of the kernels; one number an output channel, or ``None``.
    output_channel
        The only one of the ``O`` results that is wanted; all of them when ``None``.
    is_cancelled
        `Cancelled` is raised when it says so.

    Returns
    -------
    ndarray
        float32, ``O x H' x W'`` (or ``1 x H' x W'``), unscaled and unclipped.

    Raises
    ------
    CnnvizError
        What `checked_size` raises, ``output_channel_outside``, ``too_many_cells``, and
        ``sums_too_large`` when a sum leaves the range of float32.

    Examples
    --------
    >>> picture, edge = np.array([[[0, 0, 9, 9]]]), np.array([[[[-1, 1]]]])
    >>> convolve(picture, edge, ConvSpec(kernel=(1, 2)))
    array([[[0., 9., 0.]]], dtype=float32)
    """
    output_hw = checked_size(input_chw, kernels_oikk, spec, bias_o)
    wanted = wanted_channels(len(kernels_oikk), output_channel)
    check_cells(len(wanted), *output_hw)
    check_cells(1, *padded_size(spec, (input_chw.shape[1], input_chw.shape[2])))
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
    is_much = result.size * kernels[0].size >= _THREADED_PRODUCTS
    _add_up(sums, spec, THREADS if is_much else 1, is_cancelled)
    return result


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
    threads: int,
    is_cancelled: IsCancelled,
) -> None:
    """Fill all results, one block of rows of one channel at a time."""
    height, width = sums[0].result_hw.shape
    _, *input_hw = sums[0].channels_chw.shape
    amounts = padding_amounts(spec, (input_hw[0], input_hw[1]))
    padded_width = amounts.left + input_hw[1] + amounts.right
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

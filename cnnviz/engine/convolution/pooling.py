"""Pooling: what remains of each window when it may leave only one number."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_sums
from cnnviz.engine.convolution.operands import check_input
from cnnviz.engine.convolution.padding import Array, check_cells
from cnnviz.engine.convolution.row_blocks import THREADS, IsCancelled, parallel_map
from cnnviz.engine.convolution.spec import Pair, PoolKind, PoolSpec
from cnnviz.engine.errors import CnnvizError

# What an added cell holds. It never wins: torch, too, pads a maximum with minus infinity.
PADDING_CELL: Final[dict[PoolKind, float]] = {
    "max": -np.inf,
    "average": 0,
    "sum": 0,
    "min": np.inf,
}

_BLOCK_CELLS: Final = (
    65_536  # cells of one block of rows, so that it stays in the cache
)

# Cells of a channel from which on more than one thread is worth the trouble.
_THREADED_CELLS: Final = 1_000_000


def global_pool(kind: PoolKind, input_hw: Pair) -> PoolSpec:
    """Return the pooling whose only window is the whole picture.

    Examples
    --------
    >>> global_pool("average", (7, 5)).size
    (7, 5)
    """
    return PoolSpec(kind=kind, size=input_hw)


def pooled_size(spec: PoolSpec, input_hw: Pair) -> Pair:
    """Return height and width of the result: ``floor((padded - size) / stride) + 1``.

    Raises
    ------
    CnnvizError
        ``pool_larger_than_padded_input``.

    Examples
    --------
    >>> pooled_size(PoolSpec(size=(2, 2)), (24, 25))
    (12, 12)
    """
    padded = _padded_size(spec, input_hw)
    if spec.size[0] > padded[0] or spec.size[1] > padded[1]:
        raise CnnvizError(
            "pool_larger_than_padded_input",
            height=spec.size[0],
            width=spec.size[1],
            input_height=padded[0],
            input_width=padded[1],
        )
    return (
        (padded[0] - spec.size[0]) // spec.steps[0] + 1,
        (padded[1] - spec.size[1]) // spec.steps[1] + 1,
    )


def _padded_size(spec: PoolSpec, input_hw: Pair) -> Pair:
    return input_hw[0] + 2 * spec.padding[0], input_hw[1] + 2 * spec.padding[1]


def pool(
    input_chw: Array, spec: PoolSpec, *, is_cancelled: IsCancelled = None
) -> NDArray[np.float32]:
    """Return every output cell of a pooling.

    Parameters
    ----------
    input_chw
        Finite numbers, ``C x H x W``.
    spec
        Kind, size, stride, padding.
    is_cancelled
        Asked every few milliseconds, perhaps from other threads: whether nobody waits
        for the result any more.

    Returns
    -------
    ndarray
        float32, ``C x H' x W'``. Sums are made in float64.

    Raises
    ------
    CnnvizError
        ``input_not_chw``, ``pool_larger_than_padded_input``, ``too_many_cells``, and
        ``sums_too_large`` when a sum leaves the range of float32.
    Cancelled
        When ``is_cancelled`` said so.

    Examples
    --------
    >>> picture = np.array([[[1, 5, 0, 2], [3, 2, 8, 1]]])
    >>> pool(picture, PoolSpec(size=(2, 2))).tolist()
    [[[5.0, 8.0]]]
    >>> pool(picture, PoolSpec(kind="average", size=(2, 2))).tolist()
    [[[2.75, 2.75]]]
    """
    outputs_hw = checked_output(input_chw, spec)
    channels, height, width = input_chw.shape
    result = np.empty((channels, *outputs_hw), np.float32)
    divisors = _divisors_hw(spec, (height, width))
    for channel_hw, result_hw in zip(input_chw, result, strict=True):
        padded_hw = _padded(channel_hw, spec)
        _pool_channel(padded_hw, spec, divisors, result_hw, is_cancelled)
    check_sums(result)
    return result


def checked_output(input_chw: Array, spec: PoolSpec) -> Pair:
    """Return height and width of the result, refusing what cannot be pooled.

    Raises
    ------
    CnnvizError
        ``input_not_chw``, ``pool_larger_than_padded_input`` or ``too_many_cells``.
    """
    check_input(input_chw)
    channels, height, width = input_chw.shape
    outputs_hw = pooled_size(spec, (height, width))
    padded_h, padded_w = _padded_size(spec, (height, width))
    check_cells(channels, padded_h, padded_w)
    return outputs_hw


def _divisors_hw(spec: PoolSpec, input_hw: Pair) -> NDArray[np.int64]:
    """Return what the sum of each output cell of a mean is divided by, ``H' x W'``."""
    if spec.counts_padding:
        return np.full(pooled_size(spec, input_hw), spec.size[0] * spec.size[1])
    rows, cols = (_cells_inside(spec, axis, input_hw[axis]) for axis in (0, 1))
    return np.outer(rows, cols)


def _cells_inside(spec: PoolSpec, axis: int, size: int) -> NDArray[np.int64]:
    """Return how many rows (or columns) of each window are of the picture."""
    padded = size + 2 * spec.padding[axis]
    first = np.arange(0, padded - spec.size[axis] + 1, spec.steps[axis])
    first = first.astype(np.int64) - spec.padding[axis]
    return np.minimum(first + spec.size[axis], size) - np.maximum(first, 0)


def _padded(channel_hw: Array, spec: PoolSpec) -> NDArray[np.float32]:
    """Return one channel as float32, with its border of cells that never win."""
    (rows, cols), (height, width) = spec.padding, channel_hw.shape
    if not rows and not cols:
        return np.asarray(channel_hw, np.float32)
    shape = (height + 2 * rows, width + 2 * cols)
    padded = np.full(shape, PADDING_CELL[spec.kind], np.float32)
    padded[rows : rows + height, cols : cols + width] = channel_hw
    return padded


def _pool_channel(
    padded_hw: NDArray[np.float32],
    spec: PoolSpec,
    divisors: NDArray[np.int64],
    result_hw: NDArray[np.float32],
    is_cancelled: IsCancelled,
) -> None:
    """Pool the rows of each window, then its columns: kh + kw passes, not kh times kw."""
    (kh, kw), (sh, sw) = spec.size, spec.steps
    height, width = result_hw.shape
    block = max(1, _BLOCK_CELLS // padded_hw.shape[1])
    wide = (width - 1) * sw + 1

    def work(first: int) -> None:
        """Pool one block of rows of the output, from the row ``first`` on."""
        result = result_hw[first : first + block]
        tall = (len(result) - 1) * sh + 1
        tops = range(first * sh, first * sh + kh)
        # Told once and in a sentence, not by a warning for each block.
        with np.errstate(over="ignore", invalid="ignore"):
            rows = _combined([padded_hw[top : top + tall : sh] for top in tops], spec)
            cells = _combined(
                [rows[:, left : left + wide : sw] for left in range(kw)], spec
            )
            if spec.kind == "average":
                cells /= divisors[first : first + block]
            result[...] = cells

    threads = THREADS if padded_hw.size >= _THREADED_CELLS else 1
    parallel_map(
        range(0, height, block),
        lambda: work,
        threads=threads,
        is_cancelled=is_cancelled,
    )


def _combined(
    parts: Sequence[NDArray[np.floating]], spec: PoolSpec
) -> NDArray[np.floating]:
    """Return the parts pooled, cell by cell, in a new array."""
    if not spec.chooses:
        # Millions of grey levels make a sum that float32 no longer counts by ones.
        total: NDArray[np.floating] = parts[0].astype(np.float64)
        for part in parts[1:]:
            np.add(total, part, out=total)
        return total
    best = parts[0].copy()
    combine = np.maximum if spec.kind == "max" else np.minimum
    for part in parts[1:]:
        combine(best, part, out=best)
    return best

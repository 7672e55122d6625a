"""One step of a pooling: the window, and which of its cells makes the number."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.padding import Array
from cnnviz.convolution.pooling import PADDING_CELL, PoolSpec, checked_output
from cnnviz.convolution.spec import Pair
from cnnviz.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class PoolStep:
    """One window, and the number that is left of it.

    Attributes
    ----------
    row, col
        The output cell.
    channel
        Channel of the input and of the output: pooling works on each by itself.
    top, left
        The window's first cell in the picture's own rows and columns; negative inside
        the padding.
    window_hw
        float32, ``kh x kw``: the cells of the window; in the padding minus infinity
        (max), infinity (min) or 0.
    inside_hw
        bool, ``kh x kw``: which cells are of the picture.
    winner
        Row and column *in the window* of the largest or smallest number, the first of
        equals in reading order, as in torch; ``None`` for mean and sum.
    sum
        The cells added; ``None`` for max and min.
    divisor
        What the sum is divided by; 1 unless the kind is ``average``.
    output
        The number that goes into the output cell.
    """

    row: int
    col: int
    channel: int
    top: int
    left: int
    window_hw: NDArray[np.float32]
    inside_hw: NDArray[np.bool_]
    winner: Pair | None
    sum: float | None
    divisor: int
    output: float


def pool_step_at(
    input_chw: Array, spec: PoolSpec, row: int, col: int, *, channel: int = 0
) -> PoolStep:
    """Return the step that makes one output cell.

    Only the window is read, so a step costs the same on a large picture.

    Parameters
    ----------
    input_chw, spec
        As for `cnnviz.convolution.pooling.pool`.
    row, col
        The output cell.
    channel
        Which of the ``C`` channels.

    Raises
    ------
    CnnvizError
        What `pool` raises, ``cell_outside_output`` and ``channel_outside_input``.

    Examples
    --------
    >>> picture = np.arange(16).reshape(1, 4, 4)
    >>> step = pool_step_at(picture, PoolSpec(size=(2, 2)), 1, 0)
    >>> step.window_hw.tolist(), step.winner, step.output
    ([[8.0, 9.0], [12.0, 13.0]], (1, 1), 13.0)
    """
    height, width = checked_output(input_chw, spec)
    if not (0 <= row < height and 0 <= col < width):
        raise CnnvizError(
            "cell_outside_output", row=row, col=col, height=height, width=width
        )
    if not 0 <= channel < len(input_chw):
        raise CnnvizError(
            "channel_outside_input", channel=channel, channels=len(input_chw)
        )
    top = row * spec.steps[0] - spec.padding[0]
    left = col * spec.steps[1] - spec.padding[1]
    window, inside = _window(input_chw[channel], spec, top, left)
    winner = _winner(window, spec)
    total = float(window.sum(dtype=np.float64)) if winner is None else None
    divisor = _divisor(inside, spec)
    output = float(window[winner]) if total is None else total / divisor
    return PoolStep(
        row=row,
        col=col,
        channel=channel,
        top=top,
        left=left,
        window_hw=window,
        inside_hw=inside,
        winner=winner,
        sum=total,
        divisor=divisor,
        output=output,
    )


def _window(
    channel_hw: Array, spec: PoolSpec, top: int, left: int
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return a copy of the cells of one window, and which of them are of the picture."""
    (kh, kw), (height, width) = spec.size, channel_hw.shape
    first_row, first_col = max(-top, 0), max(-left, 0)
    end_row, end_col = min(kh, height - top), min(kw, width - left)
    part = slice(first_row, end_row), slice(first_col, end_col)
    window = np.full((kh, kw), PADDING_CELL[spec.kind], np.float32)
    inside = np.zeros((kh, kw), np.bool_)
    inside[part] = True
    window[part] = channel_hw[
        top + first_row : top + end_row, left + first_col : left + end_col
    ]
    return window, inside


def _winner(window_hw: NDArray[np.float32], spec: PoolSpec) -> Pair | None:
    if spec.kind in ("average", "sum"):
        return None
    best = window_hw.argmax() if spec.kind == "max" else window_hw.argmin()
    row, col = divmod(int(best), window_hw.shape[1])
    return row, col


def _divisor(inside_hw: NDArray[np.bool_], spec: PoolSpec) -> int:
    if spec.kind != "average":
        return 1
    return int(inside_hw.size if spec.counts_padding else inside_hw.sum())

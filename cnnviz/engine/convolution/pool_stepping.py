"""One step of a pooling: the window, and which of its cells makes the number."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.pooling import PADDING_CELL
from cnnviz.engine.convolution.spec import Pair, PoolSpec

MOST_CELLS: Final = 64 * 64
"""Cells of a window up to which it is told cell by cell; a global pooling has more."""


@dataclass(frozen=True, slots=True, eq=False)
class PoolStep:
    """One window of a pooling, and the number made from it.

    A window may be the whole picture, so its cells are copied only when asked for.

    Attributes
    ----------
    row, col
        The output cell.
    output_channel
        Channel of the input and of the output: pooling works on each by itself.
    top, left
        The window's first cell in the picture's own rows and columns; negative inside
        the padding.
    own_hw
        The cells of the window that are of the picture: a view.
    spec
        How large the window is, and what is kept of it.
    winner
        Row and column *in the window* of the largest or smallest number, the first of
        equals in reading order, as in torch; ``None`` for mean and sum.
    sum
        The cells added; ``None`` for max and min.
    total
        The number that goes into the output cell.
    """

    channels: ClassVar[int] = 1
    bias: ClassVar[float] = 0.0

    row: int
    col: int
    output_channel: int
    top: int
    left: int
    own_hw: Array
    spec: PoolSpec
    winner: Pair | None
    sum: float | None
    total: float

    @property
    def size(self) -> Pair:
        """Rows and columns of the window."""
        return self.spec.size

    @property
    def cells(self) -> int:
        """How many cells the window has."""
        return self.size[0] * self.size[1]

    @property
    def is_large(self) -> bool:
        """Whether the window has too many cells to show them one by one."""
        return self.cells > MOST_CELLS

    @property
    def counted(self) -> int:
        """How many cells of the window are of the picture."""
        return self.own_hw.size

    @property
    def first_channel(self) -> int:
        """Which input channel the window is of."""
        return self.output_channel

    @property
    def channel_sums_c(self) -> NDArray[np.float64]:
        """What the channel gives: its sum, or the number that is chosen."""
        return np.array([self.total if self.sum is None else self.sum])

    @property
    def window_chw(self) -> Array:
        """The cells of the window, ``1 x kh x kw``: of a whole one a view."""
        is_whole = self.counted == self.cells
        return (self.own_hw if is_whole else self.window_hw)[np.newaxis]

    @property
    def kernel_chw(self) -> NDArray[np.float32] | None:
        """What each cell counts for in a mean; ``None`` where nothing is weighed.

        Cells of the padding count for nothing when the padding does not count.
        """
        divisor = self.spec.divisor(self.counted)
        if divisor is None:
            return None
        if divisor == self.cells:
            equal: NDArray[np.float32] = np.broadcast_to(
                np.float32(1 / divisor), (1, *self.size)
            )
            return equal
        return (self.inside_hw[np.newaxis] / divisor).astype(np.float32)

    @property
    def products_chw(self) -> NDArray[np.float32] | None:
        """What each cell adds to a mean; ``None`` where nothing is weighed."""
        kernel = self.kernel_chw
        return None if kernel is None else self.window_hw[np.newaxis] * kernel

    def partial(self, cells: int) -> float:
        """Return the largest, smallest or sum of the first cells."""
        own = [part for part in self.first_cells(cells) if part.size]
        match self.spec.kind:
            case "max":
                return max((float(part.max()) for part in own), default=-np.inf)
            case "min":
                return min((float(part.min()) for part in own), default=np.inf)
        return float(sum(part.sum(dtype=np.float64) for part in own))

    @property
    def window_hw(self) -> NDArray[np.float32]:
        """The cells of the window, float32, ``kh x kw``; a new array at each call."""
        window = np.full(self.size, PADDING_CELL[self.spec.kind], np.float32)
        window[self._inside] = self.own_hw
        return window

    @property
    def inside_hw(self) -> NDArray[np.bool_]:
        """Which cells are of the picture, ``kh x kw``; a new array at each call."""
        inside = np.zeros(self.size, np.bool_)
        inside[self._inside] = True
        return inside

    @property
    def _inside(self) -> tuple[slice, slice]:
        """Rows and columns of the window that are of the picture."""
        (height, width), (row, col) = self.own_hw.shape, self._first_own
        return slice(row, row + height), slice(col, col + width)

    @property
    def _first_own(self) -> Pair:
        """Row and column in the window of its first cell that is of the picture."""
        return max(-self.top, 0), max(-self.left, 0)

    def first_cells(self, count: int) -> tuple[Array, Array]:
        """Return the picture's own among the window's first cells in reading order.

        Views of the picture: those of whole rows, and those of a row that was begun.
        """
        rows, rest = divmod(count, self.size[1])
        first_row, first_col = self._first_own
        if rows < first_row:
            return self.own_hw[:0], self.own_hw[:0]
        rows, rest = rows - first_row, max(rest - first_col, 0)
        return self.own_hw[:rows], self.own_hw[rows : rows + 1, :rest]


def pool_step_at(
    input_chw: Array, spec: PoolSpec, row: int, col: int, channel: int
) -> PoolStep:
    """Return the step that makes one output cell of a channel, all of which exist.

    Only the window is read, and never copied: a step costs the same on a large
    picture, and that of a window as large as the picture takes less than a frame.

    Examples
    --------
    >>> picture = np.arange(16).reshape(1, 4, 4)
    >>> step = pool_step_at(picture, PoolSpec(size=(2, 2)), 1, 0, 0)
    >>> step.window_hw.tolist(), step.winner, step.total
    ([[8.0, 9.0], [12.0, 13.0]], (1, 1), 13.0)
    """
    top = row * spec.steps[0] - spec.padding[0]
    left = col * spec.steps[1] - spec.padding[1]
    end_row, end_col = top + spec.size[0], left + spec.size[1]
    own = input_chw[channel, max(top, 0) : end_row, max(left, 0) : end_col]
    winner, total = None, None
    if spec.chooses:
        best = _best(own, spec)
        winner = (best[0] - min(top, 0), best[1] - min(left, 0))
        output = float(np.float32(own[best]))
    else:
        total = float(own.sum(dtype=np.float64))
        output = total / (spec.divisor(own.size) or 1)
    return PoolStep(
        row=row,
        col=col,
        output_channel=channel,
        top=top,
        left=left,
        own_hw=own,
        spec=spec,
        winner=winner,
        sum=total,
        total=output,
    )


def _best(own_hw: Array, spec: PoolSpec) -> Pair:
    """Return where the largest or smallest cell is, the first in reading order.

    Row by row: to find it in a part of a picture at once, NumPy would copy that part.
    """
    if spec.kind == "max":
        row = int(own_hw.max(axis=1).argmax())
        return row, int(own_hw[row].argmax())
    row = int(own_hw.min(axis=1).argmin())
    return row, int(own_hw[row].argmin())

"""The sum behind one output number, in the one form in which all operations are told."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations.protocol import AnyStep


@dataclass(frozen=True, slots=True, eq=False)
class ChannelPart:
    """What one input channel adds to the sum.

    Attributes
    ----------
    channel
        Which input channel, counted from 0.
    values_hw
        The cells under the window; none where they are too many to be written.
    weights_hw
        What each is multiplied with; ``None`` where nothing is.
    dim_hw
        Which cells hold an added 0: padding, or a gap of a stretched picture.
    absent_hw
        Which cells do not count at all, as the padding of a maximum.
    size
        Rows and columns of the window.
    count
        How many of its cells count.
    winner
        Row and column in the window of the number that is chosen.
    total
        Their sum, or the number that is chosen.
    """

    channel: int
    values_hw: Array
    weights_hw: Array | None
    dim_hw: NDArray[np.bool_]
    absent_hw: NDArray[np.bool_]
    size: Pair
    count: int
    winner: Pair | None
    total: float

    @property
    def is_written(self) -> bool:
        """Whether its numbers are written out one by one."""
        return self.values_hw.size > 0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SumExpression:
    """How the cells of a window become one number, before any activation.

    Three write it out: the row under the picture (``ui.unit_view.sum.sum_row``), the copied
    text and LaTeX (``ui.unit_view.sum.sum_copy_text``), and the frames of an animation
    (``engine.animation.frame_text``).

    Attributes
    ----------
    parts
        One for each input channel that takes part.
    function
        What chooses one of the cells, as ``max``; empty where they are added up.
    bias
        What is added; ``None`` where nothing can be.
    divisor
        What the sum is divided by; ``None`` unless it is a mean.
    """

    parts: tuple[ChannelPart, ...]
    function: str = ""
    bias: float | None = None
    divisor: int | None = None

    @property
    def is_written(self) -> bool:
        """Whether its numbers are written out; those of a global pooling are too many."""
        return all(part.is_written for part in self.parts)

    @property
    def is_weighted(self) -> bool:
        """Whether cells are multiplied before they are added."""
        return all(part.weights_hw is not None for part in self.parts)

    def part(self, channel: int) -> ChannelPart:
        """Return the part of an input channel, or the nearest one that takes part."""
        first = self.parts[0].channel
        return self.parts[min(max(channel - first, 0), len(self.parts) - 1)]


def outside_cells(
    step: "AnyStep", geometry: WindowGeometry
) -> tuple[NDArray[np.bool_], ...]:
    """Return which rows, and which columns, of a window hold no cell of the picture."""
    return tuple(
        geometry.sources(axis, cell) < 0
        for axis, cell in enumerate((step.row, step.col))
    )


def sum_of_products(step: "AnyStep", geometry: WindowGeometry) -> SumExpression:
    """Return the sum of a step that multiplies its window with a kernel."""
    assert step.kernel_chw is not None
    rows, columns = outside_cells(step, geometry)
    dim = rows[:, np.newaxis] | columns
    absent = np.zeros_like(dim)
    parts = tuple(
        ChannelPart(
            channel=step.first_channel + index,
            values_hw=values_hw,
            weights_hw=weights_hw,
            dim_hw=dim,
            absent_hw=absent,
            size=step.size,
            count=values_hw.size,
            winner=None,
            total=total,
        )
        for index, (values_hw, weights_hw, total) in enumerate(
            zip(
                step.window_chw,
                step.kernel_chw,
                step.channel_sums_c.tolist(),
                strict=True,
            )
        )
    )
    return SumExpression(parts=parts, bias=step.bias)

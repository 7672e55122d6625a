"""The sum behind one output number, in the one form in which all operations are shown."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Pooling
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.walk import Outcome, Walk
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.unit_view.channel_names import channel_mark

SumKind = Literal["products", "max", "min", "average", "sum"]
Floats = NDArray[np.float32] | NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ChannelPart:
    """What one input channel gives.

    Attributes
    ----------
    channel
        Which input channel, counted from 0.
    name
        What it is called on the screen.
    values_hw
        The cells under the window; none where they are too many to be written.
    weights_hw
        What each is multiplied with; ``None`` in a pooling.
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
    name: str
    values_hw: Floats
    weights_hw: Floats | None
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


@dataclass(frozen=True, slots=True, eq=False)
class WrittenSum:
    """Everything that is written of one step.

    Attributes
    ----------
    kind
        Which operation: products added up, or one of the poolings.
    parts
        One for each input channel that takes part.
    bias
        What is added; ``None`` where nothing can be.
    divisor
        What the sum is divided by; 1 unless it is a mean.
    activation, outcome
        What happens then, and the number of the output cell.
    cell
        Row and column of it.
    """

    kind: SumKind
    parts: tuple[ChannelPart, ...]
    bias: float | None
    divisor: int
    activation: ActivationSpec
    outcome: Outcome
    cell: Pair

    @property
    def is_written(self) -> bool:
        """Whether its numbers are written out; those of a global pooling are too many."""
        return all(part.is_written for part in self.parts)

    def part(self, channel: int) -> ChannelPart:
        """Return the part of an input channel, or the nearest one that takes part."""
        first = self.parts[0].channel
        return self.parts[min(max(channel - first, 0), len(self.parts) - 1)]


def written_sum(state: LabState) -> WrittenSum | None:
    """Return the sum of the state's step; ``None`` when there is no walk."""
    walk, step, outcome = state.walk, state.step, state.outcome
    if walk is None or step is None or outcome is None:
        return None
    kind: SumKind = "products"
    divisor, bias = 1, None
    if isinstance(step, PoolStep):
        assert isinstance(walk.operation, Pooling)
        kind, divisor = walk.operation.spec.kind, step.divisor
        parts: tuple[ChannelPart, ...] = (_pooled(walk, step, state.input_channels),)
    elif isinstance(step, Step):
        parts, bias = _convolved(walk, step, state.input_channels), step.bias
    else:
        window, kernel, bias = step.window_k[None], step.kernel_k[None], step.bias
        parts = (_products(walk, 0, 1, window, kernel, step.sum),)
    return WrittenSum(kind, parts, bias, divisor, walk.activation, outcome, walk.cell)


def _convolved(walk: Walk, step: Step, channels: int) -> tuple[ChannelPart, ...]:
    return tuple(
        _products(
            walk,
            step.first_channel + index,
            channels,
            step.window_chw[index],
            step.kernel_chw[index],
            float(step.channel_sums_c[index]),
        )
        for index in range(len(step.window_chw))
    )


def _products(
    walk: Walk,
    channel: int,
    channels: int,
    values_hw: Floats,
    weights_hw: Floats,
    total: float,
) -> ChannelPart:
    rows, columns = (
        np.array(walk.sweep.sources(axis, walk.cell[axis])) < 0 for axis in (0, 1)
    )
    dim = rows[:, np.newaxis] | columns
    absent = np.zeros_like(dim)
    return ChannelPart(
        channel=channel,
        name=channel_mark(channel, channels),
        values_hw=values_hw,
        weights_hw=weights_hw,
        dim_hw=dim,
        absent_hw=absent,
        size=(values_hw.shape[0], values_hw.shape[1]),
        count=values_hw.size,
        winner=None,
        total=total,
    )


def _pooled(walk: Walk, step: PoolStep, channels: int) -> ChannelPart:
    assert isinstance(walk.operation, Pooling)
    spec = walk.operation.spec
    counts = spec.kind == "sum" or (spec.kind == "average" and spec.counts_padding)
    values, outside = np.zeros((0, 0), np.float32), np.zeros((0, 0), np.bool_)
    if not step.is_large:
        values, outside = step.window_hw, ~step.inside_hw
    return ChannelPart(
        channel=step.channel,
        name=channel_mark(step.channel, channels),
        values_hw=values,
        weights_hw=None,
        dim_hw=outside,
        absent_hw=np.zeros_like(outside) if counts else outside,
        size=step.size,
        count=step.cells if counts else step.counted,
        winner=step.winner,
        total=step.output if step.sum is None else step.sum,
    )

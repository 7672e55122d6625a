"""A window on its way across a picture: frozen state and pure transitions."""

from dataclasses import dataclass, field, replace

from cnnviz.engine.convolution.activation.activations import ActivationSpec, value
from cnnviz.engine.convolution.operations import AnyStep, Operation
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True)
class Outcome:
    """A step's number before and after the activation.

    Attributes
    ----------
    total
        The number before the activation: sum and bias, or what a pooling leaves.
    others
        For ``softmax``: the totals of the other output channels at the same cell.
    output
        The number after the activation: what the output cell holds.
    """

    total: float
    others: tuple[float, ...]
    output: float


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """An operation, and the position of its window.

    Compared by identity. A transition returns the same object when nothing changes,
    so ``new is old`` tells whether there is something to draw.

    Attributes
    ----------
    operation
        What is done at each place.
    activation
        What is done with each number after.
    output_channel
        Which output channel is being made.
    position
        Which step, counted from 0 along the rows of the output.

    Raises
    ------
    CnnvizError
        ``output_channel_outside`` and ``position_outside_walk``.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(2, 2))
    >>> walk = Walk(Convolution(np.eye(3)[None], np.ones((1, 1, 2, 2)), spec))
    >>> walk = advance(advance(walk))
    >>> walk.cell, walk.outcome.output, walk.is_last
    ((1, 0), 1.0, False)
    """

    operation: Operation
    activation: ActivationSpec = field(default_factory=ActivationSpec)
    output_channel: int = 0
    position: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.output_channel < self.operation.outputs:
            raise CnnvizError(
                "output_channel_outside",
                channel=self.output_channel,
                outputs=self.operation.outputs,
            )
        if not 0 <= self.position < self.steps:
            raise CnnvizError(
                "position_outside_walk", position=self.position, steps=self.steps
            )

    @property
    def geometry(self) -> WindowGeometry:
        """Where the window lies at each step."""
        return self.operation.geometry

    @property
    def output_hw(self) -> Pair:
        """Height and width of the result."""
        return self.geometry.output_hw

    @property
    def steps(self) -> int:
        """How many positions the window takes: the cells of one output channel."""
        height, width = self.output_hw
        return height * width

    @property
    def cell(self) -> Pair:
        """Row and column of the current output cell."""
        return divmod(self.position, self.output_hw[1])

    @property
    def is_last(self) -> bool:
        """Whether the window stands at the bottom right."""
        return self.position == self.steps - 1

    @property
    def step(self) -> AnyStep:
        """The current step; computed at each call."""
        return self.operation.step_at(*self.cell, self.output_channel)

    @property
    def outcome(self) -> Outcome:
        """The current number, before and after the activation."""
        return self.outcome_of(self.step)

    def outcome_of(self, step: AnyStep) -> Outcome:
        """Return the outcome of the current step, without computing the step again."""
        total = step.total
        others: tuple[float, ...] = ()
        if self.activation.kind == "softmax":
            others = tuple(
                self.operation.step_at(*self.cell, channel).total
                for channel in range(self.operation.outputs)
                if channel != self.output_channel
            )
        output = total
        if self.activation.kind != "none":
            output = float(value(total, self.activation, others))
        return Outcome(total, others, output)


def show_channel(walk: Walk, output_channel: int) -> Walk:
    """Return the walk of another output channel, clamped, at the same place."""
    chosen = min(max(output_channel, 0), walk.operation.outputs - 1)
    return (
        walk if chosen == walk.output_channel else replace(walk, output_channel=chosen)
    )


def go_to(walk: Walk, position: int) -> Walk:
    """Return the walk at a position, clamped to its first and last step."""
    clamped = min(max(position, 0), walk.steps - 1)
    return walk if clamped == walk.position else replace(walk, position=clamped)


def go_to_cell(walk: Walk, row: int, col: int) -> Walk:
    """Return the walk at an output cell, row and column clamped each by itself."""
    height, width = walk.output_hw
    row, col = min(max(row, 0), height - 1), min(max(col, 0), width - 1)
    return go_to(walk, row * width + col)


def advance(walk: Walk) -> Walk:
    """Return the walk one step on; the same at the end."""
    return go_to(walk, walk.position + 1)


def go_back(walk: Walk) -> Walk:
    """Return the walk one step back; the same at the start."""
    return go_to(walk, walk.position - 1)


def next_row(walk: Walk) -> Walk:
    """Return the walk one output row down, in the same column; the same in the last."""
    row, col = walk.cell
    return go_to_cell(walk, row + 1, col)


def previous_row(walk: Walk) -> Walk:
    """Return the walk one output row up, in the same column; the same in the first."""
    row, col = walk.cell
    return go_to_cell(walk, row - 1, col)


def go_first(walk: Walk) -> Walk:
    """Return the walk at its first step."""
    return go_to(walk, 0)


def go_last(walk: Walk) -> Walk:
    """Return the walk at its last step."""
    return go_to(walk, walk.steps - 1)

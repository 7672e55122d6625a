"""A kernel on its way across a picture: frozen state and pure transitions."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.apply import check_operands
from cnnviz.convolution.shapes import output_size
from cnnviz.convolution.spec import ConvSpec, Pair
from cnnviz.convolution.stepping import Step, check_output_channel, step_at
from cnnviz.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """Which picture, which kernels, and how far the window has come.

    Compared by identity. A transition returns the same object when nothing changes,
    so ``new is old`` tells whether there is something to draw.

    Attributes
    ----------
    input_chw
        Numbers, ``C x H x W``; never written to.
    kernels_oikk
        Numbers, ``O x C/groups x kh x kw``; never written to.
    spec
        Stride, padding, dilation, flip, groups.
    bias_o
        One number an output channel, or ``None``.
    output_channel
        Which kernel is walking.
    position
        Which step, counted from 0 along the rows of the output.

    Raises
    ------
    CnnvizError
        What `convolve` raises about its operands, ``output_channel_outside`` and
        ``position_outside_walk``.

    Examples
    --------
    >>> walk = Walk(np.eye(3)[None], np.ones((1, 1, 2, 2)), ConvSpec(kernel=(2, 2)))
    >>> walk = advance(advance(walk))
    >>> walk.cell, walk.step.total, walk.is_last
    ((1, 0), 1.0, False)
    """

    input_chw: NDArray[np.generic]
    kernels_oikk: NDArray[np.generic]
    spec: ConvSpec
    bias_o: NDArray[np.generic] | None = None
    output_channel: int = 0
    position: int = 0

    def __post_init__(self) -> None:
        check_operands(self.input_chw, self.kernels_oikk, self.spec, self.bias_o)
        check_output_channel(self.kernels_oikk, self.output_channel)
        if not 0 <= self.position < self.steps:
            raise CnnvizError(
                "position_outside_walk", position=self.position, steps=self.steps
            )

    @property
    def output_hw(self) -> Pair:
        """Height and width of the result."""
        _, height, width = self.input_chw.shape
        return output_size(self.spec, (height, width))

    @property
    def steps(self) -> int:
        """How many positions the window takes: the cells of one output channel."""
        height, width = self.output_hw
        return height * width

    @property
    def cell(self) -> Pair:
        """Row and column of the output cell of now."""
        return divmod(self.position, self.output_hw[1])

    @property
    def is_first(self) -> bool:
        """Whether the window stands at the top left."""
        return self.position == 0

    @property
    def is_last(self) -> bool:
        """Whether the window stands at the bottom right."""
        return self.position == self.steps - 1

    @property
    def step(self) -> Step:
        """The window, the products and the sum of now; computed at each call."""
        return step_at(
            self.input_chw,
            self.kernels_oikk,
            self.spec,
            *self.cell,
            bias_o=self.bias_o,
            output_channel=self.output_channel,
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

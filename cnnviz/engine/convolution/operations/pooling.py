"""One number for each window of each channel."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.pool_stepping import PoolStep, pool_step_at
from cnnviz.engine.convolution.pooling import PoolSpec, checked_output, pool
from cnnviz.engine.convolution.sweep import Sweep


@dataclass(frozen=True, slots=True, eq=False)
class Pooling:
    """One number for each window of each channel: maximum, minimum, mean or sum.

    Attributes
    ----------
    input_chw, spec
        As for `cnnviz.engine.convolution.pooling.pool`.

    Raises
    ------
    CnnvizError
        What `pool` raises.
    """

    input_chw: Array
    spec: PoolSpec

    def __post_init__(self) -> None:
        checked_output(self.input_chw, self.spec)

    @property
    def input_hw(self) -> tuple[int, int]:
        """Height and width of the picture."""
        return self.input_chw.shape[1], self.input_chw.shape[2]

    @property
    def outputs(self) -> int:
        """How many output channels there are: those of the picture."""
        return len(self.input_chw)

    @property
    def sweep(self) -> Sweep:
        """The way of the window."""
        (top, left), spec = self.spec.padding, self.spec
        return Sweep(
            kernel=spec.size,
            stride=spec.steps,
            top=top,
            bottom=top,
            left=left,
            right=left,
            grid_hw=self.input_hw,
            output_hw=checked_output(self.input_chw, spec),
        )

    def step_at(self, row: int, col: int, channel: int) -> PoolStep:
        """Return everything behind one number of one channel."""
        return pool_step_at(self.input_chw, self.spec, row, col, channel=channel)

    def whole(
        self,
        channel: int | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[np.float32]:
        """Return all numbers of one channel (or of all): ``C x H x W``."""
        chosen = slice(None) if channel is None else slice(channel, channel + 1)
        return pool(self.input_chw[chosen], self.spec, is_cancelled=is_cancelled)

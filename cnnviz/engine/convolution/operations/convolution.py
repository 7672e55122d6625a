"""Products of window and kernel, added up: the convolution of networks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_operands, convolve
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.shapes import output_size, padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.stepping import Step, step_at
from cnnviz.engine.convolution.sweep import Sweep


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """Products of window and kernel, added up.

    Attributes
    ----------
    input_chw, kernels_oikk, spec, bias_o
        As for `cnnviz.engine.convolution.apply.convolve`; the arrays are never written to.

    Raises
    ------
    CnnvizError
        What `convolve` raises about its operands.
    """

    input_chw: Array
    kernels_oikk: Array
    spec: ConvSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_operands(self.input_chw, self.kernels_oikk, self.spec, self.bias_o)
        output_size(self.spec, self.input_hw)

    @property
    def input_hw(self) -> tuple[int, int]:
        """Height and width of the picture."""
        return self.input_chw.shape[1], self.input_chw.shape[2]

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return len(self.kernels_oikk)

    @property
    def sweep(self) -> Sweep:
        """The way of the window."""
        return _sweep(self.spec, self.input_hw)

    def step_at(self, row: int, col: int, channel: int) -> Step:
        """Return everything behind one number of one output channel."""
        return step_at(
            self.input_chw,
            self.kernels_oikk,
            self.spec,
            row,
            col,
            bias_o=self.bias_o,
            output_channel=channel,
        )

    def whole(
        self,
        channel: int | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[np.float32]:
        """Return all numbers of one output channel (or of all): ``O x H x W``."""
        return convolve(
            self.input_chw,
            self.kernels_oikk,
            self.spec,
            self.bias_o,
            output_channel=channel,
            is_cancelled=is_cancelled,
        )

    def thinned(self, every: int) -> "Convolution":
        """Return the convolution that makes every n-th row and column of the result."""
        amounts = padding_amounts(self.spec, self.input_hw)
        spec = replace(
            self.spec,
            stride=(self.spec.stride[0] * every, self.spec.stride[1] * every),
            padding=(amounts.top, amounts.bottom, amounts.left, amounts.right),
        )
        return replace(self, spec=spec)


# Everything that is drawn asks for it, many times at each step.
@lru_cache(maxsize=64)
def _sweep(spec: ConvSpec, input_hw: tuple[int, int]) -> Sweep:
    amounts = padding_amounts(spec, input_hw)
    return Sweep(
        kernel=spec.kernel,
        stride=spec.stride,
        dilation=spec.dilation,
        top=amounts.top,
        bottom=amounts.bottom,
        left=amounts.left,
        right=amounts.right,
        grid_hw=input_hw,
        output_hw=output_size(spec, input_hw),
        mode=spec.padding_mode,
    )

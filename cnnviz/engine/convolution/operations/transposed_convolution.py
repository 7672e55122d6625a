"""A transposed convolution, as the ordinary one that it comes to."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.sweep import Sweep
from cnnviz.engine.convolution.transposed import (
    TransposedSpec,
    check_transposed,
    convolve_transposed,
)
from cnnviz.engine.convolution.transposed_stepping import stretched_step_at


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolution:
    """A convolution across the picture with zeros between its cells.

    Attributes
    ----------
    input_chw, kernels_iokk, spec, bias_o
        As for `cnnviz.engine.convolution.transposed.convolve_transposed`.

    Raises
    ------
    CnnvizError
        What `convolve_transposed` raises.
    """

    input_chw: Array
    kernels_iokk: Array
    spec: TransposedSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_transposed(self.input_chw, self.kernels_iokk, self.spec, self.bias_o)

    @property
    def input_hw(self) -> tuple[int, int]:
        """Height and width of the picture."""
        return self.input_chw.shape[1], self.input_chw.shape[2]

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return int(self.kernels_iokk.shape[1]) * self.spec.groups

    @property
    def sweep(self) -> Sweep:
        """The way of the window over the stretched picture."""
        spec, span = self.spec, self.spec.dilated_kernel
        before = [span[axis] - 1 - spec.padding[axis] for axis in (0, 1)]
        return Sweep(
            kernel=spec.kernel,
            dilation=spec.dilation,
            top=before[0],
            bottom=before[0] + spec.output_padding[0],
            left=before[1],
            right=before[1] + spec.output_padding[1],
            grid_hw=(
                spec.stride[0] * (self.input_hw[0] - 1) + 1,
                spec.stride[1] * (self.input_hw[1] - 1) + 1,
            ),
            output_hw=check_transposed(
                self.input_chw, self.kernels_iokk, spec, self.bias_o
            ),
            stretch=spec.stride,
        )

    def step_at(self, row: int, col: int, channel: int) -> Step:
        """Return everything behind one number of one output channel."""
        return stretched_step_at(
            self.input_chw,
            self.kernels_iokk,
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
        return convolve_transposed(
            self.input_chw,
            self.kernels_iokk,
            self.spec,
            self.bias_o,
            output_channel=channel,
            is_cancelled=is_cancelled,
        )

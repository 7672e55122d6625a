"""A kernel moved along a signal: convolution in one dimension."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.one_dimensional import (
    SignalSpec,
    SignalStep,
    check_rows,
    convolve_signal,
    signal_outputs,
    signal_padding,
    signal_step_at,
)
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.sweep import Sweep
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class SignalConvolution:
    """A kernel moved along a signal; its output is one row.

    Attributes
    ----------
    signal_n, kernel_k, spec
        As for `cnnviz.engine.convolution.one_dimensional.convolve_signal`.
    bias_o
        What is added to every sum: one number, for the one output; or ``None``.

    Raises
    ------
    CnnvizError
        What `convolve_signal` raises, and ``bias_length_differs``.
    """

    signal_n: Array
    kernel_k: Array
    spec: SignalSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_rows(self.signal_n, self.kernel_k)
        if self.bias_o is not None and self.bias_o.shape != (1,):
            shape = " × ".join(map(str, self.bias_o.shape)) or "1"
            raise CnnvizError("bias_length_differs", biases=shape, outputs=1)
        signal_outputs(self.spec, len(self.signal_n), len(self.kernel_k))

    @property
    def input_hw(self) -> tuple[int, int]:
        """One row, as long as the signal."""
        return 1, len(self.signal_n)

    @property
    def outputs(self) -> int:
        """How many output channels there are: one."""
        return 1

    @property
    def bias(self) -> float:
        """What is added to every sum; 0 when there is none."""
        return 0.0 if self.bias_o is None else float(self.bias_o[0])

    @property
    def sweep(self) -> Sweep:
        """The way of the window."""
        length, kernel = len(self.signal_n), len(self.kernel_k)
        before, after = signal_padding(self.spec, length, kernel)
        return Sweep(
            kernel=(1, kernel),
            stride=(1, self.spec.stride),
            left=before,
            right=after,
            grid_hw=self.input_hw,
            output_hw=(1, signal_outputs(self.spec, length, kernel)),
        )

    def step_at(self, row: int, col: int, channel: int) -> SignalStep:
        """Return everything behind one number."""
        del row, channel
        return signal_step_at(self.signal_n, self.kernel_k, self.spec, col, self.bias)

    def whole(
        self,
        channel: int | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[np.float32]:
        """Return all numbers: ``1 x 1 x n``."""
        del channel, is_cancelled
        result = convolve_signal(self.signal_n, self.kernel_k, self.spec, self.bias)
        return result.astype(np.float32)[np.newaxis, np.newaxis]

"""The operations that a window can do at each of its places, all with one face.

Each knows its operands, refuses those that do not fit on construction, and gives the
way of its window (`Sweep`), one step of it, and its whole result.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.apply import check_operands, convolve
from cnnviz.convolution.one_dimensional import (
    SignalSpec,
    SignalStep,
    convolve_signal,
    signal_outputs,
    signal_padding,
    signal_step_at,
)
from cnnviz.convolution.padding import Array
from cnnviz.convolution.pool_stepping import PoolStep, pool_step_at
from cnnviz.convolution.pooling import PoolSpec, checked_output, pool
from cnnviz.convolution.shapes import output_size, padding_amounts
from cnnviz.convolution.spec import ConvSpec
from cnnviz.convolution.stepping import Step, step_at
from cnnviz.convolution.sweep import Sweep
from cnnviz.convolution.transposed import (
    TransposedSpec,
    check_transposed,
    convolve_transposed,
)
from cnnviz.convolution.transposed_stepping import stretched_step_at

IsCancelled = Callable[[], bool] | None
AnyStep = Step | PoolStep | SignalStep


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """Products of window and kernel, added up.

    Attributes
    ----------
    input_chw, kernels_oikk, spec, bias_o
        As for `cnnviz.convolution.apply.convolve`; the arrays are never written to.

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
        spec = self.spec
        amounts = padding_amounts(spec, self.input_hw)
        return Sweep(
            kernel=spec.kernel,
            stride=spec.stride,
            dilation=spec.dilation,
            top=amounts.top,
            bottom=amounts.bottom,
            left=amounts.left,
            right=amounts.right,
            grid_hw=self.input_hw,
            output_hw=output_size(spec, self.input_hw),
            mode=spec.padding_mode,
        )

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
        self, channel: int | None = None, is_cancelled: IsCancelled = None
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


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolution:
    """A convolution across the picture with zeros between its cells.

    Attributes
    ----------
    input_chw, kernels_iokk, spec, bias_o
        As for `cnnviz.convolution.transposed.convolve_transposed`.

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
        self, channel: int | None = None, is_cancelled: IsCancelled = None
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


@dataclass(frozen=True, slots=True, eq=False)
class Pooling:
    """One number for each window of each channel: maximum, minimum, mean or sum.

    Attributes
    ----------
    input_chw, spec
        As for `cnnviz.convolution.pooling.pool`.

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
        self, channel: int | None = None, is_cancelled: IsCancelled = None
    ) -> NDArray[np.float32]:
        """Return all numbers of one channel (or of all): ``C x H x W``."""
        chosen = slice(None) if channel is None else slice(channel, channel + 1)
        return pool(self.input_chw[chosen], self.spec, is_cancelled=is_cancelled)


@dataclass(frozen=True, slots=True, eq=False)
class SignalConvolution:
    """A kernel moved along a signal; its output is one row.

    Attributes
    ----------
    signal_n, kernel_k, spec
        As for `cnnviz.convolution.one_dimensional.convolve_signal`.

    Raises
    ------
    CnnvizError
        What `convolve_signal` raises.
    """

    signal_n: Array
    kernel_k: Array
    spec: SignalSpec

    def __post_init__(self) -> None:
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
        return signal_step_at(self.signal_n, self.kernel_k, self.spec, col)

    def whole(
        self, channel: int | None = None, is_cancelled: IsCancelled = None
    ) -> NDArray[np.float32]:
        """Return all numbers: ``1 x 1 x n``."""
        del channel, is_cancelled
        result = convolve_signal(self.signal_n, self.kernel_k, self.spec)
        return result.astype(np.float32)[np.newaxis, np.newaxis]


Operation = Convolution | TransposedConvolution | Pooling | SignalConvolution


def step_total(step: AnyStep) -> float:
    """Return the number that a step makes, before any activation."""
    return step.output if isinstance(step, PoolStep) else step.total

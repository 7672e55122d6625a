"""A transposed convolution, as the ordinary one that it comes to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import prod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.kernel_words import (
    bias_word,
    call,
    grouped_rule,
    has_bias,
    kernel_word,
    named_weights,
    setting,
)
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.expression import SumExpression, sum_of_products
from cnnviz.engine.convolution.operations.defaults import OperationDefaults
from cnnviz.engine.convolution.operations.protocol import AnyStep, Title, Traits
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.size_formula import Formulas
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.transposed import (
    TransposedSpec,
    check_transposed,
    convolve_transposed,
)
from cnnviz.engine.convolution.transposed_stepping import stretched_step_at
from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolution(OperationDefaults):
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

    traits: ClassVar[Traits] = Traits("transposed", spreads_input=True)

    input_chw: Array
    kernels_iokk: Array
    spec: TransposedSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_transposed(self.input_chw, self.kernels_iokk, self.spec, self.bias_o)

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return int(self.kernels_iokk.shape[1]) * self.spec.groups

    @property
    def sweep(self) -> WindowGeometry:
        """The way of the window over the stretched picture."""
        spec, span = self.spec, self.spec.dilated_kernel
        before = [span[axis] - 1 - spec.padding[axis] for axis in (0, 1)]
        return WindowGeometry(
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

    @property
    def is_turned(self) -> bool:
        """Whether the kernel lies turned: on the stretched picture, unless it was."""
        return not self.spec.flip

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

    def expression(self, step: AnyStep) -> SumExpression:
        """Return the sum of products behind a step."""
        return sum_of_products(step, self.sweep)

    def cost(self) -> OperationCost:
        """Return what the transposed convolution takes."""
        spec, channels = self.spec, len(self.input_chw)
        biases = 0 if self.bias_o is None else len(self.bias_o)
        reached = [
            _reached(spec.kernel[axis], spec.stride[axis], spec.dilation[axis])
            for axis in (0, 1)
        ]
        return OperationCost(
            parameters=self.kernels_iokk.size + biases,
            # Each input number meets its channel's whole kernels once.
            multiplications=self.kernels_iokk.size * prod(self.input_hw),
            inputs=self.input_chw.size,
            outputs=self.outputs * prod(self.sweep.output_hw),
            seen=min(channels // spec.groups * prod(reached), self.input_chw.size),
            has_biases=self.bias_o is not None,
        )

    def size_formulas(self) -> Formulas:
        """Return how large the output is."""
        rows, columns = (self._formula(axis) for axis in (0, 1))
        return Formulas(rows, columns, "(n−1)·s − 2·p + d·(k−1) + o + 1", "nkpdso")

    def _formula(self, axis: int) -> str:
        spec, size = self.spec, self.input_hw[axis]
        return (
            f"({size}−1)·{spec.stride[axis]} − 2·{spec.padding[axis]} + "
            f"{spec.dilation[axis]}·({spec.kernel[axis]}−1) + "
            f"{spec.output_padding[axis]} + 1 = {self.sweep.output_hw[axis]}"
        )

    def title(self) -> Title:
        """Return what is done, and how."""
        return Title(
            name="transposed",
            kernel=self.spec.kernel,
            stride=self.spec.stride,
            padding=self.spec.padding,
            dilation=self.spec.dilation,
        )

    def weights(self) -> tuple[tuple[str, Array], ...]:
        """Return kernels and bias by name."""
        return named_weights(self.kernels_iokk, self.bias_o)

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops make one sum over the stretched picture."""
        rule = grouped_rule(
            len(self.input_chw),
            self.outputs,
            self.spec.groups,
            self.spec.kernel,
            is_turned=self.is_turned,
            by_input=True,
            bias=bias_word(self.bias_o, maps, self.outputs),
        )
        return replace(rule, border=("border", ("border_y", "border_x")))

    def torch_call(self) -> str:
        """Return the call of ``conv_transpose2d``."""
        spec = self.spec
        flip = ".flip(-2, -1)" if spec.flip else ""
        return call(
            "conv_transpose2d",
            "picture",
            kernel_word(self.kernels_iokk) + flip,
            "bias" * has_bias(self.bias_o),
            setting("stride", spec.stride, 1),
            setting("padding", spec.padding, 0),
            setting("output_padding", spec.output_padding, 0),
            f"groups={spec.groups}" * (spec.groups > 1),
            setting("dilation", spec.dilation, 1),
        )

    def torch_on_window(self, step: AnyStep, window_hw: Pair) -> str:
        """Return the ordinary convolution of the window over the stretched picture."""
        del step, window_hw
        channels, offset, height, width = self.kernels_iokk.shape
        groups, laid = self.spec.groups, kernel_word(self.kernels_iokk)
        if groups == 1:
            laid = f"{laid}.transpose(0, 1)"
        else:
            own = channels // groups
            laid = (
                f"{laid}.reshape({groups}, {own}, {offset}, {height}, {width})"
                f".transpose(1, 2).reshape({groups * offset}, {own}, {height}, {width})"
            )
        return call(
            "conv2d",
            "window",
            laid + ".flip(-2, -1)" * self.is_turned,
            "bias" * has_bias(self.bias_o),
            f"groups={groups}" * (groups > 1),
        )


def _reached(kernel: int, stride: int, dilation: int) -> int:
    """Return how many kernel cells lie on cells of the picture at once, along one axis."""
    phases = [dilation * cell % stride for cell in range(kernel)]
    return max(phases.count(phase) for phase in phases)

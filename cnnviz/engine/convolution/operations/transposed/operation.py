"""A transposed convolution, as the ordinary one that it comes to."""

from dataclasses import dataclass, replace
from math import prod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.kernel_words import (
    grouped_rule,
    kernel_word,
    setting,
)
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.operands import group_of
from cnnviz.engine.convolution.operations.kernel_operation import KernelOperation
from cnnviz.engine.convolution.operations.protocol import Title, Traits
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.row_blocks import IsCancelled
from cnnviz.engine.convolution.size_formula import Formulas
from cnnviz.engine.convolution.spec import Pair, TransposedSpec
from cnnviz.engine.convolution.stepping import Floats
from cnnviz.engine.convolution.transposed import (
    check_transposed,
    convolve_transposed,
    transposed_size,
)
from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True, eq=False)
class TransposedConvolution(KernelOperation):
    """A convolution across the picture with zeros between its cells.

    The picture's cells stand ``stride`` apart, the kernel is turned, and it moves by 1;
    see Dumoulin and Visin, "A guide to convolution arithmetic for deep learning" (2016),
    relationships 8 to 14.

    Attributes
    ----------
    input_chw, kernels_iokk, spec, bias_o
        As for `cnnviz.engine.convolution.transposed.convolve_transposed`.

    Raises
    ------
    CnnvizError
        What `convolve_transposed` raises.

    Examples
    --------
    >>> spec = TransposedSpec(kernel=(1, 2), stride=(1, 2))
    >>> picture, kernel = np.array([[[1, 2]]]), np.array([[[[1, 10]]]])
    >>> step = TransposedConvolution(picture, kernel, spec).step_at(0, 3, 0)
    >>> step.window_chw.tolist(), step.kernel_chw.tolist(), step.total
    ([[[2.0, 0.0]]], [[[10.0, 1.0]]], 20.0)
    """

    traits: ClassVar[Traits] = Traits("transposed", spreads_input=True)

    input_chw: Array
    kernels_iokk: Array
    spec: TransposedSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_transposed(self.input_chw, self.kernels_iokk, self.spec, self.bias_o)

    @property
    def kernels(self) -> Array:
        """All kernels, ``C x O/groups x kh x kw``."""
        return self.kernels_iokk

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return int(self.kernels_iokk.shape[1]) * self.spec.groups

    @property
    def geometry(self) -> WindowGeometry:
        """Where the window lies on the stretched picture."""
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
            output_hw=transposed_size(spec, self.input_hw),
            stretch=spec.stride,
        )

    @property
    def is_turned(self) -> bool:
        """Whether the kernel lies turned: on the stretched picture, unless it was."""
        return not self.spec.flip

    def kernel_of(self, channel: int) -> tuple[slice, Floats]:
        """Return the input channels of an output channel, and its kernel as laid."""
        own = group_of(channel, self.outputs, self.spec, len(self.input_chw))
        kernel = self.kernels_iokk[own, channel % self.kernels_iokk.shape[1]]
        laid = kernel[:, ::-1, ::-1] if self.is_turned else kernel
        return own, np.ascontiguousarray(laid, np.float32)

    def compute(
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

    def cost(self) -> OperationCost:
        """Return the parameters and multiplications of all output channels."""
        spec, own = self.spec, len(self.input_chw) // self.spec.groups
        reached = map(_reached, spec.kernel, spec.stride, spec.dilation)
        return replace(
            KernelOperation.cost(self),
            # Each input number meets its channel's whole kernels once.
            multiplications=self.kernels_iokk.size * prod(self.input_hw),
            seen=min(own * prod(reached), self.input_chw.size),
        )

    def size_formulas(self) -> Formulas:
        """Return the formula of the output size, with the numbers put in."""
        rows, columns = (self._formula(axis) for axis in (0, 1))
        return Formulas(rows, columns, "(n−1)·s − 2·p + d·(k−1) + o + 1", "nkpdso")

    def _formula(self, axis: int) -> str:
        spec, size = self.spec, self.input_hw[axis]
        return (
            f"({size}−1)·{spec.stride[axis]} − 2·{spec.padding[axis]} + "
            f"{spec.dilation[axis]}·({spec.kernel[axis]}−1) + "
            f"{spec.output_padding[axis]} + 1 = {self.geometry.output_hw[axis]}"
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

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops make one sum over the stretched picture."""
        rule = grouped_rule(self, maps)
        return replace(rule, border=("border", ("border_y", "border_x")))

    def torch_call(self) -> str:
        """Return the call of ``conv_transpose2d``."""
        spec = self.spec
        return self.call(
            "conv_transpose2d",
            "picture",
            setting("stride", spec.stride, 1),
            setting("padding", spec.padding, 0),
            setting("output_padding", spec.output_padding, 0),
            setting("groups", spec.groups, 1),
            setting("dilation", spec.dilation, 1),
        )

    def torch_on_window(self, window_hw: Pair) -> str:
        """Return the ordinary convolution of the window over the stretched picture."""
        del window_hw
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
        return self.call(
            "conv2d",
            "window",
            setting("groups", groups, 1),
            kernel=laid + ".flip(-2, -1)" * self.is_turned,
        )


def _reached(kernel: int, stride: int, dilation: int) -> int:
    """Return how many kernel cells lie on cells of the picture at once, along one axis."""
    phases = [dilation * cell % stride for cell in range(kernel)]
    return max(phases.count(phase) for phase in phases)

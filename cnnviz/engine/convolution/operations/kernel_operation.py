"""What the operations share that multiply a window with a kernel."""

from abc import abstractmethod
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from cnnviz.engine.convolution.code.kernel_words import call, has_bias, kernel_word
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.expression import SumExpression, sum_of_products
from cnnviz.engine.convolution.operations.protocol import AnyStep, Operation
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.stepping import Floats, Step, window_at

if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import KernelSpec, SignalSpec


class KernelOperation(Operation):
    """Products of window and kernel, added up."""

    __slots__ = ()

    if TYPE_CHECKING:  # fields elsewhere: to a dataclass they would be its defaults

        @property
        def spec(self) -> KernelSpec | SignalSpec:
            """How the kernel moves and lies."""

        @property
        def bias_o(self) -> Array | None:
            """What is added to the sums of each output channel, if anything is."""

    @property
    @abstractmethod
    def kernels(self) -> Array:
        """All kernels, in the shape that torch takes."""

    @abstractmethod
    def kernel_of(self, channel: int) -> tuple[slice, Floats]:
        """Return the input channels of an output channel, and its kernel as laid."""

    @property
    def is_turned(self) -> bool:
        """Whether the kernel is turned before it is laid on the grid."""
        return self.spec.flip

    def step_at(self, row: int, col: int, channel: int) -> Step:
        """Return everything behind one number of one output channel.

        Raises
        ------
        CnnvizError
            ``cell_outside_output`` or ``output_channel_outside``.
        """
        geometry = self.geometry_at(row, col, channel)
        own, kernel = self.kernel_of(channel)
        top, left = geometry.corner(row, col)
        window = window_at(self.input_chw[own], geometry, row, col).astype(kernel.dtype)
        products = window * kernel
        sums = products.sum(axis=(1, 2), dtype=np.float64)
        biases = self.bias_o
        bias = 0.0 if biases is None else float(biases[channel].astype(kernel.dtype))
        return Step(
            row=row,
            col=col,
            output_channel=channel,
            top=top,
            left=left,
            window_chw=window,
            kernel_chw=kernel,
            products_chw=products,
            channel_sums_c=sums,
            bias=bias,
            total=float(sums.sum()) + bias,
            first_channel=own.start,
        )

    def expression(self, step: AnyStep) -> SumExpression:
        """Return the sum of products behind a step."""
        return sum_of_products(step, self.geometry)

    def cost(self) -> OperationCost:
        """Return the parameters and multiplications of all output channels."""
        outputs = prod(self.geometry.output_hw)
        return OperationCost(
            parameters=self.kernels.size
            + (0 if self.bias_o is None else len(self.bias_o)),
            multiplications=self.kernels.size * outputs,
            inputs=self.input_chw.size,
            outputs=self.outputs * outputs,
            seen=min(self.kernels[0].size, self.input_chw.size),
            has_biases=self.bias_o is not None,
        )

    def weights(self) -> tuple[tuple[str, Array], ...]:
        """Return kernels and bias by name, without a bias that changes nothing."""
        named = (kernel_word(self.kernels), self.kernels)
        if self.bias_o is None or not has_bias(self.bias_o):
            return (named,)
        return named, ("bias", self.bias_o)

    def call(
        self, function: str, picture: str, *settings: str, kernel: str = ""
    ) -> str:
        """Return a call of PyTorch with kernel (as given, unless said) and bias."""
        flip = ".flip(-1)" if self.traits.is_flat else ".flip(-2, -1)"
        given = kernel_word(self.kernels) + flip * self.spec.flip
        bias = "bias" * has_bias(self.bias_o)
        return call(function, picture, kernel or given, bias, *settings)

"""Products of window and kernel, added up: the convolution of networks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import prod
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import check_operands, convolve
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
from cnnviz.engine.convolution.shapes import cost, output_size, padding_amounts
from cnnviz.engine.convolution.size_formula import Formulas, dilated, signs
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.convolution.stepping import Step, step_at
from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True, eq=False)
class Convolution(OperationDefaults):
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

    traits: ClassVar[Traits] = Traits("convolution")

    input_chw: Array
    kernels_oikk: Array
    spec: ConvSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_operands(self.input_chw, self.kernels_oikk, self.spec, self.bias_o)
        output_size(self.spec, self.input_hw)

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return len(self.kernels_oikk)

    @property
    def sweep(self) -> WindowGeometry:
        """The way of the window."""
        return _sweep(self.spec, self.input_hw)

    @property
    def is_turned(self) -> bool:
        """Whether the kernel is turned before it is laid on the picture."""
        return self.spec.flip

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

    def expression(self, step: AnyStep) -> SumExpression:
        """Return the sum of products behind a step."""
        return sum_of_products(step, self.sweep)

    def cost(self) -> OperationCost:
        """Return what the convolution takes.

        Examples
        --------
        C1 of LeNet-5:

        >>> picture, kernels = np.zeros((1, 32, 32)), np.zeros((6, 1, 5, 5))
        >>> c1 = Convolution(picture, kernels, ConvSpec(kernel=(5, 5)), np.zeros(6))
        >>> c1.cost().parameters, c1.cost().multiplications
        (156, 117600)
        """
        channels, height, width = self.input_chw.shape
        has_biases = self.bias_o is not None
        own = cost(self.spec, (channels, height, width), self.outputs, has_biases)
        return OperationCost(
            parameters=own.parameters,
            multiplications=own.multiply_adds,
            inputs=self.input_chw.size,
            outputs=self.outputs * prod(self.sweep.output_hw),
            seen=min(
                channels // self.spec.groups * prod(self.spec.kernel),
                self.input_chw.size,
            ),
            has_biases=has_biases,
        )

    def size_formulas(self) -> Formulas:
        """Return how large the output is."""
        sweep = self.sweep
        before, after = signs(sweep)
        general = f"⌊(n + {before}{after} − d·(k−1) − 1) / s⌋ + 1"
        return Formulas(dilated(sweep, 0), dilated(sweep, 1), general, "nkpds")

    def title(self) -> Title:
        """Return what is done, and how."""
        sweep = self.sweep
        return Title(
            name="true_convolution" if self.spec.flip else "convolution",
            kernel=sweep.kernel,
            stride=sweep.stride,
            padding=(sweep.top, sweep.bottom, sweep.left, sweep.right),
            dilation=sweep.dilation,
            mode=sweep.mode,
        )

    def weights(self) -> tuple[tuple[str, Array], ...]:
        """Return kernels and bias by name."""
        return named_weights(self.kernels_oikk, self.bias_o)

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops make one sum."""
        return grouped_rule(
            len(self.input_chw),
            self.outputs,
            self.spec.groups,
            self.spec.kernel,
            is_turned=self.is_turned,
            by_input=False,
            bias=bias_word(self.bias_o, maps, self.outputs),
        )

    def torch_call(self) -> str:
        """Return the call of ``conv2d``."""
        spec = self.spec
        picture, padding = _padded(self.sweep)
        return self._conv2d(
            picture,
            setting("stride", spec.stride, 1),
            padding,
            setting("dilation", spec.dilation, 1),
        )

    def torch_on_window(self, step: AnyStep, window_hw: Pair) -> str:
        """Return the call for the window alone."""
        del step, window_hw
        return self._conv2d("window")

    def _conv2d(self, picture: str, *settings: str) -> str:
        flip = ".flip(-2, -1)" if self.spec.flip else ""
        return call(
            "conv2d",
            picture,
            kernel_word(self.kernels_oikk) + flip,
            "bias" * has_bias(self.bias_o),
            *settings,
            f"groups={self.spec.groups}" * (self.spec.groups > 1),
        )


# Everything that is drawn asks for it, many times at each step.
@lru_cache(maxsize=64)
def _sweep(spec: ConvSpec, input_hw: tuple[int, int]) -> WindowGeometry:
    amounts = padding_amounts(spec, input_hw)
    return WindowGeometry(
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


def _padded(sweep: WindowGeometry) -> tuple[str, str]:
    """Return the picture with the padding that ``conv2d`` cannot add, and what it can."""
    sides = (sweep.left, sweep.right, sweep.top, sweep.bottom)
    if not any(sides):
        return "picture", ""
    if sweep.mode != "zeros":
        return f'F.pad(picture, {sides}, mode="{sweep.mode}")', ""
    if sweep.top == sweep.bottom and sweep.left == sweep.right:
        return "picture", setting("padding", (sweep.top, sweep.left), 0)
    return f"F.pad(picture, {sides})", ""

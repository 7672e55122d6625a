"""Products of window and kernel, added up: the convolution of networks."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import checked_size, convolve
from cnnviz.engine.convolution.code.kernel_words import grouped_rule, setting
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.operands import group_of, turned
from cnnviz.engine.convolution.operations.kernel_operation import KernelOperation
from cnnviz.engine.convolution.operations.protocol import Title, Traits
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.row_blocks import IsCancelled
from cnnviz.engine.convolution.shapes import output_size, padding_amounts
from cnnviz.engine.convolution.size_formula import Formulas, dilated, signs
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.convolution.stepping import Floats
from cnnviz.engine.convolution.window_geometry import WindowGeometry


@dataclass(frozen=True, slots=True, eq=False)
class Convolution(KernelOperation):
    """Products of window and kernel, added up.

    Attributes
    ----------
    input_chw, kernels_oikk, spec, bias_o
        As for `cnnviz.engine.convolution.apply.convolve`; the arrays are never written to.

    Raises
    ------
    CnnvizError
        What `convolve` raises about its operands.

    Examples
    --------
    C1 of LeNet-5:

    >>> picture, kernels = np.zeros((1, 32, 32)), np.zeros((6, 1, 5, 5))
    >>> c1 = Convolution(picture, kernels, ConvSpec(kernel=(5, 5)), np.zeros(6))
    >>> c1.cost().parameters, c1.cost().multiplications
    (156, 117600)
    """

    traits: ClassVar[Traits] = Traits("convolution")

    input_chw: Array
    kernels_oikk: Array
    spec: ConvSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        checked_size(self.input_chw, self.kernels_oikk, self.spec, self.bias_o)

    @property
    def kernels(self) -> Array:
        """All kernels, ``O x C/groups x kh x kw``."""
        return self.kernels_oikk

    @property
    def outputs(self) -> int:
        """How many output channels there are."""
        return len(self.kernels_oikk)

    @property
    def geometry(self) -> WindowGeometry:
        """Where the window lies at each step."""
        return _geometry(self.spec, self.input_hw)

    def kernel_of(self, channel: int) -> tuple[slice, Floats]:
        """Return the input channels of an output channel, and its kernel as laid."""
        own = group_of(channel, self.outputs, self.spec, len(self.input_chw))
        kernel = turned(self.kernels_oikk[channel], self.spec)
        return own, np.asarray(kernel, np.float32)

    def compute(
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

    def size_formulas(self) -> Formulas:
        """Return the formula of the output size, with the numbers put in."""
        geometry = self.geometry
        before, after = signs(geometry)
        general = f"⌊(n + {before}{after} − d·(k−1) − 1) / s⌋ + 1"
        return Formulas(dilated(geometry, 0), dilated(geometry, 1), general, "nkpds")

    def title(self) -> Title:
        """Return what is done, and how."""
        geometry = self.geometry
        return Title(
            name="true_convolution" if self.spec.flip else "convolution",
            kernel=geometry.kernel,
            stride=geometry.stride,
            padding=(geometry.top, geometry.bottom, geometry.left, geometry.right),
            dilation=geometry.dilation,
            mode=geometry.mode,
        )

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops make one sum."""
        return grouped_rule(self, maps)

    def torch_call(self) -> str:
        """Return the call of ``conv2d``."""
        spec = self.spec
        picture, padding = _padded(self.geometry)
        return self.call(
            "conv2d",
            picture,
            setting("stride", spec.stride, 1),
            padding,
            setting("dilation", spec.dilation, 1),
            setting("groups", spec.groups, 1),
        )

    def torch_on_window(self, window_hw: Pair) -> str:
        """Return the call for the window alone."""
        del window_hw
        return self.call("conv2d", "window", setting("groups", self.spec.groups, 1))


# Everything that is drawn asks for it, many times at each step.
@lru_cache(maxsize=64)
def _geometry(spec: ConvSpec, input_hw: tuple[int, int]) -> WindowGeometry:
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


def _padded(geometry: WindowGeometry) -> tuple[str, str]:
    """Return the picture with the padding that ``conv2d`` cannot add, and what it can."""
    sides = (geometry.left, geometry.right, geometry.top, geometry.bottom)
    if not any(sides):
        return "picture", ""
    if geometry.mode != "zeros":
        return f'F.pad(picture, {sides}, mode="{geometry.mode}")', ""
    if geometry.top == geometry.bottom and geometry.left == geometry.right:
        return "picture", setting("padding", (geometry.top, geometry.left), 0)
    return f"F.pad(picture, {sides})", ""

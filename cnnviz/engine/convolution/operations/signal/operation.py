"""A kernel moved along a signal: convolution in one dimension."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.kernel_words import bias_word, products_rule, tap
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.one_dimensional import (
    check_rows,
    convolve_signal,
    signal_outputs,
    signal_padding,
)
from cnnviz.engine.convolution.operands import shape_words
from cnnviz.engine.convolution.operations.kernel_operation import KernelOperation
from cnnviz.engine.convolution.operations.protocol import Title, Traits
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.row_blocks import IsCancelled
from cnnviz.engine.convolution.size_formula import Formulas, plain, signs
from cnnviz.engine.convolution.spec import Pair, SignalSpec
from cnnviz.engine.convolution.stepping import Floats
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True, eq=False)
class SignalConvolution(KernelOperation):
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

    traits: ClassVar[Traits] = Traits("signal", is_flat=True)

    signal_n: Array
    kernel_k: Array
    spec: SignalSpec
    bias_o: Array | None = None

    def __post_init__(self) -> None:
        check_rows(self.signal_n, self.kernel_k)
        if self.bias_o is not None and self.bias_o.shape != (1,):
            shape = shape_words(self.bias_o.shape)
            raise CnnvizError("bias_length_differs", biases=shape, outputs=1)
        signal_outputs(self.spec, len(self.signal_n), len(self.kernel_k))

    @property
    def input_chw(self) -> Array:
        """The signal as a picture of one row."""
        return self.signal_n[np.newaxis, np.newaxis]

    @property
    def outputs(self) -> int:
        """How many output channels there are: one."""
        return 1

    @property
    def bias(self) -> float:
        """What is added to every sum; 0 when there is none."""
        return 0.0 if self.bias_o is None else float(self.bias_o[0])

    @property
    def geometry(self) -> WindowGeometry:
        """Where the window lies at each step."""
        length, kernel = len(self.signal_n), len(self.kernel_k)
        before, after = signal_padding(self.spec, length, kernel)
        return WindowGeometry(
            kernel=(1, kernel),
            stride=(1, self.spec.stride),
            left=before,
            right=after,
            grid_hw=self.input_hw,
            output_hw=(1, signal_outputs(self.spec, length, kernel)),
        )

    @property
    def kernels(self) -> Array:
        """The kernel, ``1 x 1 x k``."""
        return self.kernel_k[np.newaxis, np.newaxis]

    def kernel_of(self, channel: int) -> tuple[slice, Floats]:
        """Return the only input channel, and the kernel as laid: one row, float64."""
        del channel
        kernel = np.array(self.kernel_k, np.float64)[np.newaxis, np.newaxis]
        return slice(0, 1), kernel[..., ::-1] if self.is_turned else kernel

    def compute(
        self, channel: int | None = None, is_cancelled: IsCancelled = None
    ) -> NDArray[np.float32]:
        """Return all numbers: ``1 x 1 x n``."""
        del channel, is_cancelled
        result = convolve_signal(self.signal_n, self.kernel_k, self.spec, self.bias)
        return result.astype(np.float32)[np.newaxis, np.newaxis]

    def size_formulas(self) -> Formulas:
        """Return the formula of the output length, with the numbers put in."""
        before, after = signs(self.geometry)
        general = f"⌊(n + {before}{after} − k) / s⌋ + 1"
        return Formulas("", plain(self.geometry, 1), general, "nkps")

    def title(self) -> Title:
        """Return what is done, and how."""
        geometry = self.geometry
        return Title(
            name="signal",
            kernel=geometry.kernel[1:],
            stride=geometry.stride[1:],
            padding=(geometry.left, geometry.right),
        )

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loop makes one sum."""
        return products_rule(
            plane="signal",
            channels=1,
            kernel="kernel",
            taps=(tap("j", len(self.kernel_k), self.is_turned),),
            bias=bias_word(self.bias_o, maps, 1),
        )

    def torch_call(self) -> str:
        """Return the call of ``conv1d``."""
        geometry, spec = self.geometry, self.spec
        uneven = geometry.left != geometry.right
        return self.call(
            "conv1d",
            f"F.pad(signal, ({geometry.left}, {geometry.right}))"
            if uneven
            else "signal",
            f"stride={spec.stride}" * (spec.stride > 1),
            f"padding={geometry.left}" * (not uneven and geometry.left > 0),
        )

    def torch_on_window(self, window_hw: Pair) -> str:
        """Return the call for the window alone."""
        del window_hw
        return self.call("conv1d", "window")

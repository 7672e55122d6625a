"""What every operation tells of itself: adding one means to answer these questions."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.expression import SumExpression
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.row_blocks import IsCancelled
from cnnviz.engine.convolution.size_formula import Formulas
from cnnviz.engine.convolution.spec import PaddingMode, Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True)
class Traits:
    """What all operations of one kind have in common.

    Attributes
    ----------
    key
        What the kind is called in tables of words.
    is_flat
        Whether it works along one row of numbers.
    keeps_channels
        Whether each output channel is made from the input channel of the same number.
    leaves_out_padding
        Whether cells of the padding take no part, instead of holding a number.
    spreads_input
        Whether zeros are put between the cells of the picture.
    """

    key: str
    is_flat: bool = False
    keeps_channels: bool = False
    leaves_out_padding: bool = False
    spreads_input: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What an operation is called, and its settings, each in rows and columns.

    Attributes
    ----------
    name, rule
        What is done, as keys of the words of a language; ``rule`` may be empty.
    kernel, stride, padding, dilation
        One number in one dimension; a padding has 1, 2 or 4.
    mode
        What the cells around the picture hold.
    """

    name: str
    kernel: tuple[int, ...]
    stride: tuple[int, ...]
    padding: tuple[int, ...]
    dilation: tuple[int, ...] = (1,)
    mode: PaddingMode = "zeros"
    rule: str = ""


class AnyStep(Protocol):
    """One position of the window, and the number that it makes."""

    @property
    def row(self) -> int:
        """Row of the output cell."""

    @property
    def col(self) -> int:
        """Column of the output cell."""

    @property
    def output_channel(self) -> int:
        """Which output channel the number is of."""

    @property
    def top(self) -> int:
        """The window's first row; negative inside the padding."""

    @property
    def left(self) -> int:
        """The window's first column; negative inside the padding."""

    @property
    def size(self) -> Pair:
        """Rows and columns of the window."""

    @property
    def channels(self) -> int:
        """How many input channels the window takes in."""

    @property
    def first_channel(self) -> int:
        """Which input channel comes first in the window."""

    @property
    def is_large(self) -> bool:
        """Whether the window has too many cells to show them one by one."""

    @property
    def window_chw(self) -> Array:
        """The cells under the window, ``C x kh x kw``."""

    @property
    def kernel_chw(self) -> Array | None:
        """What each cell is multiplied with; ``None`` where nothing is multiplied."""

    @property
    def products_chw(self) -> Array | None:
        """Window times kernel, cell by cell; ``None`` where there is no kernel."""

    @property
    def channel_sums_c(self) -> NDArray[np.float64]:
        """What each input channel gives."""

    @property
    def winner(self) -> Pair | None:
        """Row and column in the window of the cell that is chosen, if one is."""

    @property
    def bias(self) -> float:
        """What is added to the sum; 0 when there is none."""

    @property
    def total(self) -> float:
        """The number that is made, before any activation."""

    def partial(self, cells: int) -> float:
        """Return the number after the first cells, in the order of the loops."""


class Operation(ABC):
    """An operation of a window with its operands.

    Operands that do not fit are refused on construction, with a ``CnnvizError``. What is
    not abstract here holds for most operations: no kernel, and a padding of zeros.
    """

    __slots__ = ()

    traits: ClassVar[Traits]

    if TYPE_CHECKING:  # a field elsewhere: to a dataclass it would be its default

        @property
        def input_chw(self) -> Array:
            """The numbers that are read, ``C x H x W``."""

    @property
    def input_hw(self) -> Pair:
        """Height and width of the picture."""
        return self.input_chw.shape[1], self.input_chw.shape[2]

    @property
    @abstractmethod
    def outputs(self) -> int:
        """How many output channels there are."""

    @property
    @abstractmethod
    def geometry(self) -> WindowGeometry:
        """Where the window lies at each step."""

    @property
    def padding_cell(self) -> float:
        """What a cell of the padding holds that copies none of the picture's."""
        return 0.0

    @property
    def is_turned(self) -> bool:
        """Whether the kernel lies on the grid other than it was given."""
        return False

    @abstractmethod
    def step_at(self, row: int, col: int, channel: int) -> AnyStep:
        """Return everything behind one number of one output channel."""

    def geometry_at(self, row: int, col: int, channel: int) -> WindowGeometry:
        """Return the geometry, refusing an output cell that does not exist.

        Raises
        ------
        CnnvizError
            ``cell_outside_output`` or ``output_channel_outside``.
        """
        geometry = self.geometry
        height, width = geometry.output_hw
        if not (0 <= row < height and 0 <= col < width):
            raise CnnvizError(
                "cell_outside_output", row=row, col=col, height=height, width=width
            )
        if not 0 <= channel < self.outputs:
            raise CnnvizError(
                "output_channel_outside", channel=channel, outputs=self.outputs
            )
        return geometry

    @abstractmethod
    def compute(
        self, channel: int | None = None, is_cancelled: IsCancelled = None
    ) -> NDArray[np.float32]:
        """Return all numbers of one output channel (or of all): ``O x H x W``."""

    def thinned(self, every: int) -> "Operation | None":
        """Return the operation for every n-th row and column only, where that is faster."""
        del every
        return None

    @abstractmethod
    def expression(self, step: AnyStep) -> SumExpression:
        """Return the sum behind the number of a step."""

    @abstractmethod
    def cost(self) -> OperationCost:
        """Return the parameters and arithmetic of all output channels."""

    @abstractmethod
    def size_formulas(self) -> Formulas:
        """Return the formula of the output size, with the numbers put in."""

    @abstractmethod
    def title(self) -> Title:
        """Return what is done, and how."""

    def weights(self) -> tuple[tuple[str, Array], ...]:
        """Return what a program has to be given beside the picture, by name.

        In the shapes that torch takes; without a bias that changes nothing.
        """
        return ()

    @abstractmethod
    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops of a program make one number.

        ``maps`` is what they call the output's channel; empty where there is one only.
        """

    @abstractmethod
    def torch_call(self) -> str:
        """Return the PyTorch expression that computes all numbers."""

    @abstractmethod
    def torch_on_window(self, window_hw: Pair) -> str:
        """Return the PyTorch expression that computes one number from ``window`` alone.

        ``window_hw`` counts the rows and columns of that tensor, in which there is no
        padding that takes no part.
        """

"""One number for each window of each channel."""

from dataclasses import dataclass
from math import prod
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.kernel_words import call, pair_text, setting
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.expression import (
    ChannelPart,
    SumExpression,
    outside_cells,
)
from cnnviz.engine.convolution.operations.protocol import (
    AnyStep,
    Operation,
    Title,
    Traits,
)
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.pool_stepping import PoolStep, pool_step_at
from cnnviz.engine.convolution.pooling import (
    PADDING_CELL,
    checked_output,
    pool,
    pooled_size,
)
from cnnviz.engine.convolution.row_blocks import IsCancelled
from cnnviz.engine.convolution.size_formula import Formulas, plain
from cnnviz.engine.convolution.spec import Pair, PoolSpec
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.errors import CnnvizError

_LOOPS: Final = {
    "max": ("largest", -np.inf, "largest = max(largest, {})"),
    "min": ("smallest", np.inf, "smallest = min(smallest, {})"),
    "average": ("total", 0.0, "total += {}"),
    "sum": ("total", 0.0, "total += {}"),
}
"""What the loops call their number, what it begins with, and how a cell is taken in."""


@dataclass(frozen=True, slots=True, eq=False)
class Pooling(Operation):
    """One number for each window of each channel: maximum, minimum, mean or sum.

    Attributes
    ----------
    input_chw, spec
        As for `cnnviz.engine.convolution.pooling.pool`.

    Raises
    ------
    CnnvizError
        What `pool` raises.
    """

    traits: ClassVar[Traits] = Traits(
        "pooling", keeps_channels=True, leaves_out_padding=True
    )

    input_chw: Array
    spec: PoolSpec

    def __post_init__(self) -> None:
        checked_output(self.input_chw, self.spec)

    @property
    def outputs(self) -> int:
        """How many output channels there are: those of the picture."""
        return len(self.input_chw)

    @property
    def geometry(self) -> WindowGeometry:
        """Where the window lies at each step."""
        (top, left), spec = self.spec.padding, self.spec
        return WindowGeometry(
            kernel=spec.size,
            stride=spec.steps,
            top=top,
            bottom=top,
            left=left,
            right=left,
            grid_hw=self.input_hw,
            output_hw=pooled_size(spec, self.input_hw),
        )

    @property
    def padding_cell(self) -> float:
        """What a cell of the padding holds: what can never be chosen, or 0."""
        return PADDING_CELL[self.spec.kind]

    def step_at(self, row: int, col: int, channel: int) -> PoolStep:
        """Return everything behind one number of one channel.

        Raises
        ------
        CnnvizError
            ``channel_outside_input`` or ``cell_outside_output``.
        """
        if not 0 <= channel < len(self.input_chw):
            raise CnnvizError(
                "channel_outside_input", channel=channel, channels=len(self.input_chw)
            )
        self.geometry_at(row, col, channel)
        return pool_step_at(self.input_chw, self.spec, row, col, channel)

    def compute(
        self, channel: int | None = None, is_cancelled: IsCancelled = None
    ) -> NDArray[np.float32]:
        """Return all numbers of one channel (or of all): ``C x H x W``."""
        chosen = slice(None) if channel is None else slice(channel, channel + 1)
        return pool(self.input_chw[chosen], self.spec, is_cancelled=is_cancelled)

    def expression(self, step: AnyStep) -> SumExpression:
        """Return which cells are compared, or added, in a step."""
        spec = self.spec
        rows, columns = outside_cells(step, self.geometry)
        own = int((~rows).sum() * (~columns).sum())
        counts = spec.kind == "sum" or (spec.kind == "average" and spec.counts_padding)
        cells = prod(step.size)
        values: Array = np.zeros((0, 0), np.float32)
        outside = np.zeros((0, 0), np.bool_)
        if not step.is_large:
            values, outside = step.window_chw[0], rows[:, np.newaxis] | columns
        part = ChannelPart(
            channel=step.first_channel,
            values_hw=values,
            weights_hw=None,
            dim_hw=outside,
            absent_hw=np.zeros_like(outside) if counts else outside,
            size=step.size,
            count=cells if counts else own,
            winner=step.winner,
            total=float(step.channel_sums_c[0]),
        )
        return SumExpression(
            parts=(part,),
            function="" if step.winner is None else spec.kind,
            divisor=spec.divisor(own),
        )

    def cost(self) -> OperationCost:
        """Return the comparisons or additions; nothing is multiplied."""
        window = prod(self.spec.size)
        outputs = self.outputs * prod(self.geometry.output_hw)
        work = outputs * (window - 1)
        return OperationCost(
            comparisons=work if self.spec.chooses else 0,
            additions=0 if self.spec.chooses else work,
            inputs=self.input_chw.size,
            outputs=outputs,
            seen=min(window, prod(self.input_hw)),
        )

    def size_formulas(self) -> Formulas:
        """Return the formula of the output size, with the numbers put in."""
        rows, columns = (plain(self.geometry, axis) for axis in (0, 1))
        return Formulas(rows, columns, "⌊(n + 2·p − k) / s⌋ + 1", "nwps")

    def title(self) -> Title:
        """Return what is done, and how."""
        return Title(
            name="pooling",
            rule=self.spec.kind,
            kernel=self.spec.size,
            stride=self.spec.steps,
            padding=self.spec.padding,
        )

    def loop_rule(self, maps: str) -> LoopRule:
        """Return how the loops leave one number of a window."""
        word, start, update = _LOOPS[self.spec.kind]
        divisor = self.spec.divisor(0)
        counts = divisor == 0 and max(self.spec.padding) > 0
        if divisor is not None:
            divided = "count" if counts else str(prod(self.spec.size))
        first = f"{word} = {'0' if start == 0 else start}"
        return LoopRule(
            start="total, count = 0, 0" if counts else first,
            start_value=start,
            update=update,
            plane=f"picture[{maps}]" if self.outputs > 1 else "picture",
            finish=() if divisor is None else (f"total /= {divided}",),
            word=word,
            counts=counts,
        )

    def torch_call(self) -> str:
        """Return the call of PyTorch's poolings."""
        spec = self.spec
        leaves_out = spec.kind == "average" and not spec.counts_padding
        return self._pooled(
            "picture",
            pair_text(spec.size),
            f"stride={pair_text(spec.steps)}" * (spec.steps != spec.size),
            setting("padding", spec.padding, 0),
            "count_include_pad=False" * (leaves_out and max(spec.padding) > 0),
        )

    def torch_on_window(self, window_hw: Pair) -> str:
        """Return the call that pools the whole of the window."""
        divisor = self.spec.divisor(prod(window_hw))
        override = "" if divisor is None else f"divisor_override={divisor}"
        return self._pooled("window", str(window_hw), override)

    def _pooled(self, picture: str, *settings: str) -> str:
        if self.spec.kind == "min":
            return f"-{call('max_pool2d', f'-{picture}', *settings)}"
        function = "max_pool2d" if self.spec.kind == "max" else "avg_pool2d"
        override = "divisor_override=1" * (self.spec.kind == "sum")
        return call(function, picture, *settings, override)

"""A median filter: in each window, the number in the middle."""

from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from typing import ClassVar

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.costs import OperationCost
from cnnviz.engine.convolution.expression import ChannelPart, SumExpression
from cnnviz.engine.convolution.operations import AnyStep, Operation, Title, Traits
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.size_formula import Formulas, plain
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from tests.helpers.median.step import MedianStep


@dataclass(frozen=True, slots=True, eq=False)
class Median(Operation):
    """The number in the middle of each window of each channel, without padding."""

    traits: ClassVar[Traits] = Traits(
        "median", keeps_channels=True, leaves_out_padding=True
    )

    input_chw: Array
    size: Pair = (3, 3)

    @property
    def outputs(self) -> int:
        return len(self.input_chw)

    @property
    def geometry(self) -> WindowGeometry:
        height, width = self.input_hw
        output_hw = height - self.size[0] + 1, width - self.size[1] + 1
        return WindowGeometry(
            kernel=self.size, grid_hw=self.input_hw, output_hw=output_hw
        )

    def step_at(self, row: int, col: int, channel: int) -> MedianStep:
        rows, columns = self.size
        window = self.input_chw[
            channel : channel + 1, row : row + rows, col : col + columns
        ]
        return MedianStep(row, col, channel, window)

    def compute(
        self,
        channel: int | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> NDArray[np.float32]:
        del is_cancelled
        chosen = slice(None) if channel is None else slice(channel, channel + 1)
        windows = sliding_window_view(self.input_chw[chosen], self.size, axis=(1, 2))
        cells = np.sort(windows.reshape(*windows.shape[:3], -1), axis=-1)
        return cells[..., (prod(self.size) - 1) // 2].astype(np.float32)

    def expression(self, step: AnyStep) -> SumExpression:
        nowhere = np.zeros(step.size, np.bool_)
        part = ChannelPart(
            channel=step.first_channel,
            values_hw=step.window_chw[0],
            weights_hw=None,
            dim_hw=nowhere,
            absent_hw=nowhere,
            size=step.size,
            count=nowhere.size,
            winner=step.winner,
            total=step.total,
        )
        return SumExpression(parts=(part,), function="median")

    def cost(self) -> OperationCost:
        outputs, cells = self.outputs * prod(self.geometry.output_hw), prod(self.size)
        return OperationCost(
            comparisons=outputs * cells * (cells - 1) // 2,
            inputs=self.input_chw.size,
            outputs=outputs,
            seen=cells,
        )

    def size_formulas(self) -> Formulas:
        rows, columns = (plain(self.geometry, axis) for axis in (0, 1))
        return Formulas(rows, columns, "n − k + 1", "nw")

    def title(self) -> Title:
        return Title(name="median", kernel=self.size, stride=(1, 1), padding=(0, 0))

    def loop_rule(self, maps: str) -> LoopRule:
        return LoopRule(
            start="cells = []",
            update="cells = sorted([*cells, {}])",
            plane=f"picture[{maps}]" if self.outputs > 1 else "picture",
            finish=("cells = cells[(len(cells) - 1) // 2]",),
            word="cells",
        )

    def torch_call(self) -> str:
        rows, columns = self.size
        windows = f"picture.unfold(2, {rows}, 1).unfold(3, {columns}, 1)"
        return f"{windows}.flatten(4).median(-1).values"

    def torch_on_window(self, window_hw: Pair) -> str:
        del window_hw
        return "window.flatten(2).median(-1).values[..., None, None]"

"""Pooling: one number of each window of a map."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final, Literal

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.pooling import PADDING_CELL
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.spec import ConvSpec, Pair, PoolKind, PoolSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import Array, LayerSpec, LayerText, Shape
from cnnviz.engine.networks.layers.windows import padded

if TYPE_CHECKING:
    from torch import nn

_COMBINE: Final[Mapping[PoolKind, np.ufunc]] = {
    "max": np.maximum,
    "min": np.minimum,
    "sum": np.add,
    "average": np.add,
}
_LINEAR: Final[tuple[PoolKind, ...]] = ("average", "sum")


_TITLES: Final[Mapping[PoolKind, str]] = {
    "max": QT_TRANSLATE_NOOP("LayerWords", "{label} · max pooling {height} × {width}"),
    "average": QT_TRANSLATE_NOOP(
        "LayerWords", "{label} · average pooling {height} × {width}"
    ),
    "sum": QT_TRANSLATE_NOOP("LayerWords", "{label} · sum pooling {height} × {width}"),
    "min": QT_TRANSLATE_NOOP("LayerWords", "{label} · min pooling {height} × {width}"),
}
_MEANINGS: Final[Mapping[PoolKind, str]] = {
    "max": QT_TRANSLATE_NOOP(
        "LayerWords",
        "The largest number of each {height} × {width} window is kept. The "
        "maps get smaller, and small shifts of the drawing matter less.",
    ),
    "average": QT_TRANSLATE_NOOP(
        "LayerWords",
        "Each {height} × {width} window becomes its mean: smaller maps, and "
        "small shifts of the drawing matter less.",
    ),
    "sum": QT_TRANSLATE_NOOP(
        "LayerWords", "Each {height} × {width} window becomes the sum of its numbers."
    ),
    "min": QT_TRANSLATE_NOOP(
        "LayerWords", "The smallest number of each {height} × {width} window is kept."
    ),
}
_GLOBAL_TITLES: Final[Mapping[PoolKind, str]] = {
    "max": QT_TRANSLATE_NOOP("LayerWords", "{label} · global max pooling"),
    "average": QT_TRANSLATE_NOOP("LayerWords", "{label} · global average pooling"),
    "sum": QT_TRANSLATE_NOOP("LayerWords", "{label} · global sum pooling"),
    "min": QT_TRANSLATE_NOOP("LayerWords", "{label} · global min pooling"),
}
_GLOBAL_MEANINGS: Final[Mapping[PoolKind, str]] = {
    "max": QT_TRANSLATE_NOOP(
        "LayerWords", "Of each map only its largest number is kept."
    ),
    "average": QT_TRANSLATE_NOOP(
        "LayerWords", "Of each map only the mean of its numbers is kept."
    ),
    "sum": QT_TRANSLATE_NOOP(
        "LayerWords", "Of each map only the sum of its numbers is kept."
    ),
    "min": QT_TRANSLATE_NOOP(
        "LayerWords", "Of each map only its smallest number is kept."
    ),
}


@dataclass(frozen=True, slots=True)
class PoolAxis:
    """How the windows of a pooling lie along the rows (or the columns) of a map.

    Attributes
    ----------
    outputs
        How many windows there are.
    before, after
        Cells added at the beginning and at the end, so that all of them are whole.
    counted
        For each window how many of its cells a mean divides by.
    """

    outputs: int
    before: int
    after: int
    counted: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool2d(LayerSpec):
    """Pooling over windows of one channel.

    Attributes
    ----------
    kind
        What remains of a window: its largest number, smallest, mean or sum.
    kernel, stride
        Window height and width, and how far it moves.
    padding
        Cells added on each side, at most half the window; or ``same`` as in TensorFlow
        and Keras: ``ceil(size / stride)`` outputs, the odd row or column at the end,
        and a mean of the map's own cells only.
    ceil_mode
        Whether a last window may reach beyond the padded map, as in torch.
    counts_padding
        Whether a mean divides by padding cells too (torch's default).
    """

    kind: PoolKind = "max"
    kernel: Pair = (2, 2)
    stride: Pair = (2, 2)
    padding: Literal["same"] | Pair = (0, 0)
    ceil_mode: bool = False
    counts_padding: bool = True

    key = "pool2d"
    word = QT_TRANSLATE_NOOP("LayerWords", "pooling")

    def __post_init__(self) -> None:
        # The lab's pooling refuses what makes no sense, with a sentence for each case.
        padding = (0, 0) if self.padding == "same" else self.padding
        PoolSpec(kind=self.kind, size=self.kernel, stride=self.stride, padding=padding)

    def axes(self, height: int, width: int) -> tuple[PoolAxis, PoolAxis]:
        """Return how the windows lie along the rows and along the columns.

        Raises
        ------
        CnnvizError
            ``pool_larger_than_padded_input``.

        Examples
        --------
        >>> Pool2d(name="s", padding="same").axes(7, 4)[0]
        PoolAxis(outputs=4, before=0, after=1, counted=(2, 2, 2, 1))
        """
        rows, columns = self._axis(0, height), self._axis(1, width)
        if min(rows.outputs, columns.outputs) < 1:
            added = (0, 0) if self.padding == "same" else self.padding
            raise CnnvizError(
                "pool_larger_than_padded_input",
                height=self.kernel[0],
                width=self.kernel[1],
                input_height=height + 2 * added[0],
                input_width=width + 2 * added[1],
            )
        return rows, columns

    def _axis(self, axis: int, size: int) -> PoolAxis:
        kernel, stride = self.kernel[axis], self.stride[axis]
        if self.padding == "same":
            outputs = -(-size // stride)
            before = max((outputs - 1) * stride + kernel - size, 0) // 2
            first, last = 0, size
        else:
            before = self.padding[axis]
            free = size + 2 * before - kernel
            outputs = (-(-free // stride) if self.ceil_mode else free // stride) + 1
            # A window that would begin in the padding at the end is left out.
            if self.ceil_mode and (outputs - 1) * stride >= size + before:
                outputs -= 1
            outer = before if self.counts_padding else 0
            first, last = -outer, size + outer
        starts = [index * stride - before for index in range(outputs)]
        counted = tuple(min(at + kernel, last) - max(at, first) for at in starts)
        end = (outputs - 1) * stride + kernel - before
        return PoolAxis(outputs, before, max(end - size, 0), counted)

    @property
    @override
    def is_linear(self) -> bool:
        return self.kind in _LINEAR

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the same channels, with as many rows and columns as windows fit."""
        channels, height, width = self.maps(inputs[0])
        rows, columns = self.axes(height, width)
        return channels, rows.outputs, columns.outputs

    @override
    def window(self, inputs: Sequence[Shape]) -> ConvSpec:
        """Return the window, its stride and padding as settings of a convolution."""
        _, height, width = self.maps(inputs[0])
        rows, columns = self.axes(height, width)
        padding = rows.before, rows.after, columns.before, columns.after
        return ConvSpec(kernel=self.kernel, stride=self.stride, padding=padding)

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return the cells of a window for each output number."""
        channels, height, width = self.output_shape(inputs)
        return channels * height * width * self.kernel[0] * self.kernel[1]

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        """Return torch's pooling, padded as these sizes of input need it."""
        from cnnviz.engine.networks.layers.modules import pool2d

        _, height, width = self.maps(inputs[0])
        return pool2d(self, *self.axes(height, width))

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Pool float32 maps N × C × H × W; means count the cells that torch counts."""
        (maps_nchw,) = inputs
        _, _, height, width = maps_nchw.shape
        rows, columns = self.axes(height, width)
        amounts = Amounts(rows.before, rows.after, columns.before, columns.after)
        around = padded(maps_nchw, amounts, fill=PADDING_CELL[self.kind])
        pooled = pooled_windows(
            around, self.kind, self.kernel, self.stride, (rows.outputs, columns.outputs)
        )
        if self.kind == "average":
            pooled /= np.outer(rows.counted, columns.counted).astype(np.float32)
        return pooled

    @override
    def title(self) -> LayerText:
        return self.text(_TITLES[self.kind])

    @override
    def meaning(self) -> LayerText:
        return self.text(_MEANINGS[self.kind])


@dataclass(frozen=True, slots=True, kw_only=True)
class GlobalPool2d(LayerSpec):
    """Pooling whose only window is the whole map: ``C x 1 x 1``."""

    kind: PoolKind = "average"

    key = "global_pool2d"
    word = QT_TRANSLATE_NOOP("LayerWords", "global pooling")
    sees_all = True

    @property
    @override
    def is_linear(self) -> bool:
        return self.kind in _LINEAR

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return channels × 1 × 1."""
        channels, _, _ = self.maps(inputs[0])
        return channels, 1, 1

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return one for each number of the input."""
        channels, height, width = self.maps(inputs[0])
        return channels * height * width

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import global_pool2d

        return global_pool2d(self.kind)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return one number for each map of N × C × H × W, as N × C × 1 × 1."""
        (maps_nchw,) = inputs
        pooled: Array = _COMBINE[self.kind].reduce(
            maps_nchw, axis=(2, 3), keepdims=True
        )
        if self.kind == "average":
            pooled = pooled / np.float32(maps_nchw.shape[2] * maps_nchw.shape[3])
        return pooled

    @override
    def title(self) -> LayerText:
        return self.text(_GLOBAL_TITLES[self.kind])

    @override
    def meaning(self) -> LayerText:
        return self.text(_GLOBAL_MEANINGS[self.kind])


def pooled_windows(
    maps_nchw: Array, kind: PoolKind, kernel: Pair, stride: Pair, outputs_hw: Pair
) -> Array:
    """Return each window's largest, smallest or (also for ``average``) sum, as a copy.

    The rows of each window first, then its columns: ``kh + kw`` passes, not their
    product.
    """
    tall, wide = (
        (count - 1) * step + 1 for count, step in zip(outputs_hw, stride, strict=True)
    )
    combine = _COMBINE[kind]
    rows = [maps_nchw[:, :, top : top + tall : stride[0]] for top in range(kernel[0])]
    tops = reduce(combine, rows)
    columns = [tops[..., left : left + wide : stride[1]] for left in range(kernel[1])]
    cells: Array = reduce(combine, columns)
    return cells.copy() if len(columns) == 1 else cells

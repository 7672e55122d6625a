"""Convolution: kernels that move over all input maps, or over those they are joined to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import prod
from typing import TYPE_CHECKING, Final

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.padding import check_padding
from cnnviz.engine.convolution.shapes import output_size, padding_amounts
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    NamedPadding,
    PaddingMode,
    Pair,
    Sides,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    Array,
    Indices,
    LayerSpec,
    LayerText,
    Shape,
)
from cnnviz.engine.networks.layers.windows import padded, windows

if TYPE_CHECKING:
    from torch import nn

# Cells of a window's columns that are laid out at a time: 4 MB, for the cache's sake.
_COLUMN_CELLS: Final = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Conv2d(LayerSpec):
    """A convolution, as frameworks compute it (the kernel is not turned).

    Attributes
    ----------
    channels
        Kernels, and so output maps.
    kernel, stride, padding, padding_mode, dilation, groups
        As in `ConvSpec`; ``same`` is that of TensorFlow and Keras.
    bias
        Whether a learned number is added to each output map.
    connections_table
        For each output map the input maps that it sees, where it is not all of them
        (C3 of LeNet-5 in 1998). The weights then hold one kernel a connection.
    """

    channels: int
    kernel: Pair
    stride: Pair = (1, 1)
    padding: NamedPadding | Pair | Sides = (0, 0)
    padding_mode: PaddingMode = "zeros"
    dilation: Pair = (1, 1)
    groups: int = 1
    bias: bool = True
    connections_table: tuple[tuple[int, ...], ...] | None = None

    key = "conv2d"
    word = QT_TRANSLATE_NOOP("LayerWords", "convolution")
    title_text = QT_TRANSLATE_NOOP(
        "LayerWords", "{label} · convolution {height} × {width}"
    )
    begins_stage = True
    has_kernels = True
    is_signed = True

    def __post_init__(self) -> None:
        self.check_units(self.channels)
        _ = self.spec  # refuses settings that make no sense, with a sentence for each

    @property
    def spec(self) -> ConvSpec:
        """The settings as the lab's convolution takes them."""
        return ConvSpec(
            kernel=self.kernel,
            stride=self.stride,
            padding=self.padding,
            padding_mode=self.padding_mode,
            dilation=self.dilation,
            groups=self.groups,
        )

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return maps × rows × columns; raise CnnvizError when groups do not divide."""
        channels, height, width = self.maps(inputs[0])
        if channels % self.groups or self.channels % self.groups:
            raise CnnvizError(
                "groups_do_not_divide",
                groups=self.groups,
                channels=channels,
                outputs=self.channels,
            )
        self._check_table(channels)
        hw = (height, width)
        check_padding(self.padding_mode, padding_amounts(self.spec, hw), hw)
        return self.channels, *output_size(self.spec, hw)

    def _check_table(self, channels: int) -> None:
        table = self.connections_table
        if table is None:
            return
        fits = all(
            0 < len(row) == len(set(row)) and all(0 <= one < channels for one in row)
            for row in table
        )
        if not fits or len(table) != self.channels or self.groups != 1:
            raise CnnvizError(
                "connections_unusable",
                layer=self.name,
                outputs=self.channels,
                channels=channels,
            )

    @override
    def window(self, inputs: Sequence[Shape]) -> ConvSpec:
        """Return the settings of the convolution, whatever the input is."""
        return self.spec

    @override
    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return the shapes of weight (one kernel a map) and bias (one number a map)."""
        group_channels = inputs[0][0] // self.groups
        weight: Shape = (self.channels, group_channels, *self.kernel)
        if self.connections_table is not None:
            weight = (sum(map(len, self.connections_table)), *self.kernel)
        return {"weight": weight, **({"bias": (self.channels,)} if self.bias else {})}

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        """Return those of the same groups, or of the rows of the table."""
        if self.connections_table is not None:
            rows = (self.connections_table[channel] for channel in channels)
            return (np.array(sorted({*chain.from_iterable(rows)}), np.intp),)
        groups = np.unique(channels // (self.channels // self.groups))
        of_a_group = np.arange(inputs[0][0] // self.groups)
        read: Indices = groups[:, np.newaxis] * len(of_a_group) + of_a_group
        return (read.reshape(-1),)

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return the size of the weight times the number of output places of a map."""
        _, height, width = self.output_shape(inputs)
        return prod(self.parameters(inputs)["weight"]) * height * width

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return as many as weights and biases, at each output place."""
        _, height, width = self.output_shape(inputs)
        numbers = sum(prod(shape) for shape in self.parameters(inputs).values())
        return numbers * height * width

    def kernels_oikk(self, weight: Array, input_maps: int) -> Array:
        """Return the kernels ``O x I / groups x kh x kw``, with 0 where nothing joins."""
        if self.connections_table is None:
            return weight
        kernels = np.zeros((self.channels, input_maps, *self.kernel), np.float32)
        outputs, seen = connected_pairs(self.connections_table)
        kernels[outputs, seen] = weight
        return kernels

    def kernels_joined(
        self, input_maps: int, output: int
    ) -> tuple[Sequence[int], int | Indices]:
        """Return the maps that an output map is made of, and where its kernels stand.

        Parameters
        ----------
        input_maps
            How many the layer reads.
        output
            The output map.

        Returns
        -------
        maps, place
            The maps, lowest first; and where along the first axis of the weight their
            kernels stand, in the same order.

        Examples
        --------
        >>> layer = Conv2d(name="c", channels=4, kernel=(3, 3), groups=2)
        >>> layer.kernels_joined(6, 2)
        (range(3, 6), 2)
        """
        if self.connections_table is None:
            count = input_maps // self.groups
            first = output // (self.channels // self.groups) * count
            return range(first, first + count), output
        row = np.array(self.connections_table[output], np.intp)
        order, start = np.argsort(row), sum(map(len, self.connections_table[:output]))
        return row[order].tolist(), start + order

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        """Return torch's convolution; with a table, only its connections."""
        from cnnviz.engine.networks.layers.modules import PaddedConv2d, PartialConv2d

        channels, height, width = self.maps(inputs[0])
        amounts = padding_amounts(self.spec, (height, width))
        if self.connections_table is not None:
            pairs = connected_pairs(self.connections_table)
            return PartialConv2d(self.spec, amounts, (channels, *pairs), self.bias)
        return PaddedConv2d(self.spec, amounts, channels, self.channels, self.bias)

    def windows_of(self, maps_nchw: Array) -> Array:
        """Return every cell of every window: ``N x C x kh x kw x H' x W'``, a view."""
        spec, (height, width) = self.spec, maps_nchw.shape[2:]
        outputs_hw = output_size(spec, (height, width))
        amounts = padding_amounts(spec, (height, width))
        around = padded(maps_nchw, amounts, spec.padding_mode)
        return windows(around, spec.kernel, spec.stride, spec.dilation, outputs_hw)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Convolve float32 maps N × C × H × W by one matrix product a group."""
        cells, spec = self.windows_of(inputs[0]), self.spec
        count, channels, *_ = cells.shape
        outputs_hw = cells.shape[4:]
        kernels_oikk = self.kernels_oikk(weights["weight"], channels)
        kernels_gok = kernels_oikk.reshape(spec.groups, -1, kernels_oikk[0].size)
        sums = np.empty((count, self.channels, *outputs_hw), np.float32)
        # Each window as a column of a matrix: all sums are then one matrix product.
        at_once = max(1, _COLUMN_CELLS // max(1, prod(cells.shape[1:])))
        for first in range(0, count, at_once):
            some = slice(first, first + at_once)
            columns = cells[some].reshape(
                -1, spec.groups, kernels_oikk[0].size, prod(outputs_hw)
            )
            sums[some] = np.matmul(kernels_gok, columns).reshape(sums[some].shape)
        if self.bias:
            sums += weights["bias"][:, np.newaxis, np.newaxis]
        return sums

    @override
    def meaning(self) -> LayerText:
        """Return the sentence that says what each map is the sum of."""
        text = QT_TRANSLATE_NOOP(
            "LayerWords",
            "{count} {count|map|maps}. For each map, a kernel of {height} × {width} "
            "slides over every input map ({inputs}). The products are added up, then a "
            "bias is added. Parameters: {weights}.",
        )
        if self.connections_table is not None or self.groups > 1:
            text = QT_TRANSLATE_NOOP(
                "LayerWords",
                "{count} {count|map|maps}. For each map, a kernel of {height} × "
                "{width} slides over those of the input maps ({inputs}) that it is "
                "joined to, and the products are added up. Parameters: {weights}.",
            )
        elif not self.bias:
            text = QT_TRANSLATE_NOOP(
                "LayerWords",
                "{count} {count|map|maps}. For each map, a kernel of {height} × "
                "{width} slides over every input map ({inputs}), and the products are "
                "added up, without a bias. Parameters: {weights}.",
            )
        return self.text(text)


def connected_pairs(
    table: tuple[tuple[int, ...], ...],
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the output map and the input map of each connection, in order.

    Examples
    --------
    >>> connected_pairs(((0, 1), (2,)))
    ((0, 0, 1), (0, 1, 2))
    """
    outputs = tuple(index for index, row in enumerate(table) for _ in row)
    return outputs, tuple(channel for row in table for channel in row)

"""Subsampling with numbers of its own, as in LeNet-5 of 1998."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, Literal

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.shapes import output_size
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import Array, LayerSpec, LayerText, Shape
from cnnviz.engine.networks.layers.pooling import pooled_windows

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsampling(LayerSpec):
    """The sum (or mean) of each window times a learned coefficient, plus a bias.

    Each map has one coefficient and one bias: 12 numbers for the six maps of S2.
    """

    kind: Literal["sum", "average"] = "sum"
    kernel: Pair = (2, 2)
    stride: Pair = (2, 2)

    key = "subsampling"
    word = QT_TRANSLATE_NOOP("LayerWords", "subsampling")
    title_text = QT_TRANSLATE_NOOP(
        "LayerWords", "{label} · subsampling {height} × {width}"
    )
    is_signed = True

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the same channels, with as many rows and columns as windows fit."""
        channels, height, width = self.maps(inputs[0])
        return channels, *output_size(self.window(inputs), (height, width))

    @override
    def window(self, inputs: Sequence[Shape]) -> ConvSpec:
        """Return the window and its stride as settings of a convolution."""
        return ConvSpec(kernel=self.kernel, stride=self.stride)

    @override
    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return the shapes of weight and bias, one number a map each."""
        return {"weight": (inputs[0][0],), "bias": (inputs[0][0],)}

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return one for each output number: its window's sum times the weight."""
        return prod(self.output_shape(inputs))

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return the cells of a window and the bias, for each output number."""
        return prod(self.output_shape(inputs)) * (prod(self.kernel) + 1)

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import LearnedPool

        divisor = 1 if self.kind == "sum" else prod(self.kernel)
        return LearnedPool(inputs[0][0], self.kernel, self.stride, divisor)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return each window's sum or mean, times its map's weight, plus its bias."""
        (maps_nchw,) = inputs
        _, _, height, width = maps_nchw.shape
        outputs_hw = output_size(self.window(()), (height, width))
        pooled = pooled_windows(maps_nchw, "sum", self.kernel, self.stride, outputs_hw)
        if self.kind == "average":
            pooled /= np.float32(prod(self.kernel))
        pooled *= weights["weight"][:, np.newaxis, np.newaxis]
        pooled += weights["bias"][:, np.newaxis, np.newaxis]
        return pooled

    @override
    def meaning(self) -> LayerText:
        text = QT_TRANSLATE_NOOP(
            "LayerWords",
            "The sum of each {height} × {width} window, times a learned number of "
            "its map, plus a bias. Parameters: {weights}.",
        )
        if self.kind == "average":
            text = QT_TRANSLATE_NOOP(
                "LayerWords",
                "The mean of each {height} × {width} window, times a learned number of "
                "its map, plus a bias. Parameters: {weights}.",
            )
        return self.text(text)

"""Layers of vectors: laid out in one row, summed with weights, compared with codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    AnswerKind,
    Array,
    Indices,
    LayerSpec,
    LayerText,
    Shape,
)

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Flatten(LayerSpec):
    """All channels laid out in one row, one after the other."""

    key = "flatten"
    word = QT_TRANSLATE_NOOP("LayerWords", "flatten")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · flatten")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords", "The same numbers in one row (flatten)."
    )
    is_shown = False

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return one axis with all numbers of the maps."""
        return (prod(self.maps(inputs[0])),)

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        _, height, width = inputs[0]
        return (np.unique(channels // (height * width)),)

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from torch import nn

        return nn.Flatten()

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Lay the maps of each picture out in one row, channel after channel."""
        return inputs[0].reshape(len(inputs[0]), -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear(LayerSpec):
    """Each output is a weighted sum of all inputs, plus a bias if there is one."""

    units: int
    bias: bool = True

    key = "linear"
    word = QT_TRANSLATE_NOOP("LayerWords", "fully connected")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · fully connected")
    begins_stage = True
    sees_all = True
    is_signed = True

    def __post_init__(self) -> None:
        self.check_units(self.units)

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return one number a unit; raise CnnvizError unless the input is a vector."""
        _vector(self, inputs[0])
        return (self.units,)

    @override
    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return the shapes of weight (units × inputs) and bias (units)."""
        weight = (self.units, *inputs[0])
        return {"weight": weight, **({"bias": (self.units,)} if self.bias else {})}

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        return (np.arange(inputs[0][0]),)

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return units × inputs: one multiplication a weight."""
        return self.units * _vector(self, inputs[0])

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return one a weight and one a bias."""
        return self.units * (_vector(self, inputs[0]) + self.bias)

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        """Return torch's linear layer, its weights not made yet (device "meta")."""
        from torch import nn

        (numbers,) = inputs[0]
        return nn.Linear(numbers, self.units, bias=self.bias, device="meta")

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return the weighted sums of float32 vectors N × inputs."""
        sums: Array = inputs[0] @ weights["weight"].T
        if self.bias:
            sums += weights["bias"]
        return sums

    @override
    def meaning(self) -> LayerText:
        text = QT_TRANSLATE_NOOP(
            "LayerWords",
            "{count} {count|number|numbers}, each a weighted sum of all numbers of the "
            "previous layer, plus a bias. Parameters: {weights}.",
        )
        if not self.bias:
            text = QT_TRANSLATE_NOOP(
                "LayerWords",
                "{count} {count|number|numbers}, each a weighted sum of all numbers of "
                "the previous layer, without a bias. Parameters: {weights}.",
            )
        return self.text(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RadialBasis(LayerSpec):
    """Squared distances to fixed codes: the output of LeNet-5 in 1998.

    Attributes
    ----------
    codes
        One a class, each as long as the input (84 numbers of +1 and -1 there). They are
        kept among the weights, as numbers that are not learned.
    """

    codes: tuple[tuple[float, ...], ...]

    key = "radial_basis"
    word = QT_TRANSLATE_NOOP("LayerWords", "distances from codes")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · distances to codes")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords",
        "{count} {count|number|numbers}, each the squared distance to the fixed code of "
        "its class. The smallest one is the answer.",
    )
    begins_stage = True
    sees_all = True

    def __post_init__(self) -> None:
        self.check_units(len(self.codes))

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return one number a code; each code must be as long as the input."""
        numbers = _vector(self, inputs[0])
        if any(len(code) != numbers for code in self.codes):
            raise CnnvizError("layer_input_shape", layer=self.name, shape=inputs[0])
        return (len(self.codes),)

    @override
    def buffers(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        return {"codes": (len(self.codes), *inputs[0])}

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        return (np.arange(inputs[0][0]),)

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return codes × inputs: one square a number of a code."""
        return self.connections(inputs)

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        """Return codes × inputs: every number meets every code."""
        return len(self.codes) * _vector(self, inputs[0])

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        """Return False: a sum of squares is not below 0."""
        return False

    @property
    @override
    def is_linear(self) -> bool:
        return False

    @property
    @override
    def answer(self) -> AnswerKind:
        """Return "distances": the smallest number is the answer."""
        return "distances"

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import SquaredDistances

        return SquaredDistances(self.codes)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return the squared distance of each vector N × inputs to each code."""
        differences = inputs[0][:, np.newaxis] - weights["codes"]
        return np.asarray(np.square(differences).sum(axis=2), np.float32)


def _vector(layer: LayerSpec, shape: Shape) -> int:
    if len(shape) != 1:
        raise CnnvizError("layer_input_shape", layer=layer.name, shape=shape)
    return shape[0]

"""Layers of vectors: laid out in one row, summed with weights, compared with codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    AnswerKind,
    Array,
    LayerSpec,
    LayerText,
    Shape,
    check_units,
)

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Flatten(LayerSpec):
    """All channels laid out in one row, one after the other."""

    key: ClassVar[str] = "flatten"
    is_shown: ClassVar[bool] = False

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        return (prod(self.maps(inputs[0])),)

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from torch import nn

        return nn.Flatten()

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        return inputs[0].reshape(len(inputs[0]), -1)

    @override
    def title(self) -> LayerText:
        text = QT_TRANSLATE_NOOP("LayerWords", "{label} · laid out in one row")
        return LayerText(text, {})

    @override
    def meaning(self) -> LayerText:
        text = QT_TRANSLATE_NOOP("LayerWords", "The same numbers, laid out in one row.")
        return LayerText(text, {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear(LayerSpec):
    """Each output is a weighted sum of all inputs, plus a bias if there is one."""

    units: int
    bias: bool = True

    key: ClassVar[str] = "linear"
    begins_stage: ClassVar[bool] = True
    sees_all: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_units(self.name, self.units)

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        _vector(self, inputs[0])
        return (self.units,)

    @override
    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        weight = (self.units, *inputs[0])
        return {"weight": weight, **({"bias": (self.units,)} if self.bias else {})}

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return self.units * _vector(self, inputs[0])

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        return self.units * (_vector(self, inputs[0]) + self.bias)

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        return True

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from torch import nn

        (numbers,) = inputs[0]
        return nn.Linear(numbers, self.units, bias=self.bias, device="meta")

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        sums: Array = inputs[0] @ weights["weight"].T
        if self.bias:
            sums += weights["bias"]
        return sums

    @override
    def title(self) -> LayerText:
        text = QT_TRANSLATE_NOOP("LayerWords", "{label} · weighted sums")
        return LayerText(text, {})

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
        return LayerText(text, {})


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

    key: ClassVar[str] = "radial_basis"
    begins_stage: ClassVar[bool] = True
    sees_all: ClassVar[bool] = True

    def __post_init__(self) -> None:
        check_units(self.name, len(self.codes))

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        numbers = _vector(self, inputs[0])
        if any(len(code) != numbers for code in self.codes):
            raise CnnvizError("layer_input_shape", layer=self.name, shape=inputs[0])
        return (len(self.codes),)

    @override
    def buffers(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        return {"codes": (len(self.codes), *inputs[0])}

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        return self.connections(inputs)

    @override
    def connections(self, inputs: Sequence[Shape]) -> int:
        return len(self.codes) * _vector(self, inputs[0])

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        return False

    @property
    @override
    def answer(self) -> AnswerKind:
        return "distances"

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import SquaredDistances

        return SquaredDistances(self.codes)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        differences = inputs[0][:, np.newaxis] - weights["codes"]
        return np.asarray(np.square(differences).sum(axis=2), np.float32)

    @override
    def title(self) -> LayerText:
        text = QT_TRANSLATE_NOOP("LayerWords", "{label} · distances to codes")
        return LayerText(text, {})

    @override
    def meaning(self) -> LayerText:
        return LayerText(
            QT_TRANSLATE_NOOP(
                "LayerWords",
                "{count} {count|number|numbers}, each the squared distance to the "
                "fixed code of its class. The smallest one is the answer.",
            ),
            {},
        )


def _vector(layer: LayerSpec, shape: Shape) -> int:
    if len(shape) != 1:
        raise CnnvizError("layer_input_shape", layer=layer.name, shape=shape)
    return shape[0]

"""Where the branches of a network come together again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    Array,
    Indices,
    LayerSpec,
    Shape,
)
from cnnviz.engine.shown_text import shortened

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class Add(LayerSpec):
    """The sum of branches of the same shape, number by number."""

    key = "add"
    word = QT_TRANSLATE_NOOP("LayerWords", "addition")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · sum of branches")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords", "The numbers of the branches are added, position by position."
    )
    joins = True

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the shape that all inputs have; raise CnnvizError when they differ."""
        _check_alike(self, inputs, inputs)
        return inputs[0]

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        import torch

        from cnnviz.engine.networks.layers.modules import Function

        return Function(lambda *branches: reduce(torch.add, branches))

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return the sum of the inputs, number by number."""
        return reduce(np.add, inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Concatenate(LayerSpec):
    """The channels of branches, one after the other."""

    key = "concatenate"
    word = QT_TRANSLATE_NOOP("LayerWords", "concatenation")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · branches side by side")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords", "The maps of all branches, one after the other."
    )
    joins = True

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the channels of all inputs, whose maps must have one size."""
        _check_alike(self, inputs, [shape[1:] for shape in inputs])
        return sum(shape[0] for shape in inputs), *inputs[0][1:]

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        """Return of each branch those of its channels that are among them."""
        firsts = accumulate((shape[0] for shape in inputs), initial=0)
        shifted = [channels - first for first in firsts][: len(inputs)]
        return tuple(
            own[(own >= 0) & (own < shape[0])]
            for own, shape in zip(shifted, inputs, strict=True)
        )

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        import torch

        from cnnviz.engine.networks.layers.modules import Function

        return Function(lambda *branches: torch.cat(branches, 1))

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Lay the channels of the inputs one after another."""
        return np.concatenate(inputs, axis=1)


def _check_alike(
    layer: LayerSpec, inputs: Sequence[Shape], parts: Sequence[Shape]
) -> None:
    """Refuse inputs that differ in the parts of their shapes that must not."""
    if any(part != parts[0] for part in parts) or not all(map(prod, inputs)):
        raise CnnvizError(
            "layer_inputs_differ",
            layer=layer.name,
            shapes=shortened(
                ", ".join(" × ".join(map(str, shape)) for shape in inputs), 80
            ),
        )

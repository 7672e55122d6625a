"""Functions of each number by itself, and softmax, which compares channels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.activation.activations import ActivationSpec, activate
from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.activation.kinds import ActivationKind
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
class Activation(LayerSpec):
    """One of the lab's activations; softmax makes probabilities of a network's logits.

    Attributes
    ----------
    kind
        ``none``, ``relu``, ``leaky_relu``, ``sigmoid``, ``tanh``, or ``softmax``, which
        compares the channels of a place (or all numbers of a vector).
    slope
        What ``leaky_relu`` multiplies negative numbers with.
    """

    kind: ActivationKind = "relu"
    slope: float = 0.01

    key = "activation"
    word = QT_TRANSLATE_NOOP("LayerWords", "activation")
    is_titled_by_source = True

    @property
    def spec(self) -> ActivationSpec:
        """The settings as the lab's activation takes them."""
        return ActivationSpec(kind=self.kind, slope=self.slope)

    def __post_init__(self) -> None:
        # The lab's activation refuses an unknown kind, with a sentence.
        ActivationSpec(kind=self.kind, slope=self.slope)

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        return inputs[0] and ACTIVATIONS[self.kind].can_be_negative(self.slope)

    @property
    def compares_channels(self) -> bool:
        """Whether a number depends on all channels of its place."""
        return ACTIVATIONS[self.kind].of_each is None

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        whole = np.arange(inputs[0][0])
        return (whole,) if self.compares_channels else (channels,)

    @property
    @override
    def is_linear(self) -> bool:
        return self.kind == "none"

    @property
    @override
    def works_on_each(self) -> bool:
        """Whether it is no softmax, which compares the channels."""
        return not self.compares_channels

    @property
    @override
    def answer(self) -> AnswerKind:
        if self.compares_channels:
            return "probabilities"
        return "logits" if self.kind == "none" else "scores"

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import activation

        return activation(self.spec)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        # The lab puts channels first, and the batch is one more axis after them.
        return activate(inputs[0].swapaxes(0, 1), self.spec).swapaxes(0, 1)

    @override
    def title(self) -> LayerText:
        return self.text(ACTIVATIONS[self.kind].layer_title)

    @override
    def meaning(self) -> LayerText:
        return self.text(ACTIVATIONS[self.kind].layer_meaning)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaledTanh(LayerSpec):
    """``amplitude * tanh(steepness * x)``, the activation of LeNet-5 in 1998."""

    amplitude: float = 1.7159
    steepness: float = 2 / 3

    key = "scaled_tanh"
    word = QT_TRANSLATE_NOOP("LayerWords", "activation")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · scaled tanh")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords", "Each number x becomes {amplitude} · tanh({steepness} · x)."
    )
    is_titled_by_source = True

    @property
    @override
    def works_on_each(self) -> bool:
        return True

    @property
    @override
    def is_linear(self) -> bool:
        return False

    @property
    @override
    def answer(self) -> AnswerKind:
        return "scores"

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        return inputs[0] or self.amplitude * self.steepness < 0

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        import torch

        from cnnviz.engine.networks.layers.modules import Function

        return Function(lambda x: self.amplitude * torch.tanh(self.steepness * x))

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        bent: Array = np.tanh(inputs[0] * np.float32(self.steepness))
        bent *= np.float32(self.amplitude)
        return bent

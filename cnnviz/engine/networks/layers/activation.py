"""Functions of each number by itself, and softmax, which compares channels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.activations import (
    ActivationKind,
    ActivationSpec,
    activate,
)
from cnnviz.engine.messages.catalogue import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    AnswerKind,
    Array,
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

    key: ClassVar[str] = "activation"
    is_titled_by_source: ClassVar[bool] = True

    @property
    def spec(self) -> ActivationSpec:
        """The settings as the lab's activation takes them."""
        return ActivationSpec(kind=self.kind, slope=self.slope)

    def __post_init__(self) -> None:
        # The lab's activation refuses an unknown kind, with a sentence.
        ActivationSpec(kind=self.kind, slope=self.slope)

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the shape of the input: each number is changed by itself."""
        return inputs[0]

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        """Whether numbers below 0 come through; ReLU and its like leave none."""
        if self.kind == "leaky_relu":
            return inputs[0] and self.slope > 0
        return inputs[0] and self.kind in ("none", "tanh")

    @property
    @override
    def answer(self) -> AnswerKind:
        """Return what the numbers are when this is the last layer."""
        if self.kind == "softmax":
            return "probabilities"
        return "logits" if self.kind == "none" else "scores"

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import activation

        return activation(self.spec)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Apply the function to float32 numbers with the batch as first axis."""
        # The lab puts channels first, and the batch is one more axis after them.
        return activate(inputs[0].swapaxes(0, 1), self.spec).swapaxes(0, 1)

    @override
    def title(self) -> LayerText:
        texts: dict[ActivationKind, str] = {
            "none": QT_TRANSLATE_NOOP("LayerWords", "{label} · no activation"),
            "relu": QT_TRANSLATE_NOOP("LayerWords", "{label} · ReLU"),
            "leaky_relu": QT_TRANSLATE_NOOP("LayerWords", "{label} · leaky ReLU"),
            "sigmoid": QT_TRANSLATE_NOOP("LayerWords", "{label} · sigmoid"),
            "tanh": QT_TRANSLATE_NOOP("LayerWords", "{label} · tanh"),
            "softmax": QT_TRANSLATE_NOOP("LayerWords", "{label} · softmax"),
        }
        return LayerText(texts[self.kind], {})

    @override
    def meaning(self) -> LayerText:
        """Return the sentence that says what the function does with each number."""
        texts: dict[ActivationKind, str] = {
            "none": QT_TRANSLATE_NOOP("LayerWords", "The numbers stay as they are."),
            "relu": QT_TRANSLATE_NOOP(
                "LayerWords", "Numbers below 0 become 0; the others stay as they are."
            ),
            "leaky_relu": QT_TRANSLATE_NOOP(
                "LayerWords",
                "Numbers below 0 are multiplied by {slope}; the others stay as they "
                "are.",
            ),
            "sigmoid": QT_TRANSLATE_NOOP(
                "LayerWords", "Each number is bent to lie between 0 and 1; 0 becomes ½."
            ),
            "tanh": QT_TRANSLATE_NOOP(
                "LayerWords", "Each number is bent to lie between −1 and 1; 0 stays 0."
            ),
            "softmax": QT_TRANSLATE_NOOP(
                "LayerWords",
                "The numbers become probabilities that add up to 1: the larger a number, "
                "the larger its probability.",
            ),
        }
        return LayerText(texts[self.kind], {"slope": self.slope})


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaledTanh(LayerSpec):
    """``amplitude * tanh(steepness * x)``, the activation of LeNet-5 in 1998."""

    amplitude: float = 1.7159
    steepness: float = 2 / 3

    key: ClassVar[str] = "scaled_tanh"
    is_titled_by_source: ClassVar[bool] = True

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the shape of the input: each number is changed by itself."""
        return inputs[0]

    @property
    @override
    def answer(self) -> AnswerKind:
        return "scores"

    @override
    def can_be_negative(self, inputs: Sequence[bool]) -> bool:
        """Whether a number below 0 can come out: the factors' signs say so."""
        return inputs[0] or self.amplitude * self.steepness < 0

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers.modules import StretchedTanh

        return StretchedTanh(self.amplitude, self.steepness)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Return amplitude · tanh(steepness · x) of each number, float32."""
        bent: Array = np.tanh(inputs[0] * np.float32(self.steepness))
        bent *= np.float32(self.amplitude)
        return bent

    @override
    def title(self) -> LayerText:
        text = QT_TRANSLATE_NOOP("LayerWords", "{label} · scaled tanh")
        return LayerText(text, {})

    @override
    def meaning(self) -> LayerText:
        return LayerText(
            QT_TRANSLATE_NOOP(
                "LayerWords",
                "Each number x becomes {amplitude} · tanh({steepness} · x).",
            ),
            {"amplitude": self.amplitude, "steepness": self.steepness},
        )

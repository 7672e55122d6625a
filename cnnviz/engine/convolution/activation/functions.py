"""The activations, each described once.

To add one: its name in ``kinds.py``, an entry here, torch's module in
``networks/layers/modules.py``, and the translations of its words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

_Points = NDArray[np.floating]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationFunction:
    """What an activation computes, and what it is called.

    Attributes
    ----------
    key
        Its name in code.
    title
        What it is called in a formula, in every language.
    of_each
        The function of each number by itself, in a new array of the same type; takes
        the numbers and the slope of ``leaky_relu``. ``None`` compares the channels of a
        cell.
    steepness
        Its derivative, from the numbers, their outputs and the slope; at a bend that of
        the left side, as in torch.
    smallest, largest
        What no output goes beyond; ``None`` where there is no such number.
    layer_title, layer_meaning
        What a network's layer is called, and what it does, with ``{label}`` and
        ``{slope}``; translated in the context ``LayerWords``.
    """

    key: ActivationKind
    title: str
    of_each: Callable[[_Points, float], _Points] | None
    steepness: Callable[[_Points, _Points, float], _Points]
    smallest: float | None = None
    largest: float | None = None
    layer_title: str
    layer_meaning: str

    def can_be_negative(self, slope: float) -> bool:
        """Whether some negative number has a negative output."""
        if self.of_each is None:
            return False
        return bool(self.of_each(np.array([-1.0]), slope)[0] < 0)


def sigmoid(sums: _Points, slope: float = 0.0) -> _Points:
    """Return ``1 / (1 + exp(-x))`` of each number; the slope plays no part."""
    # exp of a negative number only: it can become 0, never infinity.
    small = np.exp(-np.abs(sums))
    values: _Points = np.where(sums >= 0, 1, small) / (1 + small)
    return values


def _leaky_relu(sums: _Points, slope: float) -> _Points:
    # Not a maximum of both: that would be wrong for slopes above 1.
    return np.where(sums > 0, sums, sums * sums.dtype.type(slope))


ACTIVATIONS: Final[Mapping[ActivationKind, ActivationFunction]] = MappingProxyType(
    {
        function.key: function
        for function in (
            ActivationFunction(
                key="none",
                title="none",
                of_each=lambda sums, slope: sums.copy(),
                steepness=lambda at, y, slope: np.ones_like(at),
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · no activation"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords", "The numbers stay as they are."
                ),
            ),
            ActivationFunction(
                key="relu",
                title="ReLU",
                of_each=lambda sums, slope: np.maximum(sums, 0),
                steepness=lambda at, y, slope: np.where(at > 0, 1.0, 0.0),
                smallest=0.0,
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · ReLU"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords",
                    "Numbers below 0 become 0; the others stay as they are.",
                ),
            ),
            ActivationFunction(
                key="leaky_relu",
                title="leaky ReLU",
                of_each=_leaky_relu,
                steepness=lambda at, y, slope: np.where(at > 0, 1.0, slope),
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · leaky ReLU"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords",
                    "Numbers below 0 are multiplied by {slope}; the others stay as they "
                    "are.",
                ),
            ),
            ActivationFunction(
                key="sigmoid",
                title="sigmoid",
                of_each=sigmoid,
                steepness=lambda at, y, slope: y * (1 - y),
                smallest=0.0,
                largest=1.0,
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · sigmoid"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords",
                    "Each number is bent to lie between 0 and 1; 0 becomes ½.",
                ),
            ),
            ActivationFunction(
                key="tanh",
                title="tanh",
                of_each=lambda sums, slope: np.tanh(sums),
                steepness=lambda at, y, slope: 1 - y**2,
                smallest=-1.0,
                largest=1.0,
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · tanh"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords",
                    "Each number is bent to lie between −1 and 1; 0 stays 0.",
                ),
            ),
            ActivationFunction(
                key="softmax",
                title="softmax",
                of_each=None,
                steepness=lambda at, y, slope: y * (1 - y),
                smallest=0.0,
                largest=1.0,
                layer_title=QT_TRANSLATE_NOOP("LayerWords", "{label} · softmax"),
                layer_meaning=QT_TRANSLATE_NOOP(
                    "LayerWords",
                    "The numbers become probabilities that add up to 1: the larger a "
                    "number, the larger its probability.",
                ),
            ),
        )
    }
)

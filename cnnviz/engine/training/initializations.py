"""How the weights are drawn before the first batch, each way described once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from torch import Generator, Tensor

CONTEXT: Final = "Initializations"
"""Translation context of titles and meanings."""

_NARROW: Final = 0.01
_WIDE: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Initialization:
    """One way to fill the weights of a convolution or a linear layer; biases are 0.

    Attributes
    ----------
    key
        What the command line and run files call it.
    title, meaning
        English words to show; their translations stand in `CONTEXT`.
    fill
        Draw the weights of one layer, in place; imports torch when called.
    """

    key: str
    title: str
    meaning: str
    fill: "Callable[[Tensor, Generator], object]"


def _usual(weights: "Tensor", generator: "Generator") -> None:
    from cnnviz.engine.networks.build import fill_usually

    fill_usually(weights, generator)


def _he(weights: "Tensor", generator: "Generator") -> None:
    from torch.nn.init import kaiming_normal_

    kaiming_normal_(weights, nonlinearity="relu", generator=generator)


def _xavier(weights: "Tensor", generator: "Generator") -> None:
    from torch.nn.init import xavier_uniform_

    xavier_uniform_(weights, generator=generator)


def _normal(weights: "Tensor", generator: "Generator") -> None:
    weights.normal_(0.0, _NARROW, generator=generator)


def _zeros(weights: "Tensor", generator: "Generator") -> None:
    weights.zero_()


def _large(weights: "Tensor", generator: "Generator") -> None:
    weights.normal_(0.0, _WIDE, generator=generator)


INITIALIZATIONS: Final[Mapping[str, Initialization]] = MappingProxyType(
    {
        one.key: one
        for one in (
            Initialization(
                key="usual",
                title=QT_TRANSLATE_NOOP("Initializations", "Usual (PyTorch's range)"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "Even chances between plus and minus one over the square root of a "
                    "unit's inputs.",
                ),
                fill=_usual,
            ),
            Initialization(
                key="he",
                title=QT_TRANSLATE_NOOP("Initializations", "He"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "Normal, as wide as ReLU needs for signals that neither grow nor "
                    "fade from layer to layer.",
                ),
                fill=_he,
            ),
            Initialization(
                key="xavier",
                title=QT_TRANSLATE_NOOP("Initializations", "Xavier (Glorot)"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "Even chances in a range that suits both directions; what Keras "
                    "does.",
                ),
                fill=_xavier,
            ),
            Initialization(
                key="normal",
                title=QT_TRANSLATE_NOOP("Initializations", "Small: normal, 0.01"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "Weights so small that signals fade in a deep network: it may begin "
                    "to learn late, or not at all.",
                ),
                fill=_normal,
            ),
            Initialization(
                key="zeros",
                title=QT_TRANSLATE_NOOP("Initializations", "All zeros"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "All units of a layer are alike and stay alike: the network cannot "
                    "learn. To see why chance is needed.",
                ),
                fill=_zeros,
            ),
            Initialization(
                key="large",
                title=QT_TRANSLATE_NOOP("Initializations", "Too large: normal, 1"),
                meaning=QT_TRANSLATE_NOOP(
                    "Initializations",
                    "The first answers are wild and the loss is huge: learning is slow, "
                    "or runs away.",
                ),
                fill=_large,
            ),
        )
    }
)
"""Every way by its key."""

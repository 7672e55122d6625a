"""Networks described as plain data: no torch, so a page can read them at once."""

from dataclasses import dataclass
from typing import Literal

ActivationKind = Literal["relu"]
PoolKind = Literal["max"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conv2d:
    """A convolution over all input channels, with bias; output depth ``channels``."""

    name: str
    channels: int
    kernel: tuple[int, int]
    stride: tuple[int, int] = (1, 1)
    padding: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activation:
    """A function applied to each number by itself."""

    name: str
    kind: ActivationKind = "relu"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool2d:
    """Pooling over windows of one channel."""

    name: str
    kind: PoolKind = "max"
    kernel: tuple[int, int] = (2, 2)
    stride: tuple[int, int] = (2, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flatten:
    """All channels laid out in one row."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Each output is a weighted sum of all inputs, plus a bias."""

    name: str
    units: int


Layer = Conv2d | Activation | Pool2d | Flatten | Linear

LayerKind = Literal["conv2d", "activation", "pool2d", "flatten", "linear"]


def kind_of(layer: Layer) -> LayerKind:
    """Return the word by which summaries and traces call a layer's kind.

    Examples
    --------
    >>> kind_of(Linear(name="f6", units=84))
    'linear'
    """
    match layer:
        case Conv2d():
            return "conv2d"
        case Activation():
            return "activation"
        case Pool2d():
            return "pool2d"
        case Flatten():
            return "flatten"
        case Linear():
            return "linear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A feed-forward network: layers in order, ending in one logit a class.

    Attributes
    ----------
    name
        The key by which the command line and weight files call it, e.g. ``lenet5``.
    title
        The name to show, e.g. ``LeNet-5`` (a proper name: never translated).
    input_chw
        Channels, height and width of one input.
    normalization
        Mean and standard deviation on the 0..1 scale: the network sees
        ``(pixel / 255 - mean) / std``.
    labels
        One label a class.
    """

    name: str
    title: str
    input_chw: tuple[int, int, int]
    normalization: tuple[float, float]
    labels: tuple[str, ...]
    layers: tuple[Layer, ...]

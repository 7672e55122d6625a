"""The networks of the races: those of the catalogue with one thing changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.networks.catalogue.lenet import LENET5
from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
)


def named(network: Network, key: str, title: str) -> Network:
    """Return a network under a name that tells it from those it races with."""
    return replace(network, name=f"{network.name}-{key}", title=title)


def with_activation(network: Network, kind: ActivationKind) -> Network:
    """Return a network with another function after each layer, but for a softmax."""
    layers = tuple(
        replace(layer, kind=kind)
        if isinstance(layer, Activation) and layer.kind != "softmax"
        else layer
        for layer in network.layers
    )
    return replace(network, layers=layers)


def with_layers_after(
    network: Network, after: Sequence[str], make: Callable[[str], LayerSpec]
) -> Network:
    """Return a network with another layer behind each that is named.

    ``make`` makes it, for that name.
    """
    layers: list[LayerSpec] = []
    for layer in network.layers:
        layers.append(layer)
        if layer.name in after:
            layers.append(make(layer.name))
    return replace(network, layers=tuple(layers))


NORMALIZED: Final = with_layers_after(
    LENET5, ("c1", "c3", "c5"), lambda name: BatchNorm(name=f"{name}_norm")
)

DROPPED: Final = with_layers_after(
    LENET5,
    ("c5_relu", "f6_relu"),
    lambda name: Dropout(name=f"{name}_dropout", rate=0.5),
)

# LeNet-5 has 61,706 parameters, this 61,695.
DENSE: Final = replace(
    LENET5,
    name="dense",
    title="784-69-94-10",
    layers=(
        Flatten(name="flatten"),
        Linear(name="dense1", units=69),
        Activation(name="dense1_relu"),
        Linear(name="dense2", units=94),
        Activation(name="dense2_relu"),
        Linear(name="output", units=10),
    ),
)

# LeNet-5 without pooling would cost a hundred times as much: this one only nine times.
SMALL: Final = replace(
    LENET5,
    name="small",
    title="8-16",
    layers=(
        Conv2d(name="conv1", channels=8, kernel=(3, 3), padding="same"),
        Activation(name="conv1_relu"),
        Pool2d(name="pool1"),
        Conv2d(name="conv2", channels=16, kernel=(3, 3), padding="same"),
        Activation(name="conv2_relu"),
        Pool2d(name="pool2"),
        Flatten(name="flatten"),
        Linear(name="output", units=10),
    ),
)

UNPOOLED: Final = replace(
    SMALL,
    layers=tuple(layer for layer in SMALL.layers if not isinstance(layer, Pool2d)),
)

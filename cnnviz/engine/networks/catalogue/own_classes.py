"""The network that learns classes of one's own: small, so that it learns in seconds."""

from collections.abc import Sequence
from typing import Final

from cnnviz.engine.networks.catalogue.pictures import MNIST
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.shown_text import shortened

_LONGEST_TITLE: Final = 40
_MAPS: Final = (12, 24, 48)
"""Of its convolutions; each is halved after."""


def own_classes_network(names: Sequence[str]) -> Network:
    """Return the network that tells drawings of these classes apart.

    Examples
    --------
    >>> own_classes_network(("smile", "sad")).title
    'smile, sad'
    """
    layers: list[LayerSpec] = []
    for number, maps in enumerate(_MAPS, 1):
        layers += (
            Conv2d(name=f"conv{number}", channels=maps, kernel=(3, 3), padding="same"),
            Activation(name=f"conv{number}_relu"),
            Pool2d(name=f"pool{number}"),
        )
    return Network(
        name="own-classes",
        title=shortened(", ".join(names), _LONGEST_TITLE),
        input_chw=(1, 28, 28),
        normalization=MNIST,
        labels=tuple(names),
        layers=(
            *layers,
            Flatten(name="flatten"),
            Linear(name="dense", units=64),
            Activation(name="dense_relu"),
            Dropout(name="dropout", rate=0.3),
            Linear(name="output", units=len(names)),
        ),
        drawings=True,
    )

"""The races that there are: who runs, what is claimed, what is looked at afterwards.

To add one: describe it here, its networks in ``entrants`` beside it, and its words in
``cnnviz.engine.messages.races``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Literal

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue.lenet import LENET5
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import PRESETS
from cnnviz.engine.training.races.entrants import (
    DENSE,
    DROPPED,
    NORMALIZED,
    SMALL,
    UNPOOLED,
    named,
    with_activation,
)

Aspect = Literal["accuracy", "beginning", "seconds", "parameters", "over_fitting"]
"""What can be compared: held-out accuracy at the end, and after the first epoch; time
for learning; numbers to learn; how far the held-out loss rose from its best."""

Expectation = Literal["first_best", "last_worst", "all_alike"]
"""Of an aspect: the first entrant is the best, the last one the worst, or nobody is much
better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """One run of a race.

    Attributes
    ----------
    key
        What its folder and its lines are called.
    network
        What learns.
    how
        A key of ``arranged.ARRANGEMENTS`` for its pictures; empty for plain ones.
    recipe
        What it alone does otherwise.
    """

    key: str
    network: Network
    how: str = ""
    recipe: Mapping[str, Any] = field(default_factory=dict)

    def data(self, data: str) -> str:
        """Return the name of its data set, where all run on this one."""
        return f"{self.how}:{data}" if self.how else data


@dataclass(frozen=True, slots=True, kw_only=True)
class Race:
    """Two or three runs that differ in one thing.

    Attributes
    ----------
    key
        What the command line calls it; its words go by it, too.
    entrants
        Those that run, the one of which something is claimed first.
    claims
        What is claimed, aspect by aspect.
    recipe
        What all have in common, where it is not as usual.
    """

    key: str
    entrants: tuple[Entrant, ...]
    claims: Mapping[Aspect, Expectation]
    recipe: Mapping[str, Any] = field(default_factory=dict)

    def config(self, entrant: Entrant, settings: Mapping[str, Any]) -> TrainingConfig:
        """Return the recipe of an entrant; ``settings`` go before those of the race.

        Raises
        ------
        CnnvizError
            As ``TrainingConfig``.
        """
        recipe = {**self.recipe, **entrant.recipe, **settings}
        return TrainingConfig(network=entrant.network, **recipe)


def _lenet5(key: str, title: str, network: Network, how: str = "") -> Entrant:
    return Entrant(key=key, network=named(network, key, title), how=how)


_ALL: Final = (
    Race(
        key="activations",
        entrants=(
            _lenet5("relu", "LeNet-5 · ReLU", LENET5),
            _lenet5("tanh", "LeNet-5 · tanh", with_activation(LENET5, "tanh")),
            _lenet5("sigmoid", "LeNet-5 · sigmoid", with_activation(LENET5, "sigmoid")),
        ),
        claims={"seconds": "first_best", "accuracy": "all_alike"},
        recipe={"epochs": 2, "optimizer": "sgd", "learning_rate": 0.01},
    ),
    Race(
        key="pooling",
        entrants=(
            Entrant(key="pooled", network=named(SMALL, "pooled", "8-16 · pooling")),
            Entrant(key="unpooled", network=named(UNPOOLED, "unpooled", "8-16")),
        ),
        claims={"parameters": "first_best", "seconds": "first_best"},
        recipe={"epochs": 2},
    ),
    Race(
        key="dropout",
        entrants=(
            _lenet5("dropout", "LeNet-5 · dropout", DROPPED, "few"),
            Entrant(
                key="augmented",
                network=named(LENET5, "augmented", "LeNet-5 · augmentation"),
                how="few",
                recipe={"augmentation": PRESETS["digits"]},
            ),
            _lenet5("plain", "LeNet-5", LENET5, "few"),
        ),
        claims={"over_fitting": "last_worst"},
        recipe={"epochs": 30, "batch_size": 32, "learning_rate": 0.002},
    ),
    Race(
        key="dense",
        entrants=(
            _lenet5("convolution", "LeNet-5", LENET5),
            Entrant(key="dense", network=DENSE),
        ),
        claims={"accuracy": "first_best"},
        recipe={"epochs": 2},
    ),
    Race(
        key="shuffled",
        entrants=(
            _lenet5("ordered", "LeNet-5", LENET5),
            _lenet5("shuffled", "LeNet-5 · shuffled", LENET5, "shuffled"),
            Entrant(
                key="dense",
                network=named(DENSE, "shuffled", "784-69-94-10 · shuffled"),
                how="shuffled",
            ),
        ),
        claims={"accuracy": "first_best"},
        recipe={"epochs": 2},
    ),
    Race(
        key="normalization",
        entrants=(
            _lenet5("normalized", "LeNet-5 · BN", NORMALIZED),
            _lenet5("plain", "LeNet-5", LENET5),
        ),
        claims={"beginning": "first_best", "accuracy": "first_best"},
        recipe={"epochs": 2, "optimizer": "sgd", "learning_rate": 0.01},
    ),
)

RACES: Final[Mapping[str, Race]] = MappingProxyType({race.key: race for race in _ALL})
"""Every race by its name."""


def race_named(key: str) -> Race:
    """Return the race of that name.

    Raises
    ------
    CnnvizError
        ``race_unknown`` with the names that there are.
    """
    try:
        return RACES[key]
    except KeyError:
        known = ", ".join(RACES)
        raise CnnvizError("race_unknown", name=key, known=known) from None

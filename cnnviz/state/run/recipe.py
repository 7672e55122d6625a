"""What the Train page is asked to do: the recipe as it was typed, and its checks.

The network that learns is chosen beside it, as the other pages choose theirs.
"""

import math
from dataclasses import dataclass, replace
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.state.current_network import CurrentNetwork

BUILTIN: Final = "builtin"
MNIST: Final = "mnist"

MOST_BATCH: Final = 4096
"""Pictures in a batch: with all of MNIST at once, LeNet-5 alone would ask for gigabytes."""

NEVER_BY_COUNT: Final = 2**31 - 1
"""For ``snapshot_every``: the window asks for snapshots by the clock instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The fields of the recipe row.

    Attributes
    ----------
    data
        ``builtin``, ``mnist`` or the path of a folder.
    learning_rate_text
        As typed, so that a refused value stays visible.
    """

    data: str = BUILTIN
    optimizer: str = "adam"
    learning_rate_text: str = f"{OPTIMIZERS['adam'].default_rate:g}"
    batch_size: int = 64
    epochs: int = 5
    seed: int = 0
    device: DeviceName = "auto"


def parse_learning_rate(text: str) -> float:
    """Read a learning rate typed with a decimal point or comma.

    Raises
    ------
    CnnvizError
        ``learning_rate_not_a_number`` or ``learning_rate_not_positive``.

    Examples
    --------
    >>> parse_learning_rate("0,001") == parse_learning_rate("1e-3")
    True
    """
    typed = text.strip()
    try:
        rate = float(typed.replace(",", "."))
    except ValueError:
        raise CnnvizError("learning_rate_not_a_number", text=typed) from None
    if not math.isfinite(rate):
        raise CnnvizError("learning_rate_not_a_number", text=typed)
    if rate <= 0:
        raise CnnvizError("learning_rate_not_positive", learning_rate=rate)
    return rate


def with_optimizer(recipe: Recipe, key: str) -> Recipe:
    """Choose an optimiser; a rate that is the old one's default becomes the new one's.

    Examples
    --------
    >>> with_optimizer(Recipe(), "sgd").learning_rate_text
    '0.01'
    >>> with_optimizer(Recipe(learning_rate_text="0.02"), "sgd").learning_rate_text
    '0.02'
    """
    old, new = OPTIMIZERS[recipe.optimizer], OPTIMIZERS[key]
    text = recipe.learning_rate_text
    if new is not old and _is_rate(text, old.default_rate):
        text = f"{new.default_rate:g}"
    return replace(recipe, optimizer=key, learning_rate_text=text)


def _is_rate(text: str, rate: float) -> bool:
    try:
        return parse_learning_rate(text) == rate
    except CnnvizError:
        return False


def learning_problem(learner: CurrentNetwork) -> CnnvizError | None:
    """Say why a network cannot learn from the data sets here, or ``None``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> learning_problem(CurrentNetwork(network("alexnet"), None, "untrained")).code
    'network_does_not_fit_digits'
    """
    network = learner.network
    if not learner.names_classes:
        return CnnvizError("network_unfinished", title=network.title)
    if not network.reads_digits:
        return CnnvizError(
            "network_does_not_fit_digits",
            title=network.title,
            size=" × ".join(map(str, network.input_chw)),
            classes=len(network.labels),
            first="".join(network.labels[:1]),
            last="".join(network.labels[-1:]),
        )
    layers = zip(network.layers, layer_shapes(network), strict=True)
    if not any(layer.parameters(inputs) for layer, (inputs, _) in layers):
        return CnnvizError("network_without_weights", title=network.title)
    return None


def recipe_of(config: TrainingConfig, data: str) -> Recipe:
    """Return the fields of a run that was asked for before.

    Examples
    --------
    >>> recipe_of(TrainingConfig(learning_rate=0.02), MNIST).learning_rate_text
    '0.02'
    """
    rate = config.learning_rate
    text = f"{rate:g}"
    return Recipe(
        data=data,
        optimizer=config.optimizer,
        learning_rate_text=text if float(text) == rate else repr(rate),
        batch_size=config.batch_size,
        epochs=config.epochs,
        seed=config.seed,
        device=config.device,
    )


def recipe_problem(recipe: Recipe, learner: CurrentNetwork) -> CnnvizError | None:
    """Say what is wrong with a recipe, or with what is to learn by it, or ``None``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = CurrentNetwork(network("lenet5"), None, "shipped")
    >>> recipe_problem(Recipe(batch_size=60_000), lenet5).code
    'batch_size_too_large'
    """
    if recipe.batch_size > MOST_BATCH:
        return CnnvizError(
            "batch_size_too_large", batch_size=recipe.batch_size, most=MOST_BATCH
        )
    try:
        training_config(recipe, learner.network)
    except CnnvizError as error:
        return error
    return learning_problem(learner)


def training_config(
    recipe: Recipe, network: Network, *, threads: int | None = None
) -> TrainingConfig:
    """Turn the fields into a checked configuration of a run.

    Raises
    ------
    CnnvizError
        As ``parse_learning_rate`` and ``TrainingConfig``.
    """
    return TrainingConfig(
        network=network,
        epochs=recipe.epochs,
        batch_size=recipe.batch_size,
        optimizer=recipe.optimizer,
        learning_rate=parse_learning_rate(recipe.learning_rate_text),
        seed=recipe.seed,
        device=recipe.device,
        threads=threads,
        snapshot_every=NEVER_BY_COUNT,
    )

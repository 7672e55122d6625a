"""What the Train page is asked to do: the recipe as it was typed, and its checks.

The network that learns is chosen beside it, as the other pages choose theirs.
"""

import math
from dataclasses import dataclass, replace
from typing import Any, Final

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS, KnownDataset
from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.training.config import DeviceName, TrainingConfig
from cnnviz.engine.training.data.augmentation import UNCHANGED, Augmentation
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.precisions import Precision
from cnnviz.engine.training.presets import PRESETS
from cnnviz.state.current_network import CurrentNetwork

BUILTIN: Final = "builtin"
MNIST: Final = "mnist"

MOST_BATCH: Final = 4096
"""Pictures in a batch: with all of MNIST at once, LeNet-5 alone would ask for gigabytes."""

NEVER_BY_COUNT: Final = 2**31 - 1
"""For ``snapshot_every``: the window asks for snapshots by the clock instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is chosen and typed; see `TrainingConfig` for what it means.

    Attributes
    ----------
    data
        A data set's key, or the path of a folder.
    pictures
        How many training pictures to use; 0 for all.
    learning_rate_text, momentum_text, weight_decay_text, label_smoothing_text
        As typed, so that a refused value stays visible.
    validation_text, label_noise_text
        Shares of the training pictures, as typed; see `DataUse`.
    data_seed
        Of `DataUse`: which pictures these are.
    augmentation
        How pictures are changed before they are learned from.
    patience, threads
        0 for no early stop, and for as many threads as leave one core to the window.
    """

    data: str = BUILTIN
    pictures: int = 0
    validation_text: str = "0"
    label_noise_text: str = "0"
    data_seed: int = 0
    optimizer: str = "adam"
    learning_rate_text: str = f"{OPTIMIZERS['adam'].default_rate:g}"
    momentum_text: str = "0.9"
    schedule: str = "constant"
    weight_decay_text: str = "0"
    label_smoothing_text: str = "0"
    initialization: str = "usual"
    batch_size: int = 64
    epochs: int = 5
    patience: int = 0
    seed: int = 0
    device: DeviceName = "auto"
    threads: int = 0
    precision: Precision = "float32"
    augmentation: Augmentation = UNCHANGED


TYPED: Final = ("learning_rate", "momentum", "weight_decay", "label_smoothing")
TYPED_SHARES: Final = ("validation", "label_noise")
"""Settings that are typed as decimal numbers: ``Recipe`` has each as ``…_text``."""


def parsed(name: str, text: str) -> float:
    """Read a setting of `TYPED`, with a decimal point or comma.

    Raises
    ------
    CnnvizError
        Its name with ``_not_a_number``.
    """
    typed = text.strip()
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise CnnvizError(f"{name}_not_a_number", text=typed)
    return number


def checked(name: str, text: str) -> float:
    """Read a setting of `TYPED`, and refuse what no recipe can have.

    Raises
    ------
    CnnvizError
        As `parsed` and `TrainingConfig`.

    Examples
    --------
    >>> checked("learning_rate", "0,001") == checked("learning_rate", "1e-3")
    True
    """
    value = parsed(name, text)
    TrainingConfig().with_changes({name: value})
    return value


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
        return checked("learning_rate", text) == rate
    except CnnvizError:
        return False


def learning_problem(learner: CurrentNetwork) -> CnnvizError | None:
    """Say why a network cannot learn from any data, or ``None``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> lenet5 = CurrentNetwork(
    ...     network("lenet5"), None, "built", names_classes=False
    ... )
    >>> learning_problem(lenet5).code
    'network_unfinished'
    """
    network = learner.network
    if not learner.names_classes:
        return CnnvizError("network_unfinished", title=network.title)
    layers = zip(network.layers, layer_shapes(network), strict=True)
    if not any(layer.parameters(inputs) for layer, (inputs, _) in layers):
        return CnnvizError("network_without_weights", title=network.title)
    return None


def fitting_problem(network: Network, data: str) -> CnnvizError | None:
    """Say that a network cannot learn from a known data set, and what fits, or ``None``.

    What a folder holds is known when it has been read: the run itself checks that.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> str(fitting_problem(network("cifar10"), BUILTIN).facts["fits"])
    'CIFAR-10'
    """
    parts = filter(None, map(_known, data.split("+")))
    known = next((one for one in parts if not _fits(network, one)), None)
    if known is None:
        return None
    facts = {
        "title": network.title,
        "size": " × ".join(map(str, network.input_chw)),
        "classes": len(network.labels),
        "data": known,
        "data_size": " × ".join(map(str, known.picture_chw)),
        "data_classes": len(known.labels),
    }
    for other in KNOWN_DATASETS.values():
        if other.load is not None and _fits(network, other):
            return CnnvizError("network_fits_other_data", fits=other, **facts)
    fitting = (each.title for each in NETWORKS.values() if _fits(each, known))
    return CnnvizError("network_fits_no_data", fits=", ".join(fitting), **facts)


def _known(part: str) -> KnownDataset | None:
    """Return what a part of a mixture is known by; nothing for a path."""
    return KNOWN_DATASETS.get(part.rpartition(":")[0] or part)


def _fits(network: Network, known: KnownDataset) -> bool:
    """Whether pictures and classes of a data set are those of a network."""
    is_of_size = network.input_chw == known.picture_chw
    return is_of_size and len(network.labels) == len(known.labels)


def preset_of(recipe: Recipe, network: Network) -> str:
    """Return the key of the preset that a recipe is, seed and machine aside, or nothing.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> preset_of(with_preset(Recipe(seed=3), "lenet5-fast"), network("lenet5"))
    'lenet5-fast'
    >>> preset_of(Recipe(), network("lenet5"))
    ''
    """
    for key, preset in PRESETS.items():
        is_its = network == NETWORKS[preset.network]
        if is_its and with_preset(recipe, key) == recipe:
            return key
    return ""


def with_preset(recipe: Recipe, key: str) -> Recipe:
    """Return the recipe of a preset; seeds, and how it is computed, stay as they are."""
    wanted = recipe_of(PRESETS[key].config(), PRESETS[key].data)
    return replace(
        wanted,
        seed=recipe.seed,
        data_seed=recipe.data_seed,
        device=recipe.device,
        threads=recipe.threads,
        precision=recipe.precision,
    )


def recipe_of(config: TrainingConfig, data: str) -> Recipe:
    """Return the fields of a run that was asked for before.

    Examples
    --------
    >>> recipe_of(TrainingConfig(learning_rate=0.02), MNIST).learning_rate_text
    '0.02'
    """
    return Recipe(
        data=data,
        pictures=config.data_use.pictures or 0,
        validation_text=as_typed(config.data_use.validation),
        label_noise_text=as_typed(config.data_use.label_noise),
        data_seed=config.data_use.seed,
        optimizer=config.optimizer,
        learning_rate_text=as_typed(config.learning_rate),
        momentum_text=as_typed(config.momentum),
        schedule=config.schedule,
        weight_decay_text=as_typed(config.weight_decay),
        label_smoothing_text=as_typed(config.label_smoothing),
        initialization=config.initialization,
        batch_size=config.batch_size,
        epochs=config.epochs,
        patience=config.patience or 0,
        seed=config.seed,
        device=config.device,
        precision=config.precision,
        augmentation=config.augmentation,
    )


def as_typed(number: float) -> str:
    """Return a number as one would type it, with all that it has.

    Examples
    --------
    >>> as_typed(0.001), as_typed(0.1 + 0.2)
    ('0.001', '0.30000000000000004')
    """
    text = f"{number:g}"
    return text if float(text) == number else repr(number)


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
    return learning_problem(learner) or fitting_problem(learner.network, recipe.data)


def training_config(
    recipe: Recipe, network: Network, *, threads: int | None = None
) -> TrainingConfig:
    """Turn the fields into a checked configuration of a run.

    Raises
    ------
    CnnvizError
        As ``parsed`` and ``TrainingConfig``.
    """
    use = DataUse(
        pictures=recipe.pictures or None,
        validation=parsed("validation", recipe.validation_text),
        label_noise=parsed("label_noise", recipe.label_noise_text),
        seed=recipe.data_seed,
    )
    typed: dict[str, Any] = {
        name: parsed(name, getattr(recipe, f"{name}_text")) for name in TYPED
    }
    return TrainingConfig(
        network=network,
        epochs=recipe.epochs,
        batch_size=recipe.batch_size,
        optimizer=recipe.optimizer,
        **typed,
        data_use=use,
        schedule=recipe.schedule,
        initialization=recipe.initialization,
        patience=recipe.patience or None,
        seed=recipe.seed,
        device=recipe.device,
        precision=recipe.precision,
        threads=recipe.threads or threads,
        augmentation=recipe.augmentation,
        snapshot_every=NEVER_BY_COUNT,
    )

"""The recipe of ``cnnviz train``: its options, and what they come to."""

import argparse
from dataclasses import replace
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.precisions import PRECISIONS
from cnnviz.engine.training.presets import PRESETS
from cnnviz.engine.training.schedules import SCHEDULES

if TYPE_CHECKING:
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.training.config import TrainingConfig

_SETTINGS: Final = (
    "epochs",
    "batch_size",
    "optimizer",
    "momentum",
    "weight_decay",
    "label_smoothing",
    "schedule",
    "initialization",
    "patience",
    "seed",
    "device",
    "threads",
    "precision",
    "snapshot_megabytes",
)
"""Of `TrainingConfig`, by the names of their options."""


def add_recipe(parser: argparse.ArgumentParser) -> None:
    """Add the options; what is not given is ``None``."""
    recipe = parser.add_argument_group("recipe")
    recipe.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help="a whole recipe with network and data, see below; what is given beside it "
        "takes its place",
    )
    recipe.add_argument(
        "--start-from",
        metavar="WEIGHTS",
        type=Path,
        help="begin with the weights of a file, as a snapshot of a run, instead of "
        "random ones",
    )
    recipe.add_argument(
        "--epochs", metavar="N", type=int, help="passes over the data (5)"
    )
    recipe.add_argument(
        "--batch-size", metavar="N", type=int, help="pictures per batch (default: 64)"
    )
    recipe.add_argument(
        "--optimizer",
        choices=tuple(OPTIMIZERS),
        help="(adam); rmsprop as Keras has it: decay 0.9, epsilon 1e-7",
    )
    rates = ", ".join(
        f"{one.default_rate:g} for {one.key}" for one in OPTIMIZERS.values()
    )
    recipe.add_argument(
        "--lr", metavar="X", type=float, help=f"learning rate ({rates})"
    )
    recipe.add_argument(
        "--momentum",
        metavar="X",
        type=float,
        help="for sgd and nesterov (0.9)",
    )
    recipe.add_argument(
        "--weight-decay",
        metavar="X",
        type=float,
        help="share of each weight that is taken off it, times the learning rate (0; "
        "adamw then takes 0.01, as in PyTorch)",
    )
    recipe.add_argument(
        "--label-smoothing",
        metavar="X",
        type=float,
        help="share of the probability that all classes get alike (0)",
    )
    recipe.add_argument(
        "--schedule",
        choices=tuple(SCHEDULES),
        help="keep the learning rate; divide it by 10 after half and three quarters; let "
        "it fall to 0 over the run; or let it rise first (constant)",
    )
    recipe.add_argument(
        "--initialization",
        choices=tuple(INITIALIZATIONS),
        help="how the first weights are drawn; the last three to see what bad ones do "
        "(usual)",
    )
    recipe.add_argument(
        "--patience",
        metavar="N",
        type=int,
        help="stop after this many epochs without a lower validation loss (never)",
    )
    recipe.add_argument(
        "--seed",
        metavar="N",
        type=int,
        help="random seed; the same seed gives the same training (default: 0)",
    )
    recipe.add_argument(
        "--device",
        choices=("auto", "cpu", "cuda", "mps"),
        help="where to compute (auto)",
    )
    recipe.add_argument(
        "--threads", metavar="N", type=int, help="CPU threads (torch's own choice)"
    )
    recipe.add_argument(
        "--precision",
        choices=PRECISIONS,
        help="numbers of a step; bfloat16 is faster where the processor has it, above "
        "all for networks with many maps (float32)",
    )
    recipe.add_argument(
        "--snapshot-megabytes",
        metavar="N",
        type=int,
        help="with --run: what all snapshots may take together; of more than that, the "
        "most crowded go (200)",
    )


def explained(name: str, words: str, width: int) -> str:
    """Return a name and what it means, as a part of the help."""
    first = f"  {name:<{width}}"
    return fill(words, 81, initial_indent=first, subsequent_indent=" " * len(first))


def preset_words() -> str:
    """Return what the help says of each preset."""
    width = 1 + max(map(len, PRESETS))
    return "\n".join(
        explained(one.key, f"{one.network} on {one.data}. {one.meaning}", width)
        for one in PRESETS.values()
    )


def take_preset(arguments: argparse.Namespace) -> None:
    """Give network and data their values of the preset, where nothing else was said."""
    if arguments.preset is not None:
        preset = PRESETS[arguments.preset]
        arguments.network = arguments.network or preset.network
        arguments.data = arguments.data or preset.data


def given_options(arguments: argparse.Namespace) -> list[str]:
    """Return the options of recipe and data that were given, as they are typed."""
    from cnnviz.cli.files.training_data import DATA_OPTIONS

    names = ("preset", "start_from", "lr", *_SETTINGS)
    given = [name for name in names if getattr(arguments, name) is not None]
    given += [name for name in DATA_OPTIONS if getattr(arguments, name)]
    return [f"--{name.replace('_', '-')}" for name in given]


def asked_recipe(arguments: argparse.Namespace, network: "Network") -> "TrainingConfig":
    """Return the recipe: what was given, else what the preset has, else the defaults.

    Raises
    ------
    CnnvizError
        As `TrainingConfig`.
    """
    from cnnviz.cli.files.training_data import asked_data
    from cnnviz.engine.training.config import TrainingConfig

    given: dict[str, Any] = {
        name: value
        for name in _SETTINGS
        if (value := getattr(arguments, name)) is not None
    }
    preset = {} if arguments.preset is None else PRESETS[arguments.preset].settings
    data = asked_data(arguments)
    if arguments.use is None and "data_use" in preset:
        pictures = preset["data_use"].pictures
        data["data_use"] = replace(data["data_use"], pictures=pictures)
    settings = {**preset, **data, **given}
    if arguments.lr is not None:
        settings["learning_rate"] = arguments.lr
    elif "optimizer" in given or "learning_rate" not in settings:
        # A rate of the preset is one of its optimizer.
        optimizer = settings.get("optimizer", TrainingConfig().optimizer)
        settings["learning_rate"] = OPTIMIZERS[optimizer].default_rate
    return TrainingConfig(network=network, **settings)

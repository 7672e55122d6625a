"""``cnnviz step``: one training step on a picture, and how one weight changes in it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.argtypes import values_checked, whole_numbers
from cnnviz.cli.files.picture_files import given_picture
from cnnviz.cli.network_options import (
    add_network_options,
    asked_network,
    asked_weights,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.shown_text import shortened
from cnnviz.engine.training.optimizers import OPTIMIZERS

if TYPE_CHECKING:
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.networks.weights import Weights
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.one_step.opened_step import OpenedStep, OptimizerState

_EPILOG: Final = """\
Places count from 0. Without --layer and --at it is the weight of the first layer that
learns whose gradient is the largest. An optimiser remembers its earlier steps: with --run
those of the run, else none.
--json prints one object: "loss", "classes" (each with "label", "logit", "probability",
"target" and "part" of the loss), "gradients" (the largest of each parameter), "parameter",
"at", "before", "gradient", "after", "update" (each term with "symbol", "formula" and
"value") and "terms": what adds up to the gradient, each with "output_at", "gradient" of
that output, "value" that the weight met there, and "part".

examples
  cnnviz step seven.png --label 7
  cnnviz step seven.png --label 7 --layer c3 --at 14,0,2,2 --optimizer sgd --json
  cnnviz step seven.png --label 7 --run long --layer f6 --parameter bias --at 12"""


_NUMBERS: Final = {"momentum": 0.9, "weight_decay": 0.0, "label_smoothing": 0.0}
"""Of the recipe, and what they are where they are not given."""

_OF_RUN: Final = ("network", "weights", "optimizer", "lr", *_NUMBERS)
"""What a run has, and what is not to be said beside one."""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "step",
        run,
        summary="take one training step on a picture, and open it",
        description="Take one training step on a picture, and open it: loss, gradient "
        "and update of one weight.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "picture", metavar="PICTURE", help="a picture file, or - for the standard input"
    )
    parser.add_argument(
        "--label", metavar="CLASS", required=True, help="the class that would be right"
    )
    add_network_options(parser)
    parser.add_argument(
        "--run",
        dest="run_folder",
        metavar="FOLDER",
        type=Path,
        help="take network, weights, recipe and what the optimiser remembers from a run "
        "of cnnviz train --run",
    )
    parser.add_argument("--layer", metavar="NAME", help="whose weight is opened")
    parser.add_argument(
        "--parameter", metavar="NAME", default="weight", help="weight (default) or bias"
    )
    parser.add_argument(
        "--at",
        metavar="PLACE",
        type=_place,
        help="which weight: of a kernel OUTPUT,INPUT,ROW,COLUMN",
    )
    _add_recipe(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_recipe(parser: argparse.ArgumentParser) -> None:
    recipe = parser.add_argument_group("recipe (that of the run, with --run)")
    recipe.add_argument("--optimizer", choices=tuple(OPTIMIZERS), help="(adam)")
    recipe.add_argument("--lr", metavar="X", type=float, help="learning rate")
    for name, default in _NUMBERS.items():
        recipe.add_argument(
            f"--{name.replace('_', '-')}",
            metavar="X",
            type=float,
            help=f"as of cnnviz train ({default:g})",
        )


def _place(text: str) -> tuple[int, ...]:
    numbers = whole_numbers(text)
    if numbers is None:
        shown = shortened(text)
        raise argparse.ArgumentTypeError(
            f"{shown!r} must be whole numbers with commas between, as 14,0,2,2"
        )
    return numbers


def run(arguments: argparse.Namespace) -> int:
    """Take the step and print it."""
    import numpy as np

    from cnnviz.cli.console.step_report import as_record, in_words
    from cnnviz.engine.networks.network_input import network_input
    from cnnviz.engine.training.one_step.gradient_terms import gradient_terms
    from cnnviz.engine.training.one_step.opening import open_step
    from cnnviz.engine.training.one_step.updates import weight_update

    config, weights, kept, progress = _asked(arguments)
    network = config.network
    label = _label(network, arguments.label)
    pixels = network_input(given_picture(arguments.picture), network).pixels
    step = open_step(
        config,
        weights,
        pixels[np.newaxis],
        np.array([label]),
        kept=kept,
        progress=progress,
    )
    name = _parameter(step, arguments)
    step.check_parameter(name)
    at = arguments.at
    if at is None:
        gradient = np.abs(step.gradients[name])
        at = tuple(map(int, np.unravel_index(gradient.argmax(), gradient.shape)))
    update, terms = weight_update(step, name, at), gradient_terms(step, name, at)
    if arguments.json:
        print(json_line(as_record(step, update, terms)))
    else:
        print(in_words(step, update, terms))
    return 0


def _asked(
    arguments: argparse.Namespace,
) -> "tuple[TrainingConfig, Weights, OptimizerState, float]":
    """Return recipe, weights, the optimiser's memory, and how far the run is."""
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.one_step.opened_step import NOTHING_KEPT

    if arguments.run_folder is not None:
        _check_nothing_more(arguments)
        return _of_run(arguments.run_folder)
    network, own = asked_network(arguments.network, arguments.weights)
    weights = asked_weights(network, arguments.weights, own)
    rate, optimizer = arguments.lr, arguments.optimizer or "adam"
    if rate is None:
        rate = OPTIMIZERS[optimizer].default_rate
    numbers = {name: getattr(arguments, name) for name in _NUMBERS}
    given = {name: value for name, value in numbers.items() if value is not None}
    with values_checked(arguments):
        config = TrainingConfig(
            network=network,
            optimizer=optimizer,
            learning_rate=rate,
            **{**_NUMBERS, **given},
        )
    return config, weights, NOTHING_KEPT, 0.0


def _check_nothing_more(arguments: argparse.Namespace) -> None:
    """Refuse what a run has itself: it would not be listened to."""
    given = [name for name in _OF_RUN if getattr(arguments, name) is not None]
    if given:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in given)
        arguments.refuse(
            f"--run takes network, weights and recipe from its folder, not {options}"
        )


def _of_run(folder: Path) -> "tuple[TrainingConfig, Weights, OptimizerState, float]":
    from cnnviz.engine.training.one_step.opened_step import optimizer_state
    from cnnviz.engine.training.run_checkpoints import read_checkpoint
    from cnnviz.engine.training.run_events import read_told
    from cnnviz.engine.training.run_folder import read_settings
    from cnnviz.engine.training.runs.checkpoint_check import check_checkpoint

    config = read_settings(folder).config
    checkpoint, told = read_checkpoint(folder), read_told(folder)
    if checkpoint is None or told.started is None:
        raise CnnvizError("run_has_no_checkpoint", folder=str(folder))
    config = config.with_changes(checkpoint.changes)
    per_epoch = told.started["batches_per_epoch"]
    check_checkpoint(checkpoint, config, per_epoch)
    steps = config.epochs * per_epoch
    kept = optimizer_state(config.network, checkpoint.arrays)
    progress = min(checkpoint.step / steps, 1 - 1 / steps)
    return config, checkpoint.weights, kept, progress


def _label(network: "Network", label: str) -> int:
    """Return which class is meant, by its name or its number."""
    if label in network.labels:
        return network.labels.index(label)
    if label.isdecimal() and int(label[:9]) < len(network.labels):
        return int(label)
    raise CnnvizError(
        "label_unknown",
        label=shortened(label),
        title=network.title,
        known=shortened(", ".join(network.labels), 200),
    )


def _parameter(step: "OpenedStep", arguments: argparse.Namespace) -> str:
    if arguments.layer is None:
        of = f".{arguments.parameter}"
        found = (name for name in step.gradients if name.endswith(of))
        return next(found, shortened(arguments.parameter))
    step.layer(arguments.layer)
    return f"{arguments.layer}.{shortened(arguments.parameter)}"

"""``cnnviz train``: teach a network and save what it learned."""

import argparse
import os
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, meant
from cnnviz.cli.console.signals import exit_code
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.output_paths import make_folder
from cnnviz.cli.files.training_data import add_data_options, asked_data, read_data
from cnnviz.cli.network_options import asked_network
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.schedules import SCHEDULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.cli.console.train_report import Report
    from cnnviz.cli.train_following import AskedRun
    from cnnviz.engine.datasets.split import Dataset
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.run_keeping import KeptRun

_TRAINABLE: Final = tuple(
    dataset for dataset in KNOWN_DATASETS.values() if dataset.load is not None
)


def _data_words(name: str, words: str) -> str:
    first = f"  {name:<17}"
    return fill(words, 81, initial_indent=first, subsequent_indent=" " * len(first))


_DATA: Final = "\n".join(
    [
        *(_data_words(dataset.key, dataset.training_help) for dataset in _TRAINABLE),
        _data_words(
            "PATH",
            "a folder with four IDX files under MNIST's names (in any usual layout, as "
            "MNIST/raw), with mnist.npz, with any of the sets above, or with a folder of "
            "pictures for each class (also below train and test); a table (.csv) with a "
            "picture a row, its class first",
        ),
    ]
)

_EPILOG: Final = f"""\
--data
{_DATA}

Ctrl-C stops after the current batch; with --out or --run what was learned is saved.
A run in a folder survives anything: cnnviz train --resume FOLDER goes on with it.

examples
  cnnviz train lenet5 --data builtin --epochs 3 --out run
  cnnviz train lenet5 --data mnist --optimizer sgd --lr 0.01 --json > run.jsonl
  cnnviz train mine.json --data builtin --out run
  cnnviz train lenet5 --data mnist:2+builtin --augment digits --out both
  cnnviz train lenet5 --data mnist --use 1000 --validation 0.1 --label-noise 0.2
  cnnviz train lenet5 --data mnist --epochs 20 --run long
  cnnviz train --resume long"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "train",
        run,
        summary="train a network and save its weights",
        description="Train a network and save its weights.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "network",
        metavar="NETWORK",
        nargs="?",
        help="a network's name, as lenet5, convnet, mlp, or a file of a network (.json, "
        ".onnx); it is trained anew, from random weights",
    )
    parser.add_argument(
        "--data",
        metavar="NAME|PATH",
        help="see below; several with weights, as in mnist:2+builtin, are learned from "
        "as one",
    )
    add_data_options(parser)
    add_recipe(parser)
    place = parser.add_mutually_exclusive_group()
    place.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        help="where to write weights.safetensors and model_card.md",
    )
    place.add_argument(
        "--run",
        "--run-folder",  # torchrun takes --run for one of its own
        dest="run_folder",
        metavar="FOLDER",
        type=Path,
        help="as --out, and keep all of the run as it goes: its events, its snapshots, "
        "and where --resume goes on",
    )
    place.add_argument(
        "--resume",
        metavar="FOLDER",
        type=Path,
        help="go on with the run of a folder, as it would have gone on; nothing else "
        "needs to be said",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object an event, a line"
    )


def add_recipe(parser: argparse.ArgumentParser) -> None:
    """Add the options of a recipe."""
    recipe = parser.add_argument_group("recipe")
    recipe.add_argument(
        "--epochs", metavar="N", type=int, default=5, help="passes over the data (5)"
    )
    recipe.add_argument(
        "--batch-size", metavar="N", type=int, default=64, help="pictures a step (64)"
    )
    recipe.add_argument(
        "--optimizer", choices=tuple(OPTIMIZERS), default="adam", help="(adam)"
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
        default=0.9,
        help="for sgd and nesterov (0.9)",
    )
    recipe.add_argument(
        "--weight-decay",
        metavar="X",
        type=float,
        default=0.0,
        help="share of each weight that is taken off it, times the learning rate (0)",
    )
    recipe.add_argument(
        "--label-smoothing",
        metavar="X",
        type=float,
        default=0.0,
        help="share of the probability that all classes get alike (0)",
    )
    recipe.add_argument(
        "--schedule",
        choices=tuple(SCHEDULES),
        default="constant",
        help="keep the learning rate; divide it by 10 after half and three quarters; let "
        "it fall to 0 over the run; or let it rise first (constant)",
    )
    recipe.add_argument(
        "--seed", metavar="N", type=int, default=0, help="fixes all chance (0)"
    )
    recipe.add_argument(
        "--device",
        choices=("auto", "cpu", "cuda", "mps"),
        default="auto",
        help="where to compute (auto)",
    )
    recipe.add_argument(
        "--threads", metavar="N", type=int, help="CPU threads (torch's own choice)"
    )
    recipe.add_argument(
        "--precision",
        choices=("float32", "bfloat16"),
        default="float32",
        help="numbers of a step; bfloat16 is faster where the processor has it, above "
        "all for networks with many maps (float32)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Train, say what happens, save what was learned."""
    _check_asked(arguments)
    from cnnviz.cli.torchrun import processes_met, report_of
    from cnnviz.engine.training.events import Failed

    report = report_of(arguments)
    try:
        with processes_met(arguments):
            if arguments.resume is not None:
                return _resume(arguments, report)
            return _train(asked_config(arguments), arguments, report)
    except CnnvizError as error:
        # Also what goes wrong before the first event: a program that reads the events
        # shall not have to guess.
        report.say(Failed(error.code, error.facts))
        raise
    except KeyboardInterrupt as told:
        print_error("stopped before the first batch; nothing saved")
        return exit_code(told)


def _check_asked(arguments: argparse.Namespace) -> None:
    """Refuse a run of which something is missing, or a resumed one with more to it."""
    named = arguments.network is not None or arguments.data is not None
    if arguments.resume is not None:
        if named:
            arguments.refuse("--resume takes network and data from its folder")
        return
    if arguments.network is None:
        arguments.refuse("the following arguments are required: NETWORK")
    if arguments.data is None:
        arguments.refuse("the following arguments are required: --data")
    arguments.data = _meant_data(arguments.data)


def _meant_data(text: str) -> str:
    """Return data as they are known, however the names in a mixture are spelled."""
    from cnnviz.engine.datasets.choice.mixtures import parts_of, written

    keys = [one.key for one in _TRAINABLE]
    return written(
        [
            part
            if os.path.exists(part.data)
            else replace(part, data=meant(part.data, keys))
            for part in parts_of(text, keys)
        ]
    )


def _train(
    config: "TrainingConfig", arguments: argparse.Namespace, report: "Report"
) -> int:
    from cnnviz.cli.torchrun import torchrun_line
    from cnnviz.cli.train_following import AskedRun
    from cnnviz.engine.training.run_keeping import absolute, new_run
    from cnnviz.engine.training.run_saving import CARD_NAME, WEIGHTS_NAME, command_line

    if config.device not in ("auto", "cpu"):
        # A missing device is told at once, not after the data were made.
        from cnnviz.engine.training.devices import resolve_device

        resolve_device(config.device)
    place = arguments.out or arguments.run_folder
    if place is not None:
        # Made now: a typing mistake must not cost an hour of training.
        make_folder(place, WEIGHTS_NAME, CARD_NAME)
    kept = None if arguments.run_folder is None else new_run(arguments.run_folder)
    command = command_line(arguments.network, arguments.data, config)
    command, group = torchrun_line(arguments, command), arguments.group
    asked = AskedRun(config, absolute(arguments.data), command, place, group)
    load = partial(
        read_data, arguments.data, config.network, download=arguments.download
    )
    return _keep(kept, load, asked, arguments.json, report)


def _resume(arguments: argparse.Namespace, report: "Report") -> int:
    """Go on with the run of a folder."""
    from cnnviz.cli.torchrun import resume_beside
    from cnnviz.cli.train_following import AskedRun
    from cnnviz.engine.training.run_keeping import old_run

    group = arguments.group
    if group is not None and not group.writes:
        return resume_beside(arguments, report)
    kept, settings = old_run(arguments.resume)
    load = partial(read_data, settings.data, settings.config.network)
    asked = AskedRun(settings.config, settings.data, settings.command, kept.path, group)
    return _keep(kept, load, asked, arguments.json, report)


def _keep(
    kept: "KeptRun | None",
    load: "Callable[[], Dataset]",
    asked: "AskedRun",
    as_json: bool,
    report: "Report",
) -> int:
    """Train, in a folder that is ours until then or without one."""
    from cnnviz.cli.train_following import follow
    from cnnviz.cli.train_run import begun
    from cnnviz.engine.training.run_saving import LearnedSoFar

    with nullcontext() if kept is None else kept.folder:
        dataset = load()
        learned = LearnedSoFar(dataset.name, asked.command)
        if kept is None:
            return follow(None, dataset, asked, learned, report, as_json=as_json)
        with begun(kept, dataset, asked, learned, report) as run:
            return follow(run, dataset, asked, learned, report, as_json=as_json)


def asked_config(arguments: argparse.Namespace) -> "TrainingConfig":
    """Return the recipe that was asked for."""
    from cnnviz.engine.messages.catalogue import sentence
    from cnnviz.engine.training.config import TrainingConfig

    learning_rate = arguments.lr
    if learning_rate is None:
        learning_rate = OPTIMIZERS[arguments.optimizer].default_rate
    network = _network(arguments)
    try:
        return TrainingConfig(
            network=network,
            epochs=arguments.epochs,
            batch_size=arguments.batch_size,
            optimizer=arguments.optimizer,
            learning_rate=learning_rate,
            momentum=arguments.momentum,
            weight_decay=arguments.weight_decay,
            label_smoothing=arguments.label_smoothing,
            schedule=arguments.schedule,
            seed=arguments.seed,
            device=arguments.device,
            threads=arguments.threads,
            **asked_data(arguments),
            precision=arguments.precision,
        )
    except CnnvizError as error:
        # A value outside its range is wrong usage: exit code 2.
        arguments.refuse(sentence(error))
        raise


def _network(arguments: argparse.Namespace) -> "Network":
    """Return what learns; weights that came with it are told of, and not used."""
    from cnnviz.engine.networks.files.network_files import is_network_file

    network, weights = asked_network(arguments.network)
    if not is_network_file(arguments.network):
        # As the catalogue spells it: the model card repeats the line.
        arguments.network = network.name
    if weights is not None:
        print_error(
            f"the weights in {arguments.network} are not used: {network.title} is "
            f"trained anew, from random weights (seed {arguments.seed})"
        )
    return network

"""``cnnviz train``: teach a network and save what it learned."""

import argparse
import os
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, meant
from cnnviz.cli.console.argtypes import values_checked
from cnnviz.cli.console.signals import exit_code
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.output_paths import make_folder
from cnnviz.cli.files.training_data import add_data_options, read_data
from cnnviz.cli.network_options import asked_network
from cnnviz.cli.training.recipe import (
    add_recipe,
    asked_recipe,
    explained,
    given_options,
    preset_words,
    take_preset,
)
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.errors import CnnvizError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.cli.console.train_report import Report
    from cnnviz.cli.training.following import AskedRun
    from cnnviz.engine.datasets.split import Dataset
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.runs.run_keeping import KeptRun

_TRAINABLE: Final = tuple(
    dataset for dataset in KNOWN_DATASETS.values() if dataset.load is not None
)


_WIDTH: Final = 2 + max(len(dataset.key) for dataset in _TRAINABLE)

_DATA: Final = "\n".join(
    [
        *(explained(one.key, one.training_help, _WIDTH) for one in _TRAINABLE),
        explained(
            "PATH",
            "a folder with four IDX files under MNIST's names (in any usual layout, as "
            "MNIST/raw), with mnist.npz, with any of the sets above, or with a folder of "
            "pictures for each class (also below train and test); a table (.csv) with a "
            "picture a row, its class first",
            _WIDTH,
        ),
    ]
)

_EPILOG: Final = f"""\
--data
{_DATA}

--preset
{preset_words()}

Ctrl-C stops after the current batch; with --out or --run what was learned is saved.
A run in a folder survives anything: cnnviz train --resume FOLDER goes on with it.

examples
  cnnviz train lenet5 --data builtin --epochs 3 --out run
  cnnviz train lenet5 --data mnist --optimizer sgd --lr 0.01 --json > run.jsonl
  cnnviz train --preset lenet5-fast --epochs 3
  cnnviz train mine.json --data builtin --out run
  cnnviz train lenet5 --data mnist:2 --mix builtin --augment digits --out both
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
    parser.add_argument(
        "--mix",
        metavar="NAME|PATH",
        action="append",
        default=[],
        help="learn from this data, too, as one with --data; with a weight as in "
        "builtin:0.5. May be given several times",
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
        "--json",
        action="store_true",
        help="print one JSON object per event, one per line",
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
    take_preset(arguments)
    named = arguments.network or arguments.data or arguments.mix
    if arguments.resume is not None:
        if named:
            arguments.refuse("--resume takes network and data from its folder")
        if given := given_options(arguments):
            options = ", ".join(given)
            arguments.refuse(
                f"--resume takes the recipe from its folder, not {options}"
            )
        return
    if arguments.network is None:
        arguments.refuse("the following arguments are required: NETWORK")
    if arguments.data is None:
        arguments.refuse("the following arguments are required: --data")
    with values_checked(arguments):
        arguments.data = meant_data("+".join([arguments.data, *arguments.mix]))


def meant_data(text: str) -> str:
    """Return data as they are known, however the names in a mixture are spelled.

    Raises
    ------
    CnnvizError
        As ``mixtures.parts_of``.
    """
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
    from cnnviz.cli.training.following import AskedRun
    from cnnviz.engine.networks.weights import load_weights
    from cnnviz.engine.training.run_saving import CARD_NAME, WEIGHTS_NAME, command_line
    from cnnviz.engine.training.runs.run_keeping import absolute, new_run

    if config.device not in ("auto", "cpu"):
        # A missing device is told at once, not after the data were made.
        from cnnviz.engine.training.devices import resolve_device

        resolve_device(config.device)
    place = arguments.out or arguments.run_folder
    if place is not None:
        # Made now: a typing mistake must not cost an hour of training.
        make_folder(place, WEIGHTS_NAME, CARD_NAME)
    initial = None
    if arguments.start_from is not None:
        initial = load_weights(arguments.start_from, config.network)
    folder = arguments.run_folder
    kept = None if folder is None else new_run(folder, initial)
    words = arguments.network, arguments.data, config, arguments.start_from
    command, group = torchrun_line(arguments, command_line(*words)), arguments.group
    data = absolute(arguments.data)
    asked = AskedRun(config, data, command, place, group, initial)
    load = partial(
        read_data, arguments.data, config.network, download=arguments.download
    )
    return _keep(kept, load, asked, arguments.json, report)


def _resume(arguments: argparse.Namespace, report: "Report") -> int:
    """Go on with the run of a folder."""
    from cnnviz.cli.torchrun import resume_beside
    from cnnviz.cli.training.following import AskedRun
    from cnnviz.engine.training.runs.run_keeping import old_run

    group = arguments.group
    if group is not None and not group.writes:
        return resume_beside(arguments, report)
    kept, settings = old_run(arguments.resume)
    load = partial(read_data, settings.data, settings.config.network)
    said = settings.config, settings.data, settings.command
    asked = AskedRun(*said, kept.path, group, kept.initial)
    return _keep(kept, load, asked, arguments.json, report)


def _keep(
    kept: "KeptRun | None",
    load: "Callable[[], Dataset]",
    asked: "AskedRun",
    as_json: bool,
    report: "Report",
) -> int:
    """Train, in a folder that is ours until then or without one."""
    from cnnviz.cli.training.following import follow
    from cnnviz.cli.training.run import begun
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
    network = _network(arguments)
    with values_checked(arguments):
        return asked_recipe(arguments, network)


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
            f"trained anew, from random weights (seed {arguments.seed or 0})"
        )
    return network

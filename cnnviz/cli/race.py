"""``cnnviz race``: runs that differ in one thing, and what came out."""

import argparse
import shlex
from contextlib import ExitStack, closing
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, meant
from cnnviz.cli.console.argtypes import values_checked
from cnnviz.cli.console.signals import deferred, exit_code
from cnnviz.cli.console.stderr import print_error
from cnnviz.engine.messages.races import CLAIMS

if TYPE_CHECKING:
    from cnnviz.cli.training.race_run import KeptEntrant, RaceReport
    from cnnviz.engine.datasets.split import Dataset
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.races.catalogue import Race
    from cnnviz.engine.training.races.outcome import Result


def _claim(name: str) -> str:
    first = f"  {name:<14}"
    return fill(CLAIMS[name], 81, initial_indent=first, subsequent_indent=" " * 16)


_EPILOG: Final = f"""\
races, and what is claimed
{chr(10).join(map(_claim, CLAIMS))}

All runs of a race learn in turn, a batch each, from the same pictures in the same order.

examples
  cnnviz race activations --data builtin
  cnnviz race dropout --data mnist --run dropout
  cnnviz race shuffled --data builtin --epochs 1 --json"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "race",
        run,
        summary="train networks that differ in one thing, and compare them",
        description="Train two or three networks that differ in one thing, and set what "
        "came out beside what is claimed.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "race", metavar="NAME", help=f"one of {', '.join(CLAIMS)}; see below"
    )
    parser.add_argument(
        "--data",
        metavar="DATA",
        required=True,
        help="as for train: builtin, mnist, or the path of a folder",
    )
    parser.add_argument(
        "--epochs", metavar="N", type=int, help="passes over the data (by race)"
    )
    parser.add_argument(
        "--seed",
        metavar="N",
        type=int,
        default=0,
        help="random seed; the same seed gives the same training (default: 0)",
    )
    parser.add_argument(
        "--threads", metavar="N", type=int, help="CPU threads (torch's own choice)"
    )
    parser.add_argument(
        "--run",
        dest="run_folder",
        metavar="FOLDER",
        type=Path,
        help="keep every run in a folder of its own in this one, as train --run does",
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object per event, one per line",
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the race, say what happens, and what came out."""
    from cnnviz.engine.training.races.catalogue import RACES, race_named

    wanted = {"seed": arguments.seed, "threads": arguments.threads, "device": "cpu"}
    if arguments.epochs is not None:
        wanted["epochs"] = arguments.epochs
    with values_checked(arguments):
        race = race_named(meant(arguments.race, RACES))
        configs = [race.config(entrant, wanted) for entrant in race.entrants]
    return _run(race, configs, arguments)


def _run(
    race: "Race", configs: "list[TrainingConfig]", arguments: argparse.Namespace
) -> int:
    from cnnviz.cli.files.training_data import read_data
    from cnnviz.cli.training.race_run import KeptEntrant, RaceReport
    from cnnviz.engine.datasets.arranged import arranged
    from cnnviz.engine.training.run_folder import check_new
    from cnnviz.engine.training.runs.run_keeping import KeptRun, new_run

    with ExitStack() as stack:
        if arguments.run_folder is not None:
            check_new(arguments.run_folder)  # it holds runs, and is none
        folders = list[KeptRun | None]()
        for entrant in race.entrants:
            folder = None
            if arguments.run_folder is not None:
                folder = new_run(arguments.run_folder / entrant.key)
                stack.enter_context(folder.folder)
            folders.append(folder)
        base = read_data(arguments.data, configs[0].network)
        datasets = [arranged(base, entrant.how) for entrant in race.entrants]
        command = _command(arguments)
        kept = [
            stack.enter_context(
                closing(
                    KeptEntrant(
                        folder, dataset, config, entrant.data(arguments.data), command
                    )
                )
            )
            for folder, dataset, config, entrant in zip(
                folders, datasets, configs, race.entrants, strict=True
            )
        ]
        report = RaceReport(race, as_json=arguments.json)
        return _follow(race, datasets, kept, report)


def _follow(
    race: "Race",
    datasets: "list[Dataset]",
    kept: "list[KeptEntrant]",
    report: "RaceReport",
) -> int:
    from cnnviz.engine.training.events import Checkpoint
    from cnnviz.engine.training.processor import run_settings
    from cnnviz.engine.training.races.outcome import outcome
    from cnnviz.engine.training.races.running import in_turn

    with deferred() as stop, run_settings(kept[0].config.threads):
        runs = [
            one.begin(dataset, stop.is_told)
            for one, dataset in zip(kept, datasets, strict=True)
        ]
        with closing(in_turn(runs)) as events:
            for number, event in events:
                if kept[number].take(event):
                    try:
                        report.say(number, event)
                    except OSError as error:
                        stop.is_unheard(error)
                if stop.is_told() and isinstance(event, Checkpoint):
                    runs[number].close()  # where it goes on
        for one in kept:
            one.save()
        if stop.told is not None and not all(one.is_over for one in kept):
            said = "stopped; nothing saved"
            if kept[0].path is not None:
                said = "stopped; cnnviz train --resume FOLDER goes on with each run"
            print_error(said)
            return exit_code(stop.told)
    results = _results(race, datasets, report)
    report.say_outcome(outcome(race, results), results)
    return int(any(one.has_failed for one in kept))


def _results(
    race: "Race", datasets: "list[Dataset]", report: "RaceReport"
) -> "list[Result]":
    from cnnviz.engine.training.races.outcome import Result

    return [
        Result(entrant.key, entrant.network, report.epochs[number], len(dataset.test))
        for number, (entrant, dataset) in enumerate(
            zip(race.entrants, datasets, strict=True)
        )
        if report.epochs[number]
    ]


def _command(arguments: argparse.Namespace) -> str:
    words = ["cnnviz", "race", arguments.race, "--data", arguments.data]
    options = {"--epochs": arguments.epochs, "--seed": arguments.seed}
    for option, value in options.items():
        if value is not None:
            words += [option, str(value)]
    return shlex.join(words)

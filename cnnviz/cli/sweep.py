"""``cnnviz sweep``: train with settings side by side, and say which does best."""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, cut
from cnnviz.cli.console.argtypes import values_checked
from cnnviz.cli.console.signals import deferred, exit_code
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.sweeps.settings import (
    Setting,
    all_settings,
    part_of,
    read_variation,
)
from cnnviz.engine.json_lines import json_line

if TYPE_CHECKING:
    from cnnviz.cli.sweeps.processes import SweepResult, SweepRun

_EPILOG: Final = """\
Every choice of each --vary is tried with every choice of the others; each is a run in a
folder of its own in FOLDER, as train --run keeps it. What is said again goes on with what
is not finished. A run that fails stops no other. cnnviz runs FOLDER lists them.

On several machines, give each its part, and the same FOLDER on a share, or one each.

examples
  cnnviz sweep lenet5 --data mnist --vary lr=0.1,0.01 --vary optimizer=sgd,adam --out rates
  cnnviz sweep lenet5 --data mnist --vary seed=0,1,2,3 --epochs 3 --jobs 2 --out seeds
  cnnviz sweep --data builtin --vary network=lenet5,mlp --part 1/2 --out networks"""

_OTHERS: Final = ("network", "data")
"""What can vary beside the options of a recipe."""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    from cnnviz.cli.files.training_data import add_data_options
    from cnnviz.cli.training.recipe import add_recipe

    parser = add_command(
        commands,
        "sweep",
        run,
        summary="train with settings side by side, and say which does best",
        description="Train with settings side by side, each a run in a folder of its own.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "network", metavar="NETWORK", nargs="?", help="as for train; it may vary"
    )
    parser.add_argument("--data", metavar="DATA", help="as for train; it may vary")
    parser.add_argument(
        "--vary",
        metavar="NAME=VALUE,VALUE",
        action="append",
        type=_variation,
        required=True,
        help="what differs: network, data, or any option of the recipe",
    )
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        required=True,
        help="where the folders of the runs go",
    )
    parser.add_argument(
        "--jobs", metavar="N", type=int, help="runs at a time (one a core)"
    )
    parser.add_argument(
        "--part",
        metavar="K/N",
        type=_part,
        default=(1, 1),
        help="of every N settings only the K-th: one part a machine",
    )
    add_data_options(parser, can_download=False)
    add_recipe(parser)
    parser.add_argument(
        "--json", action="store_true", help="print one JSON array, best first"
    )


def _variation(text: str) -> tuple[str, tuple[str, ...]]:
    try:
        return read_variation(text)
    except ValueError:
        message = f"{cut(text)} is not NAME=VALUE,VALUE as in lr=0.1,0.01"
        raise argparse.ArgumentTypeError(message) from None


def _part(text: str) -> tuple[int, int]:
    part, _, parts = text.partition("/")
    try:
        found = int(part), int(parts)
    except ValueError:
        found = 0, 0
    if not 1 <= found[0] <= found[1]:
        raise argparse.ArgumentTypeError(
            f"{cut(text)} is not K/N with K from 1 to N, as in 2/4"
        )
    return found


def run(arguments: argparse.Namespace) -> int:
    """Run the settings, say how each came out, and which did best."""
    from cnnviz.cli.sweeps.processes import Processes, check_folders
    from cnnviz.cli.sweeps.table import lines, records
    from cnnviz.engine.training.run_folder import check_new

    settings = part_of(_settings(arguments), *arguments.part)
    jobs = _jobs(arguments, len(settings))
    check_new(arguments.out)  # it holds runs, and is none
    runs = [_run(arguments, setting, jobs) for setting in settings]
    check_folders(runs)
    _make(arguments.out)
    found: list[SweepResult] = []
    say = partial(print, file=sys.stderr if arguments.json else sys.stdout, flush=True)
    code = 0
    with deferred() as stop:
        for result in Processes(jobs).results(runs, stop.is_told):
            found.append(result)
            if not stop.is_told():
                try:
                    say(f"[{len(found)}/{len(runs)}] {_said(result)}")
                except OSError as error:
                    stop.is_unheard(error)
        if stop.told is not None:
            print_error("stopped; the same command goes on with what is not finished")
            code = exit_code(stop.told)
    if arguments.json:
        print(json_line(records(found)))
    else:
        print(*lines(found), sep="\n")
    return code or int(any(result.condition == "failed" for result in found))


def _settings(arguments: argparse.Namespace) -> tuple[Setting, ...]:
    """Return every setting; a name that is none, or is said twice, is wrong usage."""
    names = [name for name, _ in arguments.vary]
    known = [*_OTHERS, *_options(arguments)]
    for name in names:
        if name not in known:
            arguments.refuse(f"{cut(name)} cannot vary; what can: {', '.join(known)}")
        if names.count(name) > 1:
            arguments.refuse(f"--vary {name} is given twice: put its values in one")
    has_preset = arguments.preset is not None or "preset" in names
    for name in _OTHERS if not has_preset else ():
        if getattr(arguments, name) is None and name not in names:
            arguments.refuse(f"{name} is missing: give it, or let it vary")
    return all_settings(dict(arguments.vary))


def _options(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the options of the recipe, and what was given for each."""
    from cnnviz.cli.files.training_data import DATA_OPTIONS
    from cnnviz.engine.training.config import TrainingConfig

    names = [
        "preset",
        "lr",
        *DATA_OPTIONS,
        *(field.name for field in fields(TrainingConfig)),
    ]
    return {
        name.replace("_", "-"): getattr(arguments, name)
        for name in names
        if name != "network" and hasattr(arguments, name)
    }


def _jobs(arguments: argparse.Namespace, settings: int) -> int:
    if arguments.jobs is not None and arguments.jobs < 1:
        arguments.refuse(f"--jobs is {arguments.jobs}; at least 1 run is under way")
    return max(1, min(arguments.jobs or os.cpu_count() or 1, settings))


def _run(arguments: argparse.Namespace, setting: Setting, jobs: int) -> "SweepRun":
    """Return one run; values that its options do not take are wrong usage."""
    from cnnviz.cli.main import build_parser
    from cnnviz.cli.sweeps.processes import SweepRun
    from cnnviz.cli.train import asked_config, meant_data
    from cnnviz.cli.training.recipe import take_preset
    from cnnviz.engine.training.runs.run_keeping import absolute

    folder = arguments.out / setting.folder
    given = {**_options(arguments), **setting.chosen}
    if given["threads"] is None:
        # Side by side, each on cores of its own: more threads would only wait.
        given["threads"] = max(1, (os.cpu_count() or 1) // jobs)
    network = setting.chosen.get("network", arguments.network)
    data = setting.chosen.get("data", arguments.data)
    named = [] if network is None else [network]
    named += [] if data is None else [f"--data={data}"]
    words = ["train", *named, *_typed(given), f"--run={folder}"]
    parsed = build_parser(["train"]).parse_args(words)
    take_preset(parsed)  # it may name network and data
    with values_checked(arguments):
        learned_from = absolute(meant_data(parsed.data))
    return SweepRun(setting, folder, words, asked_config(parsed), learned_from)


def _typed(given: dict[str, Any]) -> Iterator[str]:
    """Yield options as they are typed; with an equals sign, a value may begin with a minus."""
    for name, value in given.items():
        if value is not None and name not in _OTHERS:
            yield f"--{name}={value}"


def _make(folder: Path) -> None:
    from cnnviz.engine.files import failing_as

    with failing_as("file_unwritable", str(folder)):
        folder.mkdir(parents=True, exist_ok=True)


def _said(result: "SweepResult") -> str:
    from cnnviz.engine.shown_text import shown

    accuracy = None if result.listed is None else result.listed.accuracy
    words = [shown(result.run.setting.words), result.condition]
    if accuracy is not None:
        words.append(f"{accuracy:.2%} right")
    if result.message:
        words.append(shown(result.message))
    return ": ".join(words)

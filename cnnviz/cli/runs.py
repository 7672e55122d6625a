"""``cnnviz runs``: what runs a folder holds, and how far each one came."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.shown_text import escaped

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_listing import RunListed

_EPILOG: Final = """\
conditions
  running      a process writes to it
  interrupted  cnnviz train --resume FOLDER goes on with it
  finished     all epochs are done
  failed       it ended by itself, as when the loss is no number
  damaged      its settings or its events cannot be read

examples
  cnnviz runs
  cnnviz runs experiments --json"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "runs",
        run,
        summary="list the training runs in a folder",
        description="List the training runs in a folder, as train --run leaves them.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        nargs="?",
        type=Path,
        default=Path(),
        help="where the folders of the runs are, or one of them (this folder)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON array")


def run(arguments: argparse.Namespace) -> int:
    """List the runs."""
    from cnnviz.engine.training.runs.run_listing import list_runs

    found = list_runs(arguments.folder)
    if arguments.json:
        print(json_line([_record(one) for one in found]))
        return 0
    if not found:
        print(f"{escaped(str(arguments.folder.resolve()))} holds no runs.")
    for one in found:
        print(_line(one))
    return 0


def _record(one: "RunListed") -> dict[str, object]:
    """Return a run as numbers and words; what is not known is null."""
    settings, told = one.settings, one.told
    return {
        "folder": str(one.folder),
        "condition": one.condition,
        "network": None if settings is None else settings.config.network.name,
        "data": None if settings is None else settings.data,
        "epochs": None if settings is None else settings.config.epochs,
        "epochs_done": None if told is None else len(told.epochs),
        "step": None if told is None else told.step,
        "changes": None
        if told is None
        else [{"step": change.step, **change.values} for change in told.changes],
        "validation_accuracy": one.accuracy,
        "bytes": one.size,
    }


def _line(one: "RunListed") -> str:
    from cnnviz.engine.training.model_card import change_words

    words = [escaped(str(one.folder)), one.condition]
    if one.settings is not None and one.told is not None:
        epochs = f"{len(one.told.epochs)} of {one.settings.config.epochs} epochs"
        words += [one.settings.config.network.name, escaped(one.settings.data), epochs]
        words += map(change_words, one.told.changes)
    if one.accuracy is not None:
        words.append(f"{one.accuracy:.2%} right")
    return ", ".join([*words, f"{one.size / 1e6:.1f} MB"])

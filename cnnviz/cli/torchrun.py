"""``torchrun -m cnnviz train``: several processes that train one network together."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager

from cnnviz.cli.console.train_report import (
    JsonReport,
    ReadableReport,
    Report,
    SilentReport,
)
from cnnviz.cli.files.training_data import read_data
from cnnviz.cli.training.following import AskedRun, InFolder, follow
from cnnviz.engine.training.distributed.place import torchrun_place
from cnnviz.engine.training.recipe_changes import changes_again
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import read_told
from cnnviz.engine.training.run_folder import read_settings
from cnnviz.engine.training.run_saving import LearnedSoFar
from cnnviz.engine.training.runs.run_keeping import read_initial


def report_of(arguments: argparse.Namespace) -> Report:
    """Return who says what happens: of several processes only the first one speaks."""
    place = torchrun_place(os.environ)
    if place is not None and place.rank > 0:
        return SilentReport()
    return JsonReport() if arguments.json else ReadableReport()


@contextmanager
def processes_met(arguments: argparse.Namespace) -> Iterator[None]:
    """Meet the other processes where torchrun started some; note them as ``group``.

    Only the first of them writes.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.training.distributed.group.joined` raises.
    """
    place = torchrun_place(os.environ)
    arguments.group = None
    if place is None:
        yield
        return
    from cnnviz.engine.training.distributed.group import joined

    with joined(place, arguments.device) as group:
        arguments.group = group
        if not group.writes:
            arguments.out = arguments.run_folder = None
        yield


def resume_beside(arguments: argparse.Namespace, report: Report) -> int:
    """Go on with a run that another process writes."""
    settings = read_settings(arguments.resume)
    folder = arguments.resume
    run = InFolder(None, read_checkpoint(folder), changes_again(read_told(folder)))
    initial = read_initial(folder, settings.config.network)
    dataset = read_data(settings.data, settings.config.network)
    asked = AskedRun(settings.config, settings.data, "", None, arguments.group, initial)
    learned = LearnedSoFar(dataset.name, "")
    return follow(run, dataset, asked, learned, report, as_json=False)


def torchrun_line(arguments: argparse.Namespace, command: str) -> str:
    """Return the line that repeats a run, with the processes that it took."""
    if arguments.group is None:
        return command
    processes = arguments.group.place.local_processes
    return f"torchrun --nproc-per-node {processes} -m {command}"

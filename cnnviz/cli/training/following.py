"""Following a run of ``cnnviz train``: events told, kept, and saved at the end."""

import sys
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.cli.console.signals import StopRequest, deferred, exit_code
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.console.train_report import Report
from cnnviz.cli.training.saving import save_stopped
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.shown_text import escaped
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import Checkpoint, Failed, Finished, Snapshot
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.recipe_changes import ChangesWanted
from cnnviz.engine.training.run_saving import LearnedSoFar
from cnnviz.engine.training.run_writing import RunWriter

if TYPE_CHECKING:
    from cnnviz.engine.training.distributed.group import Group


@dataclass(frozen=True, slots=True, eq=False)
class AskedRun:
    """What a run is asked to do, from which weights, and where its results go."""

    config: TrainingConfig
    data: str
    command: str
    place: Path | None
    group: "Group | None" = None
    initial: Weights | None = None


@dataclass(frozen=True, slots=True, eq=False)
class InFolder:
    """Who keeps a run, if this process does, and where and how it goes on."""

    writer: RunWriter | None
    checkpoint: Checkpoint | None
    changes_wanted: ChangesWanted


def follow(
    run: InFolder | None,
    dataset: Dataset,
    asked: AskedRun,
    learned: LearnedSoFar,
    report: Report,
    *,
    as_json: bool,
) -> int:
    """Report each event; at the end, or when stopped, save what there is."""
    with deferred() as stop:
        ended = _go(run, dataset, asked, learned, report, stop)
        if not ended:
            if asked.group is not None and not asked.group.writes:
                return exit_code(stop.told or KeyboardInterrupt())
            said = save_stopped(learned, asked.place)
            if run is not None:
                said += f"; cnnviz train --resume {escaped(str(asked.place))} goes on"
            # A terminal that went away tells nothing; what was learned is saved by now.
            with suppress(OSError):
                report.end()
                print_error(said)
            return exit_code(stop.told or KeyboardInterrupt())
        if asked.place is not None:
            saved = learned.save(asked.place)
            print(
                f"Saved {escaped(str(saved))}",
                file=sys.stderr if as_json else sys.stdout,
            )
    return 0


def _go(
    run: InFolder | None,
    dataset: Dataset,
    asked: AskedRun,
    learned: LearnedSoFar,
    report: Report,
    stop: StopRequest,
) -> bool:
    """Take the events until the end, or until told to stop; return whether it ended."""
    writer = None if run is None else run.writer
    last_kind = Snapshot if writer is None else Checkpoint
    config, group, is_told = asked.config, asked.group, stop.is_told
    if group is not None:
        config = replace(config, device=group.device)
        group.is_told, is_told = stop.is_told, group.is_agreed

    def wants_checkpoint() -> bool:
        return writer is not None and (is_told() or writer.checkpoint_wanted())

    events = train(
        config,
        dataset,
        initial_weights=asked.initial,
        snapshot_wanted=is_told,
        checkpoint_wanted=wants_checkpoint,
        changes_wanted=None if run is None else run.changes_wanted,
        resumed=None if run is None else run.checkpoint,
        watch_layers=writer is not None,
        group=group,
    )
    with closing(events):
        for event in events:
            is_new = writer is None or writer.take(event)
            if isinstance(event, Failed):
                raise CnnvizError(event.code, **event.facts)
            learned.take(event)
            if is_new:
                try:
                    report.say(event)
                except OSError as error:
                    stop.is_unheard(error)
            if isinstance(event, Finished):
                return True
            if is_told() and isinstance(event, last_kind):
                return False
    return True

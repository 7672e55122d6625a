"""All that a run's folder tells, up to its end or to where it is damaged."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, read_regular
from cnnviz.engine.reports.told_batches import ToldBatches
from cnnviz.engine.training.event_records import done_of
from cnnviz.engine.training.events import BatchDone, EpochDone, RecipeChanged
from cnnviz.engine.training.run_folder import (
    EVENTS,
    MOST_SETTINGS,
    SETTINGS,
    RunSettings,
    holds_run,
    read_settings,
)
from cnnviz.engine.training.run_lines import whole_lines
from cnnviz.engine.training.schedules import SCHEDULES

Record = Mapping[str, Any]

_NOTHING: Final[Record] = {}


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What a run was asked to do, and what it told.

    Attributes
    ----------
    folder
        Where it is.
    settings
        What it was asked to do; ``None`` where that cannot be read.
    said
        The settings file as it is, for what `RunSettings` leaves out.
    started
        The record of its start; empty before it.
    batches, epochs
        All that were told.
    changes
        Of settings, that were made while it ran.
    end
        The last record of a run that ended, ``finished`` or ``failed``; otherwise empty.
    damage
        What of it cannot be read, and why.
    """

    folder: Path
    settings: RunSettings | None = None
    said: Record = field(default_factory=dict)
    started: Record = field(default_factory=dict)
    batches: Sequence[BatchDone] = ()
    epochs: Sequence[EpochDone] = ()
    changes: Sequence[RecipeChanged] = ()
    end: Record = field(default_factory=dict)
    damage: Sequence[CnnvizError] = ()

    @property
    def recipe(self) -> Record:
        """The recipe as it was told, the network by its name; empty where it was not."""
        for told in (self.said.get("config"), self.started.get("config")):
            if isinstance(told, dict):
                return told
        return _NOTHING

    @property
    def epochs_asked(self) -> int:
        """How many epochs were asked for; 0 where that is not known."""
        return _whole(self.recipe.get("epochs"))

    def count(self, name: str) -> int:
        """Return a number of the start; 0 where it is not told."""
        return _whole(self.started.get(name))

    def learning_rates(self) -> list[float | None]:
        """Return the learning rate of every batch; ``None`` where it cannot be known."""
        recipe = self.recipe
        try:
            steps = self.epochs_asked * self.count("batches_per_epoch")
            share, rate = SCHEDULES[recipe["schedule"]], float(recipe["learning_rate"])
            changes, found = list(self.changes), list[float | None]()
            for batch in self.batches:
                while changes and changes[0].step < batch.step:
                    rate = changes.pop(0).learning_rate or rate
                found.append(rate * share((batch.step - 1) / steps))
        except DAMAGED:
            return [None] * len(self.batches)
        return found


def read_run(folder: Path) -> RunRecord:
    """Return what a run's folder tells, whatever state it is in.

    Raises
    ------
    CnnvizError
        ``run_not_there``: it is no folder of a run at all.
    """
    if not holds_run(folder):
        raise CnnvizError("run_not_there", folder=str(folder), file=SETTINGS)
    damage: list[CnnvizError] = []
    settings: RunSettings | None = None
    said: Record = {}
    try:
        settings = read_settings(folder)
        said = json.loads(read_regular(folder / SETTINGS, MOST_SETTINGS))
    except CnnvizError as error:
        damage.append(error)
    except DAMAGED:  # it went meanwhile
        pass
    found = _Told()
    damage += found.read(folder)
    return RunRecord(
        folder,
        settings,
        said,
        found.started,
        found.batches,
        found.epochs,
        found.changes,
        found.end,
        damage,
    )


@dataclass(slots=True)
class _Told:
    started: Record = field(default_factory=dict)
    batches: ToldBatches = field(default_factory=ToldBatches)
    epochs: list[EpochDone] = field(default_factory=list)
    changes: list[RecipeChanged] = field(default_factory=list)
    end: Record = field(default_factory=dict)

    def read(self, folder: Path) -> Iterator[CnnvizError]:
        """Take every whole line; yield why one of them is the last."""
        line = 0
        try:
            for text in whole_lines(folder / EVENTS):
                line += 1
                self._take(json.loads(text))
        except FileNotFoundError:
            return
        except DAMAGED:
            yield CnnvizError(
                "run_line_damaged", line=max(line, 1), file=EVENTS, folder=str(folder)
            )

    def _take(self, record: Record) -> None:
        kind = record["event"]
        if kind == "started":
            self.started = record
        elif kind in ("finished", "failed"):
            self.end = record
        match done_of(record):
            case BatchDone() as batch:
                self.batches.append(batch)
            case EpochDone() as epoch:
                self.epochs.append(epoch)
            case RecipeChanged() as change:
                self.changes.append(change)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0

"""The events of a run in its folder: one a line, the newest last."""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from cnnviz.engine.files import DAMAGED, failing_as
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import (
    Done,
    check_started,
    done_of,
    event_record,
)
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    RecipeChanged,
    Snapshot,
    TrainingEvent,
)
from cnnviz.engine.training.predictions import read_predictions
from cnnviz.engine.training.run_folder import EVENTS, damaged
from cnnviz.engine.training.run_lines import open_to_append, whole_lines
from cnnviz.engine.training.runs.told_values import check_values


@dataclass(slots=True)
class RunTold:
    """What the events of a run have told so far.

    Attributes
    ----------
    started
        The record of the start; ``None`` before it.
    batch
        The newest batch.
    epochs
        All finished ones.
    changes
        All changes of the recipe.
    snapshot
        Step of the newest snapshot; -1 before the first.
    end
        ``finished`` or ``failed``; empty while there is more to come.
    """

    started: Mapping[str, Any] | None = None
    batch: BatchDone | None = None
    epochs: list[EpochDone] = field(default_factory=list)
    changes: list[RecipeChanged] = field(default_factory=list)
    snapshot: int = -1
    end: str = ""

    @property
    def step(self) -> int:
        """The newest step that is told of."""
        return 0 if self.batch is None else self.batch.step

    def take(self, record: Mapping[str, Any]) -> None:
        """Go on by one record.

        Raises
        ------
        KeyError, TypeError, ValueError
            Where it is none.
        """
        kind = record["event"]
        if kind == "started":
            check_started(record)
            self.started = record
        elif kind == "snapshot":
            check_values(Snapshot, {"step": record["step"]})
            self.snapshot = record["step"]
        elif kind in ("finished", "failed"):
            self.end = kind
        match done_of(record):
            case BatchDone() as batch:
                self.batch = batch
            case EpochDone() as epoch:
                self.epochs.append(epoch)
            case RecipeChanged() as change:
                self.changes.append(change)

    def knows(self, record: Mapping[str, Any]) -> bool:
        """Whether a record was told: a resumed run comes past some again."""
        match record["event"]:
            case "started":
                return self.started is not None
            case "batch":
                return int(record["step"]) <= self.step
            case "snapshot":
                return int(record["step"]) <= self.snapshot
            case "epoch":
                return int(record["epoch"]) <= len(self.epochs)
            case "change":
                return any(record["step"] <= change.step for change in self.changes)
            case _:
                return bool(self.end)


def read_told(path: Path) -> RunTold:
    """Return what a run has told, up to the last whole line.

    Raises
    ------
    CnnvizError
        ``run_damaged`` where a line is none of ours.
    """
    told, _ = _read(path)
    return told


def told_events(path: Path, config: TrainingConfig) -> Iterator[Done]:
    """Yield all batches, epochs and changes that a run has told, up to the last whole line.

    With each epoch comes what was said of the held-out pictures.

    Raises
    ------
    CnnvizError
        ``run_damaged`` where a line is none of ours.
    """
    with _reading(path):
        for line in whole_lines(path / EVENTS):
            done = done_of(json.loads(line))
            if done is not None:
                yield with_predictions(path, done, config)


def with_predictions(path: Path, done: Done, config: TrainingConfig) -> Done:
    """Return an epoch with what was said of the held-out pictures, where that is kept."""
    if not isinstance(done, EpochDone):
        return done
    classes = len(config.network.labels)
    return replace(done, predictions=read_predictions(path, done.epoch, classes))


def mend_events(path: Path, *, without: Collection[str] = ("failed",)) -> RunTold:
    """Cut off half a line at the end, and an end that was none: the run goes on there.

    Parameters
    ----------
    path
        The folder.
    without
        What is told no longer, ``failed`` or ``finished``, with all after it.

    Raises
    ------
    CnnvizError
        ``run_damaged``, ``file_unwritable``.
    """
    told, length = _read(path, without)
    file = path / EVENTS
    with failing_as("file_unwritable", str(file)):
        if file.exists() and file.stat().st_size > length:
            with file.open("r+b") as opened:
                opened.truncate(length)
    return told


def _read(path: Path, without: Collection[str] = ()) -> tuple[RunTold, int]:
    """Return what is told, and how many bytes of the file tell it."""
    told, length = RunTold(), 0
    with _reading(path):
        for line in whole_lines(path / EVENTS):
            record = json.loads(line)
            if record["event"] in without:
                break
            told.take(record)
            length += len(line)
    return told, length


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Say of events that cannot be read that they are damaged; none are no damage."""
    try:
        yield
    except FileNotFoundError:
        pass
    except DAMAGED as error:
        raise damaged(path, EVENTS) from error


class EventLines:
    """Appends events to the file; a line is with the system once it is written.

    Parameters
    ----------
    path
        The folder.
    told
        What the file tells already: this is not written again.
    """

    def __init__(self, path: Path, told: RunTold) -> None:
        self._told = told
        self._name = str(path / EVENTS)
        with failing_as("file_unwritable", self._name):
            self._file = open_to_append(path / EVENTS)

    def write(self, event: TrainingEvent) -> bool:
        """Append an event; return whether it was new.

        Raises
        ------
        CnnvizError
            ``file_unwritable``.
        """
        record = event_record(event)
        if record is None or self._told.knows(record):
            return False
        line = f"{json_line(record)}\n".encode()
        with failing_as("file_unwritable", self._name):
            written = self._file.write(line)
            if written != len(line):  # the rest has no room
                self._file.write(line[written:])
        self._told.take(record)
        return True

    def close(self) -> None:
        """Write no more."""
        self._file.close()

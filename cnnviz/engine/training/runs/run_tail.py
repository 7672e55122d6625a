"""A run's events as another program writes them: read on from where one came to."""

import json
from collections.abc import Mapping
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.files import DAMAGED
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import done_of
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    Failed,
    Finished,
    Started,
)
from cnnviz.engine.training.predictions import read_predictions
from cnnviz.engine.training.run_folder import EVENTS, damaged

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError

Told = Started | BatchDone | EpochDone | Finished | Failed

_MOST_BYTES: Final = 2**20
"""That are read at once: some five thousand batches."""


class RunTail:
    """Reads the events of a run up to the last whole line, and later those that came.

    Parameters
    ----------
    path
        The run's folder.
    config
        What the run was asked to do.

    Attributes
    ----------
    step, epoch
        The newest that were told of.
    damage
        Why no more can be read: a line that is none of ours. What came before counts.
    """

    def __init__(self, path: Path, config: TrainingConfig) -> None:
        self._path, self._config = path, config
        self._read = 0
        self._begun = b""
        self.step = self.epoch = 0
        self.damage: CnnvizError | None = None

    def more(self) -> list[Told]:
        """Return what was told since; nothing where the folder cannot be read now."""
        if self.damage is not None:
            return []
        try:
            with (self._path / EVENTS).open("rb") as file:
                if file.seek(0, 2) < self._read:
                    # Cut, as the run goes on after a kill: it is told from the start.
                    self._read, self._begun = 0, b""
                file.seek(self._read)
                data = file.read(_MOST_BYTES)
        except OSError:
            return []
        self._read += len(data)
        *lines, self._begun = (self._begun + data).split(b"\n")
        told: list[Told] = []
        try:
            for line in lines:
                event = self._event(json.loads(line))
                if event is not None:
                    told.append(event)
        except DAMAGED as error:
            self.damage = damaged(self._path, EVENTS)
            self.damage.__cause__ = error  # for the log
        return told

    def _event(self, record: Mapping[str, Any]) -> Told | None:
        match record["event"]:
            case "started":
                return Started(
                    self._config,
                    str(record["device"]),
                    int(record["training_pictures"]),
                    int(record["validation_pictures"]),
                    max(1, int(record["batches_per_epoch"])),
                )
            case "finished":
                accuracy, seconds = record["validation_accuracy"], record["seconds"]
                return Finished({}, float(accuracy), float(seconds))
            case "failed":
                return Failed("run_told_failure", {"reason": str(record["message"])})
        done = done_of(record)
        if done is None:
            return None
        _check_numbers(done)
        if isinstance(done, EpochDone):
            classes = len(self._config.network.labels)
            said = read_predictions(self._path, done.epoch, classes)
            done = replace(done, predictions=said)
        return self._in_order(done)

    def _in_order(self, done: BatchDone | EpochDone) -> Told | None:
        """Leave out what was told before: a run that goes on may come past it again."""
        if isinstance(done, BatchDone):
            is_new, self.step = done.step > self.step, max(done.step, self.step)
        else:
            is_new, self.epoch = done.epoch > self.epoch, max(done.epoch, self.epoch)
        return done if is_new else None


def _check_numbers(done: BatchDone | EpochDone) -> None:
    """Refuse an event of which something is no number.

    Raises
    ------
    TypeError
        Where it is none.
    """
    values = [value for value in astuple(done) if value is not None]
    if not all(type(value) in (int, float) for value in values):
        raise TypeError

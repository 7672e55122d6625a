"""A run's events as another program writes them: read on from where one came to."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.files import DAMAGED, check_regular
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import Done, check_started, done_of
from cnnviz.engine.training.events import (
    BatchDone,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Started,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.run_events import with_predictions
from cnnviz.engine.training.run_folder import EVENTS, LAYERS, damaged
from cnnviz.engine.training.run_lines import MOST_LINE_BYTES

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError

Told = (
    Started | BatchDone | EpochDone | RecipeChanged | LayersMeasured | Finished | Failed
)

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
        self._events, self._layers = _Grown(path / EVENTS), _Grown(path / LAYERS)
        self.step = self.epoch = self._layers_step = 0
        self._changed_at = -1
        self.damage: CnnvizError | None = None

    def more(self) -> list[Told]:
        """Return what was told since; nothing where the folder cannot be read now."""
        if self.damage is not None:
            return []
        told: list[Told] = []
        try:
            for record in self._events.records():
                event = self._event(record)
                if event is not None:
                    told.append(event)
        except DAMAGED as error:
            self.damage = damaged(self._path, EVENTS)
            self.damage.__cause__ = error  # for the log
        told.extend(self._measured())
        return told

    def _measured(self) -> Iterator[LayersMeasured]:
        """Yield what was measured of the layers since; what is none of it, ends it."""
        with suppress(*DAMAGED):
            for record in self._layers.records():
                measured = LayersMeasured.of_record(record)
                if measured.step > self._layers_step:
                    self._layers_step = measured.step
                    yield measured

    def _event(self, record: Mapping[str, Any]) -> Told | None:
        match record["event"]:
            case "started":
                check_started(record)
                return Started(
                    self._config,
                    record["device"],
                    record["training_pictures"],
                    record["validation_pictures"],
                    record["batches_per_epoch"],
                    processes=record.get("processes", 1),
                )
            case "finished":
                accuracy, seconds = record["validation_accuracy"], record["seconds"]
                test = record.get("test_accuracy")
                return Finished(
                    {},
                    float(accuracy),
                    float(seconds),
                    test_accuracy=None if test is None else float(test),
                    stopped_early=bool(record.get("stopped_early")),
                )
            case "failed":
                return Failed("run_told_failure", {"reason": str(record["message"])})
        done = done_of(record)
        if done is None:
            return None
        return self._in_order(done)

    def _in_order(self, done: Done) -> Told | None:
        """Leave out what was told before: a run that goes on may come past it again."""
        if isinstance(done, BatchDone):
            is_new, self.step = done.step > self.step, max(done.step, self.step)
            return done if is_new else None
        if isinstance(done, RecipeChanged):
            is_new = done.step > self._changed_at
            self._changed_at = max(done.step, self._changed_at)
            return done if is_new else None
        is_new, self.epoch = done.epoch > self.epoch, max(done.epoch, self.epoch)
        if not is_new:
            return None
        return with_predictions(self._path, done, self._config)


class _Grown:
    """A file of one record a line, read on from where one came to."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._read = 0
        self._begun = b""

    def records(self) -> Iterator[Mapping[str, Any]]:
        """Yield what was added since, line by line; nothing where it cannot be read now."""
        try:
            check_regular(self._file)
            with self._file.open("rb") as file:
                if file.seek(0, 2) < self._read:
                    # Cut, as the run goes on after a kill: it is told from the start.
                    self._read, self._begun = 0, b""
                file.seek(self._read)
                data = file.read(_MOST_BYTES)
        except OSError:
            return
        self._read += len(data)
        if len(self._begun) > MOST_LINE_BYTES:
            raise ValueError(self._file.name)
        *lines, self._begun = (self._begun + data).split(b"\n")
        for line in lines:
            yield json.loads(line)

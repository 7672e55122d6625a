"""What a run measured as a table: one line a batch, an epoch's numbers at its last one."""

import csv
from collections.abc import Iterator
from typing import Any, Final

from cnnviz.engine.json_lines import json_line
from cnnviz.engine.reports.run_record import RunRecord

_BATCH: Final = (
    "step",
    "epoch",
    "batch",
    "loss",
    "accuracy",
    "pictures_seen",
    "seconds",
)
_SHARED: Final = ("compute_seconds", "wait_seconds")
"""Of runs of several processes only."""

_RATE: Final = "learning_rate"
_EPOCH: Final = (
    "train_loss",
    "train_accuracy",
    "validation_loss",
    "validation_accuracy",
)
_EPOCH_SECONDS: Final = "epoch_seconds"


class _Line:
    """What ``csv`` writes a line to: it comes back from ``writerow``."""

    def write(self, line: str) -> str:
        """Return a line."""
        return line


def metrics_csv(run: RunRecord) -> Iterator[str]:
    """Yield the table as comma-separated values, a line at a time, the head first.

    Columns are ``step``, ``epoch``, ``batch``, ``loss``, ``accuracy``, ``pictures_seen``,
    ``seconds`` and ``learning_rate`` of each batch, then ``train_loss``,
    ``train_accuracy``, ``validation_loss``, ``validation_accuracy`` and
    ``epoch_seconds``, which are empty but for the last batch of an epoch. Of processes
    that learned together, ``compute_seconds`` and ``wait_seconds`` of each batch follow
    ``learning_rate``.
    """
    line: Any = csv.writer(_Line(), lineterminator="\n").writerow
    yield line((*_BATCH, _RATE, *_shared(run), *_EPOCH, _EPOCH_SECONDS))
    epochs = {epoch.epoch: epoch for epoch in run.epochs}
    last = {batch.epoch: batch.step for batch in run.batches}
    for batch in _batches(run):
        step, number = batch["step"], int(batch["epoch"] or 0)
        epoch = epochs.get(number) if last[number] == step else None
        ended = (getattr(epoch, name, None) for name in (*_EPOCH, "seconds"))
        yield line((*batch.values(), *ended))


def metrics_json(run: RunRecord) -> Iterator[str]:
    """Yield the same as one JSON object, a piece at a time.

    ``batches`` and ``epochs`` are lists of objects.
    """
    told = {
        "run": run.folder.name,
        "condition": run.end.get("event", "unfinished"),
        "recipe": run.recipe,
    }
    yield f'{json_line(told)[:-1]}, "batches": ['
    between = ""
    for batch in _batches(run):
        yield between + json_line(batch)
        between = ", "
    yield f'], "epochs": {json_line(list(_epochs(run)))}}}\n'


def _batches(run: RunRecord) -> Iterator[dict[str, float | None]]:
    shared = _shared(run)
    for batch, rate in zip(run.batches, run.learning_rates(), strict=True):
        told = {name: getattr(batch, name) for name in _BATCH}
        yield {**told, _RATE: rate, **{name: getattr(batch, name) for name in shared}}


def _shared(run: RunRecord) -> tuple[str, ...]:
    is_shared = any(batch.wait_seconds is not None for batch in run.batches)
    return _SHARED if is_shared else ()


def _epochs(run: RunRecord) -> Iterator[dict[str, float]]:
    for epoch in run.epochs:
        names = ("epoch", *_EPOCH, "seconds")
        yield {name: getattr(epoch, name) for name in names}

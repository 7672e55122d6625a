"""What ``cnnviz train`` prints while it goes: for a program, or for a person."""

import sys
from time import monotonic
from typing import Final, Protocol

from cnnviz.engine.json_lines import json_line
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.training.event_records import event_record
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Failed,
    Finished,
    RecipeChanged,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.model_card import change_words

# Seconds between two changes of the progress line: quick to the eye, nothing to a CPU.
_PROGRESS_EVERY: Final = 0.1


class Report(Protocol):
    """Says what happens in a run."""

    def say(self, event: TrainingEvent) -> None:
        """Tell one event."""

    def resume(self, started: Started) -> None:
        """Tell that a run goes on which had started so."""

    def end(self) -> None:
        """Leave the output fit for what others print next."""


class JsonReport:
    """One JSON object a line, flushed at once."""

    def say(self, event: TrainingEvent) -> None:
        """Print the event."""
        record = event_record(event)
        if record is not None:
            print(json_line(record), flush=True)

    def resume(self, started: Started) -> None:
        """Say nothing: no event is told twice."""

    def end(self) -> None:
        """Every line is whole already."""


class SilentReport:
    """Says nothing: another process does."""

    def say(self, event: TrainingEvent) -> None:
        """Say nothing."""

    def resume(self, started: Started) -> None:
        """Say nothing."""

    def end(self) -> None:
        """There is nothing to end."""


class ReadableReport:
    """A line an epoch; on a terminal also a line of progress that rewrites itself."""

    def __init__(self) -> None:
        self._live = sys.stdout.isatty()
        self._width = 0
        self._next_progress = 0.0
        self._started: Started | None = None

    def say(self, event: TrainingEvent) -> None:
        """Print the event, or move the progress line."""
        match event:
            case Started():
                self._started = event
                self._print(_started_words(event))
                for note in event.notes:
                    self._print(f"Note: {sentence(note)}")
            case BatchDone():
                self._progress(event)
            case EpochDone():
                self._print(_epoch_words(event, self._epochs))
            case RecipeChanged():
                words = change_words(event)
                self._print(f"{words[0].upper()}{words[1:]}.")
            case Finished():
                if event.stopped_early:
                    self._print(_early_words(self._started))
                self._print(_finished_words(event))
            case Failed():
                self.end()
            case Snapshot() | Checkpoint() | LayersMeasured():
                pass

    def resume(self, started: Started) -> None:
        """Print that the run goes on."""
        self._started = started
        self._print(f"Going on with {started.config.network.name}.")

    def end(self) -> None:
        """Wipe the progress line."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", flush=True)
            self._width = 0

    @property
    def _epochs(self) -> int:
        return 0 if self._started is None else self._started.config.epochs

    def _print(self, words: str) -> None:
        self.end()
        print(words, flush=True)

    def _progress(self, event: BatchDone) -> None:
        if not self._live or self._started is None or monotonic() < self._next_progress:
            return
        self._next_progress = monotonic() + _PROGRESS_EVERY
        steps = self._epochs * self._started.batches_per_epoch
        left = event.seconds / event.step * (steps - event.step)
        pace = fill(
            "{count:,} {count|picture|pictures}/s",
            {"count": round(event.pictures_seen / event.seconds)},
        )
        words = (
            f"epoch {event.epoch} of {self._epochs}, batch {event.batch} of "
            f"{self._started.batches_per_epoch}: loss {event.loss:.4f}, {pace}, "
            f"{int(left) // 60}:{int(left) % 60:02} left"
        )
        print("\r" + words.ljust(self._width), end="", flush=True)
        self._width = len(words)


def _started_words(event: Started) -> str:
    return fill(
        "Training {network} on {training:,} {training|picture|pictures}, "
        "{validation:,} for validation; {batches:,} {batches|batch|batches} an epoch, "
        "on {device}.",
        {
            "network": event.config.network.name,
            "training": event.training_pictures,
            "validation": event.validation_pictures,
            "batches": event.batches_per_epoch,
            "device": event.device,
        },
    )


def _early_words(started: Started | None) -> str:
    patience = None if started is None else started.config.patience
    return fill(
        "Early stop: {patience} {patience|epoch|epochs} without a lower validation loss.",
        {"patience": patience or 0},
    )


def _finished_words(event: Finished) -> str:
    words = (
        f"Finished in {event.seconds:.1f} s: {event.validation_accuracy:.2%} of the "
        "validation pictures correct"
    )
    if event.test_accuracy is None:
        return f"{words}."
    return f"{words}, {event.test_accuracy:.2%} of the test pictures."


def _epoch_words(event: EpochDone, epochs: int) -> str:
    return (
        f"epoch {event.epoch} of {epochs}: "
        f"loss {event.train_loss:.4f}, accuracy {event.train_accuracy:.2%}; "
        f"validation: loss {event.validation_loss:.4f}, "
        f"accuracy {event.validation_accuracy:.2%}; {event.seconds:.1f} s"
    )

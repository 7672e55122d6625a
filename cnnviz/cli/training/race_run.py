"""The runs of ``cnnviz race``: told, and kept in folders where that is asked for."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.messages.races import CLAIMS, ENTRANTS
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.event_records import event_record
from cnnviz.engine.training.events import (
    EpochDone,
    Failed,
    Finished,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.races.catalogue import Race
from cnnviz.engine.training.races.outcome import Outcome, Result
from cnnviz.engine.training.races.words import outcome_words
from cnnviz.engine.training.run_saving import LearnedSoFar
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import KeptRun, absolute

if TYPE_CHECKING:
    from pathlib import Path


class KeptEntrant:
    """One run of a race, in a folder or without one.

    Parameters
    ----------
    kept
        Its folder, which is locked for us; ``None`` keeps nothing.
    dataset, config, data, command
        What it learns from, how, under which name, and the line that repeats it.

    Attributes
    ----------
    is_over
        Whether it came to an end by itself.
    has_failed
        Whether that was none of its recipe's, as when the loss is no number.

    Raises
    ------
    CnnvizError
        ``file_unwritable``, here and in `take`.
    """

    def __init__(
        self,
        kept: KeptRun | None,
        dataset: Dataset,
        config: TrainingConfig,
        data: str,
        command: str,
    ) -> None:
        self.config = config
        self.path: Path | None = None
        self._learned = LearnedSoFar(dataset.name, command)
        self._writer: RunWriter | None = None
        self.is_over = self.has_failed = False
        if kept is not None:
            self.path = kept.path
            kept.begin(dataset, config, absolute(data), command)
            self._writer = RunWriter(kept.path, config.network, kept.told)

    def begin(
        self, dataset: Dataset, is_told: Callable[[], bool]
    ) -> Generator[TrainingEvent, None, None]:
        """Return its events; once it is told to stop, where it goes on is among them.

        Raises
        ------
        CnnvizError
            As ``loop.train``.
        """
        writer = self._writer

        def wanted() -> bool:
            return is_told() or (writer is not None and writer.checkpoint_wanted())

        return train(self.config, dataset, checkpoint_wanted=wanted)

    def take(self, event: TrainingEvent) -> bool:
        """Keep an event; return whether it is to be told."""
        self._learned.take(event)
        self.has_failed = isinstance(event, Failed)
        self.is_over = self.has_failed or isinstance(event, Finished)
        return self._writer is None or self._writer.take(event)

    def save(self) -> None:
        """Write the weights, and the card that tells where from, unless it failed."""
        if self.path is not None and not self.has_failed:
            self._learned.save(self.path)

    def close(self) -> None:
        """Write no more."""
        if self._writer is not None:
            self._writer.close()


class RaceReport:
    """Says what happens: one JSON object a line, or a line an epoch.

    Attributes
    ----------
    epochs
        Of each run, those that are over.
    """

    def __init__(self, race: Race, *, as_json: bool) -> None:
        self._race, self._as_json = race, as_json
        self.epochs: list[list[EpochDone]] = [[] for _ in race.entrants]

    def say(self, number: int, event: TrainingEvent) -> None:
        """Print an event of a run."""
        key = self._race.entrants[number].key
        if isinstance(event, EpochDone):
            self.epochs[number].append(event)
        if self._as_json:
            record = event_record(event)
            if record is not None:
                print(json_line({"run": key, **record}), flush=True)
            return
        match event:
            case Started() if number == 0:
                print(f"Claimed: {CLAIMS[self._race.key]}")
                for note in event.notes:
                    print(f"Note: {sentence(note)}")
            case EpochDone():
                print(_epoch_words(self._name(key), event), flush=True)
            case Failed():
                said = sentence(CnnvizError(event.code, **event.facts))
                print(f"{self._name(key)}: {said}", flush=True)

    def _name(self, key: str) -> str:
        return ENTRANTS[self._race.key][key]

    def say_outcome(self, outcome: Outcome | None, results: list[Result]) -> None:
        """Print what came out."""
        key = self._race.key
        said = None if outcome is None else outcome_words(key, outcome)
        if self._as_json:
            record = {
                "event": "outcome",
                "race": key,
                "claim": CLAIMS[key],
                "verdict": None if outcome is None else outcome.verdict,
                "words": said,
                "runs": {one.key: _result_record(one) for one in results},
            }
            print(json_line(record), flush=True)
        elif said is None:
            print("Nothing came out: not every run finished an epoch.")
        else:
            print(f"Came out: {said}")


def _result_record(result: Result) -> dict[str, object]:
    last = result.epochs[-1]
    return {
        "network": result.network.title,
        "parameters": result.parameters,
        "validation_accuracy": last.validation_accuracy,
        "validation_loss": last.validation_loss,
        "train_accuracy": last.train_accuracy,
        "seconds": result.seconds,
    }


def _epoch_words(name: str, event: EpochDone) -> str:
    return (
        f"{name}, epoch {event.epoch}: loss {event.train_loss:.4f}, "
        f"accuracy {event.train_accuracy:.2%}; validation: loss "
        f"{event.validation_loss:.4f}, accuracy {event.validation_accuracy:.2%}; "
        f"{event.seconds:.1f} s"
    )

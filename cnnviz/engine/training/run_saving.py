"""What a run leaves behind: weights and the card that tells where from."""

import shlex
from pathlib import Path
from typing import Final

from cnnviz.engine.files import write_whole
from cnnviz.engine.networks.files.described_weights import layers_said
from cnnviz.engine.networks.weights import save_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.words import data_options
from cnnviz.engine.training.events import (
    BatchDone,
    Checkpoint,
    EpochDone,
    Finished,
    RecipeChanged,
    Snapshot,
    Started,
    TrainingEvent,
)
from cnnviz.engine.training.model_card import RunFacts, metadata, model_card
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.run_events import RunTold

WEIGHTS_NAME: Final = "weights.safetensors"
CARD_NAME: Final = "model_card.md"


class LearnedSoFar:
    """Collects from a run's events what is needed to save it at any moment.

    Parameters
    ----------
    data
        Name of the data set.
    command
        The line that repeats the run.

    Attributes
    ----------
    started, batch
        What the run began with, and its newest batch, once there are any.
    saved_at
        Epoch and batch of the newest weights of a run under way, once there are any.
    """

    def __init__(self, data: str, command: str) -> None:
        self._data = data
        self._command = command
        self.started: Started | None = None
        self._newest: Snapshot | Checkpoint | Finished | None = None
        self._epochs: list[EpochDone] = []
        self._changes: list[RecipeChanged] = []
        self.batch: BatchDone | None = None
        self.saved_at: tuple[int, int] | None = None

    def resume(self, started: Started, told: RunTold) -> None:
        """Know what a run told before it was resumed."""
        self.started, self.batch = started, told.batch
        self._epochs, self._changes = list(told.epochs), list(told.changes)

    def take(self, event: TrainingEvent) -> None:
        """Keep what an event tells."""
        match event:
            case Started():
                self.started = event
            case BatchDone():
                self.batch = event
            case EpochDone():
                if event.epoch > len(self._epochs):
                    self._epochs.append(event)
            case RecipeChanged():
                if all(event.step > change.step for change in self._changes):
                    self._changes.append(event)
            case Snapshot() | Checkpoint():
                self._newest = event
                if self.batch is not None:
                    self.saved_at = self.batch.epoch, self.batch.batch
            case Finished():
                self._newest, self.saved_at = event, None
            case _:
                pass

    def save(self, folder: Path) -> Path:
        """Write the weights and their card, and return where the weights are.

        Raises
        ------
        CnnvizError
            ``file_unwritable``.
        """
        newest = self._newest
        if self.started is None or newest is None:
            raise AssertionError("a run is saved once it has given weights")
        facts = RunFacts(
            data=self._data,
            command=self._command,
            started=self.started,
            epochs=tuple(self._epochs),
            changes=tuple(self._changes),
            stopped_at=self.saved_at,
            test_accuracy=newest.test_accuracy
            if isinstance(newest, Finished)
            else None,
        )
        path, network = folder / WEIGHTS_NAME, self.started.config.network
        said = metadata(facts) | layers_said(network)
        save_weights(path, network, newest.weights, **said)
        write_whole(folder / CARD_NAME, model_card(facts).encode("utf-8"))
        return path


def command_line(
    network: str, data: str, config: TrainingConfig, start_from: Path | None = None
) -> str:
    """Return the line that repeats a run, with all of its recipe written out.

    ``network`` is the name, or the file, that the network was asked for by, and
    ``start_from`` the file of the weights that it begins with.
    """
    options = {
        "data": data,
        "start-from": start_from,
        "epochs": config.epochs,
        "batch-size": config.batch_size,
        "optimizer": config.optimizer,
        "lr": config.learning_rate,
        "momentum": (
            config.momentum if OPTIMIZERS[config.optimizer].has_momentum else None
        ),
        "weight-decay": config.weight_decay or None,
        "label-smoothing": config.label_smoothing or None,
        "schedule": config.schedule,
        "initialization": (
            None if config.initialization == "usual" else config.initialization
        ),
        "patience": config.patience,
        "seed": config.seed,
        "device": config.device,
        "threads": config.threads,
        "precision": None if config.precision == "float32" else config.precision,
        "snapshot-megabytes": (
            None if config.snapshot_megabytes == 200 else config.snapshot_megabytes
        ),
    }
    words = ["cnnviz", "train", network]
    for option, value in (options | data_options(config)).items():
        if value is not None:
            words += [f"--{option}", str(value)]
    return shlex.join(words)

"""Run by torchrun in each of its processes: trains, and leaves what this one learned."""

import os
import sys
from pathlib import Path

import numpy as np

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.distributed.group import joined
from cnnviz.engine.training.distributed.place import torchrun_place
from cnnviz.engine.training.events import BatchDone, EpochDone, Finished, TrainingEvent
from cnnviz.engine.training.loop import train
from tests.helpers.bar_digits import bar_dataset

PICTURES = 203
"""So many that a batch of both processes is left with 3 at the end: 2 and 1."""


def recipe(batch_size: int) -> TrainingConfig:
    """Return a recipe without chance in its steps."""
    return TrainingConfig(
        epochs=2,
        batch_size=batch_size,
        optimizer="sgd",
        learning_rate=0.02,
        label_smoothing=0.1,
        schedule="cosine",
        device="cpu",
        threads=1,
    )


def learned(events: list[TrainingEvent]) -> dict[str, np.ndarray]:
    """Return the losses of a run, and its weights at the end."""
    (finished,) = (one for one in events if isinstance(one, Finished))
    batches = [one for one in events if isinstance(one, BatchDone)]
    return {
        **finished.weights,
        "losses": np.array([one.loss for one in batches]),
        "right": np.array([one.accuracy for one in batches]),
        "seen": np.array([one.pictures_seen for one in batches]),
        "waits": np.array([one.wait_seconds or 0.0 for one in batches]),
        "computes": np.array([one.compute_seconds or 0.0 for one in batches]),
        "held_out": np.array(
            [one.validation_loss for one in events if isinstance(one, EpochDone)]
        ),
    }


def main() -> None:
    """Train beside the other processes."""
    place = torchrun_place(os.environ)
    assert place is not None
    with joined(place, "cpu") as group:
        events = list(train(recipe(20), bar_dataset(PICTURES), group=group))
    np.savez(Path(sys.argv[1]) / f"{place.rank}.npz", **learned(events))


if __name__ == "__main__":
    main()

"""What a training run says while it goes: frozen events of plain numbers and copies.

The command line prints them, a test lists them, a thread hands them to the window. No
event holds a live tensor, because optimisers change weights in place.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.weights import Weights as Weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.predictions import Predictions

WEIGHTS: Final = "weights."
"""How the names of a network's numbers begin among the arrays of a checkpoint."""

OPTIMIZER: Final = "optimizer."
"""How the names of what the optimiser keeps begin there."""

CHANGEABLE: Final = ("learning_rate", "momentum", "weight_decay")
"""Settings of a recipe that may be changed while a run goes."""


@dataclass(frozen=True, slots=True, eq=False)
class Started:
    """The run is about to take its first batch.

    Attributes
    ----------
    config
        The recipe.
    device
        The device that ``auto`` came to: ``cpu``, ``cuda`` or ``mps``.
    training_pictures, validation_pictures
        How many pictures each set has.
    batches_per_epoch
        Batches in one epoch; the last may be smaller.
    notes
        What is to be known about the data.
    processes
        How many learn together; ``config.batch_size`` is that of one.
    """

    config: TrainingConfig
    device: str
    training_pictures: int
    validation_pictures: int
    batches_per_epoch: int
    notes: tuple[CnnvizError, ...] = ()
    processes: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class BatchDone:
    """One optimiser step was taken.

    Attributes
    ----------
    epoch
        From 1.
    batch
        Within the epoch, from 1.
    step
        Over the whole run, from 1.
    loss, accuracy
        Mean cross-entropy and share right over this batch, before its step.
    pictures_seen
        Over the whole run.
    seconds
        Since the run started, pauses left out.
    compute_seconds, wait_seconds
        What the step took, of processes that learn together: with its own part of the
        batch, and in waiting for the others and their gradients. ``None`` of one alone.
    """

    epoch: int
    batch: int
    step: int
    loss: float
    accuracy: float
    pictures_seen: int
    seconds: float
    compute_seconds: float | None = None
    wait_seconds: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """What the network looks like at a step: copies, free to keep.

    Attributes
    ----------
    step, epoch
        When it was taken; ``step`` 0 is before the first batch.
    weights
        Every parameter.
    trace
        Every layer's output for the probe picture, or ``None`` without a probe.
    """

    step: int
    epoch: int
    weights: Weights
    trace: Trace | None


@dataclass(frozen=True, slots=True, eq=False)
class EpochDone:
    """One epoch is over and the held-out pictures were measured.

    Attributes
    ----------
    epoch
        From 1.
    train_loss, train_accuracy
        Mean over the epoch's batches, as they went.
    validation_loss, validation_accuracy
        Over all held-out pictures, after the epoch.
    seconds
        That this epoch took, validation and pauses left out.
    predictions
        What was said of each held-out picture; ``None`` of a run that is older than this.
    """

    epoch: int
    train_loss: float
    train_accuracy: float
    validation_loss: float
    validation_accuracy: float
    seconds: float
    predictions: Predictions | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RecipeChanged:
    """Settings of the recipe are others from here on; those that stay are ``None``.

    Attributes
    ----------
    step
        The last one that was taken with the settings before; 0 before the first.
    learning_rate
        What the schedule scales.
    momentum, weight_decay
        As in `TrainingConfig`.
    """

    step: int
    learning_rate: float | None = None
    momentum: float | None = None
    weight_decay: float | None = None

    @property
    def values(self) -> dict[str, float]:
        """What is another, by its name in `TrainingConfig`."""
        now = {name: getattr(self, name) for name in CHANGEABLE}
        return {name: value for name, value in now.items() if value is not None}


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """The run reached its last epoch, or got no better for long.

    Attributes
    ----------
    weights
        Every parameter at the end.
    validation_accuracy
        Of the last epoch.
    seconds
        The whole run, pauses left out.
    test_accuracy
        Of the pictures that were kept for the end; ``None`` where there are none.
    stopped_early
        Whether it ended before the recipe's last epoch: for as many epochs as its
        patience the validation loss had not fallen.
    """

    weights: Weights
    validation_accuracy: float
    seconds: float
    test_accuracy: float | None = None
    stopped_early: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Failed:
    """The run cannot go on; nothing after this.

    Attributes
    ----------
    code, facts
        As in ``CnnvizError`` (``training_diverged`` when the loss is not a number).
    """

    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """All that a run needs to go on from here as if it had never stopped.

    Attributes
    ----------
    step
        The last one that was taken.
    epoch, batch
        The epoch to go on in, and how many of its batches were learned from.
    pictures_seen, epoch_pictures
        Over the whole run, and in the epoch.
    seconds, epoch_seconds
        Since the run, and since the epoch started, pauses left out.
    loss_sum, right
        Of the epoch's batches so far: the sum of their losses, one a picture, and how
        many pictures were right.
    arrays
        Copies of weights, of what the optimiser keeps, and of every generator's state.
    learning_rate, momentum, weight_decay
        As they were changed last; ``None`` for the recipe's own.
    best_loss, waited
        The lowest validation loss so far, once there is one, and the epochs since.
    """

    step: int
    epoch: int
    batch: int
    pictures_seen: int
    epoch_pictures: int
    seconds: float
    epoch_seconds: float
    loss_sum: float
    right: int
    arrays: Mapping[str, NDArray[Any]]
    learning_rate: float | None = None
    momentum: float | None = None
    weight_decay: float | None = None
    best_loss: float | None = None
    waited: int = 0

    @property
    def changes(self) -> dict[str, float]:
        """Settings of the recipe as they are now, by their names."""
        now = {name: getattr(self, name) for name in CHANGEABLE}
        return {name: value for name, value in now.items() if value is not None}

    @property
    def weights(self) -> Weights:
        """Every number of the network."""
        return {
            name.removeprefix(WEIGHTS): np.array(values, np.float32)
            for name, values in self.arrays.items()
            if name.startswith(WEIGHTS)
        }


TrainingEvent = (
    Started
    | BatchDone
    | Snapshot
    | EpochDone
    | RecipeChanged
    | Finished
    | Failed
    | Checkpoint
    | LayersMeasured
)

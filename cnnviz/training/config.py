"""What a training run is asked to do."""

from dataclasses import dataclass
from typing import Literal

from cnnviz.errors import CnnvizError

OptimizerName = Literal["sgd", "adam"]
DeviceName = Literal["auto", "cpu", "cuda", "mps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingConfig:
    """The recipe of one run, validated on construction.

    Attributes
    ----------
    network
        Name of a network in ``networks.zoo``.
    epochs
        Passes over the training pictures, at least 1.
    batch_size
        Pictures a step, at least 1.
    optimizer
        ``sgd`` is stochastic gradient descent with momentum; ``adam`` is Adam.
    learning_rate
        Step size, above 0.
    momentum
        For ``sgd`` only, from 0 up to but not including 1.
    seed
        Fixes initial weights and the order of pictures, 0 or more.
    device
        ``auto`` takes cuda, then mps, then cpu: the first that there is.
    threads
        CPU threads for torch; ``None`` leaves torch's own choice.
    snapshot_every
        Batches between two snapshots; the first and the last batch always give one.

    Raises
    ------
    CnnvizError
        ``epochs_too_few``, ``batch_size_too_small``, ``learning_rate_not_positive``,
        ``momentum_out_of_range`` or ``seed_negative``.
    """

    network: str = "lenet5"
    epochs: int = 5
    batch_size: int = 64
    optimizer: OptimizerName = "adam"
    learning_rate: float = 0.001
    momentum: float = 0.9
    seed: int = 0
    device: DeviceName = "auto"
    threads: int | None = None
    snapshot_every: int = 20

    def __post_init__(self) -> None:
        if self.epochs < 1:
            raise CnnvizError("epochs_too_few", epochs=self.epochs)
        if self.batch_size < 1:
            raise CnnvizError("batch_size_too_small", batch_size=self.batch_size)
        if not 0 < self.learning_rate < float("inf"):
            raise CnnvizError(
                "learning_rate_not_positive", learning_rate=self.learning_rate
            )
        if not 0 <= self.momentum < 1:
            raise CnnvizError("momentum_out_of_range", momentum=self.momentum)
        if self.seed < 0:
            raise CnnvizError("seed_negative", seed=self.seed)

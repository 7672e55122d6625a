"""What a training run is asked to do."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from cnnviz.engine.datasets.choice.data_use import ALL_DATA, DataUse
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.data.augmentation import UNCHANGED, Augmentation
from cnnviz.engine.training.initializations import INITIALIZATIONS
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.precisions import PRECISIONS, Precision
from cnnviz.engine.training.schedules import SCHEDULES

DeviceName = Literal["auto", "cpu", "cuda", "mps"]

MAX_THREADS: Final = 256
"""More than machines have cores; torch ends the process when asked for very many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingConfig:
    """The recipe of one run, validated on construction.

    Attributes
    ----------
    network
        What learns: a network of ``networks.catalogue``, or any other.
    epochs
        Passes over the training pictures, at least 1.
    batch_size
        Pictures a step, at least 1.
    optimizer
        A key of ``optimizers.OPTIMIZERS``.
    learning_rate
        Step size, above 0.
    momentum
        For optimisers that have it, from 0 up to but not including 1.
    weight_decay
        Share of each weight that is taken off it at a step, times the learning rate, at
        least 0; as torch's optimisers have it, so that AdamW makes 0.01 of 0.
    label_smoothing
        Share of a picture's probability that all classes get alike, from 0 up to but not
        including 1.
    schedule
        A key of ``schedules.SCHEDULES``.
    initialization
        How the first weights are drawn, a key of ``initializations.INITIALIZATIONS``.
    patience
        Epochs without a lower validation loss after which the run ends early, at least
        1; ``None`` goes to the last epoch.
    seed
        Fixes initial weights and the order of pictures, from 0 to 2**63 - 1.
    device
        ``auto`` takes cuda, then mps, then cpu: the first that there is.
    threads
        CPU threads for torch, from 1 to `MAX_THREADS`; ``None`` leaves torch's own
        choice.
    precision
        What a step computes in: ``float32``, or ``bfloat16`` where convolutions and
        matrix products gain by it. Weights, and measuring, are float32 always.
    data_use
        Which of the pictures it learns from and is measured on.
    augmentation
        How each picture is changed before it is learned from.
    snapshot_every
        Batches between two snapshots, at least 1; there is always one before the first
        batch and one after the last.
    snapshot_megabytes
        What all snapshots of a run that is kept may take together, at least 1.

    Raises
    ------
    CnnvizError
        ``epochs_too_few``, ``batch_size_too_small``, ``learning_rate_not_positive``,
        ``optimizer_unknown``, ``schedule_unknown``, ``initialization_unknown``,
        ``patience_too_small``, ``momentum_out_of_range``,
        ``weight_decay_negative``, ``label_smoothing_out_of_range``,
        ``seed_negative``, ``seed_too_large``,
        ``threads_too_few``, ``threads_too_many``, ``precision_unknown``,
        ``snapshot_megabytes_too_small`` or ``snapshot_every_too_small``.
    """

    network: Network = NETWORKS["lenet5"]
    epochs: int = 5
    batch_size: int = 64
    optimizer: str = "adam"
    learning_rate: float = 0.001
    momentum: float = 0.9
    weight_decay: float = 0.0
    label_smoothing: float = 0.0
    schedule: str = "constant"
    initialization: str = "usual"
    patience: int | None = None
    seed: int = 0
    device: DeviceName = "auto"
    threads: int | None = None
    precision: Precision = "float32"
    data_use: DataUse = ALL_DATA
    augmentation: Augmentation = UNCHANGED
    snapshot_every: int = 20
    snapshot_megabytes: int = 200

    def __post_init__(self) -> None:
        if self.epochs < 1:
            raise CnnvizError("epochs_too_few", epochs=self.epochs)
        if self.batch_size < 1:
            raise CnnvizError("batch_size_too_small", batch_size=self.batch_size)
        if self.optimizer not in OPTIMIZERS:
            raise CnnvizError(
                "optimizer_unknown", name=self.optimizer, known=", ".join(OPTIMIZERS)
            )
        if self.schedule not in SCHEDULES:
            raise CnnvizError(
                "schedule_unknown", name=self.schedule, known=", ".join(SCHEDULES)
            )
        if self.initialization not in INITIALIZATIONS:
            raise CnnvizError(
                "initialization_unknown",
                name=self.initialization,
                known=", ".join(INITIALIZATIONS),
            )
        if self.patience is not None and self.patience < 1:
            raise CnnvizError("patience_too_small", patience=self.patience)
        if not 0 < self.learning_rate < float("inf"):
            raise CnnvizError(
                "learning_rate_not_positive", learning_rate=self.learning_rate
            )
        if not 0 <= self.momentum < 1:
            raise CnnvizError("momentum_out_of_range", momentum=self.momentum)
        if not 0 <= self.weight_decay < float("inf"):
            raise CnnvizError("weight_decay_negative", weight_decay=self.weight_decay)
        if not 0 <= self.label_smoothing < 1:
            raise CnnvizError(
                "label_smoothing_out_of_range", label_smoothing=self.label_smoothing
            )
        if self.seed < 0:
            raise CnnvizError("seed_negative", seed=self.seed)
        if self.seed >= 2**63:
            raise CnnvizError("seed_too_large", seed=self.seed)
        if self.threads is not None and self.threads < 1:
            raise CnnvizError("threads_too_few", threads=self.threads)
        if self.threads is not None and self.threads > MAX_THREADS:
            raise CnnvizError(
                "threads_too_many", threads=self.threads, limit=MAX_THREADS
            )
        if self.precision not in PRECISIONS:
            raise CnnvizError(
                "precision_unknown", name=self.precision, known=", ".join(PRECISIONS)
            )
        if self.snapshot_megabytes < 1:
            raise CnnvizError(
                "snapshot_megabytes_too_small",
                snapshot_megabytes=self.snapshot_megabytes,
            )
        if self.snapshot_every < 1:
            raise CnnvizError(
                "snapshot_every_too_small", snapshot_every=self.snapshot_every
            )

    def with_changes(self, settings: Mapping[str, float]) -> "TrainingConfig":
        """Return the recipe with other settings, by their names.

        Raises
        ------
        CnnvizError
            As the recipe itself, where one is none that a run can have.
        """
        return replace(self, **settings)  # type: ignore[arg-type]

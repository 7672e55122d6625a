"""What the training thread is asked to do."""

from dataclasses import dataclass
from pathlib import Path

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import TrainingConfig


@dataclass(frozen=True, slots=True, eq=False)
class TrainingJob:
    """What a thread is to train.

    Attributes
    ----------
    run
        Number of the run, repeated in every update.
    network, config
        What learns, and how.
    data
        ``builtin``, ``mnist`` or the path of a folder.
    resumed
        The folder of a run to go on with; ``None`` for a new one.
    initial
        The weights that a new one begins with; ``None`` for random ones.
    """

    run: int
    network: Network
    config: TrainingConfig
    data: str
    resumed: Path | None = None
    initial: Weights | None = None

"""What the training thread is asked to do, and how it begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import TrainingConfig

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_library import UnfinishedRun


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


@dataclass(frozen=True, slots=True, eq=False)
class Beginning:
    """How a new run begins.

    Attributes
    ----------
    paused
        Whether it rests at once.
    one_epoch
        Whether it rests after its first epoch.
    initial
        Its first weights; ``None`` for random ones.
    resumed
        The folder of a run that goes on instead of a new one.
    offered
        That run, where it was offered: it is again, if it cannot go on.
    """

    paused: bool = False
    one_epoch: bool = False
    initial: Weights | None = None
    resumed: Path | None = None
    offered: "UnfinishedRun | None" = None


AS_USUAL: Final = Beginning()
"""With random weights, to the end."""

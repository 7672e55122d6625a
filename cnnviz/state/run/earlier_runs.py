"""The curves of earlier runs of a session, to compare the run of now with."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.state.run.run_curves import RunCurves

if TYPE_CHECKING:
    from cnnviz.state.run.run_state import Run

_MOST: Final = 2
"""More ghosts than that are a tangle."""

_LEAST_BATCHES: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class EarlierRun:
    """What is left of a run when another one begins.

    Attributes
    ----------
    number, network, config, data
        Which one it was.
    batches_per_epoch
        To lay its epochs beside those of another.
    pictures
        That it learned from.
    curves
        What it measured.
    folder
        Where it is kept, if it is.
    """

    number: int
    network: Network
    config: TrainingConfig
    data: str
    batches_per_epoch: int
    pictures: int
    curves: RunCurves
    folder: Path | None = None


def earlier_runs(run: "Run", goes_on: Path | None = None) -> tuple[EarlierRun, ...]:
    """Return what the next run is compared with: this one and those before, newest last.

    Parameters
    ----------
    run
        The run of now.
    goes_on
        The folder of a run that goes on next: it is not compared with itself.
    """
    started, network, config = run.started, run.network, run.config
    if (
        started is None
        or network is None
        or config is None
        or run.curves.batches < _LEAST_BATCHES
        or (goes_on is not None and goes_on == run.folder)
    ):
        return run.earlier
    newest = EarlierRun(
        run.number,
        network,
        config,
        run.data,
        started.batches_per_epoch,
        started.training_pictures,
        run.curves,
        run.folder,
    )
    return (*run.earlier, newest)[-_MOST:]

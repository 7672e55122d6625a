"""The thread that sends a new drawing through a network that rests."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import Snapshot, Weights
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.run_snapshots import (
    SnapshotPictures,
    prepared_probe,
    snapshot_pictures,
)
from cnnviz.state.workers.latest import LatestWorker


@dataclass(frozen=True, slots=True, eq=False)
class ProbeQuestion:
    """What these weights make of that picture, please."""

    run: int
    network: Network
    weights: Weights
    step: int
    epoch: int
    picture: SharedPicture


@dataclass(frozen=True, slots=True, eq=False)
class ProbeAnswer:
    """The pictures, and the run whose weights they are of."""

    run: int
    pictures: SnapshotPictures


class ProbingWorker(LatestWorker[ProbeQuestion, ProbeAnswer]):
    """Take a snapshot of a paused or finished run for the newest picture."""

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(self._take_snapshot, "probing", parent)
        self._engine = engine

    def _take_snapshot(self, asked: ProbeQuestion) -> ProbeAnswer:
        digit_hw = prepared_probe(asked.picture)
        trace = None
        if digit_hw is not None:
            trace = self._engine.trace(asked.network, asked.weights, digit_hw)
        snapshot = Snapshot(asked.step, asked.epoch, asked.weights, trace)
        return ProbeAnswer(
            asked.run, snapshot_pictures(asked.network, snapshot, digit_hw)
        )

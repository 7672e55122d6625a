"""The thread that writes weights to a file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import Weights
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.workers.errors import as_cnnviz_error


@dataclass(frozen=True, slots=True, eq=False)
class WeightsToSave:
    """What goes into the file, and where; ``about`` becomes its metadata."""

    path: Path
    network: Network
    weights: Weights
    about: tuple[tuple[str, str], ...] = ()


class SavingWorker(QThread):
    """Write one file of weights; one thread a file, never interrupted.

    Signals
    -------
    saved(path)
        The whole file is there.
    failed(error)
        A ``CnnvizError``; what was there before is still there.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        what: WeightsToSave,
        engine: TrainingEngine,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("weights-saving")
        self._what = what
        self._engine = engine

    def shut_down(self) -> None:
        """Wait until the file is written."""
        self.wait()

    @override
    def run(self) -> None:
        """Write (Qt calls this in the thread)."""
        what = self._what
        try:
            self._engine.save_weights(
                what.path, what.network, what.weights, **dict(what.about)
            )
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, "saving"))
        else:
            self.saved.emit(what.path)

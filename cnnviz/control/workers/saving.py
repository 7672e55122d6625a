"""The thread that writes weights to a file."""

import logging
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QThread, Signal
from typing_extensions import override

from cnnviz.control.workers.training_engine import TrainingEngine
from cnnviz.errors import CnnvizError
from cnnviz.networks.layers import Network
from cnnviz.training.events import Weights

_log = logging.getLogger(__name__)


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
        except CnnvizError as error:
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            _log.exception("saving failed")
            self.failed.emit(CnnvizError("unexpected", detail=str(error)))
        else:
            self.saved.emit(what.path)

"""The pictures that a run is measured on, to be looked at."""

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.split import Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.run.run_state import Run
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class HeldOutPictures(QObject):
    """Keep the held-out pictures of one data set: those of the run, or read from the disk.

    Attributes
    ----------
    problem
        Why they cannot be had, if so.

    Signals
    -------
    changed()
        They are there, or it was found that they cannot be had.
    """

    changed = Signal()

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._asked_for: tuple[str, TrainingConfig] | None = None
        self._found: Split | None = None
        self.problem: CnnvizError | None = None
        self._reader: NewestAnswer[tuple[str, TrainingConfig], Split]
        self._reader = NewestAnswer(LatestWorker(self._read, "held-out"), self)
        self._reader.arrived.connect(self._on_read)
        self._reader.failed.connect(self._on_failed)

    def of(self, run: Run) -> Split | None:
        """Return the pictures of a run; ``None`` while they are read, or without any."""
        if run.held_out is not None or not run.data or run.config is None:
            return run.held_out
        wanted = run.data, run.config
        if wanted != self._asked_for:
            self._asked_for, self._found, self.problem = wanted, None, None
            self._reader.request(wanted)
        return self._found

    def try_again(self) -> None:
        """Look for pictures that could not be had: they may have been put there since."""
        if self.problem is not None:
            self._asked_for, self.problem = None, None
            self.changed.emit()

    def shut_down(self) -> None:
        """End the thread."""
        self._reader.shut_down()

    def _read(self, wanted: tuple[str, TrainingConfig]) -> Split:
        data, config = wanted
        dataset = self._engine.load_dataset(data, config.network)
        return self._engine.run_data(dataset, config).test

    @Slot(object)
    def _on_read(self, found: Split) -> None:
        self._found = found
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.problem = error
        self.changed.emit()

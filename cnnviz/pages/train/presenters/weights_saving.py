"""A trained network written to a file of weights."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.described_weights import layers_said
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.latest import QueueWorker


class WeightsSaving(QObject):
    """Write one file of weights at a time, in a thread.

    Signals
    -------
    changed()
        A file is being written, or no more: see ``is_going``.
    saved(path), failed(error)
        How that ended: a ``Path``, or a ``CnnvizError``.
    """

    changed = Signal()
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self.is_going = False
        self._worker: QueueWorker[tuple[Path, CurrentNetwork], Path]
        self._worker = QueueWorker(self._write, "saving", self)
        self._worker.answered.connect(self._on_written)
        self._worker.failed.connect(self._on_refused)

    def save(self, path: Path, network: CurrentNetwork) -> None:
        """Write the weights of a network, unless others are being written."""
        if not self.is_going:
            self._set_going(True)
            self._worker.request((path, network))

    def shut_down(self) -> None:
        """End the thread; a file being written is finished."""
        self._worker.finish()

    def _set_going(self, going: bool) -> None:
        self.is_going = going
        self.changed.emit()

    def _write(self, what: tuple[Path, CurrentNetwork]) -> Path:
        path, seen = what
        assert seen.weights is not None
        said = seen.about | layers_said(seen.network)
        self._engine.save_weights(path, seen.network, seen.weights, **said)
        return path

    @Slot(int, object)
    def _on_written(self, _number: int, path: Path) -> None:
        self._set_going(False)
        self.saved.emit(path)

    @Slot(int, object)
    def _on_refused(self, _number: int, error: CnnvizError) -> None:
        self._set_going(False)
        self.failed.emit(error)

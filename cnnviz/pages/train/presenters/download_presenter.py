"""Fetching MNIST from the Train page: asked for, watched, given up."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.store import Store
from cnnviz.state.workers.file_worker import FileWorker

DownloadPhase = Literal["none", "going", "cancelling", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Download:
    """How far a download is, in bytes; ``total`` is 0 until known."""

    phase: DownloadPhase = "none"
    done: int = 0
    total: int = 0
    problem: CnnvizError | None = None


class DownloadPresenter(QObject):
    """Own the download thread and say in ``state`` how far it is.

    Signals
    -------
    succeeded()
        MNIST is there.
    """

    succeeded = Signal()
    _progressed = Signal(int, int)

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._worker: FileWorker | None = None
        self._percent = -1
        self.state: Store[Download] = Store(Download(), self)
        self._progressed.connect(self._on_progressed)

    def begin(self) -> None:
        """Start downloading, unless it goes already."""
        if self._worker is not None:
            return
        self.state.replace(Download("going"))
        self._percent = -1
        folder = Path()  # the engine knows where
        self._worker = FileWorker("mnist-download", folder, self._download, self)
        self._worker.saved.connect(self._on_succeeded)
        self._worker.failed.connect(self._on_failed)
        self._worker.finished.connect(self._on_finished)
        self._worker.start()

    def cancel(self) -> None:
        """Give up; what was fetched is thrown away."""
        if self._worker is not None:
            self.state.replace(Download("cancelling"))
            self._worker.cancel()

    def forget(self) -> None:
        """Take back how an earlier download ended."""
        if self._worker is None:
            self.state.replace(Download())

    def shut_down(self) -> None:
        """Give up and wait for the thread."""
        self.cancel()
        if self._worker is not None:
            self._worker.shut_down()

    def _download(self, is_cancelled: Callable[[], bool]) -> object:
        """Download, in the thread."""
        return self._engine.download(self._progress, is_cancelled)

    def _progress(self, done: int, total: int) -> None:
        """Tell the window how far the thread is, at most once a percent."""
        percent = 100 * done // total if total else 0
        if percent != self._percent:
            self._percent = percent
            self._progressed.emit(done, total)

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self.state.state.phase == "going":
            self.state.replace(Download("going", done, total))

    @Slot()
    def _on_succeeded(self) -> None:
        if self.state.state.phase == "going":
            self.succeeded.emit()
            self.state.replace(Download("done"))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        if self.state.state.phase == "going":
            self.state.replace(Download("failed", problem=error))

    @Slot()
    def _on_finished(self) -> None:
        if self._worker is None:
            return
        self._worker.deleteLater()
        self._worker = None
        if self.state.state.phase in ("going", "cancelling"):
            self.state.replace(Download())

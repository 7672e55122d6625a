"""Fetching MNIST from the Train page: asked for, watched, given up."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.train.presenters.download import DownloadWorker
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.store import Store

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

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._worker: DownloadWorker | None = None
        self.state: Store[Download] = Store(Download(), self)

    def begin(self) -> None:
        """Start downloading, unless it goes already."""
        if self._worker is not None:
            return
        self.state.replace(Download("going"))
        self._worker = DownloadWorker(self._engine, self)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.succeeded.connect(self._on_succeeded)
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

"""The thread that fetches MNIST, only when asked to."""

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error


class DownloadWorker(CancellableThread):
    """Download MNIST into the user's data folder; one thread a download.

    Signals
    -------
    progressed(done, total)
        Bytes, at most once a percent.
    succeeded()
        The files are there and have been checked.
    failed(error)
        A ``CnnvizError``; ``download_cancelled`` when nobody waits for it any more.
    """

    progressed = Signal(int, int)
    succeeded = Signal()
    failed = Signal(object)

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__("mnist-download", parent)
        self._engine = engine
        self._percent = -1

    @override
    def run(self) -> None:
        """Download (Qt calls this in the thread)."""
        try:
            self._engine.download(self._progress, self.is_cancelled)
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, "download"))
        else:
            self.succeeded.emit()

    def _progress(self, done: int, total: int) -> None:
        percent = 100 * done // total if total else 0
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(done, total)

"""Files that are being written, each in a thread of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.state.workers.file_worker import FileWorker

_GRACE_MS: Final = 1_000
"""What closing waits for a file: nearly every one is written whole by then."""


class FileWriting(QObject):
    """Own the threads that write files.

    Signals
    -------
    saved(path)
        A file is there.
    failed(error)
        A ``CnnvizError``: it is not; what was there before still is.
    written()
        It is there, or could not be written, or was given up.
    """

    saved = Signal(object)
    failed = Signal(object)
    written = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: list[FileWorker] = []

    @property
    def is_writing(self) -> bool:
        """Whether a file is not yet whole."""
        return bool(self._workers)

    def write(self, path: Path, write: Callable[[Callable[[], bool]], None]) -> None:
        """Write a file; ``write`` is as for `FileWorker`."""
        worker = FileWorker("export", path, write, self, grace_ms=_GRACE_MS)
        worker.saved.connect(self.saved)
        worker.failed.connect(self.failed)
        worker.finished.connect(self._on_finished)
        self._workers.append(worker)
        worker.start()

    def write_view(self, path: str, data: bytes, ending: str) -> None:
        """Write a picture of a page under a name that tells its kind."""
        file = Path(path)
        if file.suffix.lower() != ending:
            self.failed.emit(CnnvizError("view_ending", file=file.name, ending=ending))
        else:
            self.write(file, lambda _: write_whole(file, data))

    def cancel(self) -> None:
        """Give up files that take long; what was there before still is."""
        for worker in self._workers:
            worker.cancel()

    def shut_down(self) -> None:
        """Give up what takes long to write; end all threads."""
        for worker in self._workers:
            worker.shut_down()

    @Slot()
    def _on_finished(self) -> None:
        over = [worker for worker in self._workers if worker.isFinished()]
        self._workers = [worker for worker in self._workers if worker not in over]
        for worker in over:
            worker.deleteLater()
        self.written.emit()

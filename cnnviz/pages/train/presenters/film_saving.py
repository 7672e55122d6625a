"""The film of a run as a file, written in a thread."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.film import Film, FilmWords
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.file_worker import FileWorker


@dataclass(frozen=True, slots=True)
class FilmProgress:
    """How many frames are drawn, of how many; ``is_going`` until the file is there."""

    is_going: bool = False
    done: int = 0
    frames: int = 0


class FilmSaving(QObject):
    """Write a film at a time; ``progress`` says how far it is.

    Signals
    -------
    saved(path)
        The film is there.
    failed(error)
        It is not: a ``CnnvizError``; what was there before still is.
    ended()
        It was written, could not be, or was given up.
    """

    saved = Signal(object)
    failed = Signal(object)
    ended = Signal()
    _drawn = Signal(int, int)

    def __init__(
        self, run: Store[Run], pictures: PictureStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run, self._pictures = run, pictures
        self.progress: Store[FilmProgress] = Store(FilmProgress(), self)
        self._worker: FileWorker | None = None
        self._drawn.connect(self._on_drawn)

    @property
    def is_going(self) -> bool:
        """Whether a film is being written."""
        return self._worker is not None

    def save(self, path: Path, words: FilmWords, *, dark: bool) -> None:
        """Film the run with the picture of now; nothing while another is written."""
        if self._worker is not None:
            return
        film = Film(self._run.state, self._pictures.state, words, dark)
        worker = FileWorker(
            "film",
            path,
            lambda is_cancelled: film.write(path, self._drawn.emit, is_cancelled),
            self,
        )
        worker.saved.connect(self._on_saved)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        self._worker = worker
        self.progress.replace(FilmProgress(is_going=True))
        worker.start()

    @Slot()
    def cancel(self) -> None:
        """Give the film up; nothing is left of it."""
        if self._worker is not None:
            self._worker.cancel()

    def shut_down(self) -> None:
        """Give the film up and end the thread."""
        if self._worker is not None:
            self._worker.shut_down()

    @Slot(int, int)
    def _on_drawn(self, done: int, frames: int) -> None:
        if self._worker is not None:
            self.progress.replace(FilmProgress(True, done, frames))

    @Slot(object, object)
    def _on_saved(self, path: Path, _result: object) -> None:
        self.saved.emit(path)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_finished(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        self.progress.replace(FilmProgress())
        self.ended.emit()

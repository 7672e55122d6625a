"""What can be taken away from the lab: its view, its film, its output."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.writer import Written
from cnnviz.engine.animation.writer import check_ending as check_film_ending
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.animation_worker import (
    AnimationWorker,
    ExportWorker,
    FilmToMake,
)
from cnnviz.pages.convolution.presenters.exports import (
    BytesToSave,
    Export,
    OutputToSave,
    check_ending,
)
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker

FilmPhase = Literal["none", "filming", "cancelling"]


@dataclass(frozen=True, slots=True)
class FilmProgress:
    """How far a film is, in frames; the time left is ``None`` until it can be told."""

    phase: FilmPhase = "none"
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A frame that somebody wants to see before the film is made."""

    walk: Walk
    settings: AnimationSettings
    words: AnimationLabels
    scale: Scale | None


class ExportPresenter(QObject):
    """Own the threads that write what is taken away, and say how far they are.

    Signals
    -------
    saved(path)
        A picture of the view, or an output, is there.
    written()
        Such a file is there, or could not be written, or was given up.
    film_saved(path, written)
        A film is there: how many frames, how long, how many bytes.
    film_given_up()
        A film was cancelled, and nothing of it is left.
    failed(error), film_failed(error)
        A ``CnnvizError``: no file, or no film, was written, what was there before still
        is.
    preview_made(pixels_hwc)
        A frame, uint8, ``H x W x 3``.
    """

    saved = Signal(str)
    written = Signal()
    film_saved = Signal(str, object)
    film_given_up = Signal()
    failed = Signal(object)
    film_failed = Signal(object)
    preview_made = Signal(object)

    def __init__(self, walk: WalkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._film: AnimationWorker | None = None
        self._film_path = ""
        self._film_ended = False
        self._writing: list[ExportWorker] = []
        self._clock = QElapsedTimer()
        self._previews = LatestWorker(_drawn, "film-preview", self)
        self._previews.answered.connect(self._on_preview_answered)
        self._previews.failed.connect(self._on_preview_failed)
        self.progress: Store[FilmProgress] = Store(FilmProgress(), self)

    @property
    def lab(self) -> Store[LabState]:
        """What the page shows."""
        return self._walk.store

    @property
    def is_filming(self) -> bool:
        """Whether a film is being made."""
        return self._film is not None

    @property
    def is_writing(self) -> bool:
        """Whether another file is being written."""
        return bool(self._writing)

    # what is written at once

    def save_bytes(self, path: str, data: bytes, ending: str) -> None:
        """Write a picture of the view under a name that tells its kind."""
        if Path(path).suffix.lower() != ending:
            self.failed.emit(
                CnnvizError("view_ending", file=Path(path).name, ending=ending)
            )
            return
        self._write(BytesToSave(Path(path), data))

    def save_output(self, path: str, *, for_spreadsheet: bool = False) -> None:
        """Write the output of now: NPY, CSV or PNG, as the name ends.

        ``for_spreadsheet`` writes a CSV file with semicolons and decimal commas.
        """
        state = self._walk.store.state
        try:
            check_ending(Path(path))
            if state.walk is None:
                raise CnnvizError("output_not_ready")
        except CnnvizError as error:
            self.failed.emit(error)
            return
        white = 255.0 if state.given is None else state.given.high
        self._write(OutputToSave(Path(path), state.walk, white, for_spreadsheet))

    def _write(self, export: Export) -> None:
        worker = ExportWorker(export, self)
        worker.saved.connect(self.saved)
        worker.failed.connect(self.failed)
        worker.finished.connect(self._on_written)
        self._writing.append(worker)
        worker.start()

    @Slot()
    def _on_written(self) -> None:
        over = [worker for worker in self._writing if worker.isFinished()]
        self._writing = [worker for worker in self._writing if worker not in over]
        for worker in over:
            worker.deleteLater()
        self.written.emit()

    def cancel_writing(self) -> None:
        """Give up files that take long; what was there before still is."""
        for worker in self._writing:
            worker.requestInterruption()

    # films

    @property
    def steps(self) -> int:
        """How many steps the walk of now has; 0 when there is none."""
        walk = self._walk.store.state.walk
        return 0 if walk is None else walk.steps

    def film(
        self, path: str, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        """Begin a film of the walk of now, unless one is being made."""
        state = self._walk.store.state
        if self._film is not None:
            return
        try:
            if state.walk is None:
                raise CnnvizError("output_not_ready")
            check_film_ending(Path(path))
            total = len(settings.positions(state.walk.steps))
        except CnnvizError as error:
            self.film_failed.emit(error)
            return
        wanted = FilmToMake(Path(path), state.walk, settings, words, _scale(state))
        self._film_path, self._film_ended = path, False
        self.progress.replace(FilmProgress("filming", 0, total))
        self._film = AnimationWorker(wanted, self)
        self._film.progressed.connect(self._on_progressed)
        self._film.made.connect(self._on_made)
        self._film.failed.connect(self._on_film_failed)
        self._film.finished.connect(self._on_film_finished)
        self._clock.start()
        self._film.start()

    def cancel_film(self) -> None:
        """Give the film up; nothing of it stays."""
        if self._film is not None:
            self.progress.replace(replace(self.progress.state, phase="cancelling"))
            self._film.cancel()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self.progress.state.phase == "filming":
            left = self._clock.elapsed() / 1000 * (total - done) / max(done, 1)
            self.progress.replace(FilmProgress("filming", done, total, left))

    @Slot(object)
    def _on_made(self, written: Written) -> None:
        self._film_ended = True
        self.film_saved.emit(self._film_path, written)

    @Slot(object)
    def _on_film_failed(self, error: CnnvizError) -> None:
        self._film_ended = True
        self.film_failed.emit(error)

    @Slot()
    def _on_film_finished(self) -> None:
        if self._film is None:
            return
        self._film.deleteLater()
        self._film = None
        self.progress.replace(FilmProgress())
        if not self._film_ended:
            self.film_given_up.emit()

    # one frame beforehand

    def request_preview(
        self, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        """Draw the frame of now; ``preview_made`` brings it, unless asked anew."""
        state = self._walk.store.state
        if state.walk is not None:
            self._previews.request(Preview(state.walk, settings, words, _scale(state)))

    @Slot(int, object)
    def _on_preview_answered(self, number: int, pixels: NDArray[np.uint8]) -> None:
        if number == self._previews.newest:
            self.preview_made.emit(pixels)

    @Slot(int, object)
    def _on_preview_failed(self, _number: int, _error: CnnvizError) -> None:
        """Show no frame: why not is said when the film itself is asked for."""

    def shut_down(self) -> None:
        """Give up the film and what takes long to write; end all threads."""
        if self._film is not None:
            self._film.shut_down()
        for worker in self._writing:
            worker.shut_down()
        self._previews.shut_down()


def _scale(state: LabState) -> Scale | None:
    """Return the colours of the picture's numbers, as on the page."""
    given = state.given
    if given is None:
        return None
    return Scale(given.low, given.high, signed=given.palette == "diverging")


def _drawn(preview: Preview) -> NDArray[np.uint8]:
    walk, settings = preview.walk, preview.settings
    film = animation_of(walk, settings, preview.words, preview.scale)
    last = walk.steps - 1 if settings.last is None else settings.last
    position = min(max(walk.position, settings.first), last)
    return np.asarray(film.frame(position))

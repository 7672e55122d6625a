"""What can be taken away from the lab: its view, its animation, its output."""

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
from cnnviz.engine.animation.writer import check_ending as check_animation_ending
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.animation_worker import (
    AnimationToWrite,
    AnimationWorker,
    ExportWorker,
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

AnimationPhase = Literal["none", "writing", "cancelling"]


@dataclass(frozen=True, slots=True)
class AnimationProgress:
    """How far an animation is, in frames; the time left is ``None`` until it can be told."""

    phase: AnimationPhase = "none"
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """A frame that somebody wants to see before the animation is made."""

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
    animation_saved(path, written)
        An animation is there: how many frames, how long, how many bytes.
    animation_given_up()
        An animation was cancelled, and nothing of it is left.
    failed(error), animation_failed(error)
        A ``CnnvizError``: no file, or no animation, was written, what was there before still
        is.
    preview_made(pixels_hwc)
        A frame, uint8, ``H x W x 3``.
    """

    saved = Signal(str)
    written = Signal()
    animation_saved = Signal(str, object)
    animation_given_up = Signal()
    failed = Signal(object)
    animation_failed = Signal(object)
    preview_made = Signal(object)

    def __init__(self, walk: WalkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._walk = walk
        self._animation: AnimationWorker | None = None
        self._animation_path = ""
        self._animation_ended = False
        self._writing: list[ExportWorker] = []
        self._clock = QElapsedTimer()
        self._previews = LatestWorker(_drawn, "animation-preview", self)
        self._previews.answered.connect(self._on_preview_answered)
        self._previews.failed.connect(self._on_preview_failed)
        self.progress: Store[AnimationProgress] = Store(AnimationProgress(), self)

    @property
    def lab(self) -> Store[LabState]:
        """What the page shows."""
        return self._walk.store

    @property
    def is_animating(self) -> bool:
        """Whether an animation is being made."""
        return self._animation is not None

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

    # animations

    @property
    def steps(self) -> int:
        """How many steps the walk of now has; 0 when there is none."""
        walk = self._walk.store.state.walk
        return 0 if walk is None else walk.steps

    def save_animation(
        self, path: str, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        """Begin an animation of the walk of now, unless one is being made."""
        state = self._walk.store.state
        if self._animation is not None:
            return
        try:
            if state.walk is None:
                raise CnnvizError("output_not_ready")
            check_animation_ending(Path(path))
            total = len(settings.positions(state.walk.steps))
        except CnnvizError as error:
            self.animation_failed.emit(error)
            return
        wanted = AnimationToWrite(
            Path(path), state.walk, settings, words, _scale(state)
        )
        self._animation_path, self._animation_ended = path, False
        self.progress.replace(AnimationProgress("writing", 0, total))
        self._animation = AnimationWorker(wanted, self)
        self._animation.progressed.connect(self._on_progressed)
        self._animation.made.connect(self._on_made)
        self._animation.failed.connect(self._on_animation_failed)
        self._animation.finished.connect(self._on_animation_finished)
        self._clock.start()
        self._animation.start()

    def cancel_animation(self) -> None:
        """Give the animation up; nothing of it stays."""
        if self._animation is not None:
            self.progress.replace(replace(self.progress.state, phase="cancelling"))
            self._animation.cancel()

    @Slot(int, int)
    def _on_progressed(self, done: int, total: int) -> None:
        if self.progress.state.phase == "writing":
            left = self._clock.elapsed() / 1000 * (total - done) / max(done, 1)
            self.progress.replace(AnimationProgress("writing", done, total, left))

    @Slot(object)
    def _on_made(self, written: Written) -> None:
        self._animation_ended = True
        self.animation_saved.emit(self._animation_path, written)

    @Slot(object)
    def _on_animation_failed(self, error: CnnvizError) -> None:
        self._animation_ended = True
        self.animation_failed.emit(error)

    @Slot()
    def _on_animation_finished(self) -> None:
        if self._animation is None:
            return
        self._animation.deleteLater()
        self._animation = None
        self.progress.replace(AnimationProgress())
        if not self._animation_ended:
            self.animation_given_up.emit()

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
        """Show no frame: why not is said when the animation itself is asked for."""

    def shut_down(self) -> None:
        """Give up the animation and what takes long to write; end all threads."""
        if self._animation is not None:
            self._animation.shut_down()
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
    animation = animation_of(walk, settings, preview.words, preview.scale)
    last = walk.steps - 1 if settings.last is None else settings.last
    position = min(max(walk.position, settings.first), last)
    return np.asarray(animation.frame(position))

"""What can be taken away from the lab: its view, its animation, its output."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, Signal, Slot

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.writer import check_ending as check_animation_ending
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.animation_worker import AnimationWorker
from cnnviz.pages.convolution.presenters.exports import check_ending, write_output
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.store import Store
from cnnviz.state.workers.file_writing import FileWriting
from cnnviz.state.workers.latest import LatestWorker

if TYPE_CHECKING:
    from collections.abc import Callable

AnimationPhase = Literal["none", "writing", "cancelling"]

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class AnimationProgress:
    """How far an animation is, in frames; the time left is ``None`` until it can be told."""

    phase: AnimationPhase = "none"
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


class ExportPresenter(QObject):
    """Own the threads that write what is taken away, and say how far they are.

    ``lab`` is what the page shows, ``progress`` how far the animation is.

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

    saved = Signal(object)
    written = Signal()
    animation_saved = Signal(object, object)
    animation_given_up = Signal()
    failed = Signal(object)
    animation_failed = Signal(object)
    preview_made = Signal(object)

    def __init__(self, walk: WalkPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lab: Store[LabState] = walk.store
        self._animation: AnimationWorker | None = None
        self._files = FileWriting(self)
        self._files.saved.connect(self.saved)
        self._files.failed.connect(self.failed)
        self._files.written.connect(self.written)
        self._clock = QElapsedTimer()
        self._previews: LatestWorker[Callable[[], Pixels], Pixels] = LatestWorker(
            lambda draw: draw(), "animation-preview", self
        )
        self._previews.answered.connect(self._on_preview_answered)
        self.progress: Store[AnimationProgress] = Store(AnimationProgress(), self)

    @property
    def is_animating(self) -> bool:
        """Whether an animation is being made."""
        return self._animation is not None

    @property
    def is_writing(self) -> bool:
        """Whether another file is being written."""
        return self._files.is_writing

    # what is written at once

    def save_bytes(self, path: str, data: bytes, ending: str) -> None:
        """Write a picture of the view under a name that tells its kind."""
        self._files.write_view(path, data, ending)

    def save_output(self, path: str, *, for_spreadsheet: bool = False) -> None:
        """Write the output of now: NPY, CSV or PNG, as the name ends.

        ``for_spreadsheet`` writes a CSV file with semicolons and decimal commas.
        """
        file, given = Path(path), self.lab.state.given
        try:
            check_ending(file)
            walk = self._walk()
        except CnnvizError as error:
            self.failed.emit(error)
            return
        white = 255.0 if given is None else given.high
        write = partial(
            write_output, file, walk, white, for_spreadsheet=for_spreadsheet
        )
        self._files.write(file, write)

    def _walk(self) -> Walk:
        """Return the walk of now, or say that there is none."""
        walk = self.lab.state.walk
        if walk is None:
            raise CnnvizError("output_not_ready")
        return walk

    def cancel_writing(self) -> None:
        """Give up files that take long; what was there before still is."""
        self._files.cancel()

    # animations

    def save_animation(
        self, path: str, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        """Begin an animation of the walk of now, unless one is being made."""
        file = Path(path)
        if self._animation is not None:
            return
        try:
            walk = self._walk()
            check_animation_ending(file)
            total = len(settings.positions(walk.steps))
        except CnnvizError as error:
            self.animation_failed.emit(error)
            return
        self.progress.replace(AnimationProgress("writing", 0, total))
        scale = _scale(self.lab.state)
        self._animation = worker = AnimationWorker(
            file, walk, settings, words, scale, self
        )
        worker.progressed.connect(self._on_progressed)
        worker.saved.connect(self.animation_saved)
        worker.failed.connect(self.animation_failed)
        worker.given_up.connect(self.animation_given_up)
        worker.finished.connect(self._on_animation_finished)
        self._clock.start()
        worker.start()

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

    @Slot()
    def _on_animation_finished(self) -> None:
        if self._animation is not None:
            self._animation.deleteLater()
            self._animation = None
            self.progress.replace(AnimationProgress())

    # one frame beforehand

    def request_preview(
        self, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        """Draw the frame of now; ``preview_made`` brings it, unless asked anew.

        Nothing is said where it cannot be drawn, until the animation itself is asked for.
        """
        state = self.lab.state
        if state.walk is not None:
            draw = partial(_drawn, state.walk, settings, words, _scale(state))
            self._previews.request(draw)

    @Slot(int, object)
    def _on_preview_answered(self, number: int, pixels: Pixels) -> None:
        if number == self._previews.newest:
            self.preview_made.emit(pixels)

    def shut_down(self) -> None:
        """Give up the animation and what takes long to write; end all threads."""
        if self._animation is not None:
            self._animation.shut_down()
        self._files.shut_down()
        self._previews.shut_down()


def _scale(state: LabState) -> Scale | None:
    """Return the colours of the picture's numbers, as on the page."""
    given = state.given
    if given is None:
        return None
    return Scale(given.low, given.high, signed=given.palette == "diverging")


def _drawn(
    walk: Walk, settings: AnimationSettings, words: AnimationLabels, scale: Scale | None
) -> Pixels:
    animation = animation_of(walk, settings, words, scale)
    last = walk.steps - 1 if settings.last is None else settings.last
    position = min(max(walk.position, settings.first), last)
    return np.asarray(animation.frame(position))

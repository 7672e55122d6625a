"""The threads that write animations and other files that somebody takes away."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from typing_extensions import override

from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.writer import write_animation
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.presenters.exports import Export, do_export
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error

_BETWEEN_MS: Final = 50
"""Least time between two reports: more often nobody can read them."""

_GRACE_MS: Final = 1_000
"""What closing waits for a file: nearly every one is written whole by then."""


@dataclass(frozen=True, slots=True, eq=False)
class AnimationToWrite:
    """What is animated, and where the animation goes."""

    path: Path
    walk: Walk
    settings: AnimationSettings
    words: AnimationLabels
    scale: Scale | None = None


class AnimationWorker(CancellableThread):
    """Make one animation; one thread an animation.

    Signals
    -------
    progressed(done, total)
        Frames; at most 20 times a second, the last always.
    made(written)
        A ``cnnviz.engine.animation.writer.Written``: the whole file is there.
    failed(error)
        A ``CnnvizError``; what was there before is still there. Silent when the animation
        was cancelled.
    """

    progressed = Signal(int, int)
    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, animation: AnimationToWrite, parent: QObject | None = None
    ) -> None:
        super().__init__("animation", parent)
        self._animation = animation
        self._reported = QElapsedTimer()

    @override
    def run(self) -> None:
        """Draw and write (Qt calls this in the thread)."""
        animation = self._animation
        try:
            written = write_animation(
                animation.path,
                animation.walk,
                animation.settings,
                words=animation.words,
                scale=animation.scale,
                progress=self._progress,
                is_cancelled=self.is_cancelled,
            )
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, "animation"))
        else:
            if written is not None:
                self.made.emit(written)

    def _progress(self, done: int, total: int) -> None:
        clock = self._reported
        if done == total or not clock.isValid() or clock.elapsed() >= _BETWEEN_MS:
            clock.start()
            self.progressed.emit(done, total)


class ExportWorker(CancellableThread):
    """Write one other file; one thread a file.

    Signals
    -------
    saved(path)
        The whole file is there.
    failed(error)
        A ``CnnvizError``; what was there before is still there.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, export: Export, parent: QObject | None = None) -> None:
        super().__init__("export", parent)
        self._export = export

    @override
    def shut_down(self) -> None:
        """Wait until the file is written; give up what takes long."""
        if not self.wait(_GRACE_MS):
            super().shut_down()

    @override
    def run(self) -> None:
        """Compute and write (Qt calls this in the thread)."""
        try:
            is_written = do_export(self._export, self.is_cancelled)
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, "export"))
        else:
            if is_written:
                self.saved.emit(str(self._export.path))

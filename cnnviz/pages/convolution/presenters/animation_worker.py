"""The thread that writes an animation, and says how far it is."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.writer import IsCancelled, Written, write_animation
from cnnviz.engine.convolution.walk import Walk
from cnnviz.state.workers.file_worker import FileWorker

_BETWEEN_MS: Final = 50
"""Least time between two reports: more often nobody can read them."""


class AnimationWorker(FileWorker):
    """Make one animation; its result is a ``cnnviz.engine.animation.writer.Written``.

    Signals
    -------
    progressed(done, total)
        Frames; at most 20 times a second, the last always.
    """

    progressed = Signal(int, int)

    def __init__(
        self,
        path: Path,
        walk: Walk,
        settings: AnimationSettings,
        words: AnimationLabels,
        scale: Scale | None,
        parent: QObject | None = None,
    ) -> None:
        self._reported = QElapsedTimer()

        def write(is_cancelled: IsCancelled) -> Written:
            return write_animation(
                path,
                walk,
                settings,
                words=words,
                scale=scale,
                progress=self._report,
                is_cancelled=is_cancelled,
            )

        super().__init__("animation", path, write, parent)

    def _report(self, done: int, total: int) -> None:
        clock = self._reported
        if done == total or not clock.isValid() or clock.elapsed() >= _BETWEEN_MS:
            clock.start()
            self.progressed.emit(done, total)

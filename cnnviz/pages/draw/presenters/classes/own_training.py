"""The thread that trains a network of own classes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.pages.draw.presenters.classes.own_state import Learned
from cnnviz.state.workers.file_worker import FileWorker

Train = Callable[
    [OwnClasses, Callable[[], bool], Callable[[int, int], object]], Learned
]
"""`cnnviz.pages.draw.presenters.classes.own_jobs.trained`, or what stands for it."""


class OwnTraining(QObject):
    """Train one network at a time.

    Signals
    -------
    progressed(step, steps)
        How far it is.
    trained(learned)
        It is done: a ``Learned``.
    failed(error)
        Why it could not be: a ``CnnvizError``.
    over()
        It is done, has failed or was given up.
    """

    progressed = Signal(int, int)
    trained = Signal(object)
    failed = Signal(object)
    over = Signal()

    def __init__(self, train: Train, parent: QObject) -> None:
        super().__init__(parent)
        self._train = train
        self._worker: FileWorker | None = None

    @property
    def is_going(self) -> bool:
        """Whether a network is being trained."""
        return self._worker is not None

    def begin(self, wanted: OwnClasses) -> None:
        """Train a network on these classes, unless one is being trained."""
        if self._worker is None:
            run = partial(self._run, wanted)
            self._worker = FileWorker("own-training", Path(), run, self)
            self._worker.saved.connect(self._on_trained)
            self._worker.failed.connect(self.failed)
            self._worker.finished.connect(self._on_finished)
            self._worker.start()

    def cancel(self) -> None:
        """Give it up."""
        if self._worker is not None:
            self._worker.cancel()

    def shut_down(self) -> None:
        """Give it up and wait for the thread."""
        if self._worker is not None:
            self._worker.shut_down()

    def _run(self, wanted: OwnClasses, is_cancelled: Callable[[], bool]) -> Learned:
        """Train, in the thread."""
        return self._train(wanted, is_cancelled, self.progressed.emit)

    @Slot(object, object)
    def _on_trained(self, _path: Path, learned: Learned) -> None:
        self.trained.emit(learned)

    @Slot()
    def _on_finished(self) -> None:
        if self._worker is not None:
            self._worker.deleteLater()
            self._worker = None
        self.over.emit()

"""Doing ahead what a first run would wait for."""

import logging

from PySide6.QtCore import QObject, QThread
from typing_extensions import override

from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.workers.cancellable import CancellableThread

_log = logging.getLogger(__name__)


class GettingReady(CancellableThread):
    """Let the engine get ready, once, while somebody looks at the recipe.

    A run that is started meanwhile takes over what is there by then.
    """

    def __init__(self, engine: TrainingEngine, parent: QObject | None = None) -> None:
        super().__init__("getting-ready", parent)
        self._engine = engine
        self._data = ""

    def begin(self, data: str) -> None:
        """Start, behind everything that the window has to do; once is enough."""
        if not (self.isRunning() or self.isFinished() or self.is_cancelled()):
            self._data = data
            self.start(QThread.Priority.LowPriority)

    @override
    def run(self) -> None:
        """Get ready (Qt calls this in the thread)."""
        try:
            self._engine.get_ready(self._data, self.is_cancelled)
        except Exception:  # noqa: BLE001 - the thread's one safety net
            # Whoever starts a run is told, in words.
            _log.exception("the engine could not get ready")

"""A thread that looks at something again and again until nobody wants it any more."""

from abc import abstractmethod
from threading import Event

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error


class WatchingThread(CancellableThread):
    """Run `watch`, which rests between two looks; giving up ends a rest at once.

    Signals
    -------
    failed(error)
        It cannot be looked at: a ``CnnvizError``.
    """

    failed = Signal(object)

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(name, parent)
        self._wake = Event()

    @override
    def cancel(self) -> None:
        """Look no more."""
        super().cancel()
        self._wake.set()

    @override
    def run(self) -> None:
        """Watch (Qt calls this in the thread)."""
        try:
            self.watch()
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, self.objectName()))

    @abstractmethod
    def watch(self) -> None:
        """Look until cancelled."""

    def rest(self, seconds: float) -> None:
        """Wait so long, or until cancelled."""
        self._wake.wait(seconds)

"""The thread that writes a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.state.workers.cancellable import CancellableThread
from cnnviz.state.workers.errors import as_cnnviz_error


class FileWorker(CancellableThread):
    """Write one file; one thread a file.

    Parameters
    ----------
    name
        What is done, for the log.
    path
        Where the file will be.
    write
        Writes it, or raises; asks its argument now and then whether to raise `Cancelled`.
    grace_ms
        What closing waits before it gives the file up.

    Signals
    -------
    saved(path, result)
        The whole file is there; the result is that of ``write``.
    failed(error)
        A ``CnnvizError``; what was there before is still there.
    given_up()
        It was cancelled; what was there before is still there.
    """

    saved = Signal(object, object)
    failed = Signal(object)
    given_up = Signal()

    def __init__(
        self,
        name: str,
        path: Path,
        write: Callable[[Callable[[], bool]], object],
        parent: QObject | None = None,
        *,
        grace_ms: int = 0,
    ) -> None:
        super().__init__(name, parent)
        self._path, self._write, self._grace_ms = path, write, grace_ms

    @override
    def shut_down(self) -> None:
        """Wait until the file is written; give up what takes long."""
        if not self.wait(self._grace_ms):
            super().shut_down()

    @override
    def run(self) -> None:
        """Write (Qt calls this in the thread)."""
        try:
            result = self._write(self.is_cancelled)
        except Cancelled:
            self.given_up.emit()
        except Exception as error:  # noqa: BLE001 - the thread's one safety net
            self.failed.emit(as_cnnviz_error(error, self.objectName()))
        else:
            self.saved.emit(self._path, result)

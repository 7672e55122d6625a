"""The last net: exceptions that nobody foresaw, in any thread."""

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

_log = logging.getLogger(__name__)


class ErrorHooks(QObject):
    """Log what nobody caught, and tell the window's thread; the program goes on.

    Signals
    -------
    caught(trace)
        The traceback as text.
    """

    caught = Signal(str)

    def install(self) -> None:
        """Take over Python's three hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable

    def uninstall(self) -> None:
        """Give Python its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        # A hook that raises takes the program with it: whatever goes wrong in here
        # (a full disk under the log, an object half gone at exit) ends in here.
        try:
            if issubclass(kind, KeyboardInterrupt):
                return
            text = "".join(traceback.format_exception(kind, error, trace))
            _log.error("unexpected exception\n%s", text)
            self.caught.emit(text)
        except Exception:  # noqa: BLE001 - see above
            sys.__excepthook__(kind, error, trace)

    def _on_thread_exception(self, happened: threading.ExceptHookArgs) -> None:
        if happened.exc_value is not None:
            self._on_exception(
                happened.exc_type, happened.exc_value, happened.exc_traceback
            )

    def _on_unraisable(self, happened: "sys.UnraisableHookArgs") -> None:
        """Log only: this is a clean-up that failed, nothing that a user began."""
        try:
            _log.error("unraisable exception in %r", happened.object)
            if happened.exc_value is not None:
                _log.error("unraisable", exc_info=happened.exc_value)
        except Exception:  # noqa: BLE001 - as above
            sys.__unraisablehook__(happened)

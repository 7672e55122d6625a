"""Importing torch while the window is already on the screen."""

import ctypes
import linecache
import logging
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThread

from cnnviz.engine.lacking import has_torch

_LIBRARIES: Final = {
    "linux": "libtorch_python.so",
    "darwin": "libtorch_python.dylib",
}

_log = logging.getLogger(__name__)


class TorchWarmUp(QThread):
    """Import torch once, in this thread, so that the first question need not wait."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("torch-warm-up")

    def begin(self) -> None:
        """Start, behind everything that the window has to do; once is enough."""
        if not (self.isRunning() or self.isFinished()):
            self.start(QThread.Priority.LowPriority)

    def shut_down(self) -> None:
        """Wait for the end: an import cannot be broken off."""
        self.wait()

    def run(self) -> None:
        """Import (Qt calls this in the thread)."""
        if not has_torch():
            return  # the pages say it, in words, when they need it
        load_native_part()
        try:
            import torch  # noqa: F401 - 2 s: never on the window's thread
        except ImportError:
            _log.exception("torch cannot be imported")
        # PySide reads the source of whatever is imported after it, and leaves all of
        # it in this cache: some 30 MB of torch that nobody asks for again.
        linecache.clearcache()


def load_native_part() -> bool:
    """Bring torch's shared libraries into the process; say whether that was done.

    ``import`` holds Python's lock while the system loads a library, and torch's take
    some 300 ms: the window would stand still. A foreign function called through ctypes
    lets the lock go, so the same loading done here disturbs nobody; the import that
    follows finds the libraries in place. Where this cannot be done, import does it all.
    Every thread that imports torch may call it first, at the same time too.
    """
    name = _LIBRARIES.get(sys.platform)
    package = find_spec("torch")
    if "torch" in sys.modules or name is None or package is None:
        return False
    for folder in package.submodule_search_locations or ():
        library = Path(folder, "lib", name)
        if library.is_file():
            return _open_library(library)
    return False


def _open_library(path: Path) -> bool:
    # ctypes.CDLL(path) would hold the lock like import does.
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype = ctypes.c_void_p
    dlopen.argtypes = (ctypes.c_char_p, ctypes.c_int)
    return bool(dlopen(os.fsencode(path), os.RTLD_LAZY))

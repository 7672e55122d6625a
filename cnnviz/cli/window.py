"""``cnnviz [FILE]``: the window."""

import gc
import logging
import os
import sys
from importlib.metadata import version
from types import TracebackType
from typing import Final

from cnnviz.cli.console.display import display_problem
from cnnviz.cli.console.stderr import print_error
from cnnviz.engine.lacking import has_torch
from cnnviz.shell.faults.crash_log import CrashLog
from cnnviz.shell.faults.log_setup import begin_logging, log_file

_TROUBLED_TORCH: Final = (2, 9)
_RUNTIME: Final = (
    " Install the Microsoft Visual C++ Redistributable (x64), then start cnnviz again."
)

_log = logging.getLogger(__name__)


def run(file: str | None) -> int:
    """Open the window, with a file if there is one; return when it is closed."""
    begin_logging()
    sys.excepthook = _on_unforeseen
    problem = display_problem(os.environ, sys.platform)
    if problem is not None:
        return _fail(problem)
    crash = CrashLog()
    crash.begin()
    if sys.platform == "win32" and has_torch():
        _import_torch_first()
    # All that is loaded and built now stays. The window's own timer collects later on.
    gc.disable()
    try:
        # Here, because no other command needs Qt, nor waits for it.
        from cnnviz.app import main
    except ImportError as error:
        missing = _RUNTIME if "DLL load failed" in str(error) else ""
        return _fail(f"the window cannot be opened: {error}.{missing}")
    else:
        return main(file, crashed=crash.found)
    finally:
        gc.enable()
        crash.end()


def _fail(problem: str) -> int:
    _log.info("no window: %s", problem)
    print_error(problem)
    return 1


def _on_unforeseen(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Tell of an error while the window is built; afterwards its own hooks do."""
    _log.critical("the window was not built", exc_info=(kind, error, trace))
    print_error(f"the window cannot be opened: {error!r}. {log_file()} says more")


def _import_torch_first() -> None:
    """Import torch before Qt does.

    WORKAROUND https://github.com/pytorch/pytorch/issues/166628: on Windows, torch 2.9
    and newer cannot load its own libraries once Qt's are in the process.
    """
    major, minor = version("torch").split(".")[:2]
    if (int(major), int(minor)) >= _TROUBLED_TORCH:
        import torch  # noqa: F401

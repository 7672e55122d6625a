"""``cnnviz [FILE]``: the window."""

import gc
import os
import sys
from importlib.metadata import version

from cnnviz.cli.console.display import display_problem
from cnnviz.cli.console.stderr import print_error

_TROUBLED_TORCH = (2, 9)


def run(file: str | None) -> int:
    """Open the window, with a file if there is one; return when it is closed."""
    problem = display_problem(os.environ, sys.platform)
    if problem is not None:
        print_error(problem)
        return 1
    if sys.platform == "win32":
        _import_torch_first()
    # All that is loaded and built now stays. The window's own timer collects later on.
    gc.disable()
    try:
        # Here, because no other command needs Qt, nor waits for it.
        from cnnviz.app import main
    except ImportError as error:
        print_error(f"the window cannot be opened: {error}")
        return 1
    else:
        return main(file)
    finally:
        gc.enable()


def _import_torch_first() -> None:
    """Import torch before Qt does.

    WORKAROUND https://github.com/pytorch/pytorch/issues/166628: on Windows, torch 2.9
    and newer cannot load its own libraries once Qt's are in the process.
    """
    major, minor = version("torch").split(".")[:2]
    if (int(major), int(minor)) >= _TROUBLED_TORCH:
        import torch  # noqa: F401

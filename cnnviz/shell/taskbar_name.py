"""Windows: the name by which the taskbar keeps our windows together."""

import ctypes
import sys
from contextlib import suppress

_NAME = "cnnviz.cnnviz"


def take_taskbar_name() -> None:
    """Be ourselves in the taskbar, with our own icon; without it we are ``python.exe``.

    To be called before the first window. Elsewhere nothing happens: there the name of
    the desktop file says it.
    """
    if sys.platform == "win32":
        with suppress(AttributeError, OSError):
            shell = ctypes.windll.shell32
            shell.SetCurrentProcessExplicitAppUserModelID(_NAME)

"""A message where there is no terminal, before Qt can show one."""

import ctypes
import sys
from typing import Final

_TITLE: Final = "cnnviz"
_ICON_ERROR: Final = 0x10
_TO_THE_FRONT: Final = 0x10000


def show_message(text: str) -> None:
    """Show a box of the system's own, until it is closed.

    Only Windows starts a program without a standard error (``cnnviz-gui``, the bundle);
    elsewhere a desktop keeps what is printed in its journal, and this does nothing.
    """
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(
            None, text, _TITLE, _ICON_ERROR | _TO_THE_FRONT
        )

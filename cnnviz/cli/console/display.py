"""Whether a window can be opened here: Qt itself ends the process when it cannot."""

import ctypes
import socket
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_X11_FOLDER: Final = "/tmp/.X11-unix"
_FIRST_PORT: Final = 6000
_NO_DISPLAY: Final = (
    "no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Run this on a desktop, "
    "or use 'cnnviz demo --out FOLDER', which needs none"
)


def display_problem(environment: Mapping[str, str], platform: str) -> str | None:
    """Return why no window can be opened, as one line, or None when one can.

    Only Linux and its kin are looked at, and only when Qt was not told its platform.
    """
    if not platform.startswith(("linux", "freebsd")):
        return None
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith("xcb"):
        return None
    if environment.get("WAYLAND_DISPLAY") and not chosen:
        return None
    display = environment.get("DISPLAY", "")
    if not display:
        return _NO_DISPLAY
    if not _answers(display):
        return (
            f"the display {display} does not answer. Check DISPLAY, or use "
            "'cnnviz demo --out FOLDER', which needs none"
        )
    return missing_library()


def missing_library() -> str | None:
    """Return which library of the system Qt's X11 part lacks, as one line."""
    package = find_spec("PySide6")
    if package is None or not package.submodule_search_locations:
        return "PySide6 is not installed: pip install PySide6-Essentials"
    folder = Path(next(iter(package.submodule_search_locations)))
    plugin = folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.is_file():
        return None  # a distribution's own Qt, with its own dependencies
    try:
        # Qt loads it anyway; here its complaint can be told in a sentence.
        ctypes.CDLL(str(plugin))
    except OSError as error:
        name = str(error).partition(":")[0]
        return (
            f"Qt cannot open a window: the system library {name} is missing. "
            "'make run' installs what is needed; README lists the packages"
        )
    return None


def _answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return True  # a form that we do not know: let Qt try
    if host not in ("", "unix"):
        return _connects(socket.AF_INET, (host, _FIRST_PORT + int(number)))
    path = f"{_X11_FOLDER}/X{number}"
    return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")


def _connects(family: int, address: str | tuple[str, int]) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as connection:
        connection.settimeout(2)
        try:
            connection.connect(address)
        except (OSError, OverflowError, ValueError):
            # The others are about ports and names that cannot be.
            return False
    return True

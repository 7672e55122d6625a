"""Where the program keeps what is the user's: on the machine, or beside the program."""

import os
import sys
from pathlib import Path
from typing import Final

from platformdirs import user_data_path, user_log_path, user_state_path

PORTABLE: Final = "portable"
"""The file beside the bundle that asks for everything to be kept beside it too."""

_NAME: Final = "cnnviz"


def is_bundle() -> bool:
    """Whether this is the program that brings its own Python."""
    return bool(getattr(sys, "frozen", False))


def portable_place() -> Path | None:
    """Return the folder beside the bundle in which all is kept; ``None`` as usual.

    That is so where a file ``portable`` lies beside the program, and the folder can be
    written to: of a stick that cannot, the machine's own places are used.
    """
    if not is_bundle():
        return None
    folder = Path(sys.executable).parent
    if folder.name == "MacOS":  # in cnnviz.app/Contents
        folder = folder.parents[2]
    asked = (folder / PORTABLE).is_file() and os.access(folder, os.W_OK)
    return folder / "settings" if asked else None


def data_place() -> Path:
    """Return where downloaded data, drawings and runs are."""
    place = portable_place()
    return user_data_path(_NAME, appauthor=False) if place is None else place / "data"


def state_place() -> Path:
    """Return where work is kept from one start to the next."""
    place = portable_place()
    return user_state_path(_NAME, appauthor=False) if place is None else place / "state"


def log_place() -> Path:
    """Return where the log is."""
    place = portable_place()
    return user_log_path(_NAME, appauthor=False) if place is None else place / "log"


def settings_file() -> Path | None:
    """Return the file of preferences; ``None``: where Qt keeps those of a program."""
    place = portable_place()
    return None if place is None else place / f"{_NAME}.ini"

"""What goes wrong, told on the standard error: one line each."""

import sys
from contextlib import suppress
from typing import Final

from cnnviz.engine.shown_text import shown

_MOST: Final = 4_000


def print_error(message: str) -> None:
    """Print a message as one line, whatever the names in it hold."""
    with suppress(OSError):  # the terminal is gone: there is nobody to tell
        line = shown(" ".join(message.split()), _MOST)
        print("cnnviz:", line, file=sys.stderr, flush=True)

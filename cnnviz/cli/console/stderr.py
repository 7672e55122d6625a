"""What goes wrong, told on the standard error: one line each."""

import sys
from contextlib import suppress
from typing import Final

from cnnviz.cli.console.message_box import show_message
from cnnviz.engine.shown_text import shown

_MOST: Final = 4_000


def print_error(message: str) -> None:
    """Print a message as one line, whatever the names in it hold.

    Without a standard error from the start, it is shown in a box of the system's.
    """
    line = shown(" ".join(message.split()), _MOST)
    if sys.__stderr__ is None:
        show_message(line)
    with suppress(OSError):  # the terminal is gone: there is nobody to tell
        print("cnnviz:", line, file=sys.stderr, flush=True)

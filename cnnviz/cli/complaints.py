"""What goes wrong, told on the standard error: one line each."""

import sys
from contextlib import suppress

from cnnviz.engine.shown_text import escaped


def complain(message: str) -> None:
    """Print a message as one line, whatever the names in it hold."""
    with suppress(OSError):  # the terminal is gone: there is nobody to tell
        line = escaped(" ".join(message.split()))
        print("cnnviz:", line, file=sys.stderr, flush=True)

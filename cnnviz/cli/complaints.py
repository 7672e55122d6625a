"""What goes wrong, told on the standard error: one line each."""

import sys
from contextlib import suppress


def complain(message: str) -> None:
    """Print a message as one line, whatever the names in it hold."""
    with suppress(OSError):  # the terminal is gone: there is nobody to tell
        print("cnnviz:", " ".join(message.split()), file=sys.stderr, flush=True)

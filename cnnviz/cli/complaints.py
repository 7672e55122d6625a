"""What goes wrong, told on the standard error: one line each."""

import sys


def complain(message: str) -> None:
    """Print a message as one line, whatever the names in it hold."""
    print("cnnviz:", " ".join(message.split()), file=sys.stderr, flush=True)

"""How far an animation is, on a terminal: a line on the standard error that rewrites itself."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Final

_PATIENCE: Final = 1.0
"""Seconds for which nobody needs to be told."""

_EVERY: Final = 0.1
"""Seconds between two changes: quick to the eye, nothing to a CPU."""


@contextmanager
def animation_progress() -> Iterator[Callable[[int, int], None] | None]:
    """Yield the function to call after each frame; clear the line at the end.

    Gives ``None`` where nobody looks: the standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    due, width = monotonic() + _PATIENCE, 0

    def rewrite(words: str) -> None:
        """Print what is in the line now."""
        with suppress(OSError):  # the terminal is gone: the animation goes on
            print(f"\r{words}", end="", file=sys.stderr, flush=True)

    def show(done: int, total: int) -> None:
        """Tell how many frames are done, unless that has just been told."""
        nonlocal due, width
        if monotonic() < due:
            return
        due = monotonic() + _EVERY
        words = f"frame {done} of {total} ({done / total:.0%})"
        width = max(width, len(words))
        rewrite(words.ljust(width))

    try:
        yield show
    finally:
        if width:
            rewrite(" " * width + "\r")

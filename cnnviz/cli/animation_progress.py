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
    """Give what is to be called after each frame; wipe the line in the end.

    Gives ``None`` where nobody looks: the standard error is no terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    line = _Line()
    try:
        yield line.show
    finally:
        line.wipe()


class _Line:
    """One line of the terminal."""

    def __init__(self) -> None:
        self._next = monotonic() + _PATIENCE
        self._width = 0

    def show(self, done: int, total: int) -> None:
        """Tell how many frames are done, unless that has just been told."""
        if monotonic() < self._next:
            return
        self._next = monotonic() + _EVERY
        words = f"frame {done} of {total} ({done / total:.0%})"
        self._width = max(self._width, len(words))
        self._print(f"\r{words.ljust(self._width)}")

    def wipe(self) -> None:
        """Leave the line empty for what is printed next."""
        if self._width:
            self._print(f"\r{' ' * self._width}\r")

    @staticmethod
    def _print(text: str) -> None:
        with suppress(OSError):  # the terminal is gone: the animation goes on
            print(text, end="", file=sys.stderr, flush=True)

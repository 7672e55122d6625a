"""A standard output that takes some lines, and then no more."""

import errno
import io
import os
import sys

import pytest

CLOSED = BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Unheard(io.StringIO):
    """Takes so many lines, and refuses all that comes after with an error."""

    def __init__(self, lines: int, error: OSError) -> None:
        super().__init__()
        self._left, self._error = lines, error

    def write(self, text: str) -> int:
        self._left -= text.count("\n")
        if self._left < 0:
            raise self._error
        return super().write(text)


def be_unheard(patch: pytest.MonkeyPatch, lines: int, error: OSError) -> None:
    """Let the standard output refuse what comes after so many lines."""
    patch.setattr(sys, "stdout", Unheard(lines, error))

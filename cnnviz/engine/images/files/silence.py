"""Keeping libraries of C from writing to the terminal what we say in our own words."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_STDERR: Final = 2


@contextmanager
def silent_stderr() -> Iterator[None]:
    """Let nothing reach the standard error but through Python.

    libtiff writes there itself, and Pillow has no switch for it. The whole process is
    silent for that long, so this goes round decoding and nothing else.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:  # a program without a terminal may have none
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, _STDERR)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)

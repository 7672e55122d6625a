"""Files of the command line: by their names, or from the standard input."""

import os
import select
import stat
import sys
from pathlib import Path
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as

STANDARD_INPUT: Final = frozenset({"-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"})
_AT_A_TIME: Final = 1024**2
_NAME: Final = "standard input"
_PATIENCE_S: Final = 3
"""How long a named pipe may have no writer."""


def read_given(path: Path, *, at_most: int | None = None) -> bytes:
    """Return the bytes of a file, of a pipe, or for ``-`` those of the standard input.

    Parameters
    ----------
    path
        What was given on the command line.
    at_most
        Bytes that there may be; as many as a picture has when ``None``. Of a pipe no
        more than that is ever kept.

    Raises
    ------
    CnnvizError
        ``stdin_terminal``, ``stdin_empty``, ``file_too_large``, ``file_unreadable``,
        and for files what `cnnviz.engine.images.files.loading.read_file` raises.
    """
    from cnnviz.engine.images.files.loading import MAX_BYTES, read_file

    limit = MAX_BYTES if at_most is None else at_most
    if str(path) in STANDARD_INPUT:
        return _from_standard_input(limit)
    if _is_pipe(path):
        with failing_as("file_unreadable", str(path)):
            return _from_pipe(path, limit)
    return read_file(path, at_most=at_most)


def check_one_input(*paths: Path) -> None:
    """Refuse to read two things from the one standard input.

    Raises
    ------
    CnnvizError
        ``stdin_twice``.
    """
    if sum(str(path) in STANDARD_INPUT for path in paths) > 1:
        raise CnnvizError("stdin_twice")


def _from_standard_input(limit: int) -> bytes:
    if sys.stdin is None or sys.stdin.isatty():
        raise CnnvizError("stdin_terminal")
    with failing_as("file_unreadable", _NAME):
        data = _read_bounded(sys.stdin.fileno(), _NAME, limit)
    if not data:
        raise CnnvizError("stdin_empty")
    return data


def _is_pipe(path: Path) -> bool:
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _from_pipe(path: Path, limit: int) -> bytes:
    """Return what comes through a pipe, as a shell makes it of <(command)."""
    # Not blocking: opening a pipe that nobody writes to would wait without an end.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        ready, _, _ = select.select([descriptor], [], [], _PATIENCE_S)
        if not ready:
            raise OSError(f"nobody wrote to this pipe for {_PATIENCE_S} seconds")
        os.set_blocking(descriptor, True)
        return _read_bounded(descriptor, str(path), limit)
    finally:
        os.close(descriptor)


def _read_bounded(descriptor: int, name: str, limit: int) -> bytes:
    """Return all that comes, and give up as soon as it is too much."""
    parts, length = list[bytes](), 0
    while part := os.read(descriptor, _AT_A_TIME):
        parts.append(part)
        length += len(part)
        if length > limit:
            raise CnnvizError(
                "file_too_large",
                file=name,
                megabytes=-(-length // 1024**2),
                limit=limit // 1024**2,
            )
    return b"".join(parts)

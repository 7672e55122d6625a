"""Whole lines of a file that another process may be writing."""

from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Final

from cnnviz.engine.files import check_regular

MOST_LINE_BYTES: Final = 4 * 2**20
"""Of a line: the layers of the largest networks in use take a hundredth of it."""


def open_to_append(path: Path) -> FileIO:
    """Open a file to write at its end, unbuffered: what a killed process wrote is there.

    Raises
    ------
    OSError
        It cannot be written, or is no file: opening a pipe would wait for ever.
    """
    if path.exists():
        check_regular(path)
    return FileIO(path, "ab")


def whole_lines(path: Path) -> Iterator[bytes]:
    """Yield each line up to the last one that has its end.

    Raises
    ------
    FileNotFoundError, OSError
        Where there is no file, or none that can be read to an end.
    ValueError
        Of a line that is too long to be one of ours.
    """
    check_regular(path)
    with path.open("rb") as file:
        while line := file.readline(MOST_LINE_BYTES):
            if line.endswith(b"\n"):
                yield line
            elif len(line) == MOST_LINE_BYTES:
                raise ValueError(path.name)

"""Places for results, looked at before the work for them is done."""

import argparse
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cnnviz.cli.console.argparse_ext import cut
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_replaceable, reason, write_whole


def path_ending(endings: Sequence[str], said: str) -> Callable[[str], Path]:
    """Return the reader of a path that must have one of some endings.

    Parameters
    ----------
    endings
        In small letters, with their points.
    said
        How a refusal lists them.
    """

    def read(text: str) -> Path:
        """Return the path that a text names."""
        path = Path(text)
        if path.suffix.lower() not in endings:
            raise argparse.ArgumentTypeError(f"{cut(text)} must end in {said}")
        return path

    return read


def check_writable(path: Path, *sources: Path) -> None:
    """Refuse a path that cannot be written, before the work is done.

    Parameters
    ----------
    path
        What is to be written.
    *sources
        The files from which it is made: none of them may be written over.

    Raises
    ------
    CnnvizError
        ``folder_missing``, ``file_is_source``, ``file_unwritable`` and what
        `cnnviz.engine.files.check_replaceable` raises.
    """
    check_replaceable(path)
    for source in sources:
        # A name that is not there, or cannot be, is told when it is read.
        with suppress(OSError, ValueError):
            if path.samefile(source):  # by whatever names the two go
                raise CnnvizError("file_is_source", file=str(path))
    try:
        if not path.parent.is_dir():
            raise CnnvizError("folder_missing", folder=str(path.parent), file=path.name)
    except OSError as error:
        raise CnnvizError(
            "file_unwritable", file=str(path), reason=reason(error)
        ) from error
    # Beside the file a new one is made, which then takes its place.
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise CnnvizError("file_unwritable", file=str(path), reason="Permission denied")


def make_folder(folder: Path, *names: str) -> None:
    """Make a folder for results, and refuse it when these files cannot be in it.

    Raises
    ------
    CnnvizError
        ``file_unwritable`` or ``file_is_folder``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CnnvizError(
            "file_unwritable", file=str(folder), reason=reason(error)
        ) from error
    for name in names:
        check_writable(folder / name)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises
    ------
    CnnvizError
        What `check_writable` and `cnnviz.engine.files.write_whole` raise.
    """
    check_writable(path)
    write_whole(path, data)

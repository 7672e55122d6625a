"""Places for results, looked at before the work for them is done."""

import os
from pathlib import Path

from cnnviz.errors import CnnvizError
from cnnviz.files import reason, write_whole


def check_writable(path: Path) -> None:
    """Refuse a place where no file can be, before the work for it is done.

    Raises
    ------
    CnnvizError
        ``folder_missing``, ``file_is_folder`` or ``file_unwritable``.
    """
    try:
        if path.is_dir():
            raise CnnvizError("file_is_folder", file=str(path))
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
        What `check_writable` and `cnnviz.files.write_whole` raise.
    """
    check_writable(path)
    write_whole(path, data)

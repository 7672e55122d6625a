"""Files that are either written whole or not at all."""

import os
from pathlib import Path

from cnnviz.errors import CnnvizError


def check_writable(path: Path) -> None:
    """Refuse a place where no file can be, before the work for it is done.

    Raises
    ------
    CnnvizError
        ``folder_missing`` or ``file_is_folder``.
    """
    if not path.parent.is_dir():
        raise CnnvizError("folder_missing", folder=str(path.parent), file=path.name)
    if path.is_dir():
        raise CnnvizError("file_is_folder", file=str(path))


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: never half of it is seen.

    Raises
    ------
    CnnvizError
        ``folder_missing``, ``file_is_folder`` or ``file_unwritable``; what was there
        before is still there.
    """
    check_writable(path)
    # A link stays a link: what it points to is replaced.
    target = Path(os.path.realpath(path))
    unfinished = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(target)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CnnvizError("file_unwritable", file=str(path), reason=reason) from error
    finally:
        # Also when the user interrupts; after a success there is nothing left.
        unfinished.unlink(missing_ok=True)

"""Files that somebody named: looked at before they are read, written whole or not."""

import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final
from uuid import uuid4

from cnnviz.engine.errors import CnnvizError

DAMAGED: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What libraries raise on damaged files, seen by changing their bytes."""


def check_file(path: Path) -> int:
    """Return the size of a file that can be read, in bytes.

    Raises
    ------
    CnnvizError
        ``file_not_found``, ``file_is_folder`` or ``file_unreadable`` (a device, a pipe,
        something that Linux only shows as a file, or no permission).
    """
    try:
        if path.is_dir():
            raise CnnvizError("file_is_folder", file=str(path))
        size = path.stat().st_size
        # A device or a pipe may have no end, and opening one may wait for ever.
        if not path.is_file() or _is_of_the_system(path):
            raise CnnvizError("file_unreadable", file=str(path), reason="not a file")
        with path.open("rb"):
            return size
    except FileNotFoundError as error:
        raise CnnvizError("file_not_found", file=str(path)) from error
    except OSError as error:
        raise CnnvizError(
            "file_unreadable", file=str(path), reason=reason(error)
        ) from error
    except ValueError as error:
        # A null byte in the name.
        raise CnnvizError("file_not_found", file=repr(str(path))) from error


def check_regular(path: Path, most: int | None = None) -> None:
    """Refuse what is no file with an end: opening a pipe may wait for ever.

    Parameters
    ----------
    path
        Its name.
    most
        Bytes that it may have.

    Raises
    ------
    FileNotFoundError, OSError
        It is not there, or is something else, or larger.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or (most is not None and found.st_size > most):
        raise OSError("not a file, or too large")


def read_regular(path: Path, most: int) -> bytes:
    """Return what is in a file that has at most so many bytes.

    Raises
    ------
    OSError
        As `check_regular`, or it cannot be read.
    """
    check_regular(path, most)
    return path.read_bytes()


def _is_of_the_system(path: Path) -> bool:
    """Return whether Linux makes up a file as it is read, perhaps without an end."""
    return os.path.realpath(path).startswith(("/proc/", "/sys/"))


def check_replaceable(path: Path) -> None:
    """Refuse a name under which something is that no file may take the place of.

    A link counts as what it leads to. A new file is made beside its place and moved
    there: that works on a device, too, and on a file that is marked read-only, which
    would both be gone.

    Raises
    ------
    CnnvizError
        ``file_is_folder``, ``file_is_no_file`` (a device, a pipe), ``file_read_only``,
        or ``file_unwritable``.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, ValueError) as error:
        told = reason(error)
        raise CnnvizError("file_unwritable", file=str(path), reason=told) from error
    if stat.S_ISDIR(mode):
        raise CnnvizError("file_is_folder", file=str(path))
    if not stat.S_ISREG(mode):
        raise CnnvizError("file_is_no_file", file=str(path))
    # The system lets root write to any; who took all rights away meant root, too.
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise CnnvizError("file_read_only", file=str(path))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and move it there: never half of it is seen.

    Raises
    ------
    CnnvizError
        ``file_unwritable`` or what `check_replaceable` raises; what was there before is
        still there.
    """
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written piece by piece: it takes its place when all is there.

    Leaving the block by an exception leaves what was there before, and nothing else.

    Raises
    ------
    CnnvizError
        ``file_unwritable`` or what `check_replaceable` raises.
    """
    check_replaceable(path)
    # A link stays a link: what it points to is replaced.
    target = Path(os.path.realpath(path))
    # Not made from the name, which may be as long as names can be.
    unfinished = target.with_name(f".cnnviz-{uuid4().hex}.tmp")
    try:
        with failing_as("file_unwritable", str(path)):
            with unfinished.open("wb") as file:
                yield file
            unfinished.replace(target)
    finally:
        # Also when the user interrupts; after a success there is nothing left.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


@contextmanager
def failing_as(
    code: str, file: str, kinds: tuple[type[Exception], ...] = (OSError,)
) -> Iterator[None]:
    """Say in a sentence why the system, or a library, gave up on a file.

    Parameters
    ----------
    code
        Of a sentence about a ``file`` and a ``reason``.
    file
        Its name.
    kinds
        What is raised then.
    """
    try:
        yield
    except kinds as error:
        raise CnnvizError(code, file=file, reason=reason(error)) from error


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Let every refusal of what a file holds say which file it was.

    Raises
    ------
    CnnvizError
        ``numbers_file_wrong`` round an error that names no file.
    """
    try:
        yield
    except CnnvizError as error:
        if "file" in error.facts:
            raise
        raise CnnvizError("numbers_file_wrong", file=file, problem=error) from error


def readable_name(name: str) -> str:
    r"""Return the name of a file, bytes that are no UTF-8 written out.

    Python keeps such bytes as halves of letters, which no other program reads.

    Examples
    --------
    >>> readable_name("caf\udce9.png")
    'caf\\xe9.png'
    """
    try:
        data = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # other halves: the name of no file
        data = name.encode("utf-8", "backslashreplace")
    return data.decode("utf-8", "backslashreplace")


def reason(error: Exception) -> str:
    """Return why the system, or a library, refused, in its own words and without names.

    Examples
    --------
    >>> reason(PermissionError(13, "Permission denied", "secret.png"))
    'Permission denied'
    """
    told = error.strerror if isinstance(error, OSError) else ""
    return told or str(error) or type(error).__name__

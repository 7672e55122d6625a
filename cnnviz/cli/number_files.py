"""Kernels and signals in files: text with numbers in brackets."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.sentences import sentence

_Numbers = TypeVar("_Numbers")


def read_numbers_file(
    path: Path, parse: Callable[[str], _Numbers], *, at_most: int | None = None
) -> _Numbers:
    """Return what is in a file, whose name is in every error.

    Parameters
    ----------
    path
        The file.
    parse
        Turns its text into numbers.
    at_most
        Bytes that it may have; as many as a picture when ``None``.

    Raises
    ------
    CnnvizError
        ``file_not_text``, ``numbers_file_wrong`` with what ``parse`` raised, and what
        `cnnviz.engine.images.loading.read_file` raises.
    """
    from cnnviz.engine.images.loading import read_file

    data = read_file(path, at_most=at_most)
    try:
        # Windows editors begin a file with a byte order mark.
        return parse(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CnnvizError("file_not_text", file=str(path)) from error
    except CnnvizError as error:
        raise CnnvizError(
            "numbers_file_wrong", file=str(path), problem=sentence(error).rstrip(".")
        ) from error

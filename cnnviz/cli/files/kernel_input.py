"""Kernels and signals: numbers in files, and words that are numbers themselves."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from cnnviz.cli.files.given_files import read_given
from cnnviz.engine.files import naming

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Numbers = TypeVar("_Numbers")

_WRITTEN: Final = re.compile(r"[\[{&|\n]|^\s*\(|\\begin|^(?=.*\d)[-+−\s\d.,;/eE]+$")


def is_written_out(text: str) -> bool:
    """Whether a word of the command line holds numbers itself, and names no file.

    Examples
    --------
    >>> is_written_out("[[1]]"), is_written_out("1 0 -1"), is_written_out("k.json")
    (True, True, False)
    """
    return bool(_WRITTEN.search(text))


def read_numbers(
    given: "_Numbers | Path",
    parse: Callable[[str], _Numbers],
    take: "Callable[[NDArray[np.generic]], _Numbers]",
    *,
    at_most: int | None = None,
) -> _Numbers:
    """Return numbers as they were given, those of a file of text or of NumPy's read.

    The name of the file is in every error.

    Parameters
    ----------
    given
        The numbers, or their file.
    parse
        Turns its text into numbers.
    take
        Turns the array in a .npy file into numbers.
    at_most
        Bytes that it may have; as many as a picture when ``None``.

    Raises
    ------
    CnnvizError
        ``file_not_text``, ``numbers_file_wrong`` with what ``parse`` or ``take``
        raised, and what `decode_npy` and `read_given` raise.
    """
    if not isinstance(given, Path):
        return given
    from cnnviz.engine.images.numbers.number_files import decode_npy, text_of

    data, name = read_given(given, at_most=at_most), str(given)
    array = decode_npy(data, name)
    text = "" if array is not None else text_of(data, name)
    with naming(name):
        return parse(text) if array is None else take(array)

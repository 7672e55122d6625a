"""A row of numbers as people type it, read and written."""

import re
from fractions import Fraction
from typing import Final

from cnnviz.engine.convolution.one_dimensional import as_signal
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import (
    Mark,
    is_number,
    numbers_of,
    one_or_several,
    with_plain_signs,
)
from cnnviz.engine.images.numbers.number_tables import read_table
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER, is_too_large

MOST_VALUES: Final = 256
"""Numbers of a signal, at most."""
MOST_WEIGHTS: Final = 31
"""Numbers of its kernel, at most."""

_BAR: Final = re.compile(r"\s*/\s*")
_LIST_COMMA: Final = re.compile(r",\s|\s,|^,|,$")
_PRINTED: Final = re.compile(
    r"[A-Za-z]\s*\(|\\|[{|&]|\[\s*\[|\]\s*[^\s\])]|^\s*\[\d+\]\s|…|\.{3}"
)
"""As another program prints a row: array([1, 2]), [1] 1 2, \\begin{pmatrix}."""
_LONGEST_QUOTE: Final = 12
_LARGEST_DENOMINATOR: Final = 99
_LONGEST_DECIMAL: Final = 7


def parse_row(text: str, decimal_mark: Mark, most: int) -> tuple[float, ...]:
    """Read numbers with spaces, commas or semicolons between them.

    A comma may also be the decimal mark. It separates where there are points, where it
    stands beside a space, or where one piece holds several; it is a decimal comma where
    semicolons or spaces separate. What is still open, the reader's language decides.

    Parameters
    ----------
    text
        What was typed; brackets around it and fractions such as ``1/3`` are understood.
    decimal_mark
        ``.`` or ``,``: what the language writes.
    most
        How many numbers there may be.

    Raises
    ------
    CnnvizError
        ``signal_empty``, ``row_word``, ``row_number_too_large``, ``row_too_long``, and
        what `read_table` and `number_of` raise.

    Examples
    --------
    >>> parse_row("1, 0, -1/4", ".", 31), parse_row("0,5 2", ".", 31)
    ((1.0, 0.0, -0.25), (0.5, 2.0))
    >>> parse_row("1,5", ".", 31), parse_row("1,5", ",", 31)
    ((1.0, 5.0), (1.5,))
    """
    if _PRINTED.search(text):
        numbers = tuple(as_signal(read_table(text, LARGEST_NUMBER)).tolist())
    else:
        numbers = _typed(text, decimal_mark)
    if len(numbers) > most:
        raise CnnvizError("row_too_long", count=len(numbers), limit=most)
    return numbers


def _typed(text: str, decimal_mark: Mark) -> tuple[float, ...]:
    plain = _BAR.sub("/", with_plain_signs(text).strip().strip("[]()").strip())
    if _commas_are_decimal(plain, decimal_mark):
        # Beside a space it is no mark: "1,5, 2".
        words = re.split(r"[\s;]+", _LIST_COMMA.sub(" ", plain).strip(" ;"))
    else:
        parted = re.split(r"[\s;]+", plain)
        is_list = len(parted) == 1 or _LIST_COMMA.search(plain) is not None
        for word in parted:
            # 1.234,5 may be one number or two, and 1,5 beside 2.5 as well.
            is_doubtful = "," in word.strip(",") and ("." in word or not is_list)
            if is_doubtful and is_number(word):
                raise one_or_several(word)
        words = re.split(r"[\s,;]+", plain.strip(" ,;"))
    if words == [""]:
        raise CnnvizError("signal_empty")
    values = numbers_of(words, decimal_mark)
    return tuple(_number(word, values[word]) for word in words)


def write_row(numbers: tuple[float, ...], decimal_mark: str) -> str:
    """Write numbers so that `parse_row` reads them again, spaces between them.

    Examples
    --------
    >>> write_row((1.0, 0.5, -0.0, -1 / 3), ",")
    '1 0,5 0 -1/3'
    """
    return " ".join(_written(number, decimal_mark) for number in numbers)


def _written(number: float, decimal_mark: str) -> str:
    """Write a number, a fraction as one where its digits would go on and on."""
    text = f"{number + 0.0:.8g}".replace(".", decimal_mark)
    fraction = Fraction(number).limit_denominator(_LARGEST_DENOMINATOR)
    is_it = fraction.numerator / fraction.denominator == number
    return str(fraction) if is_it and len(text) > _LONGEST_DECIMAL else text


def _commas_are_decimal(text: str, decimal_mark: Mark) -> bool:
    if "." in text:
        return False
    if ";" in text:
        return True
    pieces = text.split()
    if any(piece.strip(",").count(",") > 1 for piece in pieces):
        return False
    if len(pieces) == 1 or _LIST_COMMA.search(text):
        return decimal_mark == ","
    return True


def _number(word: str, value: float | None) -> float:
    if value is None:
        raise CnnvizError("row_word", text=_quoted(word))
    if is_too_large(value):
        raise CnnvizError("row_number_too_large", text=_quoted(word))
    return value


def _quoted(word: str) -> str:
    return word if len(word) <= _LONGEST_QUOTE else word[:_LONGEST_QUOTE] + "…"

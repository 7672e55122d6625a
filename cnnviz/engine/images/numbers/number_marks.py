"""One number as people and programs write it: which mark is the decimal one."""

import math
import re
from collections.abc import Iterable
from typing import Final, Literal

from cnnviz.engine.errors import CnnvizError

Mark = Literal[".", ","]
"""The decimal mark."""

MARKS: Final[tuple[Mark, Mark]] = (".", ",")

NARROW_SPACES: Final = "\u00a0\u202f\u2009\u2007"
"""No-break, thin and figure spaces: they part thousands, or columns of a web page."""

_SIGNS: Final = str.maketrans(
    dict.fromkeys("−‒–﹣－", "-") | dict.fromkeys("⁄∕", "/") | {"＋": "+"}
)
_LONGEST_SHOWN: Final = 16


def _pattern(mark: Mark) -> re.Pattern[str]:
    other = "," if mark == "." else "."
    parts = rf"[{re.escape(other)} _'’{NARROW_SPACES}]"
    thousands = rf"[1-9]\d{{0,2}}({parts})\d{{3}}(?:\1\d{{3}})*"
    digits = rf"(?:{thousands}|\d+)"
    point = re.escape(mark)
    number = rf"(?:{digits}(?:{point}\d*)?|{point}\d+)(?:[eE][+-]?\d+)?"
    return re.compile(rf"[+-]?(?:{number}|inf|infinity)", re.IGNORECASE)


_PATTERNS: Final = {mark: _pattern(mark) for mark in MARKS}
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?")
_BETWEEN_THOUSANDS: Final = {
    mark: str.maketrans("", "", f" _'’{NARROW_SPACES}" + ("," if mark == "." else "."))
    for mark in MARKS
}


def with_plain_signs(text: str) -> str:
    """Return a text with the keyboard's minus, plus and slash for all their likes.

    Examples
    --------
    >>> with_plain_signs("−1⁄4 –2")
    '-1/4 -2'
    """
    return text.translate(_SIGNS)


def value_of(text: str, mark: Mark) -> float | None:
    """Return what a number, or a fraction of two, is worth with a decimal mark.

    Marks between thousands count only where they stand between groups of three digits.
    Infinity is returned for what is beyond all floats; ``None`` for no number.

    Examples
    --------
    >>> value_of("1.234,5", ","), value_of("1,234.5", "."), value_of("1,5", ".")
    (1234.5, 1234.5, None)
    """
    above, bar, below = with_plain_signs(text).partition("/")
    value = _plain_value(above.strip(), mark)
    if not bar or value is None:
        return value
    divisor = _plain_value(below.strip(), mark)
    if not divisor:
        return None
    ratio = value / divisor
    return None if math.isnan(ratio) else ratio


def is_number(text: str) -> bool:
    """Whether a text is a number with one decimal mark or the other."""
    return any(value_of(text, mark) is not None for mark in MARKS)


def _plain_value(text: str, mark: Mark) -> float | None:
    if mark == "." and _PLAIN.fullmatch(text):  # most of all numbers
        return float(text)
    if not _PATTERNS[mark].fullmatch(text):
        return None
    return float(text.translate(_BETWEEN_THOUSANDS[mark]).replace(mark, "."))


def number_of(text: str, mark: Mark | None = None) -> float | None:
    """Read a number: ``0.5``, ``0,5``, ``−2``, ``1/9``; ``None`` for anything else.

    A single point is the decimal mark in every language, as in every program.

    Parameters
    ----------
    text
        What was typed.
    mark
        The decimal mark of the reader's language, which decides on ``1,234``.

    Raises
    ------
    CnnvizError
        ``number_ambiguous``, with both readings.

    Examples
    --------
    >>> number_of("0,5"), number_of("-1/4"), number_of("abc")
    (0.5, -0.25, None)
    >>> number_of("1.234,5"), number_of("1,234.5"), number_of("1,234", ",")
    (1234.5, 1234.5, 1.234)
    """
    text = text.strip()
    return numbers_of([text], mark)[text]


def numbers_of(
    texts: Iterable[str], mark: Mark | None = None
) -> dict[str, float | None]:
    """Return what the numbers of one table are worth, all with the same mark.

    ``None`` stands for what is no number with the mark that the others have. The
    ``mark`` of the reader's language decides what the table leaves open.

    Raises
    ------
    CnnvizError
        ``number_ambiguous`` where the table does not say which mark it has.

    Examples
    --------
    >>> numbers_of(["1.234", "2,5"])["1.234"]
    1234.0
    """
    known = set(texts)
    point = {text: value_of(text, ".") for text in known}
    if not any("," in text for text in known) and None not in point.values():
        return point
    comma = {text: value_of(text, ",") for text in known}
    # What is no number at all speaks for no mark.
    held = [t for t in known if point[t] is not None or comma[t] is not None]
    by_point = all(point[text] is not None for text in held)
    by_comma = all(comma[text] is not None for text in held)
    if not by_point:
        # Also where neither reads all: those with a point are told apart then.
        return comma
    if not by_comma:
        return point
    differing = [text for text in held if point[text] != comma[text] and "," in text]
    if not differing:
        return point
    if mark == ",":
        return comma
    text = min(differing)
    raise CnnvizError(
        "number_ambiguous",
        text=shown(text),
        one=f"{comma[text]:.9g}",
        other=f"{point[text]:.9g}",
    )


def shown(text: str) -> str:
    """Return a typed text, the beginning of a long one."""
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def one_or_several(text: str, between: str = ",") -> CnnvizError:
    """Return the refusal of what may be one number or several, with both readings."""
    readings = [value_of(text, mark) for mark in MARKS]
    one = next((value for value in readings if value is not None), None)
    parts = text.split(between)
    return CnnvizError(
        "numbers_comma_ambiguous",
        text=shown(text),
        one=shown(text) if one is None else f"{one:.9g}",
        count=len(parts),
        several=shown(" ".join(part.strip() for part in parts)),
    )

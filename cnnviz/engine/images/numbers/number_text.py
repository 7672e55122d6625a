"""Numbers as they are written for people: few digits, a real minus, their own point."""

from functools import lru_cache
from typing import Final

MINUS: Final = "−"

# From here on a power of ten says more than a row of digits.
_TOO_LONG: Final = 1e9


@lru_cache(maxsize=8192)  # most numbers of a step were there at the last one
def short_number(value: float, digits: int = 4, point: str = ".") -> str:
    """Write a number with at most so many significant digits, no trailing zeros.

    Digits before the point are never given up: 64770 stays readable for a pupil, who
    has not met 6.477e+04 yet.

    Parameters
    ----------
    value
        What is written.
    digits
        How many significant digits, at most.
    point
        The decimal mark of the reader's language.

    Examples
    --------
    >>> short_number(-0.12345, point=","), short_number(64770), short_number(-0.0)
    ('−0,1235', '64770', '0')
    """
    if 10 ** (digits - 1) <= abs(value) < _TOO_LONG:
        text = f"{value:.0f}"
    else:
        text = f"{value:.{digits}g}"
    return with_signs("0" if text == "-0" else text, point)


def with_signs(text: str, point: str) -> str:
    """Put a real minus and the language's decimal mark into a number of Python's.

    Examples
    --------
    >>> with_signs("-1.5e-07", ",")
    '−1,5e−07'
    """
    return text.replace("-", MINUS).replace(".", point)

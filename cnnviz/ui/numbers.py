"""Numbers as the reader's language writes them (decimal comma in Portuguese)."""

from PySide6.QtCore import QLocale

from cnnviz.engine.images.numbers import shares
from cnnviz.engine.images.numbers.number_marks import Mark
from cnnviz.engine.images.numbers.number_text import MINUS, short_number, with_signs


def decimal_mark() -> Mark:
    """Return the decimal mark of the reader's language."""
    return "," if QLocale().decimalPoint() == "," else "."


def short(value: float, digits: int = 4) -> str:
    """Write a number with at most ``digits`` significant digits, no trailing zeros."""
    return short_number(value, digits, QLocale().decimalPoint())


def signed(value: float) -> str:
    """Write a number with the sign that joins it to what stands before: ``+ 3``."""
    return f"+ {short(value)}" if value >= 0 else f"{MINUS} {short(-value)}"


def full(value: float) -> str:
    """Write the seven digits that a float32 is sure of: for hovering and copying."""
    return short(value, 7)


def fixed(value: float, decimals: int) -> str:
    """Write a number with a fixed count of decimals (columns that must not jump)."""
    return with_signs(f"{value:.{decimals}f}", QLocale().decimalPoint())


def percent(share: float, decimals: int = 1) -> str:
    """Write a share of 1 as a percentage."""
    return f"{fixed(100 * share, decimals)}%"


def whole_percent(share: float) -> str:
    """Write a share in whole percents; all and none are only what they are.

    Examples
    --------
    >>> whole_percent(0.998), whole_percent(0.001), whole_percent(1), whole_percent(0)
    ('> 99%', '< 1%', '100%', '0%')
    """
    if 0.995 <= share < 1:
        return f"> {percent(0.99, 0)}"
    return f"< {percent(0.01, 0)}" if 0 < share < 0.005 else percent(share, 0)


def whole(value: int) -> str:
    """Write a whole number with the language's thousands separators."""
    return QLocale().toString(value).replace("-", MINUS)


def sure_percent(share: float) -> str:
    """Write a probability, never as if it were certain or impossible.

    Examples
    --------
    >>> sure_percent(0.9996), sure_percent(0.42), sure_percent(0.0)
    ('> 99%', '42.0%', '< 0.1%')
    """
    return shares.sure_percent(share, QLocale().decimalPoint())

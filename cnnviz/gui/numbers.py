"""Numbers as the reader's language writes them (decimal comma in Portuguese)."""

from PySide6.QtCore import QLocale

MINUS = "−"

# From here on a power of ten says more than a row of digits.
_TOO_LONG = 1e9


def _localized(text: str) -> str:
    point = QLocale().decimalPoint()
    return text.replace("-", MINUS).replace(".", point)


def short(value: float, digits: int = 4) -> str:
    """Write a number with at most ``digits`` significant digits, no trailing zeros.

    Digits before the point are never given up: 64770 stays readable for a pupil, who
    has not met 6.477e+04 yet.
    """
    if 10 ** (digits - 1) <= abs(value) < _TOO_LONG:
        text = f"{value:.0f}"
    else:
        text = f"{value:.{digits}g}"
    return _localized("0" if text == "-0" else text)


def full(value: float) -> str:
    """Write a float32's worth of digits: for hovering and copying."""
    return short(value, 8)


def fixed(value: float, decimals: int) -> str:
    """Write a number with a fixed count of decimals (columns that must not jump)."""
    return _localized(f"{value:.{decimals}f}")


def percent(share: float, decimals: int = 1) -> str:
    """Write a share of 1 as a percentage."""
    return f"{fixed(100 * share, decimals)}%"


def whole(value: int) -> str:
    """Write a whole number with the language's thousands separators."""
    return QLocale().toString(value).replace("-", MINUS)

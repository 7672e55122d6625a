"""Numbers as a film writes them: few digits, a real minus, the language's point."""

from typing import Final

from cnnviz.films.words import FilmWords

# From here on a power of ten says more than a row of digits.
_TOO_LONG: Final = 1e9


def written(value: float, words: FilmWords, digits: int = 4) -> str:
    """Write a number with at most so many significant digits, no trailing zeros.

    Digits before the point are never given up.

    Examples
    --------
    >>> written(-0.12345, FilmWords(decimal_point=",")), written(64770, FilmWords())
    ('−0,1235', '64770')
    """
    if 10 ** (digits - 1) <= abs(value) < _TOO_LONG:
        text = f"{value:.0f}"
    else:
        text = f"{value:.{digits}g}"
    text = "0" if text == "-0" else text
    return text.replace("-", "−").replace(".", words.decimal_point)


def as_factor(value: float, words: FilmWords) -> str:
    """Write a number inside a sum: a negative one in brackets, as on the blackboard.

    Examples
    --------
    >>> as_factor(-2, FilmWords())
    '(−2)'
    """
    text = written(value, words)
    return f"({text})" if value < 0 else text

"""Names and texts that come from files, made fit to be shown: on one line, and short.

A file may be called anything. What would steer a terminal, turn the order of letters
round or hide some of them is written as an escape, as Python writes it; what breaks a
line is a space.
"""

import unicodedata
from typing import Final

MOST: Final = 500
"""Characters of one text from a file that a sentence holds."""

_STEERING: Final = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
"""Unicode's categories of what has no shape of its own: control characters, marks of
direction and of no width, halves of a character, separators of lines."""


def escaped(text: str) -> str:
    r"""Return a text in which every character can be seen, and none does anything.

    Examples
    --------
    >>> print(escaped("red\x1b[31m.png"), escaped("gnp.\u202e.exe"), escaped("Łódź"))
    red\x1b[31m.png gnp.\u202e.exe Łódź
    """
    if text.isprintable():
        return text
    return "".join(map(_escaped_character, text))


def _escaped_character(character: str) -> str:
    if unicodedata.category(character) not in _STEERING:
        return character
    if character.isspace():
        return " "
    if "\udc80" <= character <= "\udcff":  # a byte of a name that is no UTF-8
        return f"\\x{ord(character) - 0xDC00:02x}"
    return character.encode("unicode_escape").decode("ascii")


def shortened(text: str, most: int = MOST) -> str:
    """Return a text with its middle left out where it is long.

    Examples
    --------
    >>> shortened("a long name.png", 9)
    'a lo….png'
    """
    if len(text) <= most:
        return text
    half = (most - 1) // 2
    return f"{text[:half]}…{text[len(text) - half :]}"


def shown(text: str, most: int = MOST) -> str:
    """Return a text from a file as it can stand in a sentence."""
    # Cut first: a text of a hundred megabytes is not looked through. Cut again: an
    # escape is longer than what it stands for.
    return shortened(escaped(shortened(text, most)), most)

"""JSON as people type it: numbers of any length, and no constants that are no numbers."""

import json
from collections.abc import Callable
from typing import Final, NoReturn

_SURELY_FINITE: Final = 300
"""Digits that a float has room for."""


def read_json(text: str, refuse_constant: Callable[[str], NoReturn]) -> object:
    """Return what a text holds; a number beyond all floats is infinite.

    Parameters
    ----------
    text
        What was typed.
    refuse_constant
        Is called with ``NaN``, ``Infinity`` or ``-Infinity``, and raises.

    Raises
    ------
    json.JSONDecodeError, RecursionError
        As ``json.loads``, but never for a number of many digits.

    Examples
    --------
    >>> read_json("[1, 2.5, " + "9" * 5000 + "]", exit)
    [1, 2.5, inf]
    """
    value: object = json.loads(text, parse_int=_number, parse_constant=refuse_constant)
    return value


def _number(digits: str) -> int | float:
    # Of thousands of digits Python refuses to make an integer.
    return int(digits) if len(digits) <= _SURELY_FINITE else float(digits)

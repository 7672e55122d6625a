"""Numbers as people type them: JSON, or as other programs print them."""

import json
from collections.abc import Callable
from typing import Final, NoReturn, TypeVar

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_tables import read_table

_Made = TypeVar("_Made")

_SURELY_FINITE: Final = 300
"""Digits that a float has room for."""


def read_typed(
    text: str,
    *,
    from_json: Callable[[object], _Made],
    from_table: Callable[[NDArray[np.float64]], _Made],
    not_json: str,
    not_finite: str,
) -> _Made:
    """Return what a text holds; a number beyond all floats is infinite.

    Parameters
    ----------
    text
        What was typed.
    from_json, from_table
        What is made of it, be it JSON or as other programs print numbers.
    not_json, not_finite
        Errors for what is neither, and for ``NaN`` and ``Infinity``.

    Raises
    ------
    CnnvizError
        Of these codes, and what `read_table` and the two functions raise.

    Examples
    --------
    >>> codes = {"not_json": "kernel_not_json", "not_finite": "kernel_not_finite"}
    >>> many = "[1, 2.5, " + "9" * 5000 + "]"
    >>> read_typed(many, from_json=list, from_table=list, **codes)
    [1, 2.5, inf]
    """

    def refuse(constant: str) -> NoReturn:
        """Refuse what Python reads as JSON but is no number to compute with."""
        raise CnnvizError(not_finite, value=constant)

    try:
        value: object = json.loads(text, parse_int=_number, parse_constant=refuse)
    except json.JSONDecodeError as no_json:
        try:
            return from_table(read_table(text))
        except CnnvizError as error:
            if error.code not in ("numbers_not_json", "numbers_empty"):
                raise
            raise CnnvizError(
                not_json, line=no_json.lineno, column=no_json.colno
            ) from error
    except RecursionError as error:
        raise CnnvizError(not_json, line=1, column=1) from error
    return from_json(value)


def _number(digits: str) -> int | float:
    # Of thousands of digits Python refuses to make an integer.
    return int(digits) if len(digits) <= _SURELY_FINITE else float(digits)

"""Whole numbers as they are typed: one, or several with commas between."""

import argparse
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import log10
from typing import Final, TypeVar

from cnnviz.cli.console.argparse_ext import cut
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence

_Value = TypeVar("_Value")

_NUMBER: Final = re.compile(r"\s*-?[0-9]+\s*")

_MOST_DIGITS: Final = 9
"""More than any picture has, and no trouble for int()."""


def whole_numbers(text: str) -> tuple[int, ...] | None:
    """Return the numbers of ``3`` or ``2,1``; ``None`` for anything else.

    Raises
    ------
    ArgumentTypeError
        For one of more than nine digits.

    Examples
    --------
    >>> whole_numbers("2, 1"), whole_numbers("most")
    ((2, 1), None)
    """
    parts = text.split(",")
    if not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    for part in parts:
        if len(part.strip().lstrip("-").lstrip("0")) > _MOST_DIGITS:
            raise argparse.ArgumentTypeError(
                f"{cut(part.strip())} is too large: the most is {10**_MOST_DIGITS - 1:,}"
            )
    return tuple(map(int, parts))


def finite_numbers(text: str, below: float) -> list[float] | None:
    """Return the numbers of ``0.5`` or ``0.5,-1``; ``None`` for anything else.

    Parameters
    ----------
    text
        What was typed.
    below
        The limit, a power of ten, that each number must stay below.

    Raises
    ------
    ArgumentTypeError
        For one that is infinite, not a number (NaN), or too large.

    Examples
    --------
    >>> finite_numbers("1e3, -2", 1e38), finite_numbers("much", 1e38)
    ([1000.0, -2.0], None)
    """
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        return None
    for part, number in zip(text.split(","), numbers, strict=True):
        typed = part.strip()
        if typed.lstrip("+-").lower() in ("inf", "infinity", "nan"):
            raise argparse.ArgumentTypeError(f"{typed!r} is not a finite number")
        if abs(number) >= below:
            raise argparse.ArgumentTypeError(
                f"{cut(typed)} is too large: use numbers below 10^{log10(below):.0f}"
            )
    return numbers


def pair_of(numbers: tuple[int, ...] | None) -> tuple[int, int] | None:
    """Return one number as two equal ones, two as they are; ``None`` for the rest."""
    if numbers is None or len(numbers) > 2:
        return None
    return numbers[0], numbers[-1]


@contextmanager
def usage_errors() -> Iterator[None]:
    """Say what the engine refuses as argparse says that a value is wrong."""
    try:
        yield
    except CnnvizError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from error


@contextmanager
def values_checked(arguments: argparse.Namespace) -> Iterator[None]:
    """End with 2 and the usage where the engine refuses values together.

    Parameters
    ----------
    arguments
        What was typed, with the command's ``refuse``.
    """
    try:
        yield
    except CnnvizError as error:
        arguments.refuse(sentence(error))


def setting(
    read: Callable[[str], _Value],
    spec: Callable[..., object],
    name: str,
    **others: object,
) -> Callable[[str], _Value]:
    """Return the reader of a value that the engine may refuse, as argparse wants it.

    Parameters
    ----------
    read
        Reads the text.
    spec, name, others
        What the engine makes of the value, its attribute of that name, and of others.
    """

    def checked(text: str) -> _Value:
        """Return the value of a text."""
        value = read(text)
        with usage_errors():
            spec(**others, **{name: value})
        return value

    return checked


def pair(text: str) -> tuple[int, int]:
    """Return one or two whole numbers as a pair, vertical first."""
    numbers = pair_of(whole_numbers(text))
    if numbers is None:
        raise argparse.ArgumentTypeError(
            f"{cut(text)} is not a whole number, nor two as in 2,1"
        )
    return numbers


def whole_number(text: str) -> int:
    """Return one whole number."""
    numbers = whole_numbers(text)
    if numbers is None or len(numbers) != 1:
        raise argparse.ArgumentTypeError(f"{cut(text)} is not a whole number")
    return numbers[0]

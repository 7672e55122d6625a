"""Whole numbers as they are typed: one, or several with commas between."""

import argparse
import re
from collections.abc import Callable

from cnnviz.errors import CnnvizError
from cnnviz.sentences import sentence

# Nine digits: more than any picture has, and no trouble for int().
_NUMBER = re.compile(r"\s*-?[0-9]{1,9}\s*")


def whole_numbers(text: str) -> tuple[int, ...] | None:
    """Return the numbers of ``3`` or ``2,1``; ``None`` for anything else.

    Examples
    --------
    >>> whole_numbers("2, 1"), whole_numbers("most")
    ((2, 1), None)
    """
    parts = text.split(",")
    if not all(_NUMBER.fullmatch(part) for part in parts):
        return None
    return tuple(map(int, parts))


def pair_of(numbers: tuple[int, ...] | None) -> tuple[int, int] | None:
    """Return one number as two equal ones, two as they are; ``None`` for the rest."""
    if numbers is None or len(numbers) > 2:
        return None
    return numbers[0], numbers[-1]


def pair(
    check: Callable[[tuple[int, int]], object],
) -> Callable[[str], tuple[int, int]]:
    """Return the reader of one number or two, vertical first.

    Parameters
    ----------
    check
        Is called with the two numbers and may refuse them as the engine does.
    """

    def read(text: str) -> tuple[int, int]:
        numbers = pair_of(whole_numbers(text))
        if numbers is None:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number, nor two as in 2,1"
            )
        checked(check, numbers)
        return numbers

    return read


def checked(check: Callable[[tuple[int, int]], object], given: tuple[int, int]) -> None:
    """Let the engine look at a value, and say its refusal as argparse does."""
    try:
        check(given)
    except CnnvizError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from error

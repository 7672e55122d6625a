"""What a value of a file must be: each check takes what JSON holds, and returns it or raises."""

from collections.abc import Callable
from typing import Any, TypeAlias, TypeVar

from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER

T = TypeVar("T")
Check: TypeAlias = Callable[[Any], T]


def exactly(kind: type[T]) -> Check[T]:
    """Return a check of one type of JSON's own."""

    def checked(value: object) -> T:
        if not isinstance(value, kind):
            raise TypeError(value)
        return value

    return checked


def one_of(names: tuple[T, ...]) -> Check[T]:
    """Return a check of texts that are one of several."""
    return lambda value: names[names.index(exactly(str)(value))]


def whole(least: int, most: int) -> Check[int]:
    """Return a check of whole numbers between two others; true is none."""

    def checked(value: object) -> int:
        if type(value) is not int or not least <= value <= most:
            raise ValueError(value)
        return value

    return checked


def number(
    least: float = -LARGEST_NUMBER, most: float = LARGEST_NUMBER
) -> Check[float]:
    """Return a check of finite numbers between two others.

    Examples
    --------
    >>> number()(3)
    3.0
    >>> number()(float("nan"))
    Traceback (most recent call last):
        ...
    ValueError: nan
    """

    def checked(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise TypeError(value)
        if not least <= value <= most:
            raise ValueError(value)
        return float(value)

    return checked


def optional(check: Check[T]) -> Check[T | None]:
    """Return a check of what may be null."""
    return lambda value: None if value is None else check(value)


def many(check: Check[T], least: int, most: int) -> Check[tuple[T, ...]]:
    """Return a check of a list of so many values.

    Examples
    --------
    >>> many(whole(0, 9), 1, 3)([1, 2])
    (1, 2)
    """

    def checked(value: object) -> tuple[T, ...]:
        values = exactly(list)(value)
        if not least <= len(values) <= most:
            raise ValueError(value)
        return tuple(map(check, values))

    return checked


def pair(least: int, most: int) -> Check[tuple[int, int]]:
    """Return a check of two whole numbers between two others."""

    def checked(value: object) -> tuple[int, int]:
        first, second = many(whole(least, most), 2, 2)(value)
        return first, second

    return checked

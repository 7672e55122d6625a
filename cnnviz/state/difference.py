"""The one number in which two states differ, where there is just one."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MOST_COMPARED: Final = 2**20
"""Numbers of an array that are compared; more would hold up the window."""

Number = float | tuple[float, ...]
Difference = tuple[Number, Number]
"""What it was and what it became: a number, or a few such as height and width."""


def difference(old: object, new: object) -> Difference | None:
    """Return the one number, or the size, that is another now.

    ``None`` when nothing or more than one thing differs, or what differs is no number.

    Examples
    --------
    >>> difference((1, 2, 3), (1, 5, 3))
    (2, 5)
    >>> difference((1, 2, 3), (0, 5, 3)) is None
    True
    """
    found = _differences(old, new)
    return found[0] if len(found) == 1 else None


def _differences(old: object, new: object) -> list[Difference | None]:
    """Return all that differs; what is no number counts as ``None``."""
    if old is new:
        return []
    if type(old) is not type(new):
        return [None]
    if isinstance(old, np.ndarray):
        assert isinstance(new, np.ndarray)
        return _of_arrays(old, new)
    if is_dataclass(old):
        pairs = [(getattr(old, f.name), getattr(new, f.name)) for f in fields(old)]
        return [found for a, b in pairs for found in _differences(a, b)]
    if isinstance(old, Mapping):
        assert isinstance(new, Mapping)
        if old.keys() != new.keys():
            return [None]
        return [found for key in old for found in _differences(old[key], new[key])]
    if old == new:
        return []
    if isinstance(old, tuple):
        assert isinstance(new, tuple)
        return [_of_tuples(old, new)]
    if isinstance(old, int | float) and not isinstance(old, bool):
        assert isinstance(new, int | float)
        return [(old, new)]
    return [None]


def _of_tuples(old: tuple[object, ...], new: tuple[object, ...]) -> Difference | None:
    """Return a short pair whole, of a long row the one number that differs."""
    if not all(isinstance(value, int | float) for value in (*old, *new)):
        return None
    if len(old) == len(new) == 2:
        before, after = (_of_pair(pair) for pair in (old, new))
        both = isinstance(before, tuple) != isinstance(after, tuple)
        return (old, new) if both else (before, after)  # type: ignore[return-value]
    if len(old) != len(new):
        return None
    apart = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    return apart[0] if len(apart) == 1 else None  # type: ignore[return-value]


def _of_pair(pair: tuple[object, ...]) -> object:
    """Return one number for a height and a width that are the same."""
    return pair[0] if pair[0] == pair[1] else pair


def _of_arrays(
    old: NDArray[np.generic], new: NDArray[np.generic]
) -> list[Difference | None]:
    if old.shape != new.shape:
        if old.shape[-2:] != new.shape[-2:]:
            return [(_numbers(old.shape[-2:]), _numbers(new.shape[-2:]))]
        if old.shape[1:] == new.shape[1:]:
            return [(old.shape[0], new.shape[0])]
        return [None]
    if old.size > _MOST_COMPARED:
        return [None]
    apart = np.argwhere(old != new)
    if len(apart) == 0:
        return []
    if len(apart) > 1:
        return [None]
    place = tuple(apart[0])
    return [(float(old[place]), float(new[place]))]


def _numbers(shape: tuple[int, ...]) -> tuple[float, ...]:
    return tuple(float(side) for side in shape)

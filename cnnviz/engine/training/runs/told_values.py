"""Values that the files of a run tell, checked by the types of the fields they are for."""

from collections.abc import Mapping
from functools import cache
from math import inf
from types import NoneType, UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

_MOST: Final = 2**63
"""No whole number that torch or NumPy can count with is larger."""


def check_values(kind: type, values: Mapping[str, Any], most: float = _MOST) -> None:
    """Refuse values that are none of a dataclass: of another type, negative, or endless.

    Parameters
    ----------
    kind
        The dataclass; fields that are neither numbers nor texts are left alone.
    values
        Some of its fields, as JSON has them.
    most
        Whole numbers are below it; a recipe may ask for any number of epochs.

    Raises
    ------
    TypeError, ValueError
        Where one is wrong.

    Examples
    --------
    >>> from cnnviz.engine.training.events import RecipeChanged
    >>> check_values(RecipeChanged, {"step": 3, "learning_rate": 1})
    >>> check_values(RecipeChanged, {"step": -1})
    Traceback (most recent call last):
    ...
    ValueError: step
    """
    types = _types(kind)
    for name, value in values.items():
        found, allowed = type(value), types[name]
        if allowed and found not in allowed:
            raise TypeError(name)
        if found is int and not 0 <= value < most:
            raise ValueError(name)
        if found is float and not 0 <= value < inf:
            raise ValueError(name)


@cache
def _types(kind: type) -> Mapping[str, frozenset[type]]:
    return {name: _plain(hint) for name, hint in get_type_hints(kind).items()}


def _plain(hint: object) -> frozenset[type]:
    """Return JSON's own types that a field may have; none where it is of another kind."""
    if get_origin(hint) in (Union, UnionType):
        return frozenset().union(*map(_plain, get_args(hint)))
    if get_origin(hint) is Literal:
        return frozenset([str])
    if hint is float:
        return frozenset([float, int])
    return frozenset([hint]) & {int, str, bool, NoneType}  # type: ignore[return-value]

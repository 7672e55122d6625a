"""Values of JSON turned into the fields of a dataclass, by the types of the fields."""

from dataclasses import MISSING, Field, fields
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

LARGEST: Final = 100_000
"""Of whole numbers: no layer in use has more units, and none is so far from 0."""

_MOST_SHOWN: Final = 40
LONGEST_TEXT: Final = 80
"""Of a name, a title or a label."""


def record(instance: "DataclassInstance") -> dict[str, Any]:
    """Return the fields of a dataclass whose values are not their defaults."""
    return {
        field.name: getattr(instance, field.name)
        for field in fields(instance)
        if field.default is MISSING or getattr(instance, field.name) != field.default
    }


def arguments_of(kind: type, values: dict[str, Any], place: str) -> dict[str, Any]:
    """Return what a dataclass is made of, each value of the type of its field.

    Parameters
    ----------
    kind
        The dataclass.
    values
        As JSON has them.
    place
        Where they stand in the file.

    Raises
    ------
    CnnvizError
        ``network_field_unknown``, ``network_field_missing`` or ``network_value_wrong``.

    Examples
    --------
    >>> from cnnviz.engine.networks.layers import Pool2d
    >>> arguments_of(Pool2d, {"name": "s2", "kernel": [3, 3]}, "layers[0]")
    {'name': 's2', 'kernel': (3, 3)}
    """
    known: dict[str, Field[Any]] = {field.name: field for field in fields(kind)}
    for name in values:
        if name not in known:
            raise CnnvizError(
                "network_field_unknown",
                place=place or "network",
                field=shown(name, _MOST_SHOWN),
                known=", ".join(known),
            )
    for name, field in known.items():
        if field.default is MISSING and name not in values:
            raise CnnvizError(
                "network_field_missing", place=place or "network", field=name
            )
    hints = get_type_hints(kind)
    return {
        name: typed(value, hints[name], f"{place}.{name}" if place else name)
        for name, value in values.items()
    }


def typed(value: object, hint: object, place: str) -> object:
    """Return a value of JSON as a field of this type holds it: lists become tuples.

    Texts are made harmless and short, numbers are finite and not absurd.

    Raises
    ------
    CnnvizError
        ``network_value_wrong``.

    Examples
    --------
    >>> typed([[0, 1], [2]], tuple[tuple[int, ...], ...] | None, "table")
    ((0, 1), (2,))
    """
    arguments = get_args(hint)
    match get_origin(hint) or hint:
        case origin if origin in (Union, UnionType):
            for choice in arguments:
                try:
                    return typed(value, choice, place)
                except CnnvizError:
                    continue
        case origin if origin is Literal:
            if isinstance(value, str) and value in arguments:
                return value
        case origin if origin is tuple and isinstance(value, list):
            if arguments[-1] is Ellipsis:
                arguments = arguments[:1] * len(value)
            if len(value) == len(arguments):
                return tuple(
                    typed(one, kind, f"{place}[{index}]")
                    for index, (one, kind) in enumerate(
                        zip(value, arguments, strict=True)
                    )
                )
        case kind if _is_plain(value, kind):
            return shown(value, LONGEST_TEXT) if isinstance(value, str) else value
    raise wrong(value, place)


def _is_plain(value: object, kind: object) -> bool:
    """Whether a value is of one of JSON's own types; true is no number."""
    if kind is float:
        return isinstance(value, int | float) and _is_number(value)
    if kind is int:
        return isinstance(value, int) and _is_number(value)
    return kind in (str, bool, NoneType) and type(value) is kind


def _is_number(value: float) -> bool:
    # Compared, not turned into a float: a whole number of 309 digits is none. What is
    # not a number is not at most the largest either.
    return type(value) is not bool and abs(value) <= LARGEST


def wrong(value: object, place: str) -> CnnvizError:
    """Return the error that names the place of a value."""
    match value:
        case list():
            said = "[…]"
        case dict():
            said = "{…}"
        case _:
            said = shown(str(value), _MOST_SHOWN)
    return CnnvizError("network_value_wrong", place=place, value=said)

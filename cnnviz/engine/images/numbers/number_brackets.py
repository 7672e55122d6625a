"""Numbers in brackets, as programs print them and languages write them."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import (
    is_number,
    number_of,
    one_or_several,
    shown,
)

Nested: TypeAlias = "list[Nested] | str"
"""Texts of numbers in lists, as deep as the brackets were."""

_DEEPEST: Final = 8
_LINE_OF_NUMPY: Final = 72
"""Letters, at least, that NumPy writes into a line before it breaks a row."""

_CLOSES: Final = {"[": "]", "(": ")", "{": "}"}
_MARKS: Final = frozenset(";,") | _CLOSES.keys() | set(_CLOSES.values())
_TOKEN: Final = re.compile(r"[\[\](){}]|[;,]|\n|[^\s,;\[\](){}]+|[ \t]+")
_SCALAR: Final = re.compile(
    r"\b(?:(?:np|numpy|jnp|torch)\.)?(?:b?float|u?int|tensor|array)\d*"
    r"\(\s*([-+.\d][^\s()\[\],]*)\s*(?:,\s*\w+=[^()\[\],]*)*\)"
)
_FRACTION: Final = re.compile(r"\bFraction\(\s*(-?\d+)\s*,\s*(\d+)\s*\)")
_CONTINUED: Final = re.compile(r"\.\.\.[ \t]*(?:%[^\n]*)?\n")
_NAMED: Final = re.compile(
    # A name, or a declaration in C: float k[3][3] = {...
    r"\s*(?:[A-Za-z_][\w:*]*\s+){0,4}[A-Za-z_]\w*\s*(?:\[\d*\]\s*)*(?::=|=|<-)\s*"
)
_WORDS_BEFORE: Final = re.compile(
    r"\s*(?:Parameter containing:|(?:Out|In) ?\[\d+\]:|>{1,3}|julia>)\s*"
)
_CALL: Final = re.compile(
    r"\s*(?:[A-Za-z_]\w*\.)*(?:\w*[Tt]ensor|as_tensor|asarray|[Aa]rray|[Mm]atrix|[Mm]at"
    r"|constant|list|tuple|Parameter)\s*(?=\()"
)
_FACTOR: Final = re.compile(
    r"([^\[\]{}*]{0,60}?[\d)])[ \t]{0,9}[*×·]?[ \t]{0,9}(?=[\[({A-Za-z])"
)
_AFTER: Final = re.compile(r"\s*(?:([*/×·])\s*([^*/]+?))?\s*[;,]?\s*")
_ARGUMENT: Final = re.compile(r"\s*(?:\w+\s*=.*|[A-Za-z_][\w.]*)?\s*", re.DOTALL)


def has_brackets(text: str) -> bool:
    """Whether numbers of a text stand in brackets."""
    return "[" in text or "{" in text or text.lstrip().startswith("(") or "((" in text


def read_brackets(text: str) -> tuple[Nested, float]:
    """Return what stands in brackets, and the factor by which all is multiplied.

    Raises
    ------
    CnnvizError
        ``numbers_not_json``, ``numbers_axes``, ``numbers_shortened``,
        ``numbers_comma_ambiguous`` or ``numbers_around``.

    Examples
    --------
    >>> read_brackets("array([[0., .5], [1., 2.]], dtype=float32)")
    ([['0.', '.5'], ['1.', '2.']], 1.0)
    >>> read_brackets("1/2 * [0 1; 2 3]")
    ([['0', '1'], ['2', '3']], 0.5)
    """
    text = _FRACTION.sub(r"\1/\2", _SCALAR.sub(r"\1", text))
    if (
        ";" in text
    ):  # MATLAB's: NumPy's dots stand for numbers, and it has no semicolons
        text = _CONTINUED.sub(" ", text)
    if re.search(r"\.{3}|[…⋯⋮⋱]", text):
        raise CnnvizError("numbers_shortened")
    if sum(map(text.count, _CLOSES)) != sum(map(text.count, _CLOSES.values())):
        raise _not_closed(text)
    groups, factor = _unwrapped(text, 1.0)
    nested = _nested(groups)
    if not nested:
        raise CnnvizError("numbers_empty")
    if len(nested) == 1:
        only = nested[0]
        is_flat = bool(only) and all(isinstance(item, str) for item in only)
        # Without commas it is a matrix of one row.
        return ([only] if is_flat and "," not in groups else only), factor
    if len({isinstance(group[0], list) for group in nested if group}) > 1:
        raise CnnvizError("numbers_axes")
    return list(nested), factor


def _unwrapped(text: str, factor: float) -> tuple[str, float]:
    """Take names, calls and factors off what stands in brackets."""
    for _ in range(_DEEPEST):
        text = text.lstrip()
        named = _WORDS_BEFORE.match(text) or _NAMED.match(text)
        if named:
            text = text[named.end() :]
            continue
        call, before = _CALL.match(text), _FACTOR.match(text)
        if call:
            end = _closing(text, call.end())
            factor *= _factor_after(text[end + 1 :])
            text = _first_argument(text[call.end() + 1 : end])
        elif before:
            factor *= factor_of(before[1])
            text = text[before.end() :]
        else:
            break
    last = max(text.rfind(sign) for sign in "])}")
    return text[: last + 1], factor * _factor_after(text[last + 1 :])


def _factor_after(text: str) -> float:
    after = _AFTER.fullmatch(text)
    if after is None:
        raise _around(text)
    if after[2] is None:
        return 1.0
    value = factor_of(after[2])
    if after[1] == "/" and not value:
        raise _around(text)
    return 1 / value if after[1] == "/" else value


def factor_of(text: str) -> float:
    """Return what a number is worth that all others are multiplied by.

    Raises
    ------
    CnnvizError
        ``numbers_around`` for what is none.

    Examples
    --------
    >>> factor_of("(1/8)")
    0.125
    """
    inner = text.strip()
    if inner.startswith("(") and inner.endswith(")"):
        inner = inner[1:-1]
    value = number_of(inner)
    if value is None:
        raise _around(text)
    return value


def _around(text: str) -> CnnvizError:
    return CnnvizError("numbers_around", text=shown(text.strip()))


def _depths(text: str) -> Iterator[int]:
    """Yield in how many brackets each letter is, those that open counted in."""
    opens, closes = _CLOSES.keys(), _CLOSES.values()
    return accumulate((sign in opens) - (sign in closes) for sign in text)


def _closing(text: str, opened: int) -> int:
    """Return where a bracket is closed."""
    for place, depth in enumerate(_depths(text[opened:]), opened):
        if not depth:
            return place
    raise _not_closed(text)


def _first_argument(inside: str) -> str:
    """Return the numbers among the arguments of a call."""
    commas = [
        place
        for place, depth in enumerate(_depths(inside))
        if inside[place] == "," and not depth
    ]
    ends = [*commas, len(inside)]
    for start, end in pairwise(ends):
        if not _ARGUMENT.fullmatch(inside, start + 1, end):
            raise _around(inside[start + 1 : end])
    return inside[: ends[0]]


def _nested(text: str) -> list[list[Nested]]:
    """Return the groups of brackets that stand side by side."""
    _check_commas(text)
    # What closes each bracket that is open, and the rows in it, the last one unfinished.
    opened: list[tuple[str, list[list[Nested]]]] = [("", [[]])]
    letters, after_number = 0, False
    line_before: int | None = None
    """Letters of the line that ended after the last number, if one did."""
    for token in _TOKEN.findall(text):
        if token == "\n":
            if after_number and line_before is None:
                line_before = letters
            letters = 0
            continue
        letters += len(token)
        if not token.strip():
            continue
        rows = opened[-1][1]
        after_number = token not in _MARKS
        if token in _CLOSES:
            if len(opened) > _DEEPEST:
                raise CnnvizError("numbers_axes")
            opened.append((_CLOSES[token], [[]]))
        elif token == opened[-1][0]:
            opened.pop()
            # Numbers, or rows where rows ended; an empty one only marks that they did.
            closed = rows[0] if len(rows) == 1 else [row for row in rows if row]
            opened[-1][1][-1].append(list[Nested](closed))
        elif token == ";":
            rows.append([])
        elif after_number:
            # NumPy breaks a row only where the next number has no room in the line.
            if line_before is not None and line_before + letters <= _LINE_OF_NUMPY:
                rows.append([])
            rows[-1].append(token)
        elif token != ",":
            raise _not_closed(text)
        line_before = None
    if len(opened) > 1:
        raise _not_closed(text)
    groups = [group for row in opened[0][1] for group in row]
    for group in groups:
        if isinstance(group, str):
            raise _around(group)
    return [group for group in groups if isinstance(group, list)]


def _check_commas(text: str) -> None:
    """Refuse a comma that could be a decimal one, or stand between thousands."""
    for tight in re.findall(r"(?<![\d.])\d{1,30},0\d{1,30}", text):
        raise one_or_several(tight)
    blank = re.search(r"\d[ \t]+[-+.\d]", text)
    if not blank:
        return
    for tight in re.findall(r"(?<![-+.\d])[-+.\d]{0,30}\d,\d{1,30}", text):
        if is_number(tight):
            raise one_or_several(tight)


def _not_closed(text: str) -> CnnvizError:
    lines = text.split("\n")
    return CnnvizError("numbers_not_json", line=len(lines), column=len(lines[-1]) + 1)

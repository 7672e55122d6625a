"""Numbers in brackets, as programs print them and languages write them."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import (
    number_of,
    one_or_several,
    shown,
    value_of,
)

Nested: TypeAlias = "list[Nested] | str"
"""Texts of numbers in lists, as deep as the brackets were."""

_DEEPEST: Final = 8
_LINE_OF_NUMPY: Final = 72
"""Letters, at least, that NumPy writes into a line before it breaks a row."""

_CLOSES: Final = {"[": "]", "(": ")", "{": "}"}
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
    outer: list[Nested] = []
    opened: list[tuple[str, _Group]] = [("", _Group(outer))]
    letters = 0
    for token in _TOKEN.findall(text):
        group = opened[-1][1]
        if token == "\n":
            group.end_line(letters)
            letters = 0
            continue
        letters += len(token)
        if token in _CLOSES:
            if len(opened) > _DEEPEST:
                raise CnnvizError("numbers_axes")
            opened.append((_CLOSES[token], _Group([])))
        elif token in "])}":
            if token != opened[-1][0]:
                raise _not_closed(text)
            opened.pop()
            opened[-1][1].add(group.closed())
        elif token == ";":
            group.end_row()
        elif token == ",":
            group.pass_comma()
        elif token.strip():
            group.add(token, letters)
    if len(opened) > 1:
        raise _not_closed(text)
    if not all(isinstance(group, list) for group in outer):
        word = next(group for group in outer if isinstance(group, str))
        raise _around(word)
    return [group for group in outer if isinstance(group, list)]


class _Group:
    """What is in a pair of brackets, while it is read."""

    def __init__(self, items: list[Nested]) -> None:
        self._items = items
        self._rows: list[Nested] = []
        self._has_rows = False
        self._after_comma = False
        self._line_before: int | None = None
        """Letters of the line that ended after the last number, if one did."""

    def add(self, item: Nested, letters: int = 0) -> None:
        """Take a number, or brackets; ``letters`` stand in the line up to its end."""
        line = self._line_before if isinstance(item, str) else None
        # NumPy breaks a row only where the next number has no room in the line.
        if line is not None and line + letters <= _LINE_OF_NUMPY:
            self.end_row()
        self._after_comma, self._line_before = False, None
        self._items.append(item)

    def pass_comma(self) -> None:
        """Remember that a comma came after the last number."""
        self._after_comma, self._line_before = True, None

    def end_line(self, letters: int) -> None:
        """Remember a line that ended after a number, without a comma."""
        after_number = self._items and isinstance(self._items[-1], str)
        if after_number and not self._after_comma and self._line_before is None:
            self._line_before = letters

    def end_row(self) -> None:
        """Close a row of numbers; an empty one counts as a mark that there are rows."""
        self._has_rows = True
        if self._items:
            self._rows.append(self._items)
            self._items = []

    def closed(self) -> list[Nested]:
        """Return what was in the brackets: numbers, or rows where rows ended in it."""
        if not self._has_rows:
            return self._items
        self.end_row()
        return self._rows


def _check_commas(text: str) -> None:
    """Refuse a comma that could be a decimal one, or stand between thousands."""
    for tight in re.findall(r"(?<![\d.])\d{1,30},0\d{1,30}", text):
        raise one_or_several(tight)
    blank = re.search(r"\d[ \t]+[-+.\d]", text)
    if not blank:
        return
    for tight in re.findall(r"(?<![-+.\d])[-+.\d]{0,30}\d,\d{1,30}", text):
        if value_of(tight, ",") is not None or value_of(tight, ".") is not None:
            raise one_or_several(tight)


def _not_closed(text: str) -> CnnvizError:
    lines = text.split("\n")
    return CnnvizError("numbers_not_json", line=len(lines), column=len(lines[-1]) + 1)

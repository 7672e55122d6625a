"""Tables of numbers as lines of text: what stands between the numbers of a row."""

import csv
import re
from itertools import groupby
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import (
    MARKS,
    NARROW_SPACES,
    is_number,
    one_or_several,
    value_of,
)

Rows = list[list[str]]

_DECIMAL_COMMA: Final = re.compile(r"[^,]*[0-9],[0-9][^,]*|[^,]+")
_NARROW: Final = re.compile(f"[{NARROW_SPACES}]")
_PARTED_BAR: Final = re.compile(r"(?<=\d)[ ]*/[ ]*(?=\d)")
_ZEROS_LEAD: Final = re.compile(r",0\d")
_SEPARATOR_LINE: Final = re.compile(r"sep=([,;\t])")


def blocks_of(lines: list[str]) -> list[list[str]]:
    """Return the lines between blank ones.

    Examples
    --------
    >>> blocks_of(["1 2", "", "", "3"])
    [['1 2'], ['3']]
    """
    parts = groupby(lines, lambda line: bool(line.strip()))
    return [list(block) for is_filled, block in parts if is_filled]


def rows_of(lines: list[str]) -> Rows:
    """Return the texts of the cells, by the one kind of separator that is in use.

    Raises
    ------
    CnnvizError
        ``numbers_comma_ambiguous`` or ``number_ambiguous`` where a comma, or a space,
        could part two numbers or stand in one.

    Examples
    --------
    >>> rows_of(["0,5 1", "2 3"])
    [['0,5', '1'], ['2', '3']]
    """
    named = _SEPARATOR_LINE.fullmatch(lines[0].strip()) if lines else None
    if named:  # Excel's own first line
        return [_cells(line, re.escape(named[1])) for line in lines[1:]]
    lines = [_PARTED_BAR.sub("/", line) for line in lines]
    if any('"' in line for line in lines):
        return _quoted(lines)
    if any(_NARROW.search(line) for line in lines):
        lines = _with_plain_spaces(lines)
    if any("\t" in line for line in lines) and not any(";" in line for line in lines):
        return _by_tabs(lines)
    if any(";" in line for line in lines):
        return _by_semicolons(lines)
    return _by_spaces_or_commas(lines)


def _by_tabs(lines: list[str]) -> Rows:
    # A spreadsheet ends a row with a tab where its last cells are empty.
    rows = [_cells(line.strip(" "), r"\t") for line in lines]
    if not any(" " in cell for row in rows for cell in row):
        return rows
    for row in rows:
        for cell in row:
            if " " in cell and is_number(cell):
                raise one_or_several(cell, " ")
    return [_cells(line.strip(), r"\s+") for line in lines]


def _by_semicolons(lines: list[str]) -> Rows:
    pieces = [piece for line in lines for piece in line.split(";") if piece.strip()]
    # Several numbers between two semicolons: they end rows, as in [1 2; 3 4].
    if any(len(re.split(r",\s+|\s+", piece.strip())) > 1 for piece in pieces):
        return _by_spaces_or_commas([piece.strip() for piece in pieces])
    return [_cells(line.strip(), r";") for line in lines]


def _by_spaces_or_commas(lines: list[str]) -> Rows:
    words = [word for line in lines for word in line.split()]
    if len(words) > len(lines):
        if all(_DECIMAL_COMMA.fullmatch(word) for word in words):
            return [line.split() for line in lines]
        tight = [word for word in words if "," in word.strip(",")]
        if tight and not any(word.endswith(",") for word in words):
            _refuse_if_numbers(words, tight)
    elif words:
        # As columns 1,000 would be written 1,0: nobody begins a number with 00.
        doubtful = [word for word in words if "." in word or _ZEROS_LEAD.search(word)]
        _refuse_if_numbers(words, doubtful)
    return [_cells(line.strip(), r"\s*,\s*|\s+") for line in lines]


def _refuse_if_numbers(words: list[str], doubtful: list[str]) -> None:
    """Refuse words that are numbers with marks for thousands, or several numbers."""
    for mark in MARKS:
        if all(value_of(word, mark) is not None for word in words):
            for word in doubtful:
                if "," in word:
                    raise one_or_several(word, ",")


def _with_plain_spaces(lines: list[str]) -> list[str]:
    """Take narrow spaces out of numbers, or make plain ones of those between them."""
    words = [word for line in lines for word in re.split(r"[ \t;]+", line) if word]
    narrow = [word for word in words if _NARROW.search(word.strip(NARROW_SPACES))]
    grouped = all(is_number(word.strip(NARROW_SPACES)) for word in narrow)
    if grouped and narrow:
        if len(words) == len(lines) and not any(mark in narrow[0] for mark in MARKS):
            raise one_or_several(_NARROW.sub(" ", narrow[0]), " ")
        return [_NARROW.sub("", line) for line in lines]
    return [_NARROW.sub(" ", line) for line in lines]


def _quoted(lines: list[str]) -> Rows:
    """Return the cells of a CSV file with quotation marks, which hold its commas."""
    marks = (mark for mark in "\t;" if any(mark in line for line in lines))
    between = next(marks, ",")
    try:
        rows = list(csv.reader(lines, delimiter=between, strict=True))
    except csv.Error as error:
        raise CnnvizError("numbers_not_json", line=1, column=1) from error
    return [[cell.strip() for cell in row] for row in rows]


def _cells(line: str, between: str) -> list[str]:
    cells = [cell.strip() for cell in re.split(between, line)]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells

"""Grids of numbers that somebody typed or pasted, read as people write them."""

import json
import math
import re
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.engine.images.number_text import MINUS

LARGEST_NUMBER: Final = 1e9
"""A billion: larger ones leave no digits for the others in a sum."""

MOST_NUMBERS: Final = 1_000_000
"""Numbers that a grid may have that is typed, or pasted, as text."""

_LONGEST_SHOWN: Final = 16
_POINT_FOR_THOUSANDS: Final = re.compile(r"[^.,]*\.[^,]*(,[^.,]*)?")
_DECIMAL_COMMA: Final = re.compile(r"[^,]*[0-9],[0-9][^,]*|[^,]+")


def read_number(text: str) -> float | None:
    """Read a number: ``0.5``, ``0,5``, ``−2``, ``1/9``; ``None`` for anything else.

    A number above `LARGEST_NUMBER` is returned as it is: the caller has words for it.

    Examples
    --------
    >>> read_number("0,5"), read_number("-1/4"), read_number("abc")
    (0.5, -0.25, None)
    """
    plain = text.strip().replace(MINUS, "-").replace(",", ".")
    above, bar, below = plain.partition("/")
    try:
        value = float(above) / float(below) if bar else float(above)
    except (ValueError, ZeroDivisionError):
        return None
    return None if math.isnan(value) else value


def is_too_large(value: float) -> bool:
    """Whether a number is none to compute with."""
    return abs(value) > LARGEST_NUMBER


def read_usable_number(text: str) -> float | None:
    """Read a number to compute with: ``None`` too for one that is too large.

    Examples
    --------
    >>> read_usable_number("1/4"), read_usable_number("1e99")
    (0.25, None)
    """
    value = read_number(text)
    return None if value is None or is_too_large(value) else value


def read_numbers(text: str) -> NDArray[np.float32]:
    r"""Read a grid of numbers: one row a line, or JSON lists.

    Spaces, tabs and semicolons stand between numbers. Commas do too, unless something
    else does and each comma stands between two digits: then they are decimal ones.

    Parameters
    ----------
    text
        What was typed or pasted. JSON may hold rows, or 1 or 3 channels of rows.

    Returns
    -------
    ndarray
        float32, ``C x H x W``.

    Raises
    ------
    CnnvizError
        ``numbers_empty``, ``numbers_cell_empty``, ``numbers_not_number``,
        ``numbers_thousands``, ``numbers_too_large``, ``numbers_ragged``,
        ``numbers_too_many``, ``numbers_not_json`` or ``numbers_axes``.

    Examples
    --------
    >>> read_numbers("0,5 1\n2 -3,25")
    array([[[ 0.5 ,  1.  ], [ 2.  , -3.25]]], dtype=float32)
    >>> read_numbers("[[1, 2], [3, 4]]").shape
    (1, 2, 2)
    """
    if not text.strip():
        raise CnnvizError("numbers_empty")
    if text.lstrip().startswith("["):
        return _from_json(text)
    lines = [line.strip() for line in text.splitlines()]
    return _grid(_split([line for line in lines if line]))[np.newaxis]


def display_range(numbers: NDArray[np.float32]) -> tuple[float, float]:
    """Return which numbers black and white stand for.

    From 0 up, or as far below 0 as above it where some are negative. White is the
    largest number, or 1 or 255 where that is at most twice as large: so a cell that is
    changed in a picture on a usual scale does not change the others' looks.

    Examples
    --------
    >>> display_range(np.float32([0, 9])), display_range(np.float32([-0.8, 0.2]))
    ((0.0, 9.0), (-1.0, 1.0))
    """
    return range_between(*extremes(numbers))


def extremes(numbers: NDArray[np.float32]) -> tuple[float, float]:
    """Return the least and the largest number, and 0 where none is beyond it.

    Examples
    --------
    >>> extremes(np.float32([2, 9])), extremes(np.float32([-0.5, -2]))
    ((0.0, 9.0), (-2.0, 0.0))
    """
    return float(numbers.min(initial=0)), float(numbers.max(initial=0))


def range_between(least: float, largest: float) -> tuple[float, float]:
    """Return the `display_range` of numbers with these extremes."""
    largest = max(largest, -least)
    white = next(
        (usual for usual in (1.0, 255.0) if usual / 2 <= largest <= usual), largest
    )
    return (-white if least < 0 else 0.0), white or 1.0


def as_levels(numbers_chw: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Return grey levels that show numbers to those who know only pictures.

    Examples
    --------
    >>> as_levels(np.float32([[[0, 3], [6, 9]]]))
    array([[[  0,  85], [170, 255]]], dtype=uint8)
    """
    return to_indices(numbers_chw, *display_range(numbers_chw))


def _split(lines: list[str]) -> list[list[str]]:
    """Return the texts of the cells, by the one kind of separator that is in use."""
    if any(";" in line or "\t" in line for line in lines):
        # A spreadsheet ends a row with a separator where its last cells are empty.
        return [_cells(line, r" *[;\t] *| +") for line in lines]
    words = [word for line in lines for word in line.split()]
    parted = len(words) > len(lines)
    if parted and all(_DECIMAL_COMMA.fullmatch(word) for word in words):
        return [line.split() for line in lines]
    return [_cells(line, r"\s*,\s*|\s+") for line in lines]


def _cells(line: str, between: str) -> list[str]:
    cells = re.split(between, line)
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def _grid(rows: list[list[str]]) -> NDArray[np.float32]:
    _check_count(sum(map(len, rows)))
    for index, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise _ragged(index, len(row), len(rows[0]))
    # No cell holds a comma that stood between two cells.
    decimal = any("," in text for cells in rows for text in cells)
    return np.array(
        [
            [_number(text, row, column, decimal) for column, text in enumerate(cells)]
            for row, cells in enumerate(rows)
        ],
        np.float32,
    )


def _number(text: str, row: int, column: int, has_decimal_commas: bool) -> float:
    if not text:
        raise CnnvizError("numbers_cell_empty", row=row + 1, column=column + 1)
    value = read_number(text)
    where = {"row": row + 1, "column": column + 1, "text": _shown(text)}
    if has_decimal_commas and _POINT_FOR_THOUSANDS.fullmatch(text):
        raise CnnvizError("numbers_thousands", **where)
    if value is None:
        raise CnnvizError("numbers_not_number", **where)
    if is_too_large(value):
        raise CnnvizError("numbers_too_large", **where)
    return value


def _from_json(text: str) -> NDArray[np.float32]:
    try:
        held = json.loads(text)
    except json.JSONDecodeError as error:
        raise CnnvizError(
            "numbers_not_json", line=error.lineno, column=error.colno
        ) from error
    except RecursionError as error:
        raise CnnvizError("numbers_axes") from error
    except ValueError as error:  # thousands of digits in one number
        raise CnnvizError("numbers_not_json", line=1, column=1) from error
    depth = _depth(held)
    if depth == 1:
        held = [held]
    channels = held if depth == 3 else [held]
    if depth > 3 or len(channels) not in (1, 3):
        raise CnnvizError("numbers_axes")
    grids = [_json_grid(channel) for channel in channels]
    for grid in grids:
        if grid.shape != grids[0].shape:
            raise _ragged(len(grid) - 1, grid.shape[1], grids[0].shape[1])
    return np.stack(grids)


def _depth(held: object) -> int:
    depth = 0
    while isinstance(held, list):
        if not held:
            raise CnnvizError("numbers_empty")
        held, depth = held[0], depth + 1
    return depth


def _json_grid(rows: object) -> NDArray[np.float32]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise CnnvizError("numbers_axes")
    return _grid([[_plain(cell) for cell in row] for row in rows])


def _plain(cell: object) -> str:
    """Return a JSON value as text; what is no number there must not become one."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    # repr of a string has quotes, which no number has; an empty list is no number.
    return repr(cell) if is_number else json.dumps(cell)


def _check_count(count: int) -> None:
    if not count:
        raise CnnvizError("numbers_empty")
    if count > MOST_NUMBERS:
        raise CnnvizError("numbers_too_many", count=count, limit=MOST_NUMBERS)


def _ragged(row: int, found: int, expected: int) -> CnnvizError:
    return CnnvizError("numbers_ragged", row=row + 1, found=found, expected=expected)


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"

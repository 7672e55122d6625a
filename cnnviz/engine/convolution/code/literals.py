"""Numbers written so that Python reads the same ones again."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MOST_DIGITS: Final = 1e15


def number(value: float | np.generic) -> str:
    """Write a number: a whole one without a point, any other with the fewest digits.

    A float32 gets the digits that a float32 needs, a float64 those that it needs.

    Examples
    --------
    >>> number(np.float32(0.1)), number(np.uint8(7)), number(-2.0), number(1e300)
    ('0.1', '7', '-2', '1e+300')
    """
    exact = float(value)
    if exact.is_integer() and abs(exact) < _MOST_DIGITS:
        return str(int(exact))
    return str(value) if isinstance(value, np.generic) else repr(exact)


def nested(values: NDArray[np.generic], depth: int = 0) -> str:
    """Write an array as lists in lists, each row of numbers in a line of its own.

    Examples
    --------
    >>> print(nested(np.array([[1.0, 0.5], [0.0, -1.0]])))
    [
        [1, 0.5],
        [0, -1],
    ]
    """
    if values.ndim == 1:
        return f"[{', '.join(number(value) for value in values)}]"
    inner = "    " * (depth + 1)
    parts = "".join(f"{inner}{nested(part, depth + 1)},\n" for part in values)
    return f"[\n{parts}{'    ' * depth}]"


def cells(
    plane_hw: NDArray[np.generic], rows: Iterable[int], columns: Iterable[int]
) -> str:
    """Write some cells of a plane as dictionaries, so that they keep their places.

    Examples
    --------
    >>> print(cells(np.eye(9), [3, 4], [3, 5]))
    {
        3: {3: 1, 5: 0},
        4: {3: 0, 5: 0},
    }
    """
    wanted = list(columns)
    lines = "".join(
        f"    {row}: {_entries({x: number(plane_hw[row, x]) for x in wanted})},\n"
        for row in rows
    )
    return f"{{\n{lines}}}"


def row_cells(values_n: NDArray[np.generic], columns: Iterable[int]) -> str:
    """Write some cells of a row as a dictionary."""
    return _entries({column: number(values_n[column]) for column in columns})


def _entries(numbers: Mapping[int, str]) -> str:
    return f"{{{', '.join(f'{place}: {text}' for place, text in numbers.items())}}}"

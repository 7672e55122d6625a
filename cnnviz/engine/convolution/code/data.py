"""The numbers that the loops of a program need, as assignments."""

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.code.loops import Loops
from cnnviz.engine.convolution.operations.protocol import Operation
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.walk import Walk

_MOST_DIGITS: Final = 1e15

Data = list[tuple[str, str]]
"""Names and what stands for their values, in order."""


def whole_data(walk: Walk, loops: Loops) -> Data:
    """Return the whole picture, the kernels, and an output full of zeros."""
    operation = walk.operation
    planes = np.squeeze(
        operation.input_chw, axis=_only_ones(operation.input_chw, loops)
    )
    picture = (loops.picture_word, nested(planes))
    return [picture, *_kernels(operation), ("output", _zeros(walk, loops))]


def cell_data(walk: Walk, loops: Loops) -> Data:
    """Return the picture's cells that the window reads, and the kernels."""
    operation = walk.operation
    rows, columns = (sorted(set(kept)) for kept in read_cells(walk))
    if loops.is_flat:
        listed = row_cells(operation.input_chw[0, 0], columns)
    else:
        planes = [cells(plane, rows, columns) for plane in operation.input_chw]
        together = ",\n".join(planes)
        listed = planes[0] if len(planes) == 1 else f"[\n{together},\n]"
    picture = (loops.picture_word, listed)
    empty = "{}" if loops.is_flat else f"{{{walk.cell[0]}: {{}}}}"
    if loops.maps_word:
        maps = walk.operation.outputs
        empty = f"[{empty} for {loops.maps_word} in range({maps})]"
    return [picture, *_kernels(operation), ("output", empty)]


def read_cells(walk: Walk) -> tuple[list[int], list[int]]:
    """Return the rows and the columns of the picture that the window reads, in order."""
    rows, columns = (walk.geometry.sources(axis, walk.cell[axis]) for axis in (0, 1))
    return rows[rows >= 0].tolist(), columns[columns >= 0].tolist()


def _only_ones(values: Array, loops: Loops) -> tuple[int, ...]:
    """Return the axes that the loops have no index for: there is but one of each."""
    return tuple(axis for axis in range(1 + loops.is_flat) if values.shape[axis] == 1)


def _kernels(operation: Operation) -> Data:
    """Return kernels and bias, without the axes that the loops have no index for."""
    data = []
    for name, values in operation.weights():
        outer = values.shape[: 1 if values.ndim == 1 else 2]
        shape = [count for count in outer if count > 1]
        kept = values.reshape((*shape, *values.shape[len(outer) :]))
        data.append((name, nested(kept) if kept.ndim else number(values.flat[0])))
    return data


def _zeros(walk: Walk, loops: Loops) -> str:
    height, width = walk.output_hw
    if loops.is_flat:
        zeros = f"[0] * {width}"
    else:
        zeros = f"[[0] * {width} for row in range({height})]"
    if not loops.maps_word:
        return zeros
    inner = zeros if zeros.endswith("]") else f"({zeros})"
    return f"[{inner} for {loops.maps_word} in range({walk.operation.outputs})]"


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

"""How a kernel is best summed: equal weights together, and in two passes where it can be.

A convolution is a sum of shifted copies of the picture, one for each kernel cell. Copies
of equal weight are added before they are multiplied, and a kernel that is a column times
a row is applied as the column first and the row after: 5 + 5 copies instead of 25.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.spec import Pair

# How far the product of column and row may be from the kernel, in parts of each cell:
# what float32 itself cannot tell. Whole numbers must come out exactly.
_TOLERANCE: Final = 2.0**-23

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Equals:
    """Kernel cells whose weights are equal up to the sign.

    Attributes
    ----------
    weight
        Of the first cell.
    cells
        Row and column of each cell, and 1, or -1 where it has the negative weight.
    """

    weight: np.float32
    cells: tuple[tuple[Pair, int], ...]

    @property
    def operations(self) -> int:
        """Passes over the picture that this takes."""
        return len(self.cells) + int(abs(self.weight) != 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the kernel of one input channel is summed.

    Attributes
    ----------
    column
        What is summed down first; ``None`` when all is summed at once.
    cells
        What is summed after it (along rows), or at once.
    """

    column: tuple[Equals, ...] | None
    cells: tuple[Equals, ...]


def plan(kernel_hw: Row, stride: Pair = (1, 1)) -> Plan:
    """Return how a kernel is summed with the fewest operations.

    Parameters
    ----------
    kernel_hw
        float32, as laid on the picture.
    stride
        The columns between those that a stride keeps are summed down in vain.

    Examples
    --------
    >>> len(plan(np.ones((5, 5), np.float32)).column[0].cells)
    5
    >>> plan(np.eye(5, dtype=np.float32)).column is None
    True
    """
    at_once = grouped(kernel_hw)
    factors = separated(kernel_hw)
    if factors is None:
        return Plan(None, at_once)
    column, row = (grouped(factor) for factor in factors)
    if _operations(column) * stride[1] + _operations(row) < _operations(at_once):
        return Plan(column, row)
    return Plan(None, at_once)


def _operations(groups: Iterable[Equals]) -> int:
    return sum(group.operations for group in groups)


def grouped(kernel_hw: Row) -> tuple[Equals, ...]:
    """Return the cells of a kernel by weight, those of 0 left out.

    Examples
    --------
    >>> grouped(np.float32([[2, 0, -2]]))
    (Equals(weight=np.float32(2.0), cells=(((0, 0), 1), ((0, 2), -1))),)
    """
    groups: dict[np.float32, list[tuple[Pair, int]]] = {}
    firsts: dict[np.float32, np.float32] = {}
    for row, col in np.argwhere(kernel_hw).tolist():
        weight = kernel_hw[row, col]
        first = firsts.setdefault(abs(weight), weight)
        sign = 1 if weight == first else -1
        groups.setdefault(abs(weight), []).append(((row, col), sign))
    return tuple(Equals(firsts[size], tuple(cells)) for size, cells in groups.items())


def separated(kernel_hw: Row) -> tuple[Row, Row] | None:
    """Return the column and the row whose product is the kernel, if they exist.

    Parameters
    ----------
    kernel_hw
        float32, ``kh x kw``.

    Returns
    -------
    tuple or None
        float32, ``kh x 1`` and ``1 x kw``. A kernel of whole numbers has them only when
        their product is exact; any other may differ by what float32 cannot tell.

    Examples
    --------
    >>> column, row = separated(np.float32([[1, 0, -1], [2, 0, -2], [1, 0, -1]]))
    >>> column.tolist(), row.tolist()
    ([[1.0], [2.0], [1.0]], [[1.0, 0.0, -1.0]])
    """
    kernel = kernel_hw.astype(np.float64)
    sizes = np.abs(kernel)
    if not sizes.any():
        return None
    # The smallest number divides the others best: [1, 4, 6] by 1 stays whole.
    top, left = np.unravel_index(np.where(sizes, sizes, np.inf).argmin(), sizes.shape)
    with np.errstate(over="ignore"):
        column = kernel[:, left : left + 1].astype(np.float32)
        row = (kernel[top : top + 1] / kernel[top, left]).astype(np.float32)
        product = column.astype(np.float64) * row
    whole = bool((kernel == np.rint(kernel)).all())
    allowed = 0.0 if whole else _TOLERANCE
    # "<=" is false for infinities against each other: those are refused, too.
    near = np.abs(product - kernel) <= allowed * sizes
    return (column, row) if near.all() else None


Operation = tuple[np.ufunc, Row, Row | np.float32, Row]
"""A function, its two arguments, and where the result goes."""


def shifted_sums(
    total: Row,
    spare: Row,
    groups: Iterable[Equals],
    copy_of: Callable[[Pair], Row],
    *,
    is_new: bool = False,
) -> Iterator[Operation]:
    """Yield the operations that add the weighted shifted copies to a total.

    They can be done again whenever the memory of the copies holds something else.

    Parameters
    ----------
    total
        What is added to.
    spare
        Of the same shape; overwritten.
    groups
        The weights and their cells.
    copy_of
        Returns the shifted copy of a kernel cell, of the shape of ``total``.
    is_new
        Whether the total holds nothing yet, not even zeros.
    """
    for group in groups:
        if is_new:
            yield from _weighted(group, copy_of, total)
            is_new = False
        elif abs(group.weight) == 1:
            for cell, sign in group.cells:
                yield _joining(sign * group.weight), total, copy_of(cell), total
        else:
            yield from _weighted(group, copy_of, spare)
            yield np.add, total, spare, total
    if is_new:
        yield np.multiply, np.zeros_like(total), np.float32(0), total


def _weighted(
    group: Equals, copy_of: Callable[[Pair], Row], out: Row
) -> Iterator[Operation]:
    """Yield what writes the sum of the copies of one weight, times that weight."""
    (cell, _), *others = group.cells
    together = copy_of(cell)
    for cell, sign in others:
        yield _joining(sign), together, copy_of(cell), out
        together = out
    yield np.multiply, together, group.weight, out


def _joining(sign: float | np.float32) -> np.ufunc:
    return np.add if sign > 0 else np.subtract

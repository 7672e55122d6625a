"""What a number is made of, row by row: a window, its kernel, and what they add up to."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.state.picture.layer_pictures import Look

Floats = NDArray[np.float64]

Sign = Literal["times", "compared", "none"]
"""Between window and kernel: multiplied, the difference squared, or there is no kernel."""


@dataclass(frozen=True, slots=True, eq=False)
class UnitRow:
    """The part of one input map in a number.

    Attributes
    ----------
    index
        Which of the unit's parts it is: rows may be in another order.
    name
        What the input map is called.
    cells_hw, cells_look
        The numbers under the window (not a number where a cell takes no part), and how
        they are coloured.
    kernel_hw, kernel_look
        What each is multiplied with, where it is.
    total
        What the row adds.
    chosen
        Row and column of the cell that a pooling chose.
    rows, columns
        Which row and column of the map each cell is; -1 in the padding.
    result_hw, result_look
        Of a map as a whole: the map that the row adds, and how it is coloured.
    """

    index: int
    name: str
    cells_hw: Floats
    cells_look: Look
    total: float
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    kernel_hw: Floats | None = None
    kernel_look: Look = (-1.0, 1.0, "diverging")
    chosen: tuple[int, int] | None = None
    result_hw: Floats | None = None
    result_look: Look = (-1.0, 1.0, "diverging")

    @property
    def size_hw(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        height, width = self.cells_hw.shape
        return height, width

    def source(self, row: int, column: int) -> tuple[int, int] | None:
        """Return which cell of the map a cell of the window is; ``None``: padding."""
        at = self.rows[row], self.columns[column]
        return None if min(at) < 0 else at


@dataclass(frozen=True, slots=True, eq=False)
class UnitRows:
    """All rows of a number that are shown, and what the others add.

    Attributes
    ----------
    rows
        In the order of the input maps, or the largest first where some are left out.
    folded, folded_total
        How many are left out, and what these add together.
    sign
        What is done with window and kernel.
    heads
        Over the columns: window, kernel, result.
    """

    rows: tuple[UnitRow, ...]
    folded: int = 0
    folded_total: float = 0.0
    sign: Sign = "times"
    heads: tuple[str, str, str] = ("", "", "")

    @property
    def size(self) -> tuple[int, int, int]:
        """How many rows there are, and rows and columns of their windows."""
        return (len(self.rows), *self.rows[0].size_hw) if self.rows else (0, 0, 0)

    @property
    def has_totals(self) -> bool:
        """Whether each row adds a number."""
        return not any(np.isnan(row.total) for row in self.rows)

    @property
    def has_results(self) -> bool:
        """Whether each row adds a map, and not a number."""
        return any(row.result_hw is not None for row in self.rows)


def largest_first(
    totals: NDArray[np.float64], most: int
) -> tuple[list[int], int, float]:
    """Return which parts are shown, how many are left out, and what these add.

    All, in their order, where they are no more than ``most``; else those that matter
    most, the largest first.

    Examples
    --------
    >>> largest_first(np.array([1.0, -5.0, 2.0]), 2)
    ([1, 2], 1, 1.0)
    """
    if len(totals) <= most:
        return [*range(len(totals))], 0, 0.0
    order = np.argsort(-np.abs(totals), kind="stable")
    return order[:most].tolist(), len(totals) - most, float(totals[order[most:]].sum())

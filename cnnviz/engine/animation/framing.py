"""How much of a grid is drawn in its place, and how large its cells are."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.animation.settings import View
from cnnviz.engine.convolution.spec import Pair

_SEEN: Final = 5
"""From this many pixels a cell of a whole picture can be told from its neighbours."""

_READ: Final = 30
"""In this many pixels a number can be read."""

_LARGEST: Final = 76


@dataclass(frozen=True, slots=True)
class Framing:
    """Rows and columns that are drawn at once, and the pixels of a cell."""

    rows: int
    columns: int
    cell: float
    grid_hw: Pair

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return (self.rows, self.columns) == self.grid_hw

    @property
    def size(self) -> Pair:
        """Width and height in pixels."""
        return edge(self.columns, self.cell), edge(self.rows, self.cell)

    def origin(self, middle: tuple[float, float]) -> Pair:
        """Return the first row and column of the part around a place in the grid."""
        return tuple(
            min(max(round(middle[axis] - count / 2), 0), self.grid_hw[axis] - count)
            for axis, count in enumerate((self.rows, self.columns))
        )  # type: ignore[return-value]


def edge(cells: int, cell: float) -> int:
    """Return the pixel at which a cell begins."""
    return round(cells * cell)


def framing(grid_hw: Pair, box_wh: Pair, view: View, at_least: Pair) -> Framing:
    """Choose what of a grid is drawn in a box.

    Parameters
    ----------
    grid_hw
        Rows and columns, padding included.
    box_wh
        Pixels that there are.
    view
        As in ``AnimationSettings``.
    at_least
        Rows and columns that must be seen at once: the window and its neighbours.

    Examples
    --------
    >>> framing((28, 28), (300, 300), "auto", (5, 5))
    Framing(rows=28, columns=28, cell=10.0, grid_hw=(28, 28))
    >>> near = framing((512, 512), (300, 300), "auto", (5, 5))
    >>> near.rows, near.columns, near.cell, near.is_whole
    (10, 10, 30.0, False)
    """
    height, width = grid_hw
    whole = min(box_wh[0] / width, box_wh[1] / height, _LARGEST)
    if view == "whole" or whole >= (_READ if view == "near" else _SEEN):
        return Framing(height, width, crisp(whole), grid_hw)
    needed = (min(at_least[0], height), min(at_least[1], width))
    cell = crisp(min(box_wh[0] / needed[1], box_wh[1] / needed[0], _READ))
    rows = min(height, max(int(box_wh[1] / cell), needed[0]))
    columns = min(width, max(int(box_wh[0] / cell), needed[1]))
    return Framing(rows, columns, cell, grid_hw)


def crisp(cell: float) -> float:
    """Return a size of cell that is a whole number, unless that is far off."""
    return float(int(cell)) if cell >= 3 else cell

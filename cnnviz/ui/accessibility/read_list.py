"""Painted things in a row that a screen reader finds, though no keyboard stops at them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from cnnviz.ui.accessibility.cell_source import AROUND, Cell


@dataclass(frozen=True, slots=True)
class ReadList:
    """Cells one below the other, by functions that are asked when a reader asks.

    Attributes
    ----------
    count
        Returns how many there are.
    words, box
        Return what is said of one, and where it lies in the widget.
    """

    count: Callable[[], int]
    words: Callable[[int], str]
    box: Callable[[int], QRectF]

    @property
    def hovered_cell(self) -> Cell | None:
        """No cell: nothing is read by keys."""
        return None

    def cell_count(self) -> int:
        """Return how many cells there are."""
        return self.count()

    def cell_of(self, index: int) -> Cell:
        """Return which cell comes at a place of the order."""
        return index, 0

    def index_of(self, cell: Cell) -> int:
        """Return at which place of the order a cell comes; -1 of one that is not there."""
        return cell[0] if 0 <= cell[0] < self.count() else -1

    def neighbours_of(self, cell: Cell) -> Sequence[Cell]:
        """Return the cells around one, and itself."""
        near = range(cell[0] - AROUND, cell[0] + AROUND + 1)
        return [(row, 0) for row in near if 0 <= row < self.count()]

    def reading_of(self, row: int, _column: int) -> str:
        """Return what is said of a cell."""
        return self.words(row)

    def box_of(self, row: int, _column: int) -> QRectF:
        """Return where a cell lies in the widget."""
        return self.box(row)

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point of the widget."""
        rows = range(self.count())
        return next(((row, 0) for row in rows if self.box(row).contains(point)), None)

    def summary(self) -> str:
        """Return nothing: what is said of the widget says it."""
        return ""

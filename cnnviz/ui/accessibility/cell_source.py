"""What painted cells are to a screen reader, and how it hears of the one that is read."""

from collections.abc import Sequence
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

Cell = tuple[int, int]
"""Row and column; of a plot the curve and which of its points."""

MOST_CELLS: Final = 1_024
"""Of more cells only those around the one that is being read can be found."""

AROUND: Final = 2
"""Rows and columns on each side of the cell that is read that belong to them."""


class CellSource(Protocol):
    """Cells that are painted on a widget, in an order: the first is 0."""

    @property
    def hovered_cell(self) -> Cell | None:
        """The cell that is being read."""

    def cell_count(self) -> int:
        """Return how many cells there are."""

    def cell_of(self, index: int) -> Cell:
        """Return which cell comes at a place of the order."""

    def index_of(self, cell: Cell) -> int:
        """Return at which place of the order a cell comes; -1 of one that is not there."""

    def neighbours_of(self, cell: Cell) -> Sequence[Cell]:
        """Return the cells around one, and itself, where there are too many for all."""

    def reading_of(self, row: int, column: int) -> str:
        """Return what is said of a cell: where it is, and what it holds."""

    def box_of(self, row: int, column: int) -> QRectF:
        """Return where a cell lies in the widget."""

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the cell at a point of the widget."""

    def summary(self) -> str:
        """Return how many cells there are, and between what numbers; empty of few."""


class HasCells(Protocol):
    """A widget that paints cells."""

    def accessible_cells(self) -> CellSource:
        """Return the cells: for a screen reader they are children of the widget."""


def tell_cell(widget: QWidget, index: int) -> None:
    """Let a screen reader say the cell that the keyboard has come to.

    Parameters
    ----------
    widget
        That paints the cells and has the keyboard; else nothing is said.
    index
        Which of its children the cell is now; -1 says nothing.
    """
    if index < 0 or not widget.hasFocus() or not QAccessible.isActive():
        return
    # Its number may be another one than when it was last asked for: first its name.
    for kind in (QAccessible.Event.NameChanged, QAccessible.Event.Focus):
        event = QAccessibleEvent(widget, kind)
        event.setChild(index)
        QAccessible.updateAccessibility(event)


def child_count(cells: CellSource) -> int:
    """Return how many cells a screen reader finds."""
    count = cells.cell_count()
    if count <= MOST_CELLS:
        return count
    at = cells.hovered_cell
    return 0 if at is None else len(cells.neighbours_of(at))


def child_at(cells: CellSource, index: int) -> Cell | None:
    """Return which cell a screen reader finds as a child; ``None`` where there is none."""
    if not 0 <= index < child_count(cells):
        return None
    at = cells.hovered_cell
    if cells.cell_count() > MOST_CELLS and at is not None:
        return cells.neighbours_of(at)[index]
    return cells.cell_of(index)


def child_of(cells: CellSource, cell: Cell) -> int:
    """Return which child a cell is; -1 where it cannot be found."""
    if cells.cell_count() <= MOST_CELLS:
        return cells.index_of(cell)
    at = cells.hovered_cell
    around = () if at is None else cells.neighbours_of(at)
    return around.index(cell) if cell in around else -1

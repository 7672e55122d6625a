"""The cells of painted grids as screen readers find them: children of their grid.

Qt for Python has no table interface, so the name of a cell says its row and column.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import Cell, CellGrid

MOST_CELLS: Final = 1_024
"""Of a grid with more cells only the one that is being read can be found."""


class AccessibleCells(QObject):
    """Answers Qt when a screen reader asks for a painted grid; one for the program.

    Qt keeps addresses of what it is given, so all of it is held here until its grid is
    gone, and each cell is registered once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grids: dict[int, _Grid] = {}
        QAccessible.installFactory(self._interface_of)

    def _interface_of(
        self, _kind: str, thing: QObject | None
    ) -> QAccessibleInterface | None:
        if not isinstance(thing, CellGrid):
            return None
        made = self._grids[id(thing)] = _Grid(thing)
        thing.destroyed.connect(self._forget_the_gone)
        return made

    @Slot()
    def _forget_the_gone(self) -> None:
        for key, grid in [*self._grids.items()]:
            if not isValid(grid.grid):
                grid.forget_cells()
                del self._grids[key]


class _Grid(QAccessibleWidget):
    """A grid, the parent of its cells."""

    def __init__(self, grid: CellGrid) -> None:
        super().__init__(grid, QAccessible.Role.Table)
        self.grid = grid
        self._cells: dict[Cell, _Cell] = {}
        self._registered: list[int] = []

    def forget_cells(self) -> None:
        """Let go of the cells of a grid that is gone."""
        for number in self._registered:
            QAccessible.deleteAccessibleInterface(number)
        self._cells.clear()

    def extent(self) -> tuple[range, range]:
        """Return the rows and columns of the cells that can be found."""
        if not isValid(self.grid):
            return range(0), range(0)
        rows, columns = self.grid.readable()
        if len(rows) * len(columns) <= MOST_CELLS:
            return rows, columns
        row, column = self.grid.hovered_cell or (0, 0)
        count = int(self.grid.hovered_cell is not None)
        return range(row, row + count), range(column, column + count)

    def holds(self, place: Cell) -> bool:
        """Whether a cell can be found."""
        rows, columns = self.extent()
        return place[0] in rows and place[1] in columns

    @override
    def childCount(self) -> int:
        rows, columns = self.extent()
        return len(rows) * len(columns)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        rows, columns = self.extent()
        row, column = divmod(index, len(columns))
        return self._cell((rows[row], columns[column]))

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if not isinstance(child, _Cell) or not self.holds(child.place):
            return -1
        (rows, columns), (row, column) = self.extent(), child.place
        return rows.index(row) * len(columns) + columns.index(column)

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not isValid(self.grid):
            return None
        place = self.grid.cell_at(QPointF(self.grid.mapFromGlobal(QPoint(x, y))))
        return self._cell(place) if place and self.holds(place) else None

    def _cell(self, place: Cell) -> "_Cell":
        if place not in self._cells:
            cell = self._cells[place] = _Cell(self, place)
            self._registered.append(QAccessible.registerAccessibleInterface(cell))
        return self._cells[place]


class _Cell(QAccessibleInterface):
    """One cell: what is said of it, and where it lies."""

    def __init__(self, owner: _Grid, place: Cell) -> None:
        super().__init__()
        self._owner, self.place = owner, place

    @override
    def isValid(self) -> bool:
        return isValid(self._owner) and self._owner.holds(self.place)

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t != QAccessible.Text.Name or not self.isValid():
            return ""
        return self._owner.grid.reading_of(*self.place)

    @override
    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        grid = self._owner.grid
        box = grid.box_of(*self.place).toAlignedRect().intersected(grid.rect())
        return box.translated(grid.mapToGlobal(QPoint()))

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    @override
    def state(self) -> QAccessible.State:
        return QAccessible.State()

    @override
    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._owner.window() if isValid(self._owner) else None

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._owner if isValid(self._owner) else None

    @override
    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    @override
    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: a cell is read here."""

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
        """Let go of the cells: Qt answers no more for them."""
        for number in self._registered:
            QAccessible.deleteAccessibleInterface(number)
        self._registered.clear()
        self._cells.clear()

    def _places(self) -> tuple[range, range, int]:
        """Return rows, columns and number of the cells that can be found."""
        if not isValid(self.grid):
            return range(0), range(0), 0
        count = self.grid.cell_count()
        if count <= MOST_CELLS:
            return *self.grid.readable(), count
        if self.grid.hovered_cell is None:
            return range(0), range(0), 0
        row, column = self.grid.hovered_cell
        return range(row, row + 1), range(column, column + 1), 1

    def index_of(self, place: Cell) -> int:
        """Return which child a cell is; -1 where it cannot be found."""
        rows, columns, count = self._places()
        if place[0] not in rows or place[1] not in columns:
            return -1
        index = rows.index(place[0]) * len(columns) + columns.index(place[1])
        return index if index < count else -1

    @override
    def childCount(self) -> int:
        return self._places()[2]

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        rows, columns, count = self._places()
        if not 0 <= index < count:
            return None
        row, column = divmod(index, len(columns))
        return self._cell((rows[row], columns[column]))

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.index_of(child.place) if isinstance(child, _Cell) else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not isValid(self.grid):
            return None
        place = self.grid.cell_at(QPointF(self.grid.mapFromGlobal(QPoint(x, y))))
        is_here = place is not None and self.index_of(place) >= 0
        return self._cell(place) if place is not None and is_here else None

    def _cell(self, place: Cell) -> "_Cell":
        if place not in self._cells:
            if len(self._cells) >= MOST_CELLS:
                self.forget_cells()  # of a large grid, one after the other was read
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
        return isValid(self._owner) and self._owner.index_of(self.place) >= 0

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
        state = QAccessible.State()
        state.readOnly = True
        state.offscreen = self.rect().isEmpty()
        return state

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

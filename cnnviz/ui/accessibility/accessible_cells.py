"""Painted cells as screen readers find them: children of the widget that paints them.

Qt for Python has no table interface, so the name of a cell says its row and column.
Nothing of this is made before an assistive program asks.
"""

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from cnnviz.ui.accessibility.accessible_widgets import special_interface
from cnnviz.ui.accessibility.cell_source import (
    MOST_CELLS,
    Cell,
    CellSource,
    child_at,
    child_count,
    child_of,
)


class AccessibleParts(QObject):
    """Answers Qt when a screen reader asks for what Qt knows too little of; one in all.

    Qt keeps addresses of what it is given, so all of it is held here until its widget is
    gone, and each cell is registered once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[int, tuple[QWidget, QAccessibleInterface]] = {}
        QAccessible.installFactory(self._interface_of)

    def _interface_of(
        self, _kind: str, thing: QObject | None
    ) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget):
            return None
        has_cells = getattr(thing, "accessible_cells", None)
        made = _Grid(thing, has_cells()) if has_cells else special_interface(thing)
        if made is not None:
            self._made[id(thing)] = thing, made
            thing.destroyed.connect(self._forget_the_gone)
        return made

    @Slot()
    def _forget_the_gone(self) -> None:
        for key, (thing, made) in [*self._made.items()]:
            if not isValid(thing):
                if isinstance(made, _Grid):
                    made.forget_cells()
                del self._made[key]


class _Grid(QAccessibleWidget):
    """A widget that paints cells, the parent of these."""

    def __init__(self, grid: QWidget, source: CellSource) -> None:
        super().__init__(grid, QAccessible.Role.Table)
        self.grid, self.source = grid, source
        self._cells: dict[Cell, _Cell] = {}
        self._registered: list[int] = []

    def forget_cells(self) -> None:
        """Let go of the cells: Qt answers no more for them."""
        for number in self._registered:
            QAccessible.deleteAccessibleInterface(number)
        self._registered.clear()
        self._cells.clear()

    def index_of(self, place: Cell) -> int:
        """Return which child a cell is; -1 where it cannot be found."""
        return child_of(self.source, place) if isValid(self.grid) else -1

    @property
    def read_cell(self) -> Cell | None:
        """The cell that the keyboard has come to, where it can be found."""
        if not isValid(self.grid) or not self.grid.hasFocus():
            return None
        at = self.source.hovered_cell
        return at if at is not None and self.index_of(at) >= 0 else None

    @override
    def text(self, t: QAccessible.Text) -> str:
        said = super().text(t)
        if t != QAccessible.Text.Description or not isValid(self.grid):
            return said
        return " ".join(filter(None, (said, self.source.summary())))

    @override
    def childCount(self) -> int:
        return child_count(self.source) if isValid(self.grid) else 0

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        place = child_at(self.source, index) if isValid(self.grid) else None
        return None if place is None else self._cell(place)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.index_of(child.place) if isinstance(child, _Cell) else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not isValid(self.grid):
            return None
        place = self.source.cell_at(QPointF(self.grid.mapFromGlobal(QPoint(x, y))))
        is_here = place is not None and self.index_of(place) >= 0
        return self._cell(place) if place is not None and is_here else None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self.read_cell
        if at is not None:
            return self._cell(at)
        return self if isValid(self.grid) and self.grid.hasFocus() else None

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
        return self._owner.source.reading_of(*self.place)

    @override
    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        grid, box = self._owner.grid, self._owner.source.box_of(*self.place)
        seen = box.toAlignedRect().intersected(grid.rect())
        return seen.translated(grid.mapToGlobal(QPoint()))

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Cell

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = state.focusable = True
        state.focused = self.isValid() and self._owner.read_cell == self.place
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

"""Cells typed one after the other, undone without a copy of the picture for each."""

from dataclasses import dataclass

from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from cnnviz.control.number_pictures import Cell, is_typed_further, with_cells
from cnnviz.control.shared_picture import PictureStore, SharedPicture
from cnnviz.control.undo import change


@dataclass(frozen=True, slots=True, eq=False)
class _Typed:
    """A picture told by another one and what was typed into it since."""

    base: SharedPicture
    before: "_Typed | None" = None
    cell: Cell = (0, 0, 0)
    value: float = 0.0

    def picture(self) -> SharedPicture:
        """Return the picture; the same object where nothing has been typed."""
        cells: dict[Cell, float] = {}
        typed = self
        while typed.before is not None:
            cells.setdefault(typed.cell, typed.value)
            typed = typed.before
        return with_cells(self.base, cells) if cells else self.base


class _TypeCell(QUndoCommand):
    """Type one cell, and take that back."""

    def __init__(
        self, history: "TypedHistory", old: _Typed, new: _Typed, label: str
    ) -> None:
        super().__init__(label)
        self._history = history
        self._old, self._new = old, new

    @override
    def redo(self) -> None:
        """Show the picture with the cell."""
        self._history.show(self._new)

    @override
    def undo(self) -> None:
        """Show the picture as it was before."""
        self._history.show(self._old)


class TypedHistory:
    """Type cells into the shared picture, each an undo step that takes no room.

    A copy of a large picture for each cell would fill the memory within minutes: one
    copy is kept, and what was typed after it.
    """

    def __init__(self, store: PictureStore, undo: QUndoStack) -> None:
        self._store = store
        self._undo = undo
        self._shown: _Typed | None = None
        self._picture: SharedPicture | None = None

    def type(self, new: SharedPicture, cell: Cell, value: float, label: str) -> None:
        """Show a picture that differs from that of now by one typed cell."""
        old = self._store.state
        if new is old:
            return
        if not is_typed_further(old, new):
            # It has become typed numbers, all of it: from here on they are counted.
            change(self._undo, self._store, new, label)
            return
        before = self._shown
        if before is None or self._picture is not old:
            before = _Typed(old)
        typed = _Typed(before.base, before, cell, value)
        self._picture, self._shown = new, typed
        self._undo.push(_TypeCell(self, before, typed, label))

    def show(self, typed: _Typed) -> None:
        """Make this the picture."""
        if typed is not self._shown or self._picture is None:
            self._picture, self._shown = typed.picture(), typed
        self._store.replace(self._picture)

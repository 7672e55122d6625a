"""Undo and redo: one command for every kind of state."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Generic, TypeVar

from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from cnnviz.state.difference import Difference as Difference
from cnnviz.state.difference import difference
from cnnviz.state.store import Store

S = TypeVar("S")

Hold = Callable[[], AbstractContextManager[None]]
"""Is entered around a step, so that nobody acts on new states beside old ones."""


class Replacement(Generic[S]):
    """A state that is to come into force, with the one that it replaces.

    ``old`` is the state to come back to, when it is not the store's of now.
    """

    def __init__(self, store: Store[S], new: S, old: S | None = None) -> None:
        self.store, self.new = store, new
        self.old = store.state if old is None else old

    @property
    def changes(self) -> bool:
        """Whether anything differs."""
        return self.new is not self.old and self.new != self.old


Part = Replacement[Any]
"""One of several replacements that are one step."""


class Step(QUndoCommand):
    """Replace the states of stores in one step, and put the old ones back on undo.

    Two steps in a row with the same ``merge_key`` on the same store become one, so that
    a slider's drag is undone at once; one that comes back to where it began is none.

    Attributes
    ----------
    page
        Key of the page that it changes; empty for what is seen on every page.
    """

    def __init__(
        self,
        replacements: Sequence[Part],
        label: str,
        held: Hold = nullcontext,
        *,
        page: str = "",
        merge_key: str = "",
        number: Difference | None = None,
    ) -> None:
        super().__init__(label)
        self.page = page
        self._replacements, self._held = tuple(replacements), held
        self._merge_key, self._number = merge_key, number

    @override
    def redo(self) -> None:
        """Put the new states in force."""
        with self._held():
            for each in self._replacements:
                each.store.replace(each.new)

    @override
    def undo(self) -> None:
        """Put the old states back."""
        with self._held():
            for each in reversed(self._replacements):
                each.store.replace(each.old)

    @override
    def id(self) -> int:
        """Tell Qt which commands may merge; -1 never merges."""
        if not self._merge_key:
            return -1
        return hash((id(self._replacements[0].store), self._merge_key)) & 0x7FFFFFFF

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer state of a step of the same drag."""
        if not isinstance(other, Step) or other.id() != self.id():
            return False
        (dragged,), (newer,) = self._replacements, other._replacements
        dragged.new = newer.new
        if dragged.new == dragged.old:
            self.setObsolete(True)  # a drag there and back: Qt takes the step away
        return True

    def difference(self) -> Difference | None:
        """Return the one number that the step changes, if it is one: before, after."""
        if self._number is not None or self._held is not nullcontext:
            return self._number  # what is brought back from a file is no one number
        (changed,) = self._replacements
        return difference(changed.old, changed.new)


def step_of(stack: QUndoStack, index: int) -> Step | None:
    """Return a step of a stack, where it is one of ours."""
    command = stack.command(index)
    return command if isinstance(command, Step) else None


def change_together(
    stack: QUndoStack,
    replacements: Sequence[Part],
    label: str,
    held: Hold,
    page: str = "",
) -> None:
    """Replace several states as one undoable step; do nothing when nothing differs."""
    if any(replacement.changes for replacement in replacements):
        stack.push(Step(replacements, label, held, page=page))


def change(
    stack: QUndoStack,
    store: Store[S],
    new: S,
    label: str,
    *,
    old: S | None = None,
    merge_key: str = "",
    page: str = "",
) -> None:
    """Replace a store's state as one undoable step; do nothing when nothing differs.

    ``old`` is the state to come back to, when it is not the current one: a stroke is
    shown live while it is drawn, and undone to what was there before it began.
    """
    replacement = Replacement(store, new, old)
    if replacement.changes:
        stack.push(Step((replacement,), label, page=page, merge_key=merge_key))

"""Undo and redo: one command for every kind of state."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from cnnviz.state.difference import Difference as Difference
from cnnviz.state.difference import difference
from cnnviz.state.store import Store

S = TypeVar("S")


class Step(QUndoCommand):
    """One step, with what the window says and shows of it.

    Attributes
    ----------
    page
        Key of the page that it changes; empty for what is seen on every page.
    """

    page: str = ""

    def difference(self) -> Difference | None:
        """Return the one number that the step changes, if it is one: before, after."""
        return None


def step_of(stack: QUndoStack, index: int) -> Step | None:
    """Return a step of a stack, where it is one of ours."""
    command = stack.command(index)
    return command if isinstance(command, Step) else None


class ReplaceState(Step):
    """Replace the state of a store, and put the old one back on undo.

    Two commands in a row with the same ``merge_key`` on the same store become one step,
    so that a slider's drag is undone at once; one that comes back to where it began is
    none.
    """

    def __init__(
        self,
        store: Store[S],
        new: S,
        label: str,
        *,
        old: S | None = None,
        merge_key: str = "",
        page: str = "",
    ) -> None:
        super().__init__(label)
        self.page = page
        self._store = store
        self._old = store.state if old is None else old
        self._new = new
        self._merge_key = merge_key

    def redo(self) -> None:
        """Put the new state in force."""
        self._store.replace(self._new)

    def undo(self) -> None:
        """Put the old state back."""
        self._store.replace(self._old)

    def id(self) -> int:
        """Tell Qt which commands may merge; -1 never merges."""
        if not self._merge_key:
            return -1
        return hash((id(self._store), self._merge_key)) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the newer state of a command of the same drag."""
        if not isinstance(other, ReplaceState) or other.id() != self.id():
            return False
        self._new = other._new
        if self._new == self._old:
            self.setObsolete(True)  # a drag there and back: Qt takes the step away
        return True

    @override
    def difference(self) -> Difference | None:
        return difference(self._old, self._new)


class Replacement(Generic[S]):
    """A state that is to come into force, with the one that it replaces."""

    def __init__(self, store: Store[S], new: S) -> None:
        self._store = store
        self._old, self._new = store.state, new

    @property
    def changes(self) -> bool:
        """Whether anything differs."""
        return self._new is not self._old and self._new != self._old

    def do(self) -> None:
        """Put the new state in force."""
        self._store.replace(self._new)

    def undo(self) -> None:
        """Put the old state back."""
        self._store.replace(self._old)


class Part(Protocol):
    """One of several replacements that are one step."""

    @property
    def changes(self) -> bool:
        """Whether anything differs."""

    def do(self) -> None:
        """Put the new state in force."""

    def undo(self) -> None:
        """Put the old state back."""


class ReplaceTogether(Step):
    """Replace the states of several stores, in one step and at one moment.

    ``held`` is entered around it, so that nobody acts on new states beside old ones.
    """

    def __init__(
        self,
        replacements: Sequence[Part],
        label: str,
        held: Callable[[], AbstractContextManager[None]],
        page: str = "",
    ) -> None:
        super().__init__(label)
        self.page = page
        self._replacements = tuple(replacements)
        self._held = held

    @override
    def redo(self) -> None:
        """Put the new states in force."""
        with self._held():
            for replacement in self._replacements:
                replacement.do()

    @override
    def undo(self) -> None:
        """Put the old states back."""
        with self._held():
            for replacement in reversed(self._replacements):
                replacement.undo()


def change_together(
    stack: QUndoStack,
    replacements: Sequence[Part],
    label: str,
    held: Callable[[], AbstractContextManager[None]],
    page: str = "",
) -> None:
    """Replace several states as one undoable step; do nothing when nothing differs."""
    if any(replacement.changes for replacement in replacements):
        stack.push(ReplaceTogether(replacements, label, held, page))


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
    before = store.state if old is None else old
    if new is before or new == before:
        return
    step = ReplaceState(store, new, label, old=before, merge_key=merge_key, page=page)
    stack.push(step)

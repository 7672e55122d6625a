"""Undo and redo: on the page that a step changes, and said in the status line."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.shell.actions import WindowActions
from cnnviz.state.undo import Difference, step_of
from cnnviz.ui.numbers import short


class Undoing(QObject):
    """Take steps back and do them again; nothing changes out of sight unsaid.

    Signals
    -------
    page_wanted(key)
        A step is about to change this page.
    about_to_step()
        What a hand is in the middle of shall be finished: it is the newest step.
    notified(text)
        What was taken back or done again.
    """

    page_wanted = Signal(str)
    about_to_step = Signal()
    notified = Signal(str)

    def __init__(
        self, stack: QUndoStack, actions: WindowActions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack, self._actions = stack, actions
        stack.indexChanged.connect(self.render)
        actions.undo.triggered.connect(self._on_undo)
        actions.redo.triggered.connect(self._on_redo)

    @Slot()
    def render(self) -> None:
        """Let the actions say what they would do now."""
        self._actions.render_undo(self._stack)

    @Slot()
    def _on_undo(self) -> None:
        self.about_to_step.emit()
        words = self.tr("Undone: {step}")
        self._go(self._stack.index() - 1, self._stack.undo, words, is_back=True)

    @Slot()
    def _on_redo(self) -> None:
        self.about_to_step.emit()
        words = self.tr("Redone: {step}")
        self._go(self._stack.index(), self._stack.redo, words, is_back=False)

    def _go(
        self, index: int, go: Callable[[], None], words: str, *, is_back: bool
    ) -> None:
        if not 0 <= index < self._stack.count():
            return  # the hand's step is the newest: there is nothing to do again
        step = step_of(self._stack, index)
        if step is not None and step.page:
            self.page_wanted.emit(step.page)
        text = self._stack.text(index)
        if step is not None and (difference := step.difference()) is not None:
            text = f"{text} ({_written(difference, is_back=is_back)})"
        go()
        self.notified.emit(words.format(step=text))


def _written(difference: Difference, *, is_back: bool) -> str:
    before, after = reversed(difference) if is_back else difference
    return f"{_value(before)} → {_value(after)}"


def _value(value: float | tuple[float, ...]) -> str:
    if not isinstance(value, tuple):
        return short(value)
    return " × ".join(map(short, value))

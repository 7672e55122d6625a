"""Keys that a field keeps for itself, whatever shortcut a page has for them."""

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cnnviz.ui.keys import EVERYWHERE, is_key_of

_Key = Qt.Key
_ARROWS: Final = {_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right}
_MOVES: Final = _ARROWS | {
    _Key.Key_Home,
    _Key.Key_End,
    _Key.Key_PageUp,
    _Key.Key_PageDown,
}
_PRESSES: Final = {_Key.Key_Space, _Key.Key_Return, _Key.Key_Enter}
_TYPING: Final = (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QAbstractItemView)


@runtime_checkable
class KeepsKeys(Protocol):
    """A field that says itself which keys are its own."""

    def keeps_key(self, event: QKeyEvent) -> bool:
        """Whether a key without Ctrl, Alt or Meta is the field's own."""


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """Whether a key means one of the window's own undo and redo.

    A field that applies each keystroke at once has nothing of its own to take back.
    """
    return any(is_key_of(event, EVERYWHERE, name) for name in ("undo", "redo"))


def keep_for_focus(event: QEvent, focus: QWidget | None) -> bool:
    """Accept a key that is about to be a shortcut if it is the focused field's own.

    Returns
    -------
    bool
        Whether it was accepted; ``event`` may be of any type.
    """
    return keep_key(event, partial(belongs_to_focus, focus=focus))


def keep_key(event: QEvent, is_own: Callable[[QKeyEvent], bool]) -> bool:
    """Accept a key that is about to be a shortcut if it is one's own; say whether.

    ``event`` may be of any type.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    kept = is_own(event)
    if kept:
        event.accept()
    return kept


def belongs_to_focus(event: QKeyEvent, focus: QWidget | None) -> bool:
    """Whether a key is the focused field's own: a shortcut must not take it.

    Fields where something is typed keep every key without Ctrl, Alt or Meta, and so does
    a table where typing begins a cell; other tables and lists and a slider keep the keys
    that move them, a list and a button the ones that press them. Of an open list or menu is every key: a menu offers the window those it
    has no use for.
    """
    if QApplication.activePopupWidget() is not None:
        return True
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if focus is None or held != Qt.KeyboardModifier.NoModifier:
        return False
    key = Qt.Key(event.key())
    if isinstance(focus, KeepsKeys):
        return focus.keeps_key(event)
    if isinstance(focus, QComboBox) and not focus.isEditable():
        return key in _MOVES or key in _PRESSES
    if isinstance(focus, QPlainTextEdit) and focus.isReadOnly():
        return key in _MOVES  # nothing can be typed there
    if isinstance(focus, QAbstractItemView):
        begins = focus.editTriggers()
        if key == _Key.Key_F2:  # it edits the table's own cell
            return bool(begins & QAbstractItemView.EditTrigger.EditKeyPressed)
        if not begins & QAbstractItemView.EditTrigger.AnyKeyPressed:
            return key in _MOVES or key in _PRESSES
    if isinstance(focus, (*_TYPING, QComboBox)):
        return bool(event.text()) or key in _MOVES or key in _PRESSES
    if isinstance(focus, QAbstractSlider):
        return key in _MOVES
    return isinstance(focus, QAbstractButton) and key in _PRESSES

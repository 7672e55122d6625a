"""Fields for one number each, applied when it is typed to its end.

That is with Enter, when the field is left, or after a pause; the arrows and the wheel
apply at once.
"""

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_marks import number_of
from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.ui.controls.typing_pause import TypingPause
from cnnviz.ui.keyboard.key_guard import is_undo_or_redo
from cnnviz.ui.number_text import refused_number, refused_whole_number
from cnnviz.ui.numbers import decimal_mark, full
from cnnviz.ui.page import show_tip

_DIGITS = 9
"""Decimals that are taken; as many are written as a float32 is sure of."""

_BEGUN: Final = re.compile(r"[+\-−]?[\d.,\u00a0\u202f'’ /]*(?:[eE][+\-−]?\d*)?")
"""What may become a number."""

_State = QValidator.State
_ELSEWHERE: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_OF_THE_LINE: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


if TYPE_CHECKING:
    _SpinBox = QAbstractSpinBox
else:
    _SpinBox = object  # Qt's class comes from the other parent


class _TypedSpin(_SpinBox):
    """What every field does: it applies what is typed, and leaves keys to the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setKeyboardTracking(False)
        self._pause = TypingPause(self.lineEdit(), self)
        self._pause.rested.connect(self._on_rested)
        self.editingFinished.connect(self._pause.forget)

    @Slot()
    def _on_rested(self) -> None:
        """Take what was typed, and leave the text as it is: ``3,`` may become ``3,5``."""
        if self.hasAcceptableInput():
            line = self.lineEdit()
            self.setKeyboardTracking(True)
            # So Qt itself takes a keystroke while it tracks the keyboard.
            line.textChanged.emit(line.text())
            self.setKeyboardTracking(False)

    @override
    def event(self, event: QEvent) -> bool:
        """Leave the window's undo and redo to the window."""
        if isinstance(event, QKeyEvent) and self._is_for_window(event):
            return False
        return super().event(event)

    def _is_for_window(self, event: QKeyEvent) -> bool:
        """Whether a key is left to the window's shortcut: the text line would swallow it.

        What was typed is applied first: undo takes it back, and saving saves it. What is
        no number, as a copied picture, cannot be pasted into the field.
        """
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            pasted = QGuiApplication.clipboard().text().strip()
            return self.validate(pasted, 0)[0] == _State.Invalid or not pasted
        of_the_line = any(event.matches(key) for key in _OF_THE_LINE)
        if event.modifiers() & _ELSEWHERE and not of_the_line:
            self._pause.finish()
        return is_undo_or_redo(event)


class WholeSpin(_TypedSpin, QSpinBox):
    """A spin box for whole numbers that leaves the window its shortcuts."""

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        text = text.replace(MINUS, "-")
        typed = _typed(self, text)
        value = _value(typed)
        if value is None:
            return _unfinished(typed), text, position
        if "." in typed or "," in typed:
            fits = self.minimum() <= value <= self.maximum() and value == int(value)
            return _State.Acceptable if fits else _unfinished(typed), text, position
        return super().validate(text, position)

    @override
    def valueFromText(self, text: str) -> int:
        value = _value(_typed(self, text))
        return self.value() if value is None or value != int(value) else int(value)

    @override
    def fixup(self, text: str) -> str:
        typed = _typed(self, text)
        if typed:
            _say(self, refused_whole_number(typed))
        return text  # Qt would make 1234 of 1,234, which may have been 1.234


class NumberSpin(_TypedSpin, QDoubleSpinBox):
    """A spin box in which ``0.5`` and ``0,5`` are the same in every language."""

    def use_language(self) -> None:
        """Write the number as the language of now does."""
        self.setLocale(QLocale())

    def render_value(self, value: float) -> None:
        """Show a number; one that is being typed is left as it is.

        The one that comes back may have been rounded to float32: 3.7 is 3.7000000477.
        """
        if self.value() != round(value, self.decimals()):
            self.setValue(value)

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        text = text.replace(MINUS, "-")
        typed = _typed(self, text)
        value = _value(typed)
        if value is None:
            return _unfinished(typed), text, position
        if self.minimum() <= value <= self.maximum():
            return _State.Acceptable, text, position
        is_beyond = value > max(self.maximum(), 0) or value < min(self.minimum(), 0)
        return _State.Invalid if is_beyond else _State.Intermediate, text, position

    @override
    def valueFromText(self, text: str) -> float:
        value = _value(_typed(self, text))
        return self.value() if value is None else round(value, self.decimals())

    @override
    def fixup(self, text: str) -> str:
        typed = _typed(self, text)
        if typed and _value(typed) is None:
            _say(self, refused_number(typed))
        return super().fixup(text)


class ExactSpin(NumberSpin):
    """A field for a float32: all digits that it is sure of, and no zeros after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(_DIGITS)

    @override
    def render_value(self, value: float) -> None:
        if full(self.value()) != full(value):
            self.setValue(value)

    @override
    def textFromValue(self, value: float) -> str:
        return full(value)


def _typed(spin: WholeSpin | NumberSpin, text: str) -> str:
    return text.removeprefix(spin.prefix()).removesuffix(spin.suffix()).strip()


def _value(text: str) -> float | None:
    try:
        value = number_of(text, decimal_mark())
    except CnnvizError:
        return None
    return None if value is None or abs(value) == float("inf") else value


def _unfinished(typed: str) -> QValidator.State:
    return _State.Intermediate if _BEGUN.fullmatch(typed) else _State.Invalid


def _say(spin: WholeSpin | NumberSpin, text: str) -> None:
    """Say beside a field why it did not take a number."""
    if spin.isVisible():
        show_tip(spin, text)

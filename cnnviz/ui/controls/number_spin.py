"""Fields for one number each, every keystroke of which is applied at once."""

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget
from typing_extensions import override

from cnnviz.ui.controls.key_guard import is_undo_or_redo
from cnnviz.ui.numbers import full

_DIGITS = 9
"""Decimals that are taken; as many are written as a float32 is sure of."""


class WholeSpin(QSpinBox):
    """A spin box that leaves undo, redo and the pasting of pictures to the window."""

    @override
    def event(self, event: QEvent) -> bool:
        if _is_for_window(event, self):
            return False
        return super().event(event)


class NumberSpin(QDoubleSpinBox):
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
    def event(self, event: QEvent) -> bool:
        if _is_for_window(event, self):
            return False
        return super().event(event)

    @override
    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        mark = self.locale().decimalPoint()
        plain = text.replace(",", mark).replace(".", mark).replace("−", "-")
        return super().validate(plain, position)


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

    @override
    def valueFromText(self, text: str) -> float:
        try:
            return float(text.replace("−", "-").replace(",", "."))
        except ValueError:  # a number that is still being typed, such as "-"
            return self.value()


def _is_for_window(event: QEvent, spin: WholeSpin | NumberSpin) -> bool:
    """Whether a key is left to the window's shortcut: the text line would swallow it.

    Every keystroke is applied at once, so the line has nothing to take back; and what
    is no number, as a copied picture, cannot be pasted into it.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Paste):
        pasted = QGuiApplication.clipboard().text().strip()
        return spin.validate(pasted, 0)[0] == QValidator.State.Invalid or not pasted
    return is_undo_or_redo(event)

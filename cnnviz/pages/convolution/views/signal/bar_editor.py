"""The line over a bar into which its number is typed."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.typed_numbers import read_usable_number
from cnnviz.state.level import set_level
from cnnviz.ui.numbers import decimal_mark

_WIDTH, _HEIGHT = 84, 32


class BarEditor(QLineEdit):
    """Ask for one number; Enter gives it, Esc takes the line away.

    Signals
    -------
    number_given(value)
        A number was confirmed, or the line was left with another one in it.
    refused(text)
        What was confirmed is no number; the line stays to mend it.
    """

    number_given = Signal(float)
    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._parent = parent
        self._is_open = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self.textEdited.connect(self._on_text_edited)

    @property
    def is_open(self) -> bool:
        """Whether a number is being asked for."""
        return self._is_open

    def open_at(self, x: float, y: float, text: str, *, is_typed: bool) -> None:
        """Appear above a point with a number, or with the first sign of one."""
        room = self._parent.width() - _WIDTH
        left, top = min(max(round(x - _WIDTH / 2), 0), max(room, 0)), round(y) - _HEIGHT
        self.setGeometry(QRect(left, max(top - 4, 0), _WIDTH, _HEIGHT))
        self.setText(text)
        self.setModified(is_typed)
        self._colour(refused=False)
        self._is_open = True
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not is_typed:
            self.selectAll()

    def close_line(self) -> None:
        """Take the line away; the keyboard goes back to the bars."""
        if self._is_open:
            self._is_open = False
            if self.hasFocus():
                self._parent.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    @Slot()
    def _on_text_edited(self) -> None:
        self._colour(refused=False)

    def _colour(self, *, refused: bool) -> None:
        palette = QPalette(self._parent.palette())
        if refused:
            warning = palette.color(QPalette.ColorRole.BrightText)
            palette.setColor(QPalette.ColorRole.Text, warning)
        self.setPalette(palette)

    def _number(self) -> float | None:
        return read_usable_number(self.text(), decimal_mark())

    def _confirm(self) -> None:
        value = self._number()
        if value is None:
            self._colour(refused=True)
            self.refused.emit(self.text())
            return
        self.close_line()
        self.number_given.emit(value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the number on Return, and leave it as it was on Esc."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._confirm()
            case Qt.Key.Key_Escape:
                self.close_line()
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a number that was typed when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if not self._is_open or event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        value = self._number() if self.isModified() else None
        self.close_line()
        if value is not None:
            self.number_given.emit(value)

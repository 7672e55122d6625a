"""The line in which a cell's number is typed, and what is said about it."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens

_NOTE_WIDTH: Final = 260
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_MOVES: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}


class CellLine(QLineEdit):
    """One number over its cell.

    Signals
    -------
    confirmed(down, right)
        The number is to be taken; then so many cells on (0, 0: stop).
    cancelled()
        Esc was pressed.
    left()
        The keyboard went elsewhere.
    """

    confirmed = Signal(int, int)
    cancelled = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()

    @override
    def event(self, event: QEvent) -> bool:
        """Take Tab and its like before Qt moves the focus."""
        # Tab would leave the line before a key press is heard of.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes_key(event) or super().event(event)
        return super().event(event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Tab and event.modifiers() & _SHIFT:
            key = Qt.Key.Key_Backtab  # what most systems send of themselves
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit(0, 0)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _MOVES:
            self.confirmed.emit(*_MOVES[key])
        else:
            return False
        event.accept()
        return True

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the line was left, but not for a menu or another window."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.left.emit()


class CellNote(QLabel):
    """Says below a cell, or above it, why a number is not taken."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("cell_note")
        self.setWordWrap(True)
        self.setMargin(tokens.SPACE_S)
        self.setAutoFillBackground(True)
        self.setFrameShape(QLabel.Shape.Box)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, text: str, beside: QRect) -> None:
        """Show a sentence beside a cell."""
        palette = self._over.palette()
        palette.setColor(palette.ColorRole.Window, palette.base().color())
        palette.setColor(palette.ColorRole.WindowText, palette.brightText().color())
        self.setPalette(palette)
        self.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.place_at(beside)
        self.raise_()

    def place_at(self, beside: QRect) -> None:
        """Lie below a cell where there is room, else above it."""
        if not self.isVisible():
            return
        width = min(_NOTE_WIDTH, self._over.width())
        height = self.heightForWidth(width)
        place = QRect(beside.left(), beside.bottom() + 2, width, height)
        if place.bottom() > self._over.height():
            place.moveBottom(beside.top() - 2)
        self.setGeometry(kept_within(place, self._over.rect()))


def kept_within(area: QRect, room: QRect) -> QRect:
    """Return an area of the same size, moved so that it can be seen."""
    left = max(min(area.left(), room.right() - area.width() + 1), room.left())
    top = max(min(area.top(), room.bottom() - area.height() + 1), room.top())
    return QRect(left, top, area.width(), area.height())

"""A line into which a row of numbers is typed, with a note below."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.signal_text import parse_row, write_row
from cnnviz.pages.convolution.views.inspector.fields.steady_note import make_note
from cnnviz.ui.controls.typing_pause import TypingPause
from cnnviz.ui.keyboard.key_guard import is_undo_or_redo
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import decimal_mark
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens

_UNFINISHED: Final = ("-", "−", "+", ".", "/", "e", "E")
"""How a text ends whose last number is still being typed."""


class RowLine(QWidget):
    """A line for numbers; each keystroke is applied, what is no row is said in words.

    What cannot be read stays in the line, in the colour of a refusal, until it is
    mended or the numbers are changed elsewhere.

    Signals
    -------
    row_typed(numbers)
        Another row was typed.
    edit_ended()
        The line was left, or Enter was pressed.
    """

    row_typed = Signal(tuple)
    edit_ended = Signal()

    def __init__(self, most: int, note_lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most
        self._row: tuple[float, ...] = ()
        self._hint = self._reason = self._error = ""
        self.line = _Line(self)
        self.line.setMinimumHeight(tokens.HIT)
        self._note = QLabel(self)
        make_note(self._note)
        height = note_lines * self._note.fontMetrics().lineSpacing() + 2
        self._note.setFixedHeight(height)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        in_column(self.line, self._note, gap=tokens.SPACE_XXS, of=self)
        self._pause = TypingPause(self.line, self)
        self._pause.rested.connect(self._on_rested)
        self.line.left_for_window.connect(self._pause.finish)
        self.line.editingFinished.connect(self._on_editing_finished)

    def render_row(self, row: tuple[float, ...], reason: str = "") -> None:
        """Show numbers; what is being typed for these very numbers is left as it is."""
        self._reason = reason
        if row != self._row:
            self._row = row
            self._write()
        self._tell()

    def name(self, object_name: str, name: str, tooltip: str, hint: str) -> None:
        """Name the line, and say what stands below it while nothing is wrong."""
        set_names(self.line, object_name, name, tooltip)
        self._note.setObjectName(f"{object_name}_note")
        self._hint = hint
        if not self._error:
            self._write()
        self._tell()

    def _write(self) -> None:
        self._error = ""
        with QSignalBlocker(self.line):
            self.line.setText(write_row(self._row, decimal_mark()))
            self.line.setCursorPosition(0)

    @Slot()
    def _on_rested(self) -> None:
        text = self.line.text()
        self._read(text, is_finished=not text.rstrip().endswith(_UNFINISHED))

    @Slot()
    def _on_editing_finished(self) -> None:
        self._pause.forget()
        self._read(self.line.text(), is_finished=True)
        self.edit_ended.emit()

    def _read(self, text: str, *, is_finished: bool) -> None:
        try:
            row = parse_row(text, decimal_mark(), self._most)
        except CnnvizError as error:
            self._error = sentence(error) if is_finished else ""
            self._tell()
            return
        self._error = ""
        is_as_written = text == write_row(self._row, decimal_mark())
        if row != self._row and not is_as_written:
            self._row = row
            self.row_typed.emit(row)
        self._tell()

    def _tell(self) -> None:
        wrong = self._error or self._reason
        role = QPalette.ColorRole
        self._note.setForegroundRole(role.BrightText if wrong else role.PlaceholderText)
        self._note.setText(wrong or self._hint)
        self.line.setAccessibleDescription(wrong or self._hint)
        palette = QPalette(self.palette())
        if wrong:
            palette.setColor(role.Text, palette.color(role.BrightText))
        self.line.setPalette(palette)


class _Line(QLineEdit):
    """A line that leaves undo, redo and the pasting of pictures to the window.

    Signals
    -------
    left_for_window()
        Undo or redo was pressed: what was typed must count first.
    """

    left_for_window = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo, redo and pasted pictures to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(
            event, QKeyEvent
        ):
            is_text = bool(QGuiApplication.clipboard().text().strip())
            if event.matches(QKeySequence.StandardKey.Paste) and not is_text:
                return False
            if is_undo_or_redo(event):
                self.left_for_window.emit()
                return False
        return super().event(event)

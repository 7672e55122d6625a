"""Where the pupil says the next number: three guesses, or one that is typed."""

from typing import Final

from PySide6.QtCore import QRegularExpression, Qt, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.pages.convolution.views.first.exercise_words import invitation
from cnnviz.ui.controls.action_button import AccentButton
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_HEIGHT: Final = 52
_GUESS, _FIELD, _ACCENT = 56, 84, 148


class AnswerRow(Retranslated):
    """Guesses, a field, and the one thing to do next: check, go on, or draw.

    Signals
    -------
    said(number)
        The pupil says a number.
    went_on()
        The next cell is wanted.
    drawing_wanted()
        The pupil wants to draw a picture.
    """

    said = Signal(int)
    went_on = Signal()
    drawing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exercise_answer")
        self._state = ExerciseState()
        self._title, self._note = FittingLabel(self), FittingLabel(self)
        self._guesses = [QPushButton(self) for _ in range(3)]
        self._or = QLabel(self)
        self._less, self._more = QToolButton(self), QToolButton(self)
        self.field = QLineEdit(self)
        self._accent = AccentButton(self)
        self._lay_out()
        for guess in self._guesses:
            guess.clicked.connect(self._on_guessed)
        for button in (self._less, self._more):
            button.clicked.connect(self._on_counted)
        self.field.textChanged.connect(self._render_accent)
        self._accent.clicked.connect(self.press)
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._note.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        large = half_bold(in_pixels(self.font(), tokens.TITLE_PX))
        for guess in self._guesses:
            guess.setFixedSize(_GUESS, _HEIGHT)
        for part in (*self._guesses, self._less, self._more, self.field):
            part.setFont(large)
        for button, sign in ((self._less, MINUS), (self._more, "+")):
            button.setText(sign)
            button.setFixedSize(tokens.HIT_LARGE, _HEIGHT)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Up and Down do the same
        self.field.setFixedSize(_FIELD, _HEIGHT)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setMaxLength(4)
        whole = QRegularExpression(f"[-{MINUS}]?\\d{{1,3}}")
        self.field.setValidator(QRegularExpressionValidator(whole, self.field))
        self._accent.setFixedHeight(_HEIGHT)
        self._accent.setMinimumWidth(_ACCENT)
        self._accent.setMaximumWidth(2 * _ACCENT)
        said = in_column(self._title, self._note, gap=tokens.SPACE_XXS)
        typed = in_row(self._less, self.field, self._more, gap=tokens.SPACE_XXS)
        row = in_row(
            (said, 2), *self._guesses, self._or, typed, gap=tokens.SPACE_M, of=self
        )
        row.addWidget(self._accent, 1)

    def render_state(self, state: ExerciseState) -> None:
        """Ask for a number, or offer to go on."""
        is_new = state.position != self._state.position or state.is_asked
        self._state = state
        if is_new and not (state.is_asked and self.field.text()):
            self.field.clear()
        guesses = state.exercise.guesses(state.position)
        for button, guess in zip(self._guesses, guesses, strict=True):
            button.setText(short(guess))
            button.setEnabled(state.is_asked)
        for part in (self._less, self._more):
            part.setEnabled(state.is_asked)
        self.field.setReadOnly(not state.is_asked)  # it keeps the keyboard
        self._write()

    def take_key(self, text: str) -> bool:
        """Begin to type a number, wherever the keyboard was; whether it is one."""
        if not (self._state.is_asked and (text.isdecimal() or text in ("-", MINUS))):
            return False
        self.field.setFocus()
        self.field.setText(text)
        return True

    def count(self, by: int) -> None:
        """Say one more, or one less."""
        if self._state.is_asked:
            self.field.setText(short((self._number() or 0) + by))

    @Slot()
    def press(self) -> None:
        """Do the one thing to do next."""
        number = self._number()
        if self._state.is_done:
            self.drawing_wanted.emit()
        elif not self._state.is_asked:
            self.went_on.emit()
        elif number is not None:
            self.field.clear()
            self.said.emit(number)

    def _number(self) -> int | None:
        text = self.field.text().replace(MINUS, "-")
        return int(text) if text.lstrip("-").isdecimal() else None

    @Slot()
    def _on_guessed(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.field.clear()
        self.said.emit(int(button.text().replace(MINUS, "-")))

    @Slot()
    def _on_counted(self) -> None:
        self.count(1 if self.sender() is self._more else -1)

    @Slot()
    def _render_accent(self) -> None:
        asked = self._state.is_asked
        self._accent.setEnabled(not asked or self._number() is not None)

    def _write(self) -> None:
        state = self._state
        if state.is_done:
            title, note = invitation()
            press = self.tr("Draw mine")
        elif state.is_asked:
            title, note = self.tr("Your guess"), self.tr("Or click ? to see the sum.")
            press = self.tr("Check")
        else:
            title, note = "", ""
            press = self.tr("Next cell")
        self._title.set_forms((title,))
        self._note.set_forms((note,))
        self._accent.setText(press)
        set_names(self._accent, "exercise_next", press)
        self._render_accent()

    @override
    def _retranslate(self) -> None:
        self._or.setText(self.tr("or"))
        tip = self.tr("Say that this is the next number")
        for place, guess in enumerate(self._guesses):
            name = self.tr("Guess {number}").format(number=place + 1)
            set_names(guess, f"exercise_guess_{place + 1}", name, tip)
        typed = self.tr("Type the next number, and press Enter")
        set_names(self.field, "exercise_field", self.tr("Your guess"), typed)
        set_names(self._less, "exercise_less", self.tr("One less"))
        set_names(self._more, "exercise_more", self.tr("One more"))
        self.field.setPlaceholderText("?")
        self._write()

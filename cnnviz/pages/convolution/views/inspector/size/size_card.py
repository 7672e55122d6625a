"""The output size in its formula, or why there is no output and what would help."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.fixes import Fix
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.size.fix_text import fix_text
from cnnviz.pages.convolution.views.inspector.size.size_text import (
    formula_lines,
    letter_words,
    unreached_words,
)
from cnnviz.state.level import Level, set_level
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import change_level, set_names, set_tip
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look

CARD_HEIGHT: Final = 136
_GAP, _BUTTON = tokens.SPACE_XS, tokens.HIT
_NARROWEST: Final = 240
"""Pixels for the text: before it is laid out, the card is narrower than it will ever be."""


class SizeCard(QFrame):
    """A place under the fields: the formula, or in its place why there is none.

    It keeps its size as long as the text has room in it.

    Signals
    -------
    fix_chosen(settings)
        What would make the operation possible was chosen.
    """

    fix_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")  # what would help, at every level
        self._state: LabState | None = None
        self._rendered: object = None
        self._fixes: tuple[Fix, ...] = ()
        self.setFixedHeight(CARD_HEIGHT)
        self.setObjectName("size_card")
        self._title, self._size = QLabel(self), QLabel(self)
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.VALUE_PX)))
        self._size.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding
        )
        self._buttons = (QPushButton(self), QPushButton(self))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        group = QButtonGroup(self)
        for number, button in enumerate(self._buttons):
            group.addButton(button, number)
        group.idClicked.connect(self._on_clicked)

    def _lay_out(self) -> None:
        top = in_row(self._title, None, self._size)
        parts = in_column(top, (self._text, 1), self._row, gap=_GAP, of=self)
        parts.setContentsMargins(0, tokens.SPACE_M, 0, 0)
        self._row.setSpacing(tokens.SPACE_S)
        for button in self._buttons:
            button.setFixedHeight(_BUTTON)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setVisible(False)
            self._row.addWidget(button, 1)

    def render_state(self, state: LabState) -> None:
        """Show the size of the walk's output, or why there is none."""
        self._state = state
        invalid, walk = state.invalid, state.walk
        way = None if walk is None else (type(walk.operation), walk.geometry)
        shown = (invalid, way)
        if shown == self._rendered:
            return
        self._rendered = shown
        self._render_buttons(() if invalid is None else invalid.fixes)
        self._size.setText("" if walk is None else _written_size(walk))
        if invalid is not None:
            self._show(sentence(invalid.error), QPalette.ColorRole.BrightText)
        elif walk is None:
            hint = self.tr("Choose or draw a picture to see the size of its output.")
            self._show(hint, QPalette.ColorRole.PlaceholderText)
        else:
            text = self._formula(state)
            self._show(text, QPalette.ColorRole.WindowText, "standard")
        self._fit()

    def _render_buttons(self, fixes: tuple[Fix, ...]) -> None:
        self._fixes = fixes
        for number, button in enumerate(self._buttons):
            shown = number < len(self._fixes)
            if shown:
                button.setText(fix_text(self._fixes[number]))
                whole = fix_text(self._fixes[number], most=99)
                tip = self.tr(
                    "Change this setting to make the operation possible: {text}"
                )
                button.setAccessibleName(whole)
                set_tip(button, tip.format(text=whole))
            button.setVisible(shown)

    def _show(
        self, text: str, role: QPalette.ColorRole, level: Level = "first"
    ) -> None:
        """Show a text from a level on: a formula is not for the first look."""
        change_level(self._text, level)
        self._text.show()
        self._text.setForegroundRole(role)
        if self._text.text() != text:
            self._text.setText(text)

    def _fit(self) -> None:
        """Put long buttons below each other, and grow for a text that needs it."""
        inside = max(self.width(), _NARROWEST)
        count = len(self._fixes)
        half = (inside - self._row.spacing()) // 2
        wide = any(b.sizeHint().width() > half for b in self._buttons[:count])
        stacked = count > 1 and wide
        direction = QBoxLayout.Direction
        self._row.setDirection(
            direction.TopToBottom if stacked else direction.LeftToRight
        )
        lines = count if stacked else min(count, 1)
        title = max(self._title.sizeHint().height(), self._size.sizeHint().height())
        needed = tokens.SPACE_M + title + _GAP + self._text.heightForWidth(inside)
        needed += lines * (_BUTTON + 6) + (_GAP if lines else 0)
        self.setFixedHeight(max(CARD_HEIGHT, needed))

    def _formula(self, state: LabState) -> str:
        assert state.walk is not None
        formulas = state.walk.operation.size_formulas()
        # A formula too long for the line breaks before its sign of equality.
        found = formula_lines(formulas)
        lines = [line.replace("= ", "=\N{NO-BREAK SPACE}") for line in found]
        if unreached := unreached_words(state.walk.geometry):
            lines.append(unreached)
        lines += [formulas.general, letter_words(formulas.letters)]
        return "\n".join(lines)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.fix_chosen.emit(self._fixes[number].settings)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            line = look(self.palette()).hairline
            painter.fillRect(0, 0, self.width(), tokens.LINE_THIN, line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._title.setText(self.tr("Output size"))
        self._text.setObjectName("size_text")
        for number, button in enumerate(self._buttons, start=1):
            tip = self.tr("Use this value, so that the kernel fits")
            set_names(button, f"fix_{number}", self.tr("Fix the setting"), tip)
        if self._state is not None:
            self._rendered = None
            self.render_state(self._state)


def _written_size(walk: Walk) -> str:
    height, width = walk.output_hw
    is_row = walk.operation.traits.is_flat
    return whole(width) if is_row else f"{height} × {width}"

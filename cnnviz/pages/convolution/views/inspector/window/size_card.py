"""The output size in its formula, or why there is no output and what would help."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.engine.convolution.size_formula import Formulas
from cnnviz.pages.convolution.model.lab_refusals import Remedy
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.window.remedy_words import remedy_text
from cnnviz.pages.convolution.views.inspector.window.size_words import (
    heading_words,
    letter_words,
    unreached_words,
)
from cnnviz.ui.page import named
from cnnviz.ui.texts import sentence

CARD_HEIGHT: Final = 156
_MARGIN, _GAP, _BUTTON = 10, 4, 32
_CROWDED: Final = 4  # lines, from which on an empty one takes room that is needed


class SizeCard(QFrame):
    """A place under the fields: the formula, or the refusal in its place.

    It keeps its size as long as the text has room in it.

    Signals
    -------
    remedy_requested(settings)
        A way out was chosen.
    """

    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: LabState | None = None
        self._rendered: object = None
        self._remedies: tuple[Remedy, ...] = ()
        self.setFixedHeight(CARD_HEIGHT)
        self.setObjectName("size_card")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
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
        self._buttons[0].clicked.connect(self._on_first_clicked)
        self._buttons[1].clicked.connect(self._on_second_clicked)
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        column.setSpacing(_GAP)
        column.addWidget(self._text, 1)
        self._row.setSpacing(6)
        for button in self._buttons:
            button.setFixedHeight(_BUTTON)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setVisible(False)
            self._row.addWidget(button, 1)
        column.addLayout(self._row)

    def render_state(self, state: LabState) -> None:
        """Show the size of the walk's output, or the refusal."""
        self._state = state
        refusal, walk = state.refusal, state.walk
        way = None if walk is None else (type(walk.operation), walk.sweep)
        shown = (refusal, way)
        if shown == self._rendered:
            return
        self._rendered = shown
        self._render_buttons(() if refusal is None else refusal.remedies)
        if refusal is not None:
            self._show(sentence(refusal.error), QPalette.ColorRole.BrightText)
        elif walk is None:
            hint = self.tr("Choose or draw a picture to see the size of its output.")
            self._show(hint, QPalette.ColorRole.PlaceholderText)
        else:
            self._show(self._formula(state), QPalette.ColorRole.WindowText)
        self._fit()

    def _render_buttons(self, remedies: tuple[Remedy, ...]) -> None:
        self._remedies = remedies
        for number, button in enumerate(self._buttons):
            shown = number < len(self._remedies)
            if shown:
                button.setText(remedy_text(self._remedies[number]))
                whole = remedy_text(self._remedies[number], most=99)
                tip = self.tr("Set this, and the operation is possible: {text}")
                button.setAccessibleName(whole)
                button.setToolTip(tip.format(text=whole))
            button.setVisible(shown)

    def _show(self, text: str, role: QPalette.ColorRole) -> None:
        self._text.setForegroundRole(role)
        if self._text.text() != text:
            self._text.setText(text)

    def _fit(self) -> None:
        """Put long buttons below each other, and grow for a text that needs it."""
        inside = self.width() - 2 * _MARGIN
        count = len(self._remedies)
        half = (inside - self._row.spacing()) // 2
        wide = any(b.sizeHint().width() > half for b in self._buttons[:count])
        stacked = count > 1 and wide
        direction = QBoxLayout.Direction
        self._row.setDirection(
            direction.TopToBottom if stacked else direction.LeftToRight
        )
        lines = count if stacked else min(count, 1)
        needed = 16 + self._text.heightForWidth(inside)
        needed += lines * (_BUTTON + 6) + (_GAP if lines else 0)
        self.setFixedHeight(max(CARD_HEIGHT, needed))

    def _formula(self, state: LabState) -> str:
        assert state.walk is not None
        formulas = state.walk.operation.size_formulas()
        # A formula too long for the line breaks before its sign of equality.
        lines = [
            line.replace("= ", "=\N{NO-BREAK SPACE}") for line in _numbered(formulas)
        ]
        if unreached := unreached_words(state.walk.sweep):
            lines.append(unreached)
        if len(lines) < _CROWDED:
            lines.append("")
        lines += [formulas.general, letter_words(formulas.letters)]
        return "\n".join(lines)

    @Slot()
    def _on_first_clicked(self) -> None:
        self.remedy_requested.emit(self._remedies[0].settings)

    @Slot()
    def _on_second_clicked(self) -> None:
        self.remedy_requested.emit(self._remedies[1].settings)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setObjectName("size_text")
        for number, button in enumerate(self._buttons, start=1):
            named(
                button,
                f"remedy_{number}",
                self.tr("Mend the setting"),
                self.tr("Set this, so that the kernel fits"),
            )
        if self._state is not None:
            self._rendered = None
            self.render_state(self._state)


def _numbered(formulas: Formulas) -> list[str]:
    """Return the formulas that have numbers, each under what it is of."""
    both, rows, columns, length = heading_words()
    if not formulas.rows:
        return [length, formulas.columns]
    if formulas.rows == formulas.columns:
        return [both, formulas.rows]
    return [rows, formulas.rows, columns, formulas.columns]

"""What the network reads, large enough for the back of a classroom."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.reading.judgement import Judgement
from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.pages.draw.views.ways_on import WaysOn
from cnnviz.state.level import set_level
from cnnviz.ui.accessibility.announcer import Announcer
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.action_button import AccentButton
from cnnviz.ui.keys import key_text
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_chooser.network_words import network_title
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import plain, sentence
from cnnviz.ui.theme import tokens

SURE: float = 0.6
"""Below this share of the best class, the answer says between what it hesitates."""


class AnswerCard(Retranslated):
    """Show the class read and how sure the network is, or why there is no answer.

    Attributes
    ----------
    why
        The button that leads to the explanations.
    ways
        Where it is no digit: to clear the sheet, or to teach a network one's drawings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: DrawState | None = None
        self._digit = QLabel(self)
        self._percent = QLabel(self)
        self._message = QLabel(self)
        self._about = QWidget(self)
        self.ways = WaysOn(self)
        self._is_teaching = False
        self.bars = ProbabilityBars(self)
        self.why = AccentButton(self)
        self._announcer = Announcer(self)
        set_level(self.why, "first")
        self._lay_out()
        self._retranslate()

    def render_state(self, state: DrawState) -> None:
        """Show the newest answer."""
        self._state = state
        trace = None if state.answer is None else state.answer.trace
        given = state.answering.network.labels
        labels = class_words(given)
        shares = None if trace is None else trace.probabilities
        judgement = None if state.answer is None else state.answer.judgement
        doubted = judgement is not None and not judgement.digit
        self.bars.render_state(given, shares)
        self.bars.pale = doubted
        self._percent.setVisible(not doubted)
        self.ways.setVisible(doubted)
        self._digit.setText("?" if trace is None or doubted else labels[trace.best])
        # Mere scores say which class is first, and nothing of how sure that is.
        best = None if trace is None or shares is None else float(shares[trace.best])
        self._percent.setText(" " if best is None or doubted else sure_percent(best))
        if self._is_teaching and not state.answering.network.drawings:
            self._message.setText(self._of_another(state))
        elif trace is None:
            self._message.setText(self._waiting(state))
        elif judgement is not None and doubted:
            best_label = "" if trace is None else labels[trace.best]
            self._message.setText(self._doubt(labels, judgement, best_label))
        else:
            self._message.setText(self._hesitation(labels, shares) or " ")
        self._digit.setEnabled(trace is not None and not doubted)
        self.why.setEnabled(trace is not None)
        self._name_why("" if trace is None or doubted else labels[trace.best])
        shown = self._digit, self._percent, self._message
        said = (label.text().strip() for label in shown if trace is not None)
        self._announcer.announce(", ".join(filter(None, said)))
        self._fit_words()

    @Slot(bool)
    def set_teaching(self, teaching: bool) -> None:
        """Say whose answer it is while somebody draws for classes of their own."""
        self._is_teaching = teaching
        if self._state is not None:
            self.render_state(self._state)

    def _of_another(self, state: DrawState) -> str:
        if state.answer is None or state.answer.trace is None:
            return self.tr("Your network answers here once it is trained.")
        text = self.tr(
            "This is how {network} reads it. Yours answers once it is trained."
        )
        return text.format(network=plain(network_title(state.answering)))

    def _doubt(self, labels: tuple[str, ...], judgement: Judgement, best: str) -> str:
        """Return that it is not one digit, and what it looks like instead."""
        if not judgement.several:
            text = self.tr(
                "This does not look like one digit. If the network had to choose: {label}."
            )
            return text.format(label=plain(best))
        *others, last = (labels[one] for one in judgement.several)
        several = self.tr(
            "I see {count} digits: {digits} and {last}. Draw one at a time."
        )
        return several.format(
            count=len(judgement.several), digits=", ".join(others), last=last
        )

    def _name_why(self, label: str) -> None:
        """Ask for the reasons of an answer; of none that is believed, without a name."""
        asks = self.tr("Why {label}?")
        self.why.setText(asks.format(label=plain(label)) if label else self.tr("Why?"))

    def _hesitation(
        self, labels: tuple[str, ...], shares: NDArray[np.float32] | None
    ) -> str:
        """Return between what the network hesitates; nothing when it is sure."""
        if shares is None or len(shares) < 2:
            return ""
        best, second = shares.argsort()[::-1][:2]
        if shares[best] >= SURE:
            return ""
        hesitates = self.tr("The network is not sure: {one} or {other}.")
        return hesitates.format(one=labels[best], other=labels[second])

    def _waiting(self, state: DrawState) -> str:
        if state.network_error is not None:
            return sentence(state.network_error)
        if state.error is not None and state.error.code == "drawing_empty":
            is_drawn = state.picture.ink_hw is not None
            if is_drawn and state.answering.network.drawings:
                return self.tr("Draw one of the classes; the answer appears here.")
            if is_drawn:
                return self.tr("Draw a digit to see the network’s answer here.")
            return self.tr(
                "There is no digit to read in this picture. Open one in which a digit "
                "stands out, or draw one."
            )
        if state.error is not None:
            return sentence(state.error)
        return self.tr("Loading the network…")

    def _lay_out(self) -> None:
        for label in (self._digit, self._percent, self._message):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._message.setAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )
        self._message.setWordWrap(True)
        for label in (self._digit, self._percent):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = self._percent, (self._message, 1), self.ways
        in_column(*said, gap=tokens.SPACE_M, of=self._about)
        parts = self._digit, self._about, (self.bars, 1), tokens.SPACE_L, self.why
        in_column(*parts, gap=0, of=self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_words()

    def _fit_words(self) -> None:
        side = max(64, min(180, self.width() // 2, self.height() // 5))
        for label, pixels in ((self._digit, side), (self._percent, side // 4 + 4)):
            font = QFont(self.font())
            font.setPixelSize(pixels)
            font.setWeight(QFont.Weight.DemiBold)
            # A word is longer than a digit: smaller, in a line of the same height.
            wanted = QFontMetrics(font).horizontalAdvance(label.text())
            label.setFixedHeight(QFontMetrics(font).height())
            fitting = int(pixels * min(1, self.width() / max(1, wanted)))
            font.setPixelSize(max(tokens.AXIS_PX, fitting))
            label.setFont(font)
        lines = 4 * self.fontMetrics().lineSpacing()
        # The same room whatever is said: the bars do not jump while a pen moves.
        self._about.setFixedHeight(self._percent.height() + tokens.SPACE_M + lines)

    @override
    def _retranslate(self) -> None:
        set_names(
            self._digit, "answer_digit", self.tr("Class that the network answers")
        )
        set_names(
            self._percent,
            "answer_percent",
            self.tr("How sure the network is"),
            self.tr(
                "The probability that the network gives to its answer. It knows its "
                "classes only: what does not look like one digit is found out apart."
            ),
        )
        set_names(self._message, "answer_message", self.tr("Message"), " ")
        set_names(
            self.bars,
            "probability_bars",
            self.tr("Probability of each class"),
            self.tr(
                "The outputs turned into probabilities that add up to 100% (softmax)"
            ),
        )
        tip = self.tr("What speaks for this answer, and what for another")
        tip = f"{tip} ({key_text('draw', 'draw_why')})"
        set_names(self.why, "why_answer", self.tr("Why this answer?"), tip)
        self._name_why("")
        if self._state is not None:
            self.render_state(self._state)

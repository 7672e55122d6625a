"""A digit, the smallest change that flips its answer, and what it is then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.draw.presenters.why.explaining import Explanation
from cnnviz.pages.draw.views.why.explained_digit import ExplainedDigit, in_plane
from cnnviz.ui.class_text import class_word
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class ChangeView(Retranslated):
    """The digit before and after, the change, and its size in words.

    Attributes
    ----------
    before, change, after
        The digit, the change in two colours, the changed digit.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Explanation | None = None
        self.before, self.change, self.after = (ExplainedDigit(self) for _ in range(3))
        self._captions = tuple(QLabel(self) for _ in range(3))
        self._words = QLabel(self)
        words = QWidget(self)
        in_column(self._words, (None, 1), of=words)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(tokens.SPACE_S)
        places = (self.before, 0, 0), (self.after, 0, 1), (self.change, 2, 0)
        for caption, (picture, row, column) in zip(self._captions, places, strict=True):
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(caption, row, column)
            grid.addWidget(picture, row + 1, column)
            grid.setColumnStretch(column, 1)
            grid.setRowStretch(row + 1, 1)
        grid.addWidget(words, 3, 1)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._retranslate()

    def render_state(self, explanation: Explanation | None) -> None:
        """Show what was found; ``None`` leaves the places empty."""
        self._shown = explanation
        digit = None if explanation is None else explanation.question.seen
        found = None if explanation is None else explanation.change
        self.before.render_digit(digit)
        if explanation is None or found is None:
            self.change.render_digit(None)
            self.after.render_digit(None)
            self._say("", "", "")
            nothing = self.tr("No change was found that flips the answer.")
            self._words.setText("" if explanation is None else nothing)
            return
        self.change.render_digit(digit, in_plane(found.change), "diverging")
        self.after.render_digit(found.picture)
        labels = explanation.question.network.current.network.labels
        was = class_word(labels, explanation.question.label)
        now = class_word(labels, found.label)
        read = self.tr("read as {label}")
        now_said = read.format(label=now)
        self._say(read.format(label=was), now_said, self.tr("the change"))
        text = self.tr(
            "Size of the change: {size}, where 1 is a full pixel of ink (Euclidean). No "
            "pixel changes by more than {largest} of 255 levels. Random changes of this "
            "size flip the answer in {flips} of 100 tries."
        )
        self._words.setText(
            text.format(
                size=short(found.size, 2),
                largest=found.largest,
                flips=found.noise_flips,
            )
        )

    def _say(self, *captions: str) -> None:
        for label, text in zip(self._captions, captions, strict=True):
            label.setText(text)

    @override
    def _retranslate(self) -> None:
        set_names(self.before, "why_before", self.tr("Your digit"))
        set_names(
            self.change,
            "why_change_map",
            self.tr("The change"),
            self.tr("Levels added (orange) and taken away (blue)"),
        )
        set_names(self.after, "why_after", self.tr("The changed digit"))
        self.render_state(self._shown)

"""A small explanation that keeps its height, whichever of its texts it shows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized


def make_note(label: QLabel) -> None:
    """Let a label say something beside what matters: small, pale, in several lines."""
    label.setFont(sized(label.font(), tokens.FONT_NOTE))
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)


class SteadyNote(QLabel):
    """One of several texts, in room for the longest: what is below never moves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._shown = 0
        make_note(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Take the texts, in the language of now."""
        self._texts = texts
        self._reserve()

    def show_text(self, number: int) -> None:
        """Show one of the texts, counted from 0."""
        self._shown = number
        self.setText(self._texts[number])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._reserve()

    def _reserve(self) -> None:
        """Make room for the text that needs most at this width."""
        if not self._texts:
            return
        self.setMinimumHeight(0)  # what was reserved before counts as needed otherwise
        needed = []
        for text in self._texts:
            self.setText(text)
            needed.append(self.heightForWidth(self.width()))
        self.setText(self._texts[self._shown])
        self.setFixedHeight(max(needed))

"""What stands in the middle of a place that has nothing to show yet."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_WIDTH: Final = 600
"""Of the words: longer lines are hard to read."""


class EmptyPlace(QWidget):
    """Say what will come and what to do for it, with one button where there is a way.

    Attributes
    ----------
    button
        Hidden until it is offered.
    """

    def __init__(self, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._object_name = object_name
        self._title, self._text = QLabel(self), QLabel(self)
        self.button = QPushButton(self)
        self.button.hide()
        self.button.setMinimumHeight(tokens.HIT)
        sizes = tokens.TITLE_PX, tokens.VALUE_PX
        for label, size, part in zip(
            (self._title, self._text), sizes, ("title", "text"), strict=True
        ):
            label.setObjectName(f"{object_name}_{part}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(in_pixels(self.font(), size))
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setMaximumWidth(_WIDTH)
            label.setSizePolicy(
                QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding
            )
        self._title.setFont(half_bold(self._title.font()))
        words = in_column(self._title, self._text, gap=tokens.SPACE_L)
        across = in_row((None, 1), (words, 100), (None, 1))
        way = in_row((None, 1), self.button, (None, 1))
        parts = (None, 2), across, way, (None, 3)
        in_column(*parts, gap=tokens.SPACE_L, of=self)

    def set_words(self, title: str, text: str) -> None:
        """Say in one sentence what there will be, and in another what to do."""
        self._title.setText(title)
        self._text.setText(text)

    def offer(self, text: str, tip: str) -> None:
        """Offer a way out of the emptiness."""
        self.button.setText(text)
        name = text.replace("&", "").rstrip("…")
        set_names(self.button, f"{self._object_name}_button", name, tip)
        self.button.show()

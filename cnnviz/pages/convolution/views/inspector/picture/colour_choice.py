"""Whether a colour picture is worked on in grey or in its three channels."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.state.lab_input import Colour
from cnnviz.ui.page import set_names

_COLOURS: Final[tuple[Colour, ...]] = ("grey", "rgb")


class ColourChoice(QWidget):
    """Two buttons in a row, one of them in force: grey, RGB.

    Signals
    -------
    colour_chosen(colour)
        ``grey`` or ``rgb``.
    """

    colour_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = [ChoiceButton(n, self) for n in range(len(_COLOURS))]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons:
            button.chosen.connect(self._on_chosen)
            row.addWidget(button)
        self.retranslate()

    def render_colour(self, colour: Colour) -> None:
        """Show which one is in force."""
        for button, its_own in zip(self._buttons, _COLOURS, strict=True):
            button.setChecked(its_own == colour)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self.colour_chosen.emit(_COLOURS[number])

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (self.tr("Grey"), self.tr("RGB"))
        names = (
            self.tr("Work on grey levels"),
            self.tr("Work on red, green and blue"),
        )
        tips = (
            self.tr("Grey levels: one channel, made of the three colours"),
            self.tr("Red, green and blue: three channels, each with its own products"),
        )
        for number, key in enumerate(("colour_grey", "colour_rgb")):
            button = self._buttons[number]
            set_names(button, key, names[number], tips[number])
            button.setText(texts[number])

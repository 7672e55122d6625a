"""Whether a colour picture is worked on in grey or in its three channels."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.state.lab_input import Colour
from cnnviz.state.level import set_level
from cnnviz.ui.controls.layouts import row
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
        set_level(self, FIELDS["colour"].level)
        self._buttons = [ChoiceButton(n, self) for n in range(len(_COLOURS))]
        row(*self._buttons, spacing=0, parent=self)
        for button in self._buttons:
            button.chosen.connect(self._on_chosen)
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
        grey, rgb = self._buttons
        grey.setText(self.tr("Grey"))
        rgb.setText(self.tr("RGB"))
        tip = self.tr("Grey levels: one channel, made of the three colours")
        set_names(grey, "colour_grey", self.tr("Work on grey levels"), tip)
        tip = self.tr("Red, green and blue: three channels, each with its own products")
        set_names(rgb, "colour_rgb", self.tr("Work on red, green and blue"), tip)

"""Whether a colour picture is worked on in grey or in its three channels."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from cnnviz.control.lab_input import Colour
from cnnviz.gui.page import named

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
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number in range(len(_COLOURS)):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setMinimumSize(32, 32)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            # Who chooses with the mouse goes on walking with the keys.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoRaise(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def render_colour(self, colour: Colour) -> None:
        """Show which one is in force."""
        with QSignalBlocker(self._group):
            self._group.button(_COLOURS.index(colour)).setChecked(True)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
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
            button = self._group.button(number)
            if isinstance(button, QToolButton):
                named(button, key, names[number], tips[number])
                button.setText(texts[number])

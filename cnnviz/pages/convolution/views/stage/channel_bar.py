"""Which channel of a colour picture is seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cnnviz.pages.convolution.views.inspector.choice_button import ChoiceButton
from cnnviz.ui.page import set_names
from cnnviz.ui.unit_view.unit import ALL


class ChannelBar(QWidget):
    """Four buttons in a row: all channels, red, green, blue.

    Signals
    -------
    channel_chosen(channel)
        0 for red to 2 for blue, or ``ALL``.
    """

    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {n: ChoiceButton(n, self) for n in (ALL, 0, 1, 2)}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons.values():
            button.chosen.connect(self.channel_chosen)
            row.addWidget(button)
        self.retranslate()

    def render_channel(self, channel: int) -> None:
        """Show which one is seen."""
        for number, button in self._buttons.items():
            button.setChecked(number == channel)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (self.tr("All"), self.tr("R"), self.tr("G"), self.tr("B"))
        names = (
            self.tr("All channels"),
            self.tr("Red channel"),
            self.tr("Green channel"),
            self.tr("Blue channel"),
        )
        tips = (
            self.tr("The picture in its colours"),
            self.tr("Red levels only; window and kernel are those of red"),
            self.tr("Green levels only; window and kernel are those of green"),
            self.tr("Blue levels only; window and kernel are those of blue"),
        )
        keys = ("channel_all", "channel_red", "channel_green", "channel_blue")
        for number, button in enumerate(self._buttons.values()):
            set_names(button, keys[number], names[number], tips[number])
            button.setText(texts[number])

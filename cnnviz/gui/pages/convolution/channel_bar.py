"""Which channel of a colour picture is seen."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from cnnviz.control.lab_input import LabInput
from cnnviz.gui.page import named
from cnnviz.images.colour_maps import DIVERGING, GREY

ALL: Final = -1
"""All channels together, as the picture looks."""


def _tint(*shares: float) -> NDArray[np.uint8]:
    tinted: NDArray[np.uint8] = np.rint(GREY * np.array(shares)).astype(np.uint8)
    tinted.flags.writeable = False
    return tinted


_TINTS: Final = (_tint(1, 0.42, 0.38), _tint(0.42, 1, 0.45), _tint(0.5, 0.62, 1))


def input_lut(given: LabInput, channel: int) -> NDArray[np.uint8]:
    """Return the colours of one channel: grey levels, tinted where there are three."""
    if given.palette == "diverging":
        return DIVERGING
    return _TINTS[channel % 3] if given.channels == 3 else GREY


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
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for channel in (ALL, 0, 1, 2):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setMinimumSize(32, 32)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoRaise(True)
            self._group.addButton(button, channel + 1)
            row.addWidget(button)
        self._group.idClicked.connect(self._on_clicked)
        self.retranslate()

    def render_channel(self, channel: int) -> None:
        """Show which one is seen."""
        with QSignalBlocker(self._group):
            self._group.button(channel + 1).setChecked(True)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.channel_chosen.emit(number - 1)

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
        for number, key in enumerate(keys):
            button = self._group.button(number)
            if isinstance(button, QToolButton):
                named(button, key, names[number], tips[number])
                button.setText(texts[number])

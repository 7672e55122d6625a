"""Which number has which colour."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.colour_scale import ColourScale
from cnnviz.ui.numbers import short
from cnnviz.ui.theme.look import bar_image, look

LEGEND_HEIGHT = 32
"""That of a button: beside it, below the input, is one."""

_BAR_HEIGHT = 8


class ColourLegend(ColourScale):
    """A bar of all colours of a map, with the numbers of its ends (and its middle)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lut: NDArray[np.uint8] | None = None
        self._range = (0.0, 1.0)
        self.setFixedHeight(LEGEND_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def render_range(self, lut: NDArray[np.uint8], low: float, high: float) -> None:
        """Show a colour map between two numbers."""
        if lut is self._lut and (low, high) == self._range:
            return
        self._lut, self._range = lut, (low, high)
        self.update()

    def clear(self) -> None:
        """Show nothing: there is no output."""
        self._lut = None
        self.update()

    @override
    def ends(self) -> tuple[str, str] | None:
        low, high = self._range
        return None if self._lut is None else (short(low, 6), short(high, 6))

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, LEGEND_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._lut is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            bar = bar_image(look(self.palette()).shown(self._lut))
            painter.drawImage(QRect(0, 2, self.width(), _BAR_HEIGHT), bar)
            painter.setPen(self.palette().placeholderText().color())
            low, high = self._range
            below = QRect(0, _BAR_HEIGHT + 2, self.width(), 18)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, short(low, 6))
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, short(high, 6))
            if low < 0:
                painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, short(0))

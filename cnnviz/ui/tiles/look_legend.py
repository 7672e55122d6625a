"""What the colours of the open map stand for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.state.picture.layer_pictures import PaletteName
from cnnviz.ui.accessibility.colour_scale import ColourScale
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import bar_image, look

_BAR = 5.0


class LookLegend(ColourScale):
    """A bar of the colours in use, with the numbers at its ends, and 0 where it lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette_name: PaletteName = "sequential"
        self._low, self._high = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def render_range(self, palette: PaletteName, low: float, high: float) -> None:
        """Show a palette between its lowest and its highest number."""
        self._palette_name, self._low, self._high = palette, low, high
        self.update()

    @override
    def ends(self) -> tuple[str, str]:
        return short(self._low, 3), short(self._high, 3)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, int(_BAR) + self.fontMetrics().height() + 4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        bar = bar_image(colours.tables[self._palette_name])
        with QPainter(self) as painter:
            painter.drawImage(QRectF(0, 0, self.width(), _BAR), bar)
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            painter.setPen(colours.ink_3)
            below = QRectF(0, _BAR + 2, self.width(), self.height() - _BAR - 2)
            align = Qt.AlignmentFlag
            painter.drawText(below, align.AlignLeft, short(self._low, 3))
            painter.drawText(below, align.AlignRight, short(self._high, 3))
            if self._low < 0 < self._high:
                painter.drawText(below, align.AlignHCenter, "0")

"""What the colours of a layer stand for."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.state.picture.layer_pictures import COLOUR_TABLES, PaletteName
from cnnviz.ui.accessibility.colour_scale import ColourScale
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.theme.look import bar_image, look

_BAR_WIDTH: Final = 40
_SHORTEST_BAR: Final = 14
_BAR_HEIGHT: Final = 8
_TEXT_WIDTH: Final = 34


def _brief(value: float) -> str:
    return short(value, 3 if abs(value) >= 100 else 2)


class RangeLegend(ColourScale):
    """Show a colour scale between its lowest and its highest number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette_name: PaletteName | None = None
        self._low = self._high = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(sized(self.font(), tokens.FONT_AXIS))
        self._retranslate()

    def render_state(
        self, palette: PaletteName | None, low: float = 0.0, high: float = 1.0
    ) -> None:
        """Show a palette and its range; ``None`` shows nothing."""
        shown = palette, _brief(low), _brief(high)
        if shown != (self._palette_name, self._low, self._high):
            self._palette_name, self._low, self._high = shown
            self.update()

    @override
    def ends(self) -> tuple[str, str] | None:
        return None if self._palette_name is None else (self._low, self._high)

    @override
    def sizeHint(self) -> QSize:
        # Room for the widest numbers from the start: the bar must not move about.
        return QSize(_BAR_WIDTH + 2 * _TEXT_WIDTH, self.fontMetrics().height() + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = self.fontMetrics()
        high_width = metrics.horizontalAdvance(self._high)
        texts = high_width + metrics.horizontalAdvance(self._low) + 8
        # Where room is scarce, the scale is made shorter rather than left out.
        bar_width = min(_BAR_WIDTH, self.width() - texts)
        if self._palette_name is None or bar_width < _SHORTEST_BAR:
            return  # half a scale says nothing
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            middle = Qt.AlignmentFlag.AlignVCenter
            high = QRectF(self.width() - high_width, 0, high_width, self.height())
            bar = QRectF(
                high.left() - 4 - bar_width,
                (self.height() - _BAR_HEIGHT) / 2,
                bar_width,
                _BAR_HEIGHT,
            )
            low = QRectF(0, 0, bar.left() - 4, self.height())
            painter.drawText(high, Qt.AlignmentFlag.AlignRight | middle, self._high)
            painter.drawText(low, Qt.AlignmentFlag.AlignRight | middle, self._low)
            table = look(self.palette()).shown(COLOUR_TABLES[self._palette_name])
            painter.drawImage(bar, bar_image(table))

"""The open number, large, with how it comes about."""

from math import ceil
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.numbers import fixed, full, short
from cnnviz.ui.page import set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, half_bold, in_pixels
from cnnviz.ui.theme.look import look

_LINE: Final = 17.0
_PLACE: Final = 24.0
_NUMBER: Final = 78.0
_USUAL_LINES: Final = 6
"""That there is room for even where there are fewer, so that the number stays in place."""

_FEWEST_LINES: Final = 4
"""That are seen in the lowest window: the last, bias and activation; the tip has all."""

_WRAPS: Final = Qt.TextFlag.TextWordWrap


class ValueCard(QWidget):
    """Say where a number is, what it is, and in a few lines how it is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._value = "", 0.0
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def lines(self) -> tuple[str, ...]:
        """How the number is made."""
        return self._lines

    @property
    def middle(self) -> float:
        """Where the number stands, from the top of the widget."""
        return _PLACE + _NUMBER / 2

    def render_value(self, place: str, value: float, lines: tuple[str, ...]) -> None:
        """Show a number."""
        self._place, self._value, self._lines = place, value, lines
        said = f"{place}: {full(value)}"
        self.setAccessibleName(said)
        self.setAccessibleDescription("\n".join(lines))
        set_tip(self, "\n".join((said, *lines)))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        usual, needed = _USUAL_LINES * _LINE, self._height_of("\n".join(self._lines))
        return QSize(200, ceil(_PLACE + _NUMBER + max(usual, needed)))

    @override
    def minimumSizeHint(self) -> QSize:
        needed = self._height_of("\n".join(self._lines[-_FEWEST_LINES:]))
        needed = min(needed, _FEWEST_LINES * self._height_of("0"))
        return QSize(200, ceil(_PLACE + _NUMBER + needed))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != self.width():  # the lines wrap elsewhere
            self.updateGeometry()

    def _height_of(self, lines: str) -> int:
        """Return how high lines are at the width that there is, as they are painted."""
        metrics = QFontMetrics(in_pixels(self.font(), tokens.TEXT_PX))
        width = self.width() - tokens.SPACE_S
        room = QRect(0, 0, width, self.maximumHeight())
        return metrics.boundingRect(room, _WRAPS, lines).height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        left, width = float(tokens.SPACE_S), self.width() - float(tokens.SPACE_S)
        with QPainter(self) as painter:
            painter.setPen(colours.ink)
            font = half_bold(in_pixels(self.font(), tokens.VALUE_PX))
            painter.setFont(fitted_font(self._place, font, int(width)))
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, 0, width, _PLACE), middle, self._place)
            text = value_text(self._value)
            painter.setFont(self._number_font(text, width))
            painter.setPen(colours.of_sign(self._value))
            painter.drawText(QRectF(left, _PLACE, width, _NUMBER), middle, text)
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            painter.setPen(colours.ink_2)
            room = self.height() - _PLACE - _NUMBER
            below = QRectF(left, _PLACE + _NUMBER, width, room)
            painter.drawText(below, _WRAPS, "\n".join(self.lines_seen()))

    def lines_seen(self) -> tuple[str, ...]:
        """Return the lines that have room: the last ones, which end in the number."""
        room = ceil(self.height() - _PLACE - _NUMBER)
        for first in range(len(self._lines)):
            if self._height_of("\n".join(self._lines[first:])) <= room:
                return self._lines[first:]
        return ()

    def _number_font(self, text: str, width: float) -> QFont:
        """Return the font of the answer, smaller where the number is long."""
        for pixels in (tokens.ANSWER_PX, *tokens.ANSWER_SMALLER_PX, tokens.SAY_PX):
            font = bold(QFont(self.font()))
            font.setPixelSize(pixels)
            if QFontMetricsF(font).horizontalAdvance(text) <= width:
                break
        return font


def value_text(value: float) -> str:
    """Write a number with two decimals where it is of a usual size.

    Examples
    --------
    >>> value_text(11.0512), value_text(0.00012)
    ('11.05', '0.00012')
    """
    return fixed(value, 2) if 0.1 <= abs(value) < 1000 else short(value, 3)

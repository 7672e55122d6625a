"""The number that a sum comes to, as large as it has room."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import answer_font, in_pixels
from cnnviz.ui.theme.look import look

_SIZES: Final = (tokens.ANSWER_PX, *tokens.ANSWER_SMALLER_PX, tokens.SAY_PX)
_LARGE: Final = (tokens.ANSWER_LARGE_PX, *_SIZES)
_END: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDEST: Final = "= −0000.00"
"""Has room in the smallest but one."""


class SumTotal(QLabel):
    """One number in the colour of its sign, at the right end of its place."""

    value = 0.0
    _sizes: tuple[int, ...] = _SIZES

    def set_large(self, is_large: bool) -> None:
        """Write the number larger, for those who sit far away."""
        self._sizes = _LARGE if is_large else _SIZES
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._sized(self._sizes[-2])).horizontalAdvance(_WIDEST)
        return QSize(round(wide), self._sizes[0] + tokens.SPACE_M)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_number(self, text: str, value: float) -> None:
        """Show a number as it is written; ``value`` says which sign it has."""
        self.value = value
        self.setText(text)

    def number_box(self) -> QRectF:
        """Return where the number is written, the sign before it left out."""
        _, _, number = self.text().partition(" ")
        _, width = self._fitted(number)
        box = QRectF(self.rect())
        box.setLeft(box.right() - width)
        return box

    def _before(self) -> QFont:
        return in_pixels(self.font(), tokens.SAY_PX)

    def _fitted(self, number: str) -> tuple[QFont, float]:
        """Return the largest font in which a number has room, and its width."""
        before = QFontMetricsF(self._before()).horizontalAdvance("= ")
        for pixels in self._sizes:
            font = self._sized(pixels)
            width = QFontMetricsF(font).horizontalAdvance(number)
            if width + before <= self.width():
                break
        return font, width

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        sign, _, number = self.text().partition(" ")
        colours, right = look(self.palette()), QRectF(self.rect())
        font, width = self._fitted(number)
        with QPainter(self) as painter:
            painter.setFont(font)
            painter.setPen(colours.of_sign(self.value))
            painter.drawText(right, _END, number)
            right.setRight(right.right() - width - tokens.SPACE_M)
            painter.setFont(self._before())
            painter.setPen(colours.ink_2)
            painter.drawText(right, _END, sign)

    def _sized(self, pixels: int) -> QFont:
        return answer_font(self.font(), pixels)

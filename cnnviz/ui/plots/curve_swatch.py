"""A short piece of a curve, as a plot draws it: what names it stand for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_SWATCH = QSize(18, 14)


class CurveSwatch(QWidget):
    """A short piece of a curve, as the plot draws it."""

    def __init__(self, width: float, *, dot: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width
        self._dot = dot
        self._colour = QColor()
        self.setFixedSize(_SWATCH)

    def set_colour(self, colour: QColor) -> None:
        """Draw in the colour of the curve."""
        self._colour = colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SWATCH

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour, self._width))
            middle = self.height() / 2
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
            if self._dot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._colour)
                centre = QRectF(self.width() / 2 - 4, middle - 4, 8, 8)
                painter.drawEllipse(centre)

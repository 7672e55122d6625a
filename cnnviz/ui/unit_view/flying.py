"""What flies from one place of a stage to another: its way, and how it looks on it."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
)

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.motion import EASED
from cnnviz.ui.theme.theme import paint_rounded

_TRAIL: Final = 0.14
"""Of a way: the piece behind the flyer that is seen."""

_LANDS: Final = 0.84
"""Of a way: from there on the flyer fades into where it lands."""

_HALO: Final = 2
"""Pixels around a flyer that its edge and its trail may touch."""


@dataclass(frozen=True, slots=True)
class Way:
    """A bent way, flown between two shares of the whole flight.

    Attributes
    ----------
    start, end
        Where it begins and ends.
    leaves, arrives
        From 0 to 1.
    falls
        Whether it goes across first and comes down at the end; else up first.
    """

    start: QPointF
    end: QPointF
    leaves: float
    arrives: float
    falls: bool = True

    def flown(self, share: float) -> float | None:
        """Return which part of the way is flown, eased; ``None`` on the ground."""
        if not self.leaves <= share < self.arrives:
            return None
        part = (share - self.leaves) / (self.arrives - self.leaves)
        return EASED.valueForProgress(part)

    def at(self, part: float) -> QPointF:
        """Return the point of a part of the way: on a curve of Bezier's."""
        a, b = self.start, self.end
        across, down = QPointF(b.x() - a.x(), 0), QPointF(0, b.y() - a.y())
        first, second = (across, down) if self.falls else (down, across)
        rest = 1 - part
        # Both handles lie towards the corner between the two directions.
        return (
            a * rest**3
            + (a + first * tokens.MIX_EDGE) * (3 * rest * rest * part)
            + (b - second * tokens.MIX_EDGE) * (3 * rest * part * part)
            + b * part**3
        )


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """How a flyer is painted: a number on a chip, or a dot where that has no room.

    Attributes
    ----------
    ink, edge, ground
        Of the number, of the edge and the trail, of the chip.
    text, pixels
        The number, and how high its letters are; an empty text makes a dot so wide.
    """

    ink: QColor
    edge: QColor
    ground: QColor
    text: str
    pixels: int

    def image(self, font: QFont, ratio: float) -> QImage:
        """Return it painted."""
        font = half_bold(in_pixels(font, self.pixels))
        width = height = float(self.pixels)
        if self.text:
            metrics = QFontMetricsF(font)
            height = metrics.height() + tokens.SPACE_S
            width = max(height, metrics.horizontalAdvance(self.text) + tokens.SPACE_XL)
        box = QRectF(_HALO, _HALO, width, height)
        size = QSizeF(width + 2 * _HALO, height + 2 * _HALO).toSize() * ratio
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.edge, tokens.LINE_STRONG))
            painter.setBrush(self.ground if self.text else self.edge)
            paint_rounded(painter, box, height / 2)
            painter.setFont(font)
            painter.setPen(self.ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
        return image


@dataclass(frozen=True, slots=True, eq=False)
class Flyer:
    """A product on its way to the sum, or the sum on its way to its cell."""

    way: Way
    edge: QColor
    image: QImage = field(repr=False)

    def box(self, share: float) -> QRectF:
        """Return what it covers with its trail; nothing on the ground."""
        part = self.way.flown(share)
        if part is None:
            return QRectF()
        here, behind = self.way.at(part), self.way.at(max(0.0, part - _TRAIL))
        trail = QRectF(here, behind).normalized()
        return trail.united(self._place(here)).adjusted(-_HALO, -_HALO, _HALO, _HALO)

    def _place(self, here: QPointF) -> QRectF:
        box = QRectF(QPointF(), self.image.deviceIndependentSize())
        box.moveCenter(here)
        return box

    def paint(self, painter: QPainter, share: float) -> None:
        """Paint it where it is, over its trail."""
        part = self.way.flown(share)
        if part is None:
            return
        here, behind = self.way.at(part), self.way.at(max(0.0, part - _TRAIL))
        seen = min(1.0, (1 - part) / (1 - _LANDS))
        painter.setOpacity(seen)
        if here != behind:
            fading = QLinearGradient(behind, here)
            clear = QColor(self.edge)
            clear.setAlphaF(tokens.MIX_NONE)
            fading.setColorAt(0, clear)
            fading.setColorAt(1, self.edge)
            painter.setPen(QPen(QBrush(fading), tokens.LINE_TRAIL))
            painter.drawLine(behind, here)
        painter.drawImage(self._place(here).topLeft(), self.image)

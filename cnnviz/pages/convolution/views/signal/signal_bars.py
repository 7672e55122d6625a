"""What the rows of bars are made of: grounds, bars, hatches, numbers, scales."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from cnnviz.pages.convolution.views.signal.signal_geometry import (
    AXIS_HEIGHT,
    NUMBER_HEIGHT,
    RowName,
    SignalView,
    nice,
)
from cnnviz.ui.canvas.grid_numbers import fitted_texts
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold
from cnnviz.ui.theme.theme import mixed

_SMALLEST_NUMBERED: Final = 14.0
"""From this many pixels a place may carry a number; a little above it is faint."""
MIDDLE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Bar = tuple[float, float]
"""Place (perhaps between two) and number."""


def faded(colour: QColor, alpha: float) -> QColor:
    """Return a colour that lets what is below it be seen."""
    tint = QColor(colour)
    tint.setAlphaF(alpha)
    return tint


def pixels(left: float, top: float, width: float, height: float) -> QRect:
    """Return a rectangle of whole pixels, one at least, without gaps to the next."""
    x, y = round(left), round(top)
    return QRect(x, y, max(round(left + width) - x, 1), max(round(top + height) - y, 1))


@dataclass(frozen=True, slots=True)
class BarPainter:
    """Paints parts of rows where a view has them, in the colours of a palette."""

    painter: QPainter
    view: SignalView
    palette: QPalette
    font: QFont
    small: QFont

    def slot(self, row: RowName, place: float, count: float = 1) -> QRect:
        """Return some places of a row, as high as the row."""
        view, band = self.view, self.view.band(row)
        return pixels(view.x(place), band.top, count * view.scale, band.height)

    def write_small(self) -> None:
        """Take font and ink of what is no bar's number."""
        self.painter.setFont(self.small)
        self.painter.setPen(self.palette.placeholderText().color())

    def paint_ground(self, row: RowName) -> None:
        """Paint what the bars of a row stand on: a panel, and the line of 0."""
        view, band = self.view, self.view.band(row)
        ground = pixels(view.left, band.top, view.width, band.height)
        self.painter.fillRect(ground, self.palette.base())
        self.painter.setPen(QPen(self.palette.mid().color(), tokens.LINE_THIN))
        y = round(band.y(0.0)) + 0.5
        self.painter.drawLine(QLineF(view.left, y, view.right, y))

    def paint_scale(self, row: RowName) -> None:
        """Write the numbers at the row's ends and 0, left of it."""
        band = self.view.band(row)
        taken: list[float] = []
        self.write_small()
        for value in (0.0, band.high, band.low):
            y = band.y(value)
            if any(abs(y - other) < NUMBER_HEIGHT for other in taken):
                continue
            taken.append(y)
            top = min(y, band.bottom - NUMBER_HEIGHT / 2) - NUMBER_HEIGHT / 2
            box = QRectF(0, top, self.view.left - 6, NUMBER_HEIGHT)
            self.painter.drawText(box, MIDDLE_RIGHT, short(value))

    def paint_hatch(self, box: QRect, colour: QColor, pattern: Qt.BrushStyle) -> None:
        """Hatch places that are not the signal's own."""
        self.painter.fillRect(box, faded(colour, tokens.MIX_GROOVE))
        self.painter.fillRect(box, QBrush(faded(colour, tokens.MIX_MUTED), pattern))

    def paint_bars(
        self, row: RowName, bars: Iterable[Bar], colour: QColor, count: int = 1
    ) -> None:
        """Paint bars of one colour, each so many places wide."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        boxes = [pixels(*self.view.bar(row, *bar, count)) for bar in bars]
        self.painter.drawRects(boxes)

    def paint_weighted(
        self, row: RowName, bars: Sequence[Bar], hues: Sequence[QColor]
    ) -> None:
        """Paint the bars of a window, each in the hue of its weight."""
        for bar, hue in zip(bars, hues, strict=True):
            self.paint_bars(row, [bar], hue)

    def paint_numbers(self, row: RowName, bars: Sequence[Bar], count: int = 1) -> None:
        """Write the numbers above (below 0: below) the bars, where all find room."""
        painter, view, band = self.painter, self.view, self.view.band(row)
        room = view.scale * count
        if not bars or room < _SMALLEST_NUMBERED or not band.is_high_enough:
            return
        painter.setFont(self.font)
        values = np.array([[value for _, value in bars]])
        written = fitted_texts(values, room - 3, self.font, tokens.CELL_MOST_PX)
        if written is None:
            return
        (texts,), font = written
        painter.setFont(font)
        ink = self.palette.text().color()
        painter.setPen(faded(ink, ink.alphaF() * min((room - 8) / 12, 1.0)))
        for (place, value), text in zip(bars, texts, strict=True):
            y = band.y(value) - (0 if value < 0 else NUMBER_HEIGHT)
            top = min(max(y, band.top), band.bottom - NUMBER_HEIGHT)
            left = view.x(place) - (room - view.scale) / 2
            box = QRectF(left, top, room, NUMBER_HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def paint_axis(self, row: RowName, places: Sequence[float]) -> None:
        """Write the numbers of the places below a row, from 1, where there is room."""
        if not places:
            return
        view, metrics = self.view, QFontMetricsF(self.small)
        width = metrics.horizontalAdvance(str(len(places))) + 8
        gap = view.scale * (places[1] - places[0] if len(places) > 1 else 1)
        step = max(round(nice(max(width / gap, 1.0))), 1)
        top = view.band(row).bottom + 1
        self.write_small()
        for number, place in enumerate(places, 1):
            if number % step and not (number == 1 and step * gap > 2 * width):
                continue
            middle = view.x(place + 0.5)
            if view.left - 1 <= middle <= view.right + 1:
                box = QRectF(middle - width, top, 2 * width, AXIS_HEIGHT - 2)
                self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))

    def paint_bubble(self, spot: tuple[float, float], text: str) -> None:
        """Write a number in a bubble above a point, over the small number there."""
        painter, view, font = self.painter, self.view, bold(self.font)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 4
        x = min(max(spot[0] - width / 2, view.left), view.right - width)
        box = QRectF(x, max(spot[1] - height, 0.0), width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette.text())
        painter.drawRoundedRect(box, tokens.RADIUS_CHIP, tokens.RADIUS_CHIP)
        painter.setPen(self.palette.base().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def bar_colour(self) -> QColor:
        """Return the colour of a number that no window meets."""
        return mixed(
            self.palette.text().color(), self.palette.base().color(), tokens.MIX_BAR
        )

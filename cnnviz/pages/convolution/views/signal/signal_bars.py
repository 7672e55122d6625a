"""What the rows of bars are made of: grounds, bars, hatches, numbers, scales."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen

from cnnviz.engine.images.colour_maps import DIVERGING
from cnnviz.pages.convolution.views.signal.signal_geometry import (
    AXIS_HEIGHT,
    NUMBER_HEIGHT,
    Band,
    RowName,
    SignalView,
    nice,
)
from cnnviz.ui.canvas.grid_numbers import fitted_texts
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed

POSITIVE: Final = QColor(*DIVERGING[198].tolist())
NEGATIVE: Final = QColor(*DIVERGING[58].tolist())
_SMALLEST_NUMBERED: Final = 14.0
"""From this many pixels a place may carry a number; a little above it is faint."""

Bar = tuple[float, float]
"""Place (perhaps between two) and number."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colours and the small font of the theme of now."""

    text: QColor
    muted: QColor
    line: QColor
    accent: QColor
    warning: QColor
    base: QColor
    ground: QColor
    bar: QColor
    small: QFont


def look_of(palette: QPalette, font: QFont) -> Look:
    """Return the look of a palette."""
    role = QPalette.ColorRole
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * tokens.FONT_BAR)
    text, base = palette.color(role.Text), palette.color(role.Base)
    return Look(
        text=text,
        muted=palette.color(role.PlaceholderText),
        line=palette.color(role.Mid),
        accent=palette.color(role.Accent),
        warning=palette.color(role.BrightText),
        base=base,
        ground=palette.color(role.Window),
        bar=mixed(text, base, tokens.MIX_BAR),
        small=small,
    )


def pixels(left: float, top: float, width: float, height: float) -> QRect:
    """Return a rectangle of whole pixels, one at least, without gaps to the next."""
    x, y = round(left), round(top)
    return QRect(x, y, max(round(left + width) - x, 1), max(round(top + height) - y, 1))


def slot(view: SignalView, row: RowName, place: float, count: float = 1) -> QRect:
    """Return some places of a row, as high as the row."""
    band = view.band(row)
    return pixels(view.x(place), band.top, count * view.scale, band.height)


def paint_ground(painter: QPainter, view: SignalView, row: RowName, look: Look) -> None:
    """Paint what the bars of a row stand on: a panel, and the line of 0."""
    band = view.band(row)
    painter.fillRect(pixels(view.left, band.top, view.width, band.height), look.base)
    painter.setPen(QPen(look.line, tokens.LINE_THIN))
    y = round(band.y(0.0)) + 0.5
    painter.drawLine(QLineF(view.left, y, view.right, y))


def paint_scale(painter: QPainter, view: SignalView, row: RowName, look: Look) -> None:
    """Write the numbers at the row's ends and 0, left of it."""
    band = view.band(row)
    painter.setFont(look.small)
    painter.setPen(look.muted)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    taken: list[float] = []
    for value in (0.0, band.high, band.low):
        y = band.y(value)
        if any(abs(y - other) < NUMBER_HEIGHT for other in taken):
            continue
        taken.append(y)
        y = min(y, band.bottom - NUMBER_HEIGHT / 2)
        box = QRectF(0, y - NUMBER_HEIGHT / 2, view.left - 6, NUMBER_HEIGHT)
        painter.drawText(box, flags, short(value))


def paint_hatch(
    painter: QPainter, box: QRect, colour: QColor, pattern: Qt.BrushStyle
) -> None:
    """Hatch places that are not the signal's own."""
    if box.isEmpty():
        return
    faint = QColor(colour)
    faint.setAlphaF(tokens.MIX_GROOVE)
    painter.fillRect(box, faint)
    faint.setAlphaF(tokens.MIX_MUTED)
    painter.fillRect(box, QBrush(faint, pattern))


def paint_bars(
    painter: QPainter,
    view: SignalView,
    row: RowName,
    bars: Iterable[Bar],
    colour: QColor,
    count: int = 1,
) -> None:
    """Paint bars of one colour, each so many places wide."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects([pixels(*view.bar(row, *bar, count)) for bar in bars])


def paint_numbers(
    painter: QPainter,
    view: SignalView,
    row: RowName,
    bars: Sequence[Bar],
    colour: QColor,
    count: int = 1,
) -> None:
    """Write the numbers above (below 0: below) the bars, where all find room."""
    band, room = view.band(row), view.scale * count
    if not bars or room < _SMALLEST_NUMBERED or not band.is_high_enough:
        return
    values = np.array([[value for _, value in bars]])
    written = fitted_texts(values, room - 3, painter.font())
    if written is None:
        return
    (texts,), font = written
    painter.setFont(font)
    ink = QColor(colour)
    ink.setAlphaF(ink.alphaF() * min((room - 8) / 12, 1.0))
    painter.setPen(ink)
    for (place, value), text in zip(bars, texts, strict=True):
        box = _number_box(view, band, place, value)
        wider = (room - view.scale) / 2
        box.adjust(-wider, 0, wider, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _number_box(view: SignalView, band: Band, place: float, value: float) -> QRectF:
    y = band.y(value)
    top = y if value < 0 else y - NUMBER_HEIGHT
    top = min(max(top, band.top), band.bottom - NUMBER_HEIGHT)
    return QRectF(view.x(place), top, view.scale, NUMBER_HEIGHT)


def paint_axis(
    painter: QPainter,
    view: SignalView,
    row: RowName,
    places: Sequence[float],
    look: Look,
) -> None:
    """Write the numbers of the places below a row, from 1, where there is room."""
    if not places:
        return
    painter.setFont(look.small)
    painter.setPen(look.muted)
    width = QFontMetricsF(look.small).horizontalAdvance(str(len(places))) + 8
    gap = view.scale * (places[1] - places[0] if len(places) > 1 else 1)
    step = max(round(nice(max(width / gap, 1.0))), 1)
    top = view.band(row).bottom + 1
    for number, place in enumerate(places, 1):
        if number % step and not (number == 1 and step * gap > 2 * width):
            continue
        middle = view.x(place + 0.5)
        if view.left - 1 <= middle <= view.right + 1:
            box = QRectF(middle - width, top, 2 * width, AXIS_HEIGHT - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))


def paint_bubble(
    painter: QPainter,
    view: SignalView,
    spot: tuple[float, float],
    text: str,
    look: Look,
) -> None:
    """Write a number in a bubble above a point, over the small number there."""
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(text) + 14, metrics.height() + 4
    x = min(max(spot[0] - width / 2, view.left), view.right - width)
    box = QRectF(x, max(spot[1] - height, 0.0), width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.text)
    painter.drawRoundedRect(box, tokens.RADIUS_CHIP, tokens.RADIUS_CHIP)
    painter.setPen(look.base)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

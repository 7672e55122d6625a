"""How sure the network is of each class."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.numbers import decimal_mark, sure_percent
from cnnviz.ui.plots.probability_grid import ProbabilityGrid
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed

_ROW: Final = 18
_LARGEST_ROW: Final = 64
_GAP: Final = 8
_THIN, _THICK = 6.0, 14.0
_LABEL_SHARE: Final = 0.4
"""Of a row: a longer name of a class is written smaller, then cut short."""


class ProbabilityBars(ProbabilityGrid):
    """Show one bar a class, in the order of the classes; the longest stands out.

    ``pale``: the bars are there, but none counts, as of a drawing that is no digit.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pale = False
        self._parts: _Parts | None = None

    @property
    def pale(self) -> bool:
        """Whether no bar stands out, and all are faint."""
        return self._pale

    @pale.setter
    def pale(self, pale: bool) -> None:
        if pale != self._pale:
            self._pale = pale
            self.update()

    @property
    def _row(self) -> float:
        return min(self.height() / max(len(self._labels), 1), _LARGEST_ROW)

    @override
    def class_at(self, point: QPointF) -> int:
        return int(point.y() // max(self._row, 1))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(130, _ROW * 10)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(0, row * self._row, self.width(), self._row)

    @override
    def sizeHint(self) -> QSize:
        return QSize(190, 26 * 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._labels:
            return
        with QPainter(self) as painter:
            parts = self._measured()
            self._paint_bars(painter, parts)
            self._paint_texts(painter, parts)
            if self.hovered_cell is not None:
                line = self.box_of(*self.hovered_cell)
                self.paint_reading(painter, line.adjusted(1, 1, -2, -2))
            self.paint_focus(painter)

    def _measured(self) -> "_Parts":
        """Return what the shares do not change: measured when something else has."""
        palette, font = self.palette(), self.font()
        size = self.size().toTuple()
        asked = (
            size,
            self._labels,
            palette.cacheKey(),
            font.toString(),
            decimal_mark(),
        )
        if self._parts is None or self._parts.asked != asked:
            lines = [self.box_of(index, 0) for index in range(len(self._labels))]
            self._parts = _Parts.of(asked, self._labels, lines, font, palette)
        return self._parts

    @property
    def _first(self) -> int:
        """The class that stands out; -1 where none does."""
        return -1 if self._pale else self.best

    def _paint_bars(self, painter: QPainter, parts: "_Parts") -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(parts.groove)
        for groove in parts.grooves:
            _paint_bar(painter, groove)
        shares = [] if self._shares is None else self._shares.tolist()
        painter.setBrush(parts.pale if self._pale else parts.rest)
        for index, share in enumerate(shares):
            bar = QRectF(parts.grooves[index])
            bar.setWidth(bar.width() * share)
            if bar.width() >= 1 and index != self._first:
                _paint_bar(painter, bar)
            elif bar.width() >= 1:
                painter.setBrush(parts.text)
                _paint_bar(painter, bar)
                painter.setBrush(parts.rest)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_texts(self, painter: QPainter, parts: "_Parts") -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        left, right = Qt.AlignmentFlag.AlignLeft | middle, Qt.AlignmentFlag.AlignRight
        first = self._first
        numbers = [] if self._shares is None else self._shares.tolist()
        texts = [sure_percent(share) for share in numbers]
        painter.setFont(parts.font)
        painter.setPen(parts.text)
        for index, label in enumerate(parts.shown):
            if index != first:
                painter.drawText(parts.lines[index], left, label)
        painter.setPen(parts.strong)
        for index, text in enumerate(texts):
            if index != first:
                painter.drawText(parts.lines[index], right | middle, text)
        if first >= 0:
            painter.setFont(parts.bold)
            painter.setPen(parts.text)
            painter.drawText(parts.lines[first], left, parts.shown_bold[first])
            painter.drawText(parts.lines[first], right | middle, texts[first])


_Asked = tuple[object, ...]
"""What is measured depends on it: size, labels, colours, font, decimal mark."""


@dataclass(frozen=True, slots=True)
class _Parts:
    """What all paintings share: measured and mixed once, not for each movement of a pen."""

    asked: _Asked
    lines: Sequence[QRectF]
    grooves: Sequence[QRectF]
    font: QFont
    bold: QFont
    shown: Sequence[str]
    shown_bold: Sequence[str]
    text: QColor
    groove: QColor
    rest: QColor
    pale: QColor
    strong: QColor

    @classmethod
    def of(
        cls,
        asked: _Asked,
        labels: Sequence[str],
        lines: Sequence[QRectF],
        font: QFont,
        palette: QPalette,
    ) -> "_Parts":
        width = lines[0].width()
        font = _fitting(font, labels, lines[0])
        bold = QFont(font)
        bold.setBold(True)  # as wide as a number can become: nothing jumps
        metrics = QFontMetricsF(bold)
        widest = max(map(metrics.horizontalAdvance, labels))
        label_width = min(widest, _LABEL_SHARE * width) + _GAP
        numbers = (sure_percent(share) for share in (0.0, 0.5, 1.0))
        number_width = _GAP + max(map(metrics.horizontalAdvance, numbers))
        text = palette.color(QPalette.ColorRole.WindowText)
        window = palette.color(QPalette.ColorRole.Window)
        shares = tokens.MIX_GROOVE, tokens.MIX_AXIS, tokens.MIX_TINT, tokens.MIX_STRONG
        return cls(
            asked,
            lines,
            [_groove(line, label_width, number_width) for line in lines],
            font,
            bold,
            _elided(labels, QFontMetricsF(font), label_width),
            _elided(labels, metrics, label_width),
            text,
            *(mixed(text, window, share) for share in shares),
        )


def _fitting(font: QFont, labels: Sequence[str], line: QRectF) -> QFont:
    """Return the font in a size that fits a row and the longest label."""
    font, width = QFont(font), int(line.width())
    pixels = max(1, min(int(line.height() * 0.48), width // 11, tokens.BAR_MOST_PX))
    font.setPixelSize(pixels)
    widest = max(map(QFontMetricsF(font).horizontalAdvance, labels))
    pixels = int(pixels * min(1, _LABEL_SHARE * width / widest))
    font.setPixelSize(max(tokens.BAR_LEAST_PX, pixels))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _elided(
    labels: Sequence[str], metrics: QFontMetricsF, width: float
) -> Sequence[str]:
    how = Qt.TextElideMode.ElideRight
    return [metrics.elidedText(label, how, width - 2) for label in labels]


def _groove(line: QRectF, label_width: float, number_width: float) -> QRectF:
    groove = line.adjusted(label_width, 0, -number_width, 0)
    groove.setHeight(min(max(_THIN, line.height() * 0.3), _THICK))
    groove.moveCenter(line.center())
    groove.moveLeft(label_width)
    return groove


def _paint_bar(painter: QPainter, bar: QRectF) -> None:
    half = min(bar.width(), bar.height()) / 2
    painter.drawRoundedRect(bar, half, half)

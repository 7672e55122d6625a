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

from cnnviz.ui.numbers import sure_percent
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
            font = QFont(self.font())
            fitting = min(int(self._row * 0.48), self.width() // 11, tokens.BAR_MOST_PX)
            fitting = max(1, fitting)
            font.setPixelSize(fitting)
            widest = max(map(QFontMetricsF(font).horizontalAdvance, self._labels))
            fitting = int(fitting * min(1, _LABEL_SHARE * self.width() / widest))
            font.setPixelSize(max(tokens.BAR_LEAST_PX, fitting))
            font.setFeature(QFont.Tag("tnum"), 1)
            parts = _Parts.of(font, self._labels, self.width(), self.palette())
            for index in range(len(self._labels)):
                self._paint_row(painter, self.box_of(index, 0), index, parts)
            if self.hovered_cell is not None:
                line = self.box_of(*self.hovered_cell)
                self.paint_reading(painter, line.adjusted(1, 1, -2, -2))
            self.paint_focus(painter)

    def _paint_row(
        self, painter: QPainter, line: QRectF, index: int, parts: "_Parts"
    ) -> None:
        groove = line.adjusted(parts.label_width, 0, -parts.number_width, 0)
        groove.setHeight(min(max(_THIN, line.height() * 0.3), _THICK))
        groove.moveCenter(line.center())
        groove.moveLeft(parts.label_width)
        first = index == self.best and not self._pale
        _paint_bar(painter, groove, parts.groove)
        painter.setFont(parts.bold if first else parts.font)
        painter.setPen(parts.text)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = parts.bold_metrics if first else parts.metrics
        label = metrics.elidedText(
            self._labels[index], Qt.TextElideMode.ElideRight, parts.label_width - 2
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, label)
        if self._shares is None:
            return
        share = float(self._shares[index])
        bar = QRectF(groove)
        bar.setWidth(groove.width() * share)
        if bar.width() >= 1:
            rest = parts.pale if self._pale else parts.rest
            _paint_bar(painter, bar, parts.text if first else rest)
        painter.setPen(parts.text if first else parts.strong)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | middle, sure_percent(share)
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """What all rows share: measured and mixed once, not for each."""

    font: QFont
    bold: QFont
    metrics: QFontMetricsF
    bold_metrics: QFontMetricsF
    label_width: float
    number_width: float
    text: QColor
    groove: QColor
    rest: QColor
    pale: QColor
    strong: QColor

    @classmethod
    def of(
        cls, font: QFont, labels: Sequence[str], width: int, palette: QPalette
    ) -> "_Parts":
        bold = QFont(font)
        bold.setBold(True)  # as wide as a number can become: nothing jumps
        metrics = QFontMetricsF(bold)
        widest = max(map(metrics.horizontalAdvance, labels))
        numbers = (sure_percent(share) for share in (0.0, 0.5, 1.0))
        text = palette.color(QPalette.ColorRole.WindowText)
        window = palette.color(QPalette.ColorRole.Window)
        shares = tokens.MIX_GROOVE, tokens.MIX_AXIS, tokens.MIX_TINT, tokens.MIX_STRONG
        return cls(
            font,
            bold,
            QFontMetricsF(font),
            metrics,
            min(widest, _LABEL_SHARE * width) + _GAP,
            _GAP + max(map(metrics.horizontalAdvance, numbers)),
            text,
            *(mixed(text, window, share) for share in shares),
        )


def _paint_bar(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    half = min(bar.width(), bar.height()) / 2
    painter.drawRoundedRect(bar, half, half)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

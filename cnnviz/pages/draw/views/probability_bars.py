"""How sure the network is of each class."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterStateGuard,
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
            painter.setFont(font)
            for index in range(len(self._labels)):
                self._paint_row(painter, self.box_of(index, 0), index)
            if self.hovered_cell is not None:
                line = self.box_of(*self.hovered_cell)
                self.paint_reading(painter, line.adjusted(1, 1, -2, -2))
            self.paint_focus(painter)

    def _paint_row(self, painter: QPainter, line: QRectF, index: int) -> None:
        font = painter.font()
        font.setBold(True)  # as wide as a number can become: nothing jumps
        metrics = QFontMetricsF(font)
        widest = max(map(metrics.horizontalAdvance, self._labels))
        label_width = min(widest, _LABEL_SHARE * line.width()) + _GAP
        number_width = _GAP + max(
            metrics.horizontalAdvance(sure_percent(share)) for share in (0.0, 0.5, 1.0)
        )
        groove = line.adjusted(label_width, 0, -number_width, 0)
        groove.setHeight(min(max(_THIN, line.height() * 0.3), _THICK))
        groove.moveCenter(line.center())
        groove.moveLeft(label_width)
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.WindowText)
        window = palette.color(QPalette.ColorRole.Window)
        first = index == self.best and not self._pale
        rest = mixed(text, window, tokens.MIX_TINT if self._pale else tokens.MIX_AXIS)
        _paint_bar(painter, groove, mixed(text, window, tokens.MIX_GROOVE))
        font.setBold(first)
        painter.setFont(font)
        painter.setPen(text)
        middle = Qt.AlignmentFlag.AlignVCenter
        text_of = QFontMetricsF(font).elidedText(
            self._labels[index], Qt.TextElideMode.ElideRight, label_width - 2
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | middle, text_of)
        if self._shares is None:
            return
        share = float(self._shares[index])
        bar = QRectF(groove)
        bar.setWidth(groove.width() * share)
        if bar.width() >= 1:
            _paint_bar(painter, bar, text if first else rest)
        if not first:
            painter.setPen(mixed(text, window, tokens.MIX_STRONG))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | middle, sure_percent(share)
        )


def _paint_bar(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    with QPainterStateGuard(painter):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        half = min(bar.width(), bar.height()) / 2
        painter.drawRoundedRect(bar, half, half)

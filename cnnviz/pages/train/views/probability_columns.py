"""The answer of the network as ten columns."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.numbers import percent
from cnnviz.ui.plots.probability_grid import ProbabilityGrid
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed


class ProbabilityColumns(ProbabilityGrid):
    """Paint one column a label, the highest in the accent colour with its share."""

    in_a_row = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(76)

    @override
    def _spoken(self) -> range | tuple[int, ...]:
        """Return the best one: the others would not be heard out while they change."""
        return () if self._shares is None else (self.best,)

    @override
    def class_at(self, point: QPointF) -> int:
        return int(point.x() * len(self._labels) // max(self.width(), 1))

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        width = self.width() / max(len(self._labels), 1)
        return QRectF(column * width, 0, width, self.height())

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 96)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = painter.fontMetrics().height()
            width = self.width() / max(len(self._labels), 1)
            room = self.height() - 2 * line - 4
            for index, label in enumerate(self._labels):
                place = QRectF(index * width + 4, line + 2, width - 8, room)
                self._paint_column(painter, place, index)
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                under = QRectF(index * width, self.height() - line, width, line)
                self._write_label(painter, under, label)
            if self.hovered_cell is not None:
                box = self.box_of(*self.hovered_cell).adjusted(1, 1, -2, -2)
                self.paint_reading(painter, box)
            self.paint_focus(painter)

    def _write_label(self, painter: QPainter, under: QRectF, label: str) -> None:
        """Write the name of a class, pressed and cut where it is wider than its column."""
        room = int(under.width()) - tokens.SPACE_XS
        font = fitted_font(label, self.font(), room)
        shown = QFontMetrics(font).elidedText(label, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, shown)
        painter.setFont(self.font())

    def _paint_column(self, painter: QPainter, place: QRectF, index: int) -> None:
        look = self.palette()
        ground = look.color(QPalette.ColorRole.Window)
        accent = look.color(QPalette.ColorRole.Accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            mixed(look.color(QPalette.ColorRole.WindowText), ground, tokens.MIX_WELL)
        )
        painter.drawRect(place)
        if self._shares is None:
            return
        share = float(self._shares[index])
        best = index == self.best
        painter.setBrush(accent if best else mixed(accent, ground, tokens.MIX_AXIS))
        painter.drawRect(place.adjusted(0, place.height() * (1 - share), 0, 0))
        if best:
            painter.setPen(look.color(QPalette.ColorRole.WindowText))
            over = QRectF(place.center().x() - 40, 0, 80, place.top() - 1)
            over.moveLeft(min(max(0.0, over.left()), self.width() - over.width()))
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, percent(share))

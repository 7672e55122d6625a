"""The answer of the network as columns, one a class."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import fitted_font
from cnnviz.ui.plots.probability_grid import ProbabilityGrid
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed


class ProbabilityColumns(ProbabilityGrid):
    """Paint one column a label, the highest in the ink of text."""

    in_a_row = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(tokens.HIT)

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
        return QSize(300, 64)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = painter.fontMetrics().height()
            width = self.width() / max(len(self._labels), 1)
            room = self.height() - line - 4
            for index, label in enumerate(self._labels):
                place = QRectF(index * width + 4, 0, width - 8, room)
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
        ink = look.color(QPalette.ColorRole.WindowText)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(ink, ground, tokens.MIX_WELL))
        painter.drawRect(place)
        if self._shares is None:
            return
        share = float(self._shares[index])
        share_ink = ink if index == self.best else mixed(ink, ground, tokens.MIX_AXIS)
        painter.setBrush(share_ink)
        # A line is left of what is nearly nothing: it was asked, too.
        height = max(tokens.LINE_STRONG, place.height() * share)
        painter.drawRect(place.adjusted(0, place.height() - height, 0, 0))

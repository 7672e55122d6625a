"""The whole network, small, in a corner: which part of it is seen."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.network_view.columns.column_layout import ColumnLayout
from cnnviz.ui.network_view.columns.columns_view import ColumnsView
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import Look
from cnnviz.ui.theme.theme import mixed, paint_rounded

_WIDEST: Final = 220.0
_HIGHEST: Final = 96.0
_MARGIN: Final = 10.0


class ColumnOverview:
    """Where each block lies in a corner of the widget, and what part is seen.

    Parameters
    ----------
    whole
        The layout that is looked at.
    view
        Which part of it is seen.
    size
        Width and height of the widget, in pixels.
    """

    def __init__(
        self, whole: ColumnLayout, view: ColumnsView, size: tuple[float, float]
    ) -> None:
        self._whole, self._view, self._size = whole, view, size
        self._scale = min(_WIDEST / whole.width, _HIGHEST / whole.height)
        width, height = whole.width * self._scale, whole.height * self._scale
        left, top = size[0] - width - _MARGIN, size[1] - height - _MARGIN
        self.box = QRectF(left, top, width, height)

    @property
    def is_needed(self) -> bool:
        """Whether some of the network lies outside of the widget."""
        scale = self._view.scale
        wide, high = self._whole.width * scale, self._whole.height * scale
        return wide > self._size[0] + 1 or high > self._size[1] + 1

    @property
    def seen(self) -> QRectF:
        """The part of the overview that is seen."""
        by = self._scale / self._view.scale
        part = QRectF(
            self.box.left() - self._view.dx * by,
            self.box.top() - self._view.dy * by,
            self._size[0] * by,
            self._size[1] * by,
        )
        return part.intersected(self.box)

    def shift_to(self, point: QPointF) -> QPointF:
        """Return by how much to move the columns to see what is at a point in the middle."""
        middle = self.seen.center()
        by = self._view.scale / self._scale
        return QPointF((middle.x() - point.x()) * by, (middle.y() - point.y()) * by)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint the blocks, and a frame around what is seen."""
        painter.setPen(sharp_pen(look.hairline, tokens.LINE_THIN))
        painter.setBrush(look.raised)
        paint_rounded(painter, self.box.adjusted(-4, -4, 4, 4), tokens.RADIUS_CHIP)
        ink = mixed(look.ink_3, look.raised, tokens.MIX_HALF)
        for placed in self._whole.placed:
            left, top, width, height = (each * self._scale for each in placed.box)
            corner = self.box.topLeft()
            block = QRectF(left, top, max(width, 1.0), max(height, 1.0))
            painter.fillRect(block.translated(corner), ink)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(sharp_pen(look.ink, tokens.LINE_STRONG))
        painter.drawRect(self.seen)

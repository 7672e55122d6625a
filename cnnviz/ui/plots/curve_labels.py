"""Words that lie on a plot: the names of curves at their ends, and what happened where."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens


class HaloLabel(QGraphicsItem):
    """A line of text with an edge of the ground, so that it can be read on curves."""

    def __init__(self, parent: QGraphicsItem) -> None:
        super().__init__(parent)
        self.text = ""
        self._ink, self._ground = QColor(), QColor()
        self._path, self._box = QPainterPath(), QRectF()
        self.setZValue(10)
        self.hide()

    def set_inks(self, ink: QColor, ground: QColor) -> None:
        """Write in another colour."""
        self._ink, self._ground = ink, ground
        self.update()

    def set_text(self, text: str, font: QFont) -> None:
        """Write something else; nothing hides it."""
        if text != self.text:
            self.prepareGeometryChange()
            metrics = QFontMetricsF(font)
            self.text = text
            self._path = QPainterPath()
            self._path.addText(QPointF(0, metrics.ascent()), font, text)
            self._box = QRectF(0, 0, metrics.horizontalAdvance(text), metrics.height())
        self.setVisible(bool(text))

    @property
    def size(self) -> QRectF:
        """How much room it takes, from 0."""
        return self._box

    @override
    def boundingRect(self) -> QRectF:
        halo = tokens.LABEL_HALO
        return self._box.adjusted(-halo, -halo, halo, halo)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._ground, tokens.LABEL_HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._path, pen)
        painter.fillPath(self._path, self._ink)


@dataclass(frozen=True, slots=True)
class CurveEnd:
    """Where a curve ends, in pixels, and what is written there."""

    label: HaloLabel
    place: QPointF
    can_go: bool = False
    """Where there is no room: it is hidden."""


def place_ends(ends: Sequence[CurveEnd], room: QRectF) -> None:
    """Put each name over the end of its curve, or below it, none over another.

    Parameters
    ----------
    ends
        Of the curves.
    room
        What of the plot is seen.
    """
    taken: list[QRectF] = []
    halo = tokens.LABEL_HALO / 2
    for end in sorted(ends, key=lambda end: (end.can_go, end.place.y())):
        box = QRectF(end.label.size)
        x = min(end.place.x() - box.width(), room.right() - box.width())
        x = max(room.left(), x - tokens.SPACE_XS)
        gap = tokens.SPACE_XS + box.height()
        for y in (end.place.y() - gap, end.place.y() + tokens.SPACE_XS):
            box.moveTo(x, y)
            clear = box.adjusted(0, -halo, 0, halo)
            if room.contains(box) and not any(map(clear.intersects, taken)):
                break
        else:
            lowest = max((other.bottom() + halo for other in taken), default=0.0)
            box.moveTop(min(max(lowest, room.top()), room.bottom() - box.height()))
        end.label.setPos(box.topLeft())
        if end.can_go:
            end.label.setVisible(not any(map(box.intersects, taken)))
        if end.label.isVisible():
            taken.append(QRectF(box))

"""Words that lie on a plot: the names of curves at their ends, and what happened where."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from cnnviz.ui.plots.curve_data import Points
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
    reach: tuple[float, float] | None = None
    """How high and how low the curve goes before its end; ``None``: as at its end."""


def end_of_curve(view: pg.ViewBox, label: HaloLabel, points: Points) -> CurveEnd:
    """Return where a curve ends, and how far it goes up and down where its name may lie."""
    x, y = points
    place = view.mapFromView(QPointF(float(x[-1]), float(y[-1])))
    start = view.mapToView(place - QPointF(label.size.width(), 0)).x()
    last = y[min(int(x.searchsorted(start)), len(y) - 1) :]
    high, low = (
        view.mapFromView(QPointF(float(x[-1]), float(each))).y()
        for each in (last.max(), last.min())
    )
    return CurveEnd(label, place, reach=(high, low))


def place_ends(ends: Sequence[CurveEnd], room: QRectF) -> None:
    """Put each name behind the end of its curve, over or below it, none over another.

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
        top, bottom = end.reach or (end.place.y(), end.place.y())
        for place in (
            (end.place.x() + tokens.SPACE_S, end.place.y() - box.height() / 2),
            (x, top - tokens.SPACE_XS - box.height()),
            (x, bottom + tokens.SPACE_XS),
        ):
            box.moveTo(*place)
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

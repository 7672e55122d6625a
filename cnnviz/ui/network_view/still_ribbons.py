"""Ribbons that stay where they are: painted once, and laid there again and again."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion, QTransform

from cnnviz.ui.network_view.ribbons import Ribbon, paint_ribbons

_TURNED = QTransform(0, 1, 1, 0, 0, 0)
"""Rows for columns: a ribbon runs across, or with this from above."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Ribbons, and the tiles that they go under.

    Attributes
    ----------
    across, down
        Those from left to right, and those from above, their rows for columns.
    under
        Boxes that lie over them.
    """

    across: tuple[Ribbon, ...] = ()
    down: tuple[Ribbon, ...] = ()
    under: tuple[tuple[float, float, float, float], ...] = ()


class StillRibbons:
    """Paints ties of a widget from a pixmap, which is made anew when they differ."""

    def __init__(self) -> None:
        self._ties = Ties()
        self._pixmap = QPixmap()
        self._region = QRegion()

    def paint(self, painter: QPainter, ties: Ties, size: QSize) -> None:
        """Paint ties in a widget of a size."""
        if not ties.across and not ties.down:
            return
        device = painter.device()
        ratio = 1.0 if device is None else device.devicePixelRatioF()
        wanted = (QSize(size) * ratio).expandedTo(QSize(1, 1))
        if ties != self._ties or self._pixmap.size() != wanted:
            self._ties, self._region = ties, _region(ties)
            self._pixmap = QPixmap(wanted)
            self._pixmap.setDevicePixelRatio(ratio)
            self._pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(self._pixmap) as on_it:
                _paint(on_it, ties, self._region)
        # Where no ribbon lies, laying what is transparent over the maps takes as long.
        painter.save()
        painter.setClipRegion(self._region, Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.restore()


def _region(ties: Ties) -> QRegion:
    """Return where there may be something of ribbons: beside the tiles, between the ends."""
    region = QRegion()
    for ribbons, turned in ((ties.across, False), (ties.down, True)):
        for ribbon in ribbons:
            (x0, top0, bottom0), (x1, top1, bottom1) = ribbon.source, ribbon.target
            top, bottom = min(top0, top1), max(bottom0, bottom1)
            box = QRectF(min(x0, x1), top, abs(x1 - x0), bottom - top)
            box = _TURNED.mapRect(box) if turned else box
            region += box.toAlignedRect()
    for tile in ties.under:
        region -= QRectF(*tile).toRect()
    return region


def _paint(painter: QPainter, ties: Ties, region: QRegion) -> None:
    painter.setClipRegion(region)
    paint_ribbons(painter, ties.across)
    painter.setTransform(_TURNED, combine=True)
    paint_ribbons(painter, ties.down)

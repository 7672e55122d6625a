"""Over the maps of all layers: what feeds the one that is pointed at."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion, QTransform
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.network_view.ribbons import (
    MOST_RIBBONS,
    Ribbon,
    paint_ribbons,
    tile_ribbon,
)
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_TURNED = QTransform(0, 1, 1, 0, 0, 0)
"""Rows for columns: a ribbon runs across, or with this from above."""


class FeedingOverlay(QWidget):
    """Let all recede but a map and those that it is made of, and tie these to it.

    Nothing is painted, and nothing is in the way, while there is no such map.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._target = QRectF()
        self._sources: tuple[QRectF, ...] = ()
        self._receding = QRegion()
        self.hide()

    @property
    def sources(self) -> tuple[QRectF, ...]:
        """Where the maps lie that feed the one which is pointed at."""
        return self._sources

    def show_feeding(
        self, target: QRectF, sources: Sequence[QRectF], others: Sequence[QRect]
    ) -> None:
        """Tie maps to the one that is made of them, and let the others recede.

        Nothing is painted where it is made of none that is seen.
        """
        self._target, self._sources = target, tuple(sources)
        self._receding = QRegion()
        for box in others:
            self._receding += box
        for kept in (target, *sources):
            self._receding -= kept.toAlignedRect()
        self.setVisible(bool(sources))
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        across = [*self._ribbons(below=False)]
        down = [*self._ribbons(below=True)]
        veil = self.palette().color(QPalette.ColorRole.Window)
        veil.setAlphaF(1 - tokens.MIX_TAKES_NO_PART)
        with QPainter(self) as painter:
            painter.setClipRegion(self._receding)
            painter.fillRect(self.rect(), veil)
            painter.setClipping(False)
            paint_ribbons(painter, across)
            painter.setTransform(_TURNED, combine=True)
            paint_ribbons(painter, down)

    def _ribbons(self, *, below: bool) -> Iterator[Ribbon]:
        """Yield those whose map lies in a row below its sources, or those beside them."""
        sources, ink = self._sources, look(self.palette()).ink
        if len(sources) > MOST_RIBBONS:
            sources = (_around(sources),)
        for source in sources:
            if (source.right() > self._target.left()) is not below:
                continue
            ends = _box(source, turned=below), _box(self._target, turned=below)
            yield tile_ribbon(*ends, ink)


def _around(boxes: Sequence[QRectF]) -> QRectF:
    whole = QRectF()
    for box in boxes:
        whole = whole.united(box)
    return whole


def _box(rect: QRectF, *, turned: bool) -> tuple[float, float, float, float]:
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    return (y, x, height, width) if turned else (x, y, width, height)

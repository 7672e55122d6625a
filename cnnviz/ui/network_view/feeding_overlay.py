"""Over the maps of all layers: what feeds the one that is pointed at, and what it feeds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.network_view.ribbons import (
    MOST_RIBBONS,
    Ribbon,
    share_of,
    tile_ribbon,
)
from cnnviz.ui.network_view.still_ribbons import StillRibbons, Ties
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import Receding

Place = tuple[QRectF, bool]


@dataclass(frozen=True, slots=True)
class Tied:
    """A map, what it is made of, and what is made of it.

    Attributes
    ----------
    target, sources, fed
        Where the map lies, those that feed it, and those that it feeds; of these,
        whether they lie in another row of layers.
    others
        Of each layer, where all of its maps lie, and one of them by itself.
    under
        The maps that ribbons go under.
    """

    target: QRectF
    sources: Sequence[Place]
    fed: Sequence[Place] = ()
    others: Sequence[tuple[QRectF, QRectF]] = ()
    under: Sequence[QRectF] = ()


class FeedingOverlay(QWidget):
    """Let all recede but a map and those that it is made of, and tie these to it.

    Nothing is painted, and nothing is in the way, while there is no such map.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._tied = Tied(QRectF(), ())
        self._ribbons = StillRibbons()
        self.receding = Receding(self)
        self.hide()

    @property
    def sources(self) -> tuple[QRectF, ...]:
        """Where the maps lie that feed the one which is pointed at."""
        return tuple(box for box, _ in self._tied.sources)

    @property
    def fed(self) -> tuple[QRectF, ...]:
        """Where the maps lie that are made of the one which is pointed at."""
        return tuple(box for box, _ in self._tied.fed)

    def show_feeding(self, tied: Tied) -> None:
        """Tie maps to the one that is made of them, and let the others recede.

        Nothing is painted where it is made of none that is seen, and feeds none.
        """
        self._tied = tied
        is_tied = bool(tied.sources or tied.fed)
        self.setVisible(is_tied)
        self.receding.render(is_tied)
        self.raise_()
        self.update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.receding.render(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tied, veil = self._tied, self.palette().color(QPalette.ColorRole.Window)
        kept = QRegion()
        for box in (tied.target, *self.sources, *self.fed):
            kept += box.toAlignedRect()
        with QPainter(self) as painter:
            share = self.receding.share
            for whole, one in tied.others:
                painter.setClipRegion(QRegion(whole.toAlignedRect()) - kept)
                painter.setOpacity(share * (1 - share_of(one.width(), one.height())))
                painter.fillRect(whole, veil)
            painter.setClipping(False)
            painter.setOpacity(share)
            self._ribbons.paint(painter, self._ties(), self.size())

    def _ties(self) -> Ties:
        tied, ink = self._tied, look(self.palette()).of_maps
        pairs = [(box, tied.target, below) for box, below in _few(tied.sources)]
        pairs += [(tied.target, box, below) for box, below in _few(tied.fed)]
        return tied_boxes(pairs, ink, under=tied.under)


def tied_boxes(
    pairs: Iterable[tuple[QRectF, QRectF, bool]],
    ink: QColor,
    begins: float = tokens.MIX_CHIP,
    ends: float = tokens.MIX_HALF,
    under: Sequence[QRectF] = (),
) -> Ties:
    """Return the ribbons between pairs of boxes: across, or from above where that is said."""
    across: list[Ribbon] = []
    down: list[Ribbon] = []
    for source, target, below in pairs:
        begin, end = _box(source, turned=below), _box(target, turned=below)
        made = tile_ribbon(begin, end, ink, begins, ends)
        (down if below else across).append(made)
    return Ties(
        tuple(across), tuple(down), tuple(_box(each, turned=False) for each in under)
    )


def _few(boxes: Sequence[Place]) -> Sequence[Place]:
    """Return boxes, or one around all of them where they are many."""
    if len(boxes) <= MOST_RIBBONS:
        return boxes
    whole = QRectF()
    for box, _ in boxes:
        whole = whole.united(box)
    return ((whole, boxes[0][1]),)


def _box(rect: QRectF, *, turned: bool) -> tuple[float, float, float, float]:
    x, y, width, height = rect.x(), rect.y(), rect.width(), rect.height()
    return (y, x, height, width) if turned else (x, y, width, height)

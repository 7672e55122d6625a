"""The products of a step fly into their sum, and the sum flies into its cell."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.canvas.fineness import enlargement
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_geometry import Rect
from cnnviz.ui.canvas.grid_numbers import is_numbered
from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import animation, is_running, moves
from cnnviz.ui.unit_view.flying import Flyer, Look, Way
from cnnviz.ui.unit_view.layers import hues_of
from cnnviz.ui.unit_view.stage import Stage
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from cnnviz.ui.unit_view.unit import Unit

MOST_FLYERS: Final = 25
"""Products that fly, the largest of them; more could not be followed."""

_FAST: Final = 0.34
"""Seconds between two steps below which no eye follows what flies: nothing does."""

_ROOM: Final = 0.8
"""Of the time between two steps: so long what flies may take."""

_SET_OUT: Final = 0.2
"""Of the flight: when the last product leaves; each arrives `_MEETS` at the latest."""

_MEETS: Final = 0.62


class Flight(QWidget):
    """Paints what flies over a stage and the sum below it; the pointer goes through it.

    A further step ends it at once. Steps that come quickly, one upon the other, let
    nothing fly: so do a held key, a drag and a walk that is fast. Numbers and pictures
    are there before, whole: nobody has to wait for it.
    """

    def __init__(
        self,
        stage: Stage,
        total: SumRow,
        over: QWidget,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """Fly over a widget that has stage and sum in it; ``now`` tells seconds."""
        super().__init__(over)
        self.setObjectName("flight")
        self._stage, self._total, self._over, self._now = stage, total, over, now
        self.reduced_motion = False
        self._unit: Unit | None = None
        self._stepped = 0.0
        self._flyers: tuple[Flyer, ...] = ()
        self._covered = QRegion()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._start = QTimer(self, singleShot=True, interval=tokens.PRESS_MS)
        self._start.timeout.connect(self._set_out)
        self._animation = animation(self, tokens.FLIGHT_MS, tokens.EASING_NONE)
        self._animation.valueChanged.connect(self._on_moved)
        self._animation.finished.connect(self.end)
        for panel in stage.panels:
            panel.canvas.view_changed.connect(self._on_view_changed)
        over.installEventFilter(self)

    @property
    def is_flying(self) -> bool:
        """Whether something is in the air."""
        return is_running(self._animation)

    @property
    def flyers(self) -> tuple[Flyer, ...]:
        """What is in the air, the products first and the sum last."""
        return self._flyers

    def follow(self, unit: Unit | None) -> None:
        """Let the products of a step fly if it is one more of the same walk."""
        before, self._unit = self._unit, unit
        if unit is None or before is None or unit.step is before.step:
            if unit is None:
                self.end()
            return
        self.end()
        since, self._stepped = self._now() - self._stepped, self._now()
        is_step = (
            unit.walk.operation is before.walk.operation
            and unit.walk.output_channel == before.walk.output_channel
        )
        if is_step and since > _FAST and moves(self, self.reduced_motion):
            longest = round(1000 * since * _ROOM) - tokens.PRESS_MS
            self._animation.setDuration(min(longest, tokens.FLIGHT_MS))
            self._start.start()

    @Slot()
    def end(self) -> None:
        """Let nothing be in the air."""
        self._start.stop()
        self._animation.stop()
        self._flyers = ()
        self.update(self._covered)
        self._covered = QRegion()

    @Slot()
    def _on_view_changed(self) -> None:
        """End it where the places that it leads to are elsewhere now."""
        if self.is_flying:
            self.end()

    @Slot()
    def _set_out(self) -> None:
        unit = self._unit
        if unit is None or not moves(self, self.reduced_motion):
            return
        self.raise_()
        self._flyers = tuple(self._made(unit))
        if self._flyers:
            self._animation.start()

    @Slot()
    def _on_moved(self) -> None:
        """Paint anew where something was, and where it is now."""
        region, share = QRegion(), self._share()
        for flyer in self._flyers:
            region += flyer.box(share).toAlignedRect()
        self.update(region.united(self._covered))
        self._covered = region

    def _share(self) -> float:
        return float(self._animation.currentValue())

    # who flies, and where to

    def _made(self, unit: Unit) -> Iterator[Flyer]:
        cell = self._box(self._stage.output_canvas, self._stage.output_cell_box)
        meets = self._landing(self._total.meeting(unit.shown_channel))
        total = self._landing(self._total.total_place())
        into = meets or cell
        if into is None:
            return
        arrives = _MEETS if meets is not None else 1.0
        sources = list(self._sources(unit))
        for index, (box, value, hue) in enumerate(sources):
            leaves = _SET_OUT * index / max(len(sources) - 1, 1)
            takes = arrives - _SET_OUT
            way = Way(box.center(), into.center(), leaves, leaves + takes)
            numbered = is_numbered(min(box.width(), box.height()), enlargement(self))
            pixels = tokens.VALUE_PX if numbered else tokens.SPACE_M
            yield self._flyer(way, value, hue, short(value) * numbered, pixels)
        if total is not None and cell is not None:
            value, inks = unit.outcome.output, look(self.palette())
            way = Way(total.center(), cell.center(), _MEETS, 1.0, falls=False)
            text = short(value, 6)
            hue = inks.of_sign(value)
            yield self._flyer(way, value, hue, text, tokens.TITLE_PX)

    def _flyer(
        self, way: Way, value: float, hue: QColor, text: str, pixels: int
    ) -> Flyer:
        inks = look(self.palette())
        painted = Look(inks.of_sign(value), hue, inks.raised, text, pixels)
        return Flyer(way, hue, painted.image(self.font(), self.devicePixelRatioF()))

    def _sources(self, unit: Unit) -> Iterator[tuple[QRectF, float, QColor]]:
        """Yield where each product is that is not 0, its number, and its weight's hue."""
        step, column = unit.step, self._stage
        if step.is_large:
            return
        inks = look(self.palette())
        if step.kernel_chw is None or step.products_chw is None:
            of_winner = step.winner is not None
            canvas = (column.window_panel if of_winner else column.products).canvas
            box = self._box(canvas, canvas.view.rect(*(step.winner or (0, 0))))
            if box is not None:
                yield box, unit.outcome.total, inks.ink_3
            return
        products_hw = np.asarray(step.products_chw[unit.own_channel])
        canvas, hues = column.products.canvas, hues_of(*products_hw.shape)
        there = np.argwhere(products_hw)
        if len(there) > MOST_FLYERS:
            sizes = np.abs(products_hw[tuple(there.T)])
            there = there[np.sort(np.argsort(-sizes, kind="stable")[:MOST_FLYERS])]
        for i, j in there.tolist():
            box = self._box(canvas, canvas.view.rect(i, j))
            if box is not None:
                hue = hues[i][j] if hues else inks.ink_3
                yield box, float(products_hw[i, j]), hue

    def _box(self, canvas: GridCanvas, box: Rect | None) -> QRectF | None:
        """Return what is seen of a box of a canvas; ``None``: nothing."""
        if box is None or not canvas.isVisibleTo(self._over):
            return None
        part = QRectF(*box).intersected(QRectF(canvas.rect()))
        return None if part.isEmpty() else self._landing((canvas, part))

    def _landing(self, place: tuple[QWidget, QRectF] | None) -> QRectF | None:
        """Return a part of another widget as a part of this one; ``None``: not seen."""
        if place is None or not place[0].isVisibleTo(self._over):
            return None
        widget, box = place
        return box.translated(widget.mapTo(self._over, QPointF(0, 0)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
            self.end()
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._flyers:
            return
        share = self._share()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for flyer in self._flyers:
                flyer.paint(painter, share)

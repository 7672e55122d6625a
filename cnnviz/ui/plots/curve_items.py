"""What lies within a plot of a run: curves, dots, ghosts, the gap, lines that mark."""

from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QLinearGradient

from cnnviz.ui.plots.curve_data import CurveData, Ghost, Points
from cnnviz.ui.plots.curve_labels import CurveEnd, HaloLabel
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import Look
from cnnviz.ui.theme.theme import mixed

_GHOST_DASH: Final = (2, 5)
_MARK_DASH: Final = (3, 4)
_DOT: Final = 7
_RING: Final = 12
_MOST_DOTS: Final = 60


class CurveItems:
    """The items of one plot, in a view whose x are batches.

    Parameters
    ----------
    view
        Where they lie.
    """

    def __init__(self, view: pg.ViewBox) -> None:
        self._view = view
        self._look: Look | None = None
        self._ground = QColor()
        self._batches = pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(size=5, pen=None)
        self._means = pg.PlotCurveItem(antialias=True)
        self._line = pg.PlotCurveItem(antialias=True)
        self._below = pg.PlotCurveItem(pen=None)
        self._gap = pg.FillBetweenItem(self._line, self._below)
        self._held_out = pg.ScatterPlotItem(size=_DOT)
        self._ring = pg.ScatterPlotItem(size=_RING)
        self._pointed = pg.InfiniteLine(angle=90)
        self._moment = pg.InfiniteLine(angle=90)
        self._ghosts: list[tuple[Any, HaloLabel, Ghost | None]] = []
        self._marks: list[tuple[Any, HaloLabel]] = []
        self._measured: Points | None = None
        for item in (
            self._gap,
            self._batches,
            self._dots,
            self._means,
            self._below,
            self._line,
            self._held_out,
            self._ring,
            self._moment,
            self._pointed,
        ):
            view.addItem(item, ignoreBounds=True)
        self._pointed.hide()
        self._moment.hide()

    def draw(self, data: CurveData, font: QFont, *, with_dots: bool) -> None:
        """Draw other points."""
        self._batches.setData(*data.batches)
        self._dots.setData(*(data.batches if with_dots else ([], [])))
        self._means.setData(*data.means)
        if not _are_same(data.held_out, self._measured):
            self._measured = data.held_out
            self._draw_held_out(data)
        self._draw_ghosts(data.ghosts, font)
        self._draw_marks(data.marks, font)

    def _draw_held_out(self, data: CurveData) -> None:
        """Draw what changes with an epoch only; the dots of very many would be a band."""
        x, y = data.held_out
        self._line.setData(x, y)
        self._held_out.setData(*((x, y) if len(x) <= _MOST_DOTS else ([], [])))
        ringed = [] if data.ringed is None else [data.ringed]
        self._ring.setData(x[ringed], y[ringed])
        has_gap = len(x) > 1 and len(data.gap) == len(x)
        self._below.setData(*((x, data.gap) if has_gap else ([], [])))
        self._gap.setVisible(has_gap)
        if has_gap:
            self._fill_gap(float(x[0]), float(x[-1]))

    def _fill_gap(self, first: float, last: float) -> None:
        """Let the gap grow stronger to the right, where it matters."""
        if self._look is None:
            return
        gradient = QLinearGradient(QPointF(first, 0), QPointF(last, 0))
        ink = QColor(self._look.ink)
        for place, alpha in ((0.0, 0.0), (1.0, tokens.MIX_CHIP)):
            ink.setAlphaF(alpha)
            gradient.setColorAt(place, ink)
        self._gap.setBrush(QBrush(gradient))

    def _draw_ghosts(self, ghosts: tuple[Ghost, ...], font: QFont) -> None:
        while len(self._ghosts) < len(ghosts):
            line, label = pg.PlotCurveItem(antialias=True), HaloLabel(self._view)
            self._view.addItem(line, ignoreBounds=True)
            self._ghosts.append((line, label, None))
            self._restyle_ghosts()
        for index, (line, label, before) in enumerate(self._ghosts):
            ghost = ghosts[index] if index < len(ghosts) else None
            if ghost is before and ghost is not None:
                continue
            line.setData(*(([], []) if ghost is None else ghost.points))
            label.set_text("" if ghost is None else ghost.label, font)
            self._ghosts[index] = line, label, ghost

    def _draw_marks(self, marks: tuple[tuple[float, str], ...], font: QFont) -> None:
        while len(self._marks) < len(marks):
            line, label = pg.InfiniteLine(angle=90), HaloLabel(self._view)
            self._view.addItem(line, ignoreBounds=True)
            self._marks.append((line, label))
            self._restyle_marks()
        for index, (line, label) in enumerate(self._marks):
            is_there = index < len(marks)
            line.setVisible(is_there)
            label.set_text(marks[index][1] if is_there else "", font)
            if is_there:
                line.setValue(marks[index][0])

    def ghost_ends(self) -> list[CurveEnd]:
        """Return where the names of earlier runs belong: at the ends that are seen."""
        ends, right = [], self._view.viewRange()[0][1]
        for _, label, ghost in self._ghosts:
            if ghost is None or not len(ghost.points[0]):
                continue
            x, y = ghost.points
            label.setVisible(float(x[0]) < right)
            if not label.isVisible():
                continue  # measured after each epoch: in a shorter view nothing of it
            index = max(0, int(x.searchsorted(right)) - 1)
            place = self._view.mapFromView(QPointF(float(x[index]), float(y[index])))
            ends.append(CurveEnd(label, place, can_go=True))
        return ends

    def place_marks(self, room: QRectF) -> None:
        """Write what happened beside its line, at the top; none over another."""
        below = room.top()
        for line, label in self._marks:
            if not line.isVisible():
                continue
            x = self._view.mapFromView(QPointF(float(line.value()), 0)).x()
            x += tokens.SPACE_S
            if x + label.size.width() > room.right():
                x -= label.size.width() + 2 * tokens.SPACE_S
            label.setPos(x, below)
            below += label.size.height()

    def mark(self, batch: float | None) -> None:
        """Draw a line at the batch that is pointed at; ``None`` draws none."""
        if batch is not None:
            self._pointed.setValue(batch)
        self._pointed.setVisible(batch is not None)

    @property
    def pointed(self) -> float | None:
        """The batch that is pointed at."""
        return float(self._pointed.value()) if self._pointed.isVisible() else None

    @property
    def moment(self) -> float | None:
        """The batch that is looked back at."""
        return float(self._moment.value()) if self._moment.isVisible() else None

    def set_moment(self, step: float | None) -> None:
        """Draw a line at the batch that is looked back at; ``None`` draws none."""
        if step is not None:
            self._moment.setValue(step)
        self._moment.setVisible(step is not None)

    def restyle(self, colours: Look, ground: QColor) -> None:
        """Draw all in the colours of another theme."""
        self._look, self._ground = colours, ground
        pale = mixed(colours.training, ground, tokens.MIX_PALE)
        self._batches.setPen(pg.mkPen(pale))
        self._dots.setBrush(pg.mkBrush(pale))
        self._means.setPen(pg.mkPen(colours.training, width=tokens.LINE_STRONG))
        self._line.setPen(pg.mkPen(colours.ink, width=tokens.LINE_STRONG))
        self._held_out.setBrush(pg.mkBrush(colours.ink))
        self._held_out.setPen(pg.mkPen(None))
        self._ring.setBrush(pg.mkBrush(ground))
        self._ring.setPen(pg.mkPen(colours.ink, width=tokens.LINE_STRONG))
        self._pointed.setPen(pg.mkPen(colours.ink_3))
        self._moment.setPen(pg.mkPen(colours.ink, width=tokens.LINE_MARK))
        self._restyle_ghosts()
        self._restyle_marks()

    def _restyle_ghosts(self) -> None:
        if self._look is not None:
            pen = pg.mkPen(
                self._look.ink_3, width=tokens.LINE_MARK, dash=list(_GHOST_DASH)
            )
            for line, label, _ in self._ghosts:
                line.setPen(pen)
                label.set_inks(self._look.ink_3, self._ground)

    def _restyle_marks(self) -> None:
        if self._look is not None:
            for line, label in self._marks:
                line.setPen(pg.mkPen(self._look.ink_3, dash=list(_MARK_DASH)))
                label.set_inks(self._look.ink, self._ground)


def _are_same(one: Points, other: Points | None) -> bool:
    """Whether points are those of before: they are made anew for each frame."""
    return other is not None and all(map(np.array_equal, one, other))

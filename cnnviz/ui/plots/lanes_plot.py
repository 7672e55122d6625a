"""One measure of several runs in one plot, each labelled at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short
from cnnviz.ui.plots.curve_axis import CurveAxis
from cnnviz.ui.plots.curve_data import Points, nice_end
from cnnviz.ui.plots.read_plot import ReadCurve, ReadPlot
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed, theme_of

_Y_AXIS_WIDTH: Final = 46
_GRID_ALPHA: Final = 30  # of 255
_TEXT_AND_BASE: Final = (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
"""Of what lanes beyond the inks are mixed: they are one crowd, told apart by labels."""

_MOST_OF_USUAL: Final = 4.0
"""Times the middle of what the lanes came to: what is higher is over the top."""

_FEW: Final = 6
"""Lanes whose pale curves are smooth."""

_BEGINNING: Final = 0.1
"""Of the batches drawn: what is high there only may lie outside."""

_LABEL_GAP: Final = 15
"""Pixels between the middles of two labels."""


@dataclass(frozen=True, slots=True, eq=False)
class LaneCurves:
    """The curves of one run.

    Attributes
    ----------
    label
        What stands at their end.
    means, held_out
        The running mean of its batches, and the held-out pictures; x and y of each.
    """

    label: str
    means: Points
    held_out: Points


class LanesPlot(QWidget):
    """Draw the held-out dots of each run, joined, over the pale mean of its batches."""

    def __init__(
        self, *, highest: float | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._highest = highest
        self._lanes: Sequence[LaneCurves] = ()
        self._view = pg.ViewBox(enableMenu=False, enableMouse=False)
        self._x_axis = CurveAxis("bottom", counts=True, overhang=tokens.SPACE_LABEL)
        self._y_axis = CurveAxis("left")
        self._plot = ReadPlot(self._view, self)
        self._x_label = ""
        self._moment = pg.InfiniteLine(angle=90)
        self._items: list[tuple[pg.GraphicsObject, ...]] = []
        self._labels: list[pg.TextItem] = []
        self._drawn_labels: list[str] = []
        self._build()
        self._restyle()

    def _build(self) -> None:
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.curves = self._read_curves
        layout = pg.GraphicsLayout()
        self._plot.setCentralItem(layout)
        layout.setContentsMargins(0, tokens.SPACE_XS, tokens.SPACE_LABEL, 0)
        layout.setSpacing(0)
        layout.addItem(self._y_axis, 0, 0)
        layout.addItem(self._view, 0, 1)
        layout.addItem(self._x_axis, 1, 1)
        for axis in (self._x_axis, self._y_axis):
            axis.linkToView(self._view)
            axis.setZValue(1)
        self._view.addItem(self._moment, ignoreBounds=True)
        self._view.sigResized.connect(self._fit)
        self._moment.hide()
        self._y_axis.setWidth(_Y_AXIS_WIDTH)
        in_column((self._plot, 1), of=self)

    @property
    def lanes(self) -> Sequence[LaneCurves]:
        """What is drawn."""
        return self._lanes

    def set_texts(self, title: str, x_label: str, y_label: str) -> None:
        """Name the axes."""
        self._x_label = x_label
        self._x_axis.setLabel(x_label)
        self._y_axis.setLabel(y_label)
        self._x_axis.retranslate()
        self._y_axis.retranslate()
        self._plot.setAccessibleName(title)

    def describe(self, words: str) -> None:
        """Say what the curves came to, to who cannot see them."""
        self._plot.setAccessibleDescription(words)

    def _read_curves(self) -> tuple[ReadCurve, ...]:
        """Return of each run what was measured; while that is nothing, its batches."""
        return tuple(
            ReadCurve(
                lane.label,
                lane.held_out if len(lane.held_out[0]) else lane.means,
                self._said,
            )
            for lane in self._lanes
        )

    def _said(self, x: float, y: float) -> str:
        unit = "" if self._highest is None else "%"
        return f"{self._x_label} {short(x)}: {short(y)}{unit}"

    def set_moment(self, step: int | None) -> None:
        """Mark the batch that is looked at."""
        if step is not None:
            self._moment.setValue(step)
        self._moment.setVisible(step is not None)

    def draw(self, lanes: Sequence[LaneCurves]) -> None:
        """Draw other curves; longer ones of the same runs cost the least."""
        before, self._lanes = self._lanes, lanes
        labels = [lane.label for lane in lanes]
        if labels != self._drawn_labels:
            self._make_items()
            self._drawn_labels, before = labels, ()
        for index, lane in enumerate(lanes):
            if index < len(before) and before[index] is lane:
                continue
            curve, line, dots = self._items[index]
            curve.setData(*lane.means)
            line.setData(*lane.held_out)
            dots.setData(*lane.held_out)
        self._fit()

    def _make_items(self) -> None:
        for item in self._all_items():
            self._view.removeItem(item)
        self._items, self._labels = [], []
        base = self.palette().color(QPalette.ColorRole.Base)
        for index, lane in enumerate(self._lanes):
            ink = self._ink(index)
            pale = mixed(ink, base, tokens.MIX_PALE)
            strong = pg.mkPen(ink, width=tokens.LINE_STRONG)
            few = len(self._lanes) <= _FEW  # smooth lines of a crowd take a frame
            curve = pg.PlotCurveItem(pen=pg.mkPen(pale), antialias=few)
            line = pg.PlotCurveItem(pen=strong, antialias=True)
            dots = pg.ScatterPlotItem(size=7, brush=pg.mkBrush(ink), pen=pg.mkPen(base))
            self._items.append((curve, line, dots))
            label = pg.TextItem(lane.label, color=ink, anchor=(0, 0.5))
            self._labels.append(label)
        for item in self._all_items():
            self._view.addItem(item, ignoreBounds=True)

    def _all_items(self) -> list[pg.GraphicsObject]:
        return [*(item for each in self._items for item in each), *self._labels]

    def _ink(self, index: int) -> pg.QtGui.QColor:
        inks = tokens.LANE_INKS[theme_of(self.palette())]
        if index < len(inks):
            return pg.mkColor(inks[index])
        look = self.palette()
        text, base = (look.color(role) for role in _TEXT_AND_BASE)
        return mixed(text, base, tokens.MIX_LINE)

    @Slot()
    def _fit(self) -> None:
        """Show all, with room for the labels at the right."""
        ends = [self._end(lane) for lane in self._lanes]
        found = [end for end in ends if end is not None]
        right = max((x for x, _ in found), default=10.0)
        highest = self._highest
        if highest is None:
            # The first batches of a run are high above all that is to be compared.
            tops = [self._top(lane, _BEGINNING * right) for lane in self._lanes]
            tops = [top for top in tops if top > 0]
            most = max(tops, default=2.5)
            # One that diverges must not press all others to the ground.
            usual = _MOST_OF_USUAL * float(np.median(tops)) if tops else most
            highest = nice_end(1.05 * min(most, usual))
        widest = max(
            (label.boundingRect().width() for label in self._labels), default=0
        )
        width = max(self._view.width(), 1.0)
        room = min(max(width - widest, 40.0) / width, 1.0)
        self._view.setRange(
            # A round number: axes that move with each batch are painted twice.
            xRange=(0, nice_end(right / max(room, 0.4))),
            yRange=(-0.02 * highest, 1.05 * highest),
            padding=0,
        )
        self._place_labels(ends, highest)

    @staticmethod
    def _top(lane: LaneCurves, begin: float) -> float:
        """Return the highest number of a lane, but for its first batches."""
        x, means = lane.means
        later = means[x >= begin] if len(x) and x[-1] >= begin else means[-1:]
        return max(float(np.max(of, initial=0)) for of in (lane.held_out[1], later))

    @staticmethod
    def _end(lane: LaneCurves) -> tuple[float, float] | None:
        for x, y in (lane.held_out, lane.means):
            if len(x):
                return float(x[-1]), float(y[-1])
        return None

    def _place_labels(
        self, ends: Sequence[tuple[float, float] | None], highest: float
    ) -> None:
        """Put each label at the end of its curve, none over another."""
        height = max(self._view.height(), 1.0)
        gap = _LABEL_GAP * 1.07 * highest / height
        above = 1.02 * highest
        order = sorted(
            (end[1], end[0], index) for index, end in enumerate(ends) if end is not None
        )
        for y, x, index in reversed(order):
            place = min(y, above)
            above = place - gap
            self._labels[index].setPos(x, place)
        for label, end in zip(self._labels, ends, strict=True):
            label.setVisible(end is not None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_labels"):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        look = self.palette()
        base = look.color(QPalette.ColorRole.Base)
        text = look.color(QPalette.ColorRole.Text)
        self._plot.setBackground(base)
        for axis in (self._x_axis, self._y_axis):
            axis.setPen(pg.mkPen(mixed(text, base, tokens.MIX_AXIS)))
            axis.setTextPen(pg.mkPen(mixed(text, base, tokens.MIX_STRONG)))
        self._y_axis.setGrid(_GRID_ALPHA)
        accent = look.color(QPalette.ColorRole.Highlight)
        self._moment.setPen(pg.mkPen(accent, width=tokens.LINE_STRONG, dash=[3, 2]))
        self._drawn_labels = []
        lanes, self._lanes = self._lanes, ()
        self.draw(lanes)

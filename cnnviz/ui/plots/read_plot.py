"""The points of a plot, read one by one: by arrow keys and by screen readers."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QStatusTipEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import (
    MOST_CELLS,
    Cell,
    CellSource,
    child_of,
    tell_cell,
)
from cnnviz.ui.canvas.cell_grid import ARROWS
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.numbers import whole
from cnnviz.ui.plots.curve_data import Points
from cnnviz.ui.theme import tokens

_NEAR: Final = 12
"""Points before and after the one that is read that are listed with it; also pixels."""

_RING: Final = 5.0
"""Pixels from the point that is read to the ring around it."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadCurve:
    """A curve that can be read.

    Attributes
    ----------
    name
        What it is called; may be empty in a plot of one curve.
    points
        Where its points lie on the axes; x and y of each.
    words
        What is said of a point, from its x and y.
    """

    name: str
    points: Points
    words: Callable[[float, float], str]


class ReadPlot(pg.GraphicsView):  # type: ignore[misc]  # pyqtgraph has no types
    """Show plot items whose points arrow keys go along; up and down to another curve.

    Attributes
    ----------
    curves
        Returns the curves that can be read; asked only when a hand or a screen reader
        does.

    Signals
    -------
    point_read(x)
        The keys came to a point; ``None`` when none is read any more.
    """

    point_read = Signal(object)

    def __init__(self, view: pg.ViewBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = view
        self._cell: Cell | None = None
        self.curves: Callable[[], Sequence[ReadCurve]] = tuple
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # what a screen reader asks (`CellSource`)

    def accessible_cells(self) -> CellSource:
        """Return the points that a screen reader finds."""
        return self

    @property
    def hovered_cell(self) -> Cell | None:
        """The curve and the point that are being read."""
        return self._cell

    def _starts(self) -> list[int]:
        return [0, *accumulate(len(curve.points[0]) for curve in self.curves())]

    def cell_count(self) -> int:
        """Return how many points there are."""
        return self._starts()[-1]

    def cell_of(self, index: int) -> Cell:
        """Return curve and point at a place of the order: one curve after the other."""
        starts = self._starts()
        curve = bisect_right(starts, index) - 1
        return curve, index - starts[curve]

    def index_of(self, cell: Cell) -> int:
        """Return at which place of the order a point comes; -1 of one that is not there."""
        starts, (curve, point) = self._starts(), cell
        is_there = 0 <= curve < len(starts) - 1
        index = starts[curve] + point if is_there else -1
        return index if is_there and 0 <= index < starts[curve + 1] else -1

    def neighbours_of(self, cell: Cell) -> Sequence[Cell]:
        """Return the points around one on its curve, and itself."""
        near = range(cell[1] - _NEAR, cell[1] + _NEAR + 1)
        places = [(cell[0], point) for point in near]
        return [place for place in places if self.index_of(place) >= 0]

    def reading_of(self, row: int, column: int) -> str:
        """Return what is said of a point: its curve, and where it lies."""
        curve = self.curves()[row]
        x, y = (float(values[column]) for values in curve.points)
        return ", ".join(filter(None, (curve.name, curve.words(x, y))))

    def box_of(self, row: int, column: int) -> QRectF:
        """Return a square around a point."""
        x, y = (float(values[column]) for values in self.curves()[row].points)
        at = QPointF(self.mapFromScene(self._box.mapViewToScene(QPointF(x, y))))
        ring = QPointF(_RING, _RING)
        return QRectF(at - ring, at + ring)

    def cell_at(self, point: QPointF) -> Cell | None:
        """Return the nearest point to a place of the widget, if one is near."""
        found, least = None, float(_NEAR)
        for row, curve in enumerate(self.curves()):
            if not len(curve.points[0]):
                continue
            x = self._box.mapSceneToView(self.mapToScene(point.toPoint())).x()
            column = int(np.abs(curve.points[0] - x).argmin())
            away = self.box_of(row, column).center() - point
            if (distance := float(np.hypot(away.x(), away.y()))) < least:
                found, least = (row, column), distance
        return found

    def summary(self) -> str:
        """Return how many points there are that are too many to be listed."""
        count = self.cell_count()
        if count <= MOST_CELLS:
            return ""
        text = QCoreApplication.translate(
            "ReadPlot",
            "{count} points. Only those around the one that is read are listed; arrow "
            "keys read on.",
        )
        return text.format(count=whole(count))

    # what is done with it

    def read(self, cell: Cell | None) -> None:
        """Read a point, or none; those who listen hear of it once."""
        if cell == self._cell:
            return
        self._cell = cell
        self.viewport().update()
        text = "" if cell is None else self.reading_of(*cell)
        QApplication.sendEvent(self, QStatusTipEvent(text))
        if cell is None:
            self.point_read.emit(None)
            return
        tell_cell(self, child_of(self, cell))
        self.point_read.emit(float(self.curves()[cell[0]].points[0][cell[1]]))

    def read_neighbour(self, down: int, right: int) -> None:
        """Read the next point in a direction; the last one where none is read."""
        curves = self.curves()
        there = [row for row, curve in enumerate(curves) if len(curve.points[0])]
        if not there:
            return
        if self._cell is None or self.index_of(self._cell) < 0:
            self.read((there[0], len(curves[there[0]].points[0]) - 1))
            return
        row, column = self._cell
        if down:
            at = there.index(row) + down
            other = there[min(max(at, 0), len(there) - 1)]
            x = float(curves[row].points[0][column])
            row, column = other, int(np.abs(curves[other].points[0] - x).argmin())
        last = len(curves[row].points[0]) - 1
        self.read((row, min(max(column + right, 0), last)))

    @override
    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from shortcuts."""
        return keep_key(event, _is_arrow) or bool(super().event(event))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the next point with an arrow, and none any more with Esc."""
        if _is_arrow(event):
            self.read_neighbour(*ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self._cell is not None:
            self.read(None)
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the reading, and the frame around the plot."""
        super().focusOutEvent(event)
        self.read(None)
        self.viewport().update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> Any:
        """Ring the point that is read, and outline the plot that has the keyboard."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        with QPainter(self.viewport()) as painter:
            accent = self.palette().color(QPalette.ColorRole.Accent)
            painter.setPen(QPen(accent, tokens.LINE_STRONG))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            if self._cell is not None and self.index_of(self._cell) >= 0:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawEllipse(self.box_of(*self._cell))


def _is_arrow(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return Qt.Key(event.key()) in ARROWS and not held

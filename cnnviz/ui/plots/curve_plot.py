"""Loss or accuracy over the batches, or the time, of a run."""

from dataclasses import replace
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short
from cnnviz.ui.plots.curve_axis import CurveAxis
from cnnviz.ui.plots.curve_data import CurveData, Points, as_logarithms, x_end, y_range
from cnnviz.ui.plots.curve_items import CurveItems
from cnnviz.ui.plots.curve_labels import HaloLabel, end_of_curve, place_ends
from cnnviz.ui.plots.read_plot import ReadCurve, ReadPlot
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import look

_Y_AXIS_WIDTH: Final = 46
_X_AXIS_HEIGHT: Final = 20
_FEW: Final = 60
"""Batches up to which each is drawn as a dot: a line of two points says little."""


class _CurveView(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """A view that says when it is double-clicked.

    Signals
    -------
    fit_requested()
        A double click.
    """

    fit_requested = Signal()

    @override
    def mouseClickEvent(self, ev: Any) -> None:
        if ev.double():
            ev.accept()
            self.fit_requested.emit()


class CurvePlot(QWidget):
    """Draw one measure of a run: every batch pale, its running mean, the held-out dots.

    Each curve has its name and newest value at its end. Drag moves, the wheel zooms, a
    double click (or Home) fits again; until then the axes follow the run.

    Signals
    -------
    pointed(batch)
        The pointer came to a batch, a ``float``; ``None`` when it left.
    moved()
        Other batches are seen than before: `seen` says which.
    """

    pointed = Signal(object)
    moved = Signal()

    def __init__(
        self,
        *,
        highest: float | None = None,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._highest = highest
        self._data: CurveData | None = None
        self._drawn: CurveData | None = None
        self._fits, self._logarithmic = True, False
        self._leader: CurvePlot | None = None
        self._view = _CurveView(enableMenu=False)
        self._x_axis = CurveAxis("bottom", counts=True, overhang=tokens.SPACE_LABEL)
        self._y_axis = CurveAxis("left")
        self._y_axis.unit = unit
        # Not a PlotWidget: it makes menus without a parent that nobody asked for.
        self._plot = ReadPlot(self._view, self)
        self._curve_names = "", ""
        self._layout = pg.GraphicsLayout()
        self._items = CurveItems(self._view)
        self._ends = HaloLabel(self._view), HaloLabel(self._view)
        self._title, self._reading = QLabel(self), FittingLabel(self)
        self._tail = in_row(gap=tokens.SPACE_M)
        self._hint = QLabel(self._plot)
        self._build()
        self._restyle()
        self._show_range(10, (0.0, highest or 2.5))

    def _build(self) -> None:
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setCentralItem(self._layout)
        self._plot.curves = self._read_curves
        self._plot.point_read.connect(self.pointed)
        self._layout.setContentsMargins(0, tokens.SPACE_XS, tokens.SPACE_LABEL, 0)
        self._layout.setSpacing(0)
        self._layout.addItem(self._y_axis, 0, 0)
        self._layout.addItem(self._view, 0, 1)
        self._layout.addItem(self._x_axis, 1, 1)
        for axis in (self._x_axis, self._y_axis):
            axis.linkToView(self._view)
            axis.setZValue(1)  # over the ground of the view, as its grid must be
        self._y_axis.setWidth(_Y_AXIS_WIDTH)
        self._x_axis.setHeight(_X_AXIS_HEIGHT)
        self._x_axis.setStyle(tickLength=0, tickAlpha=0)
        # Faint lines between the numbers cost more to paint than all curves.
        self._y_axis.setStyle(tickLength=0, maxTickLevel=1)
        self._plot.scene().sigMouseMoved.connect(self._on_pointed)
        self._view.fit_requested.connect(self.fit)
        self._view.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self._view.sigRangeChanged.connect(self._on_range_changed)
        self._view.sigResized.connect(self._place_labels)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.installEventFilter(self)
        self._title.setFont(half_bold(self._title.font()))
        self._reading.setObjectName("curve_reading")
        row = self._title, (self._reading, 1), self._tail
        head = in_row(*row, gap=tokens.SPACE_XL)
        in_column(head, (self._plot, 1), gap=tokens.SPACE_XXS, of=self)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget at the end of the line over the plot."""
        self._tail.addWidget(widget)

    @property
    def data(self) -> CurveData | None:
        """What is drawn."""
        return self._data

    @property
    def fits(self) -> bool:
        """Whether the axes follow the run."""
        return self._fits

    @property
    def seen(self) -> tuple[float, float]:
        """The batches at the ends of the x axis."""
        first, last = self._view.viewRange()[0]
        return float(first), float(last)

    def link(self, other: "CurvePlot") -> None:
        """Show the same batches as another plot from now on, whichever is drawn first."""
        self._view.setXLink(other._view)
        self._leader = other
        for one, two in ((self, other), (other, self)):
            one._view.fit_requested.connect(two.fit)
            one._view.sigRangeChangedManually.connect(two._on_moved_by_hand)

    def set_texts(self, title: str, hint: str) -> None:
        """Name the plot, and say what to do while it is empty."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._plot.setAccessibleName(title)
        for axis in (self._x_axis, self._y_axis):
            axis.retranslate()

    def name_curves(self, training: str, held_out: str) -> None:
        """Say what the curves are called when they are read point by point."""
        self._curve_names = training, held_out

    def _read_curves(self) -> tuple[ReadCurve, ...]:
        data = self._drawn
        if data is None:
            return ()
        named = zip(self._curve_names, (data.means, data.held_out), strict=True)
        ghosts = ((ghost.label, ghost.points) for ghost in data.ghosts)
        curves = (*named, *ghosts)
        return tuple(ReadCurve(name, points, self._said) for name, points in curves)

    def _said(self, x: float, y: float) -> str:
        """Return where a point lies on the axes, in words."""
        value = 10**y if self._logarithmic else y
        at = short(x * self._x_axis.scale)
        return f"{self._x_axis.zero} {at}: {short(value)}{self._y_axis.unit}"

    def count_in(self, unit: str, batches: float) -> None:
        """Write under the axis how many units of so many batches there are."""
        self._x_axis.zero = unit
        self._x_axis.setScale(1 / batches)
        self._x_axis.retranslate()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Let equal heights be equal factors, or equal differences."""
        self._logarithmic = self._y_axis.logarithmic = logarithmic
        self._y_axis.retranslate()
        if self._data is not None:
            self._draw()

    def set_ends(self, training: str, held_out: str) -> None:
        """Write the names of the curves, with their newest values, at their ends."""
        for label, text in zip(self._ends, (training, held_out), strict=True):
            label.set_text(text, half_bold(self.font()))
        self._place_labels()

    @property
    def ends(self) -> tuple[str, str]:
        """What is written at the ends of the curves."""
        return self._ends[0].text, self._ends[1].text

    def set_reading(self, batch: float | None, *forms: str) -> None:
        """Mark a batch, and write what its values are; ``None`` marks none.

        ``forms`` say the same at several lengths, the longest first.
        """
        self._items.mark(batch)
        self._reading.set_forms(forms)

    @property
    def moment(self) -> float | None:
        """The batch that is looked back at, if one is."""
        return self._items.moment

    def set_moment(self, step: float | None) -> None:
        """Mark the batch that is looked back at; ``None`` marks none."""
        self._items.set_moment(step)

    def draw(self, data: CurveData) -> None:
        """Draw other points; the same ones again change nothing."""
        if data is not self._data:
            self._data = data
            self._draw()

    def _draw(self) -> None:
        assert self._data is not None
        data = self._drawn = self._scaled(self._data)
        few = len(data.batches[0]) <= _FEW
        self._items.draw(data, self.font(), with_dots=few)
        self._hint.setVisible(data.is_empty)
        if self._fits:
            self.fit()
        self._place_labels()

    def _scaled(self, data: CurveData) -> CurveData:
        """Return the points as they lie on the axis."""
        if not self._logarithmic:
            return data

        def logs(points: Points) -> Points:
            return points[0], as_logarithms(points[1])

        return replace(
            data,
            batches=logs(data.batches),
            means=logs(data.means),
            held_out=logs(data.held_out),
            gap=as_logarithms(data.gap),
            ghosts=tuple(
                replace(ghost, points=logs(ghost.points)) for ghost in data.ghosts
            ),
        )

    @Slot()
    def fit(self) -> None:
        """Show the whole run, and follow it from now on."""
        self._fits = True
        data = self._data
        if data is None or data.is_empty:
            self._show_range(10, (0.0, self._highest or 2.5))
            return
        right = x_end(data)
        if right == data.end:
            right *= 1.012  # room for the whole of the last dot
        ends = y_range(data, self._highest, logarithmic=self._logarithmic)
        self._show_range(right, ends)

    def _show_range(self, right: float, ends: tuple[float, float]) -> None:
        # A little room below and above: a line on the frame is cut in half.
        low, high = ends
        room = 0.04 * (high - low)
        if self._leader is not None and self._leader.fits:
            self._leader._view.setXRange(0, right, padding=0)
        self._view.setRange(
            xRange=(0, right), yRange=(low - room, high + room), padding=0
        )

    @Slot()
    def _on_moved_by_hand(self) -> None:
        self._fits = False

    @Slot()
    def _on_range_changed(self) -> None:
        self._place_labels()
        if not self._fits:
            self.moved.emit()

    @Slot()
    def _place_labels(self) -> None:
        data = self._drawn
        if data is None:
            return
        room = self._view.rect()
        ends = []
        for label, (x, y) in zip(self._ends, (data.means, data.held_out), strict=True):
            label.setVisible(bool(len(x) and label.text))
            if label.isVisible():
                ends.append(end_of_curve(self._view, label, (x, y)))
        place_ends((*ends, *self._items.ghost_ends()), room)
        self._items.place_marks(room)

    @Slot(object)
    def _on_pointed(self, where: QPointF) -> None:
        inside = self._view.sceneBoundingRect().contains(where)
        self.pointed.emit(self._view.mapSceneToView(where).x() if inside else None)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the plot's size and pointer; Home shows all of the curves."""
        if event.type() == QEvent.Type.Resize:
            self._hint.setGeometry(
                self._plot.rect().adjusted(_Y_AXIS_WIDTH + 12, 8, -12, -_X_AXIS_HEIGHT)
            )
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif (
            event.type() == QEvent.Type.KeyPress
            and getattr(event, "key", int)() == Qt.Key.Key_Home
        ):
            self._view.fit_requested.emit()
            return True
        return False

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_hint"):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        colours = look(self.palette())
        ground = self.palette().color(QPalette.ColorRole.Window)
        self._plot.setBackground(ground)
        for axis in (self._x_axis, self._y_axis):
            axis.setPen(pg.mkPen(None))
            axis.setTextPen(pg.mkPen(colours.ink_3))
        # Of the axis's own grid only the lines are wanted: faint, and of the ink.
        self._y_axis.setTickPen(pg.mkPen(colours.ink))
        self._y_axis.setGrid(round(255 * tokens.MIX_GROOVE))
        self._items.restyle(colours, ground)
        for label, ink in zip(self._ends, (colours.training, colours.ink), strict=True):
            label.set_inks(ink, ground)

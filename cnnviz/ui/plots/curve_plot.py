"""Loss or accuracy over the batches of a run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.plots.curve_axis import CurveAxis
from cnnviz.ui.plots.curve_changes import Change, CurveChanges
from cnnviz.ui.plots.curve_data import CurveData, nice_end, x_end
from cnnviz.ui.plots.curve_legend import CurveLegend
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark, mixed

_Y_AXIS_WIDTH: Final = 62

_GRID_ALPHA: Final = 30  # of 255
_FEW: Final = 60
"""Batches up to which each is drawn as a dot: a line of two points says little."""


@dataclass(frozen=True, slots=True)
class CurveTexts:
    """Every word of a plot, in the language of now."""

    title: str
    x_label: str
    y_label: str
    batches: str
    means: str
    held_out: str
    hint: str
    reading: str
    """What is read off under the pointer, with ``{batch}`` and ``{value}``."""


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

    Drag moves, the wheel zooms, a double click (or Home) fits again; until then the
    axes follow the run.

    Signals
    -------
    pointed(batch)
        The pointer came to a batch, a ``float``; ``None`` when it left.
    """

    pointed = Signal(object)

    def __init__(
        self, *, highest: float | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._highest = highest
        self._data: CurveData | None = None
        self._fits = True
        self._view = _CurveView(enableMenu=False)
        self._x_axis = CurveAxis("bottom", counts=True, overhang=tokens.SPACE_LABEL)
        self._y_axis = CurveAxis("left")
        # Not a PlotWidget: it makes menus without a parent that nobody asked for.
        self._plot = pg.GraphicsView(self)
        self._layout = pg.GraphicsLayout()
        self._batches = pg.PlotCurveItem()
        self._dots = pg.ScatterPlotItem(size=5, pen=None)
        self._means = pg.PlotCurveItem(antialias=True)
        self._line = pg.PlotCurveItem(antialias=True)
        self._held_out = pg.ScatterPlotItem(size=9)
        self._mark = pg.InfiniteLine(angle=90)
        self._moment = pg.InfiniteLine(angle=90)
        self._changes = CurveChanges(self._view)
        self._reading = ""
        self._legend = CurveLegend(self)
        self._hint = QLabel(self._plot)
        self._build()
        self._restyle()
        self._show_range(10, highest or 2.5)

    def _build(self) -> None:
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._plot.setCentralItem(self._layout)
        self._layout.setContentsMargins(0, tokens.SPACE_XS, tokens.SPACE_LABEL, 0)
        self._layout.setSpacing(0)
        self._layout.addItem(self._y_axis, 0, 0)
        self._layout.addItem(self._view, 0, 1)
        self._layout.addItem(self._x_axis, 1, 1)
        for axis in (self._x_axis, self._y_axis):
            axis.linkToView(self._view)
            axis.setZValue(1)  # over the ground of the view, as its grid must be
        points = self._batches, self._dots, self._means, self._line, self._held_out
        for item in (*points, self._moment, self._mark):
            self._view.addItem(item, ignoreBounds=True)
        self._mark.hide()
        self._moment.hide()
        self._plot.scene().sigMouseMoved.connect(self._on_pointed)
        self.pointed.connect(self._read)
        self._y_axis.setWidth(_Y_AXIS_WIDTH)
        self._view.fit_requested.connect(self.fit)
        self._view.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plot.installEventFilter(self)
        in_column(self._legend, (self._plot, 1), gap=tokens.SPACE_XS, of=self)

    @property
    def data(self) -> CurveData | None:
        """What is drawn."""
        return self._data

    @property
    def fits(self) -> bool:
        """Whether the axes follow the run."""
        return self._fits

    def link(self, other: "CurvePlot") -> None:
        """Show the same batches as another plot, and mark the same one, from now on."""
        self._view.setXLink(other._view)
        for one, two in ((self, other), (other, self)):
            one._view.fit_requested.connect(two.fit)
            one._view.sigRangeChangedManually.connect(two._on_moved_by_hand)
            one.pointed.connect(two._read)

    def set_texts(self, texts: CurveTexts) -> None:
        """Say everything in another language."""
        self._legend.set_names(texts.title, texts.batches, texts.means, texts.held_out)
        self._x_axis.setLabel(texts.x_label)
        self._y_axis.setLabel(texts.y_label)
        self._x_axis.retranslate()
        self._y_axis.retranslate()
        self._hint.setText(texts.hint)
        self._reading = texts.reading
        self._plot.setAccessibleName(texts.title)

    def set_newest(self, training: str, held_out: str) -> None:
        """Write the newest values beside the names of their curves."""
        self._legend.set_values(training, held_out)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes that are marked."""
        return self._changes.shown

    def set_changes(self, changes: Sequence[Change]) -> None:
        """Mark where something was changed, each with what is said of it."""
        self._changes.show(changes)

    @property
    def moment(self) -> int | None:
        """The batch that is looked back at, if one is."""
        return int(self._moment.value()) if self._moment.isVisible() else None

    def set_moment(self, step: int | None) -> None:
        """Mark the batch that is looked back at; ``None`` marks none."""
        if step is not None:
            self._moment.setValue(step)
        self._moment.setVisible(step is not None)

    def draw(self, data: CurveData) -> None:
        """Draw other points; the same ones again change nothing."""
        if data is self._data:
            return
        self._data = data
        few = len(data.batches[0]) <= _FEW
        self._batches.setData(*data.batches)
        self._dots.setData(*(data.batches if few else ([], [])))
        self._means.setData(*data.means)
        self._line.setData(*data.held_out)
        self._held_out.setData(*data.held_out)
        self._hint.setVisible(data.is_empty)
        if self._fits:
            self.fit()

    @Slot()
    def fit(self) -> None:
        """Show the whole run, and follow it from now on."""
        self._fits = True
        data = self._data
        if data is None or data.is_empty:
            self._show_range(10, self._highest or 2.5)
            return
        highest = self._highest
        if highest is None:
            top = np.concatenate((data.means[1], data.held_out[1])).max()
            highest = nice_end(float(top) * 1.05)
        right = x_end(data)
        if right == data.batches_in_all:
            right *= 1.012  # room for the whole of the last dot
        self._show_range(right, highest)

    def _show_range(self, right: float, top: float) -> None:
        # A little room below 0 and above the top: a line on the frame is cut in half.
        self._view.setRange(
            xRange=(0, right), yRange=(-0.04 * top, 1.04 * top), padding=0
        )

    @Slot()
    def _on_moved_by_hand(self) -> None:
        self._fits = False

    @Slot(object)
    def _on_pointed(self, where: QPointF) -> None:
        inside = self._view.sceneBoundingRect().contains(where)
        self.pointed.emit(self._view.mapSceneToView(where).x() if inside else None)

    @Slot(object)
    def _read(self, wanted: float | None) -> None:
        """Read the running mean off at a batch, or forget what was read."""
        data = self._data
        if data is None or data.is_empty or wanted is None:
            self._mark.hide()
            self._legend.set_reading("")
            return
        x, y = data.means
        nearest = int(np.abs(x - np.float32(wanted)).argmin())
        self._mark.setValue(float(x[nearest]))
        self._mark.show()
        self._legend.set_reading(
            self._reading.format(
                batch=whole(int(x[nearest])), value=short(float(y[nearest]), 3)
            )
        )

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the plot's size and pointer; Home shows all of the curves."""
        if event.type() == QEvent.Type.Resize:
            self._place_hint()
        elif event.type() == QEvent.Type.Leave:
            self.pointed.emit(None)
        elif (
            event.type() == QEvent.Type.KeyPress
            and getattr(event, "key", int)() == Qt.Key.Key_Home
        ):
            self._view.fit_requested.emit()
            return True
        return False

    def _place_hint(self) -> None:
        area = self._plot.rect().adjusted(_Y_AXIS_WIDTH + 12, 8, -12, -48)
        self._hint.setGeometry(area)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_hint"):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        look = self.palette()
        base = look.color(QPalette.ColorRole.Base)
        text = look.color(QPalette.ColorRole.Text)
        training, held_out = map(QColor, tokens.PLOT_INKS[is_dark(look)])
        pale = mixed(training, base, tokens.MIX_PALE)
        self._plot.setBackground(base)
        for axis in (self._x_axis, self._y_axis):
            axis.setPen(pg.mkPen(mixed(text, base, tokens.MIX_AXIS)))
            axis.setTextPen(pg.mkPen(mixed(text, base, tokens.MIX_STRONG)))
        self._y_axis.setGrid(_GRID_ALPHA)
        self._batches.setPen(pg.mkPen(pale))
        self._dots.setBrush(pg.mkBrush(pale))
        self._means.setPen(pg.mkPen(training, width=tokens.LINE_STRONG))
        self._line.setPen(pg.mkPen(held_out, width=tokens.LINE_STRONG))
        self._held_out.setBrush(pg.mkBrush(held_out))
        self._held_out.setPen(pg.mkPen(base))
        self._changes.set_colours(mixed(text, base, tokens.MIX_STRONG), base)
        self._mark.setPen(pg.mkPen(mixed(text, base, tokens.MIX_HALF)))
        accent = look.color(QPalette.ColorRole.Highlight)
        self._moment.setPen(pg.mkPen(accent, width=tokens.LINE_STRONG, dash=[3, 2]))
        self._legend.set_colours(pale, training, held_out)

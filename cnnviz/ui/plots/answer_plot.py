"""The probabilities of the classes over the place of a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short, sure_percent
from cnnviz.ui.plots.curve_axis import CurveAxis
from cnnviz.ui.plots.read_plot import ReadCurve, ReadPlot
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed, theme_of

_Y_AXIS_WIDTH: Final = 46
_HEIGHT: Final = 190
_GRID_ALPHA: Final = 30  # of 255


@dataclass(frozen=True, slots=True, eq=False)
class PlottedAnswers:
    """Curves to draw.

    Attributes
    ----------
    places
        Along the axis.
    shares
        Of each network, float32, ``places x classes``; the second is dashed.
    strong
        The classes that stand out, at most two.
    """

    places: tuple[float, ...]
    shares: tuple[NDArray[np.float32], ...]
    strong: tuple[int, ...]


class AnswerPlot(QWidget):
    """Draw one line a class, two of them strong, and mark where the picture lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: PlottedAnswers | None = None
        self._view = pg.ViewBox(enableMenu=False, enableMouse=False)
        self._x_axis = CurveAxis("bottom", overhang=tokens.SPACE_LABEL)
        self._y_axis = CurveAxis("left")
        self._plot = ReadPlot(self._view, self)
        self._x_label = ""
        self._class_names: tuple[str, ...] = ()
        self._marker = pg.InfiniteLine(angle=90)
        self._lines: list[pg.PlotCurveItem] = []
        self._build()
        self._restyle()

    @property
    def shown(self) -> PlottedAnswers | None:
        """What is drawn."""
        return self._shown

    @property
    def marked(self) -> float:
        """The place that is marked."""
        return float(self._marker.value())

    def set_texts(self, title: str, x_label: str, y_label: str) -> None:
        """Name the axes."""
        self._x_label = x_label
        self._x_axis.setLabel(x_label)
        self._y_axis.setLabel(y_label)
        self._x_axis.retranslate()
        self._y_axis.retranslate()
        self._plot.setAccessibleName(title)

    def name_classes(self, names: Sequence[str]) -> None:
        """Say what the classes are called when their curves are read."""
        self._class_names = tuple(names)

    def _read_curves(self) -> tuple[ReadCurve, ...]:
        answers = self._shown
        if answers is None:
            return ()
        places = np.array(answers.places, np.float32)
        return tuple(
            ReadCurve(name, (places, shares[:, index]), self._said)
            for shares in answers.shares
            for index, name in enumerate(self._class_names)
        )

    def _said(self, x: float, y: float) -> str:
        return f"{self._x_label} {short(x)}: {sure_percent(y)}"

    def set_marked(self, place: float) -> None:
        """Mark where the picture lies now."""
        self._marker.setValue(place)

    def draw(self, answers: PlottedAnswers | None) -> None:
        """Draw other curves, or none."""
        if answers is self._shown:
            return
        self._shown = answers
        for line in self._lines:
            self._view.removeItem(line)
        self._lines = []
        if answers is None:
            return
        for shares in answers.shares:
            for class_shares in shares.T:
                self._lines.append(pg.PlotCurveItem(antialias=True))
                self._lines[-1].setData(np.array(answers.places), class_shares)
                self._view.addItem(self._lines[-1])
        ends = answers.places[0], answers.places[-1]
        self._view.setRange(xRange=ends, yRange=(-0.04, 1.04), padding=0)
        self._paint_lines()

    def _build(self) -> None:
        layout = pg.GraphicsLayout()
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.curves = self._read_curves
        self._plot.setCentralItem(layout)
        layout.setContentsMargins(0, tokens.SPACE_XS, tokens.SPACE_L, 0)
        layout.setSpacing(0)
        layout.addItem(self._y_axis, 0, 0)
        layout.addItem(self._view, 0, 1)
        layout.addItem(self._x_axis, 1, 1)
        for axis in (self._x_axis, self._y_axis):
            axis.linkToView(self._view)
            axis.setZValue(1)  # over the ground of the view, as its grid must be
        self._y_axis.setWidth(_Y_AXIS_WIDTH)
        self._marker.setZValue(2)
        self._view.addItem(self._marker, ignoreBounds=True)
        in_column((self._plot, 1), of=self)

    def _paint_lines(self) -> None:
        answers = self._shown
        if answers is None:
            return
        palette = self.palette()
        text, base = palette.windowText().color(), palette.window().color()
        strong = dict(
            zip(answers.strong, tokens.PLOT_INKS[theme_of(palette)], strict=False)
        )
        faint = mixed(text, base, tokens.MIX_TINT)
        classes = answers.shares[0].shape[1]
        for index, line in enumerate(self._lines):
            network, label = divmod(index, classes)
            style = Qt.PenStyle.DashLine if network else Qt.PenStyle.SolidLine
            ink = strong.get(label)
            width = tokens.LINE_THIN if ink is None else tokens.LINE_STRONG
            line.setPen(
                pg.mkPen(faint if ink is None else ink, width=width, style=style)
            )
            line.setZValue(0 if ink is None else 1)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_HEIGHT, _HEIGHT)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        palette = self.palette()
        text, base = palette.windowText().color(), palette.window().color()
        self._plot.setBackground(base)
        for axis in (self._x_axis, self._y_axis):
            axis.setPen(pg.mkPen(mixed(text, base, tokens.MIX_AXIS)))
            axis.setTextPen(pg.mkPen(mixed(text, base, tokens.MIX_STRONG)))
        self._y_axis.setGrid(_GRID_ALPHA)
        accent = palette.color(QPalette.ColorRole.Highlight)
        self._marker.setPen(pg.mkPen(accent, width=tokens.LINE_STRONG))
        self._paint_lines()


def strongest_two(shares: Sequence[NDArray[np.float32]]) -> tuple[int, ...]:
    """Return the two classes that are most probable on the whole.

    Examples
    --------
    >>> strongest_two([np.float32([[0.1, 0.7, 0.2], [0.6, 0.3, 0.1]])])
    (1, 0)
    """
    total = sum(each.sum(axis=0) for each in shares)
    return tuple(map(int, np.argsort(-np.asarray(total), kind="stable")[:2]))

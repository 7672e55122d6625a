"""The curve of an activation, with the point of the step of now on it."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.activation.activations import ActivationSpec, value
from cnnviz.engine.convolution.walk import Outcome
from cnnviz.pages.convolution.views.inspector.after.curve_range import (
    AxisRange,
    range_of_totals,
    range_of_values,
)
from cnnviz.ui.accessibility.cell_source import CellSource
from cnnviz.ui.accessibility.read_list import ReadList
from cnnviz.ui.canvas.fineness import fineness
from cnnviz.ui.numbers import full, short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.theme.theme import mixed, theme_of

# Blue and orange of Okabe and Ito, as in the plots of a run.
_HIGHEST: Final = 300
_TOP: Final = 24
_RIGHT: Final = 12
_POINT: Final = 5.0


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the picture under the point depends on."""

    spec: ActivationSpec
    others: tuple[float, ...]
    across: AxisRange


class ActivationCurve(QWidget):
    """Total to output as a curve; a step repaints only the point and its guides.

    Attributes
    ----------
    outcome
        The point that is shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = _Scene(ActivationSpec(), (), range_of_totals(0, 0))
        self._up = AxisRange(-1.0, 1.0, 0.5)
        self.outcome: Outcome | None = None
        self._labels = ("", "")
        self._under: QPixmap | None = None
        self._tick_places: list[QRectF] = []
        self.setMinimumSize(120, 130)
        self.setMaximumHeight(_HIGHEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def across(self) -> AxisRange:
        """The horizontal axis: numbers before the activation."""
        return self._scene.across

    def set_labels(self, across: str, up: str) -> None:
        """Name both axes."""
        if (across, up) != self._labels:
            self._labels = (across, up)
            self._forget()

    def render_point(
        self,
        spec: ActivationSpec,
        outcome: Outcome | None,
        totals: tuple[float, float] | None,
    ) -> None:
        """Show a curve over the range of all totals, and where on it a step lies."""
        others = () if outcome is None else outcome.others
        low, high = totals or (0.0, 0.0)
        if outcome is not None:
            low, high = min(low, outcome.total), max(high, outcome.total)
        scene = _Scene(spec, others, self._fitting(low, high, totals is None))
        if scene != self._scene:
            self._scene = scene
            self._forget()
        if outcome != self.outcome:
            self.outcome = outcome
            self.update()

    def _fitting(self, low: float, high: float, is_guess: bool) -> AxisRange:
        """Return the axis; until the range is known, the one of before if it will do."""
        now = self._scene.across
        if is_guess and now.low <= low and high <= now.high:
            return now
        return range_of_totals(low, high)

    def _forget(self) -> None:
        self._under = None
        self.update()

    def place_of(self, total: float, output: float) -> QPointF:
        """Return where a point of the plane is on the widget."""
        area = self._area()
        return QPointF(
            area.left() + self._scene.across.share(total) * area.width(),
            area.bottom() - self._up.share(output) * area.height(),
        )

    def accessible_cells(self) -> CellSource:
        """Return the one point: a screen reader finds it."""
        return ReadList(
            lambda: int(self.outcome is not None), self._said, self._point_box
        )

    def _said(self, _index: int) -> str:
        assert self.outcome is not None
        across, up = self._labels
        before, after = full(self.outcome.total), full(self.outcome.output)
        return f"{across}: {before}, {up}: {after}"

    def _point_box(self, _index: int) -> QRectF:
        assert self.outcome is not None
        spot = self.place_of(self.outcome.total, self.outcome.output)
        return QRectF(-_POINT, -_POINT, 2 * _POINT, 2 * _POINT).translated(spot)

    def _area(self) -> QRectF:
        """Return the place between the axes."""
        metrics = QFontMetricsF(self._small())
        left = metrics.horizontalAdvance("−00000") + 6
        bottom = 2 * metrics.height() + 6
        area = QRectF(self.rect())
        return area.adjusted(left, _TOP, -_RIGHT, -bottom)

    def _small(self) -> QFont:
        return sized(self.font(), tokens.FONT_AXIS)

    @override
    def sizeHint(self) -> QSize:
        # What is asked for at least: the layout gives it all the room that is left.
        return QSize(276, self.minimumHeight())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.LanguageChange,  # the ticks have a decimal sign
        ):
            self._forget()
        super().changeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = fineness(self)
        if self._under is None or self._under.size() != self.size() * ratio:
            self._under = self._painted_under(ratio)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._under)
            if self.outcome is not None:
                self._paint_point(painter, self.outcome)

    def _painted_under(self, ratio: float) -> QPixmap:
        """Paint everything but the point."""
        area = self._area()
        scene = self._scene
        totals = np.linspace(
            scene.across.low, scene.across.high, max(2, int(area.width()) * 2 + 1)
        )
        values = value(totals, scene.spec, scene.others)
        self._up = range_of_values(values, scene.spec)
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self.palette().color(QPalette.ColorRole.Window))
        with QPainter(pixmap) as painter:
            painter.setFont(self._small())
            painter.fillRect(area, self.palette().color(QPalette.ColorRole.Base))
            self._paint_grid(painter, area)
            self._paint_labels(painter, area)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour(0), tokens.LINE_STRONG))
            places = map(self.place_of, totals.tolist(), values.tolist())
            painter.drawPolyline(QPolygonF(list(places)))
        return pixmap

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        """Paint a line for each tick, and its number beside the axis."""
        role = QPalette.ColorRole
        base, ink = self.palette().color(role.Base), self.palette().color(role.Text)
        self._tick_places = []
        for across, axis in ((True, self._scene.across), (False, self._up)):
            for number in axis.ticks:
                spot, text = self.place_of(number, number), short(number)
                share = tokens.MIX_HALF if number == 0 else tokens.MIX_GRID
                painter.setPen(mixed(ink, base, share))
                if across:
                    line = QLineF(spot.x(), area.top(), spot.x(), area.bottom())
                else:
                    line = QLineF(area.left(), spot.y(), area.right(), spot.y())
                painter.drawLine(line)
                place = self._place_beside(painter, text, spot, across)
                self._tick_places.append(place)
                painter.setPen(self.palette().color(role.PlaceholderText))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _place_beside(
        self, painter: QPainter, text: str, spot: QPointF, across: bool
    ) -> QRectF:
        """Return where a number stands: under the one axis, or beside the other."""
        metrics, area = QFontMetricsF(painter.font()), self._area()
        width = metrics.horizontalAdvance(text) + 6
        if across:
            left = min(max(spot.x() - width / 2, 0.0), self.width() - width)
            return QRectF(left, area.bottom() + 2, width, metrics.height())
        left = max(area.left() - 2 - width, 0.0)
        return QRectF(left, spot.y() - metrics.height() / 2, width, metrics.height())

    def _paint_mark(
        self, painter: QPainter, number: float, spot: QPointF, across: bool
    ) -> None:
        """Write a number of the point over those of the ticks, on the point's colour."""
        text, ground = short(number), self._colour(1)
        place = self._place_beside(painter, text, spot, across)
        self._clear_ticks(painter, place)
        painter.fillRect(place, ground)
        is_light = ground.lightnessF() > 0.5
        painter.setPen(tokens.BLACK if is_light else tokens.WHITE)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _clear_ticks(self, painter: QPainter, place: QRectF) -> None:
        """Take away the numbers of ticks that would look out from behind another."""
        window = self.palette().color(QPalette.ColorRole.Window)
        for tick in self._tick_places:
            if tick.intersects(place):
                painter.fillRect(tick, window)

    def _paint_labels(self, painter: QPainter, area: QRectF) -> None:
        across, up = self._labels
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics = QFontMetricsF(painter.font())
        below = QRectF(
            area.left(), self.height() - metrics.height() - 1, area.width(), 16
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"{across} →")
        above = QRectF(0, 0, self.width(), _TOP - 6)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(above, flags, f"↑ {up}")

    def _colour(self, which: int) -> QColor:
        return QColor(tokens.PLOT_INKS[theme_of(self.palette())][which])

    def _paint_point(self, painter: QPainter, outcome: Outcome) -> None:
        """Paint the point, its guides to both axes, and its two numbers there."""
        area, colour = self._area(), self._colour(1)
        spot = self.place_of(outcome.total, outcome.output)
        painter.setPen(QPen(colour, tokens.LINE_THIN, Qt.PenStyle.DashLine))
        painter.drawLine(QLineF(spot.x(), spot.y(), spot.x(), area.bottom()))
        painter.drawLine(QLineF(spot.x(), spot.y(), area.left(), spot.y()))
        painter.setFont(self._small())
        self._paint_mark(painter, outcome.total, spot, across=True)
        self._paint_mark(painter, outcome.output, spot, across=False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(self.palette().color(QPalette.ColorRole.Base), tokens.LINE_MARK)
        )
        painter.setBrush(colour)
        painter.drawEllipse(spot, _POINT, _POINT)

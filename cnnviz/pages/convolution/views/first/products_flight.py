"""The products of the first exercise on their way from the kernel to the sum."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QPointF,
    QRectF,
    Qt,
    Slot,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.numbers import short
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import animation, is_running, moves
from cnnviz.ui.theme.theme import is_dark

_RESTS: Final = (0.46, 0.62, 0.4, 0.58, 0.5)
"""How far on its way each product waits for the answer, one after the other."""

_TRAIL: Final = 0.2
"""Of the way: what is seen of it behind a product."""

_CHIP, _NAUGHT = 22.0, 15.0
"""Pixels: radius of a product, and of one that is 0."""

_SWAY: Final = 0.08
_SPREAD: Final = 0.55


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """One product: where it begins, in the flight's coordinates; its number, its hue."""

    start: QPointF
    value: float
    hue: QColor


class ProductsFlight(QWidget):
    """Lies over the grids: window to kernel, products on dotted ways, the sum's glow.

    The products wait before the cell until its number is known, then fly in. They sway
    until the first answer, and never where motion is reduced.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.reduced_motion = False
        self._products: Sequence[Product] = ()
        self._window, self._kernel = QRectF(), QRectF()
        self._goal = QRectF()
        self._is_asked = self._sways = True
        self._round = animation(self, tokens.SWAY_MS, tokens.EASING_NONE)
        self._round.setLoopCount(-1)
        self._fly = animation(self, tokens.EXPLAIN_MS, tokens.EASING_OPEN)
        for each in (self._round, self._fly):
            each.valueChanged.connect(self._on_moved)

    def place(self, window: QRectF, kernel: QRectF, goal: QRectF) -> None:
        """Take where window, kernel and the cell of the sum lie."""
        self._window, self._kernel, self._goal = window, kernel, goal
        self.update()

    def render_products(
        self, products: Sequence[Product], *, asked: bool, sways: bool
    ) -> None:
        """Show products; they fly when the answer has just come."""
        flies = self._is_asked and not asked
        self._products, self._is_asked, self._sways = products, asked, sways
        self._fly.stop()
        if flies and moves(self, self.reduced_motion):
            self._fly.start()
        self._sway()
        self.update()

    def _sway(self) -> None:
        wanted = self._is_asked and self._sways and moves(self, self.reduced_motion)
        if wanted and not is_running(self._round):
            self._round.start()
        elif not wanted:
            self._round.stop()

    def set_reduced_motion(self, reduced: bool) -> None:
        """Stand still, or not."""
        self.reduced_motion = reduced
        if reduced:
            self._fly.stop()
        self._sway()
        self.update()

    def stop(self) -> None:
        """Let nothing move: the exercise is out of sight."""
        for each in (self._round, self._fly):
            each.stop()

    @Slot()
    def _on_moved(self) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._goal.isEmpty():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_lens(painter)
            self._paint_glow(painter)
            for index, product in enumerate(self._products):
                self._paint_product(painter, index, product)

    def _paint_lens(self, painter: QPainter) -> None:
        """Tie the window to the kernel, and write the sign of what they do."""
        colours, start, end = look(self.palette()), self._window, self._kernel
        left, right = start.right() + 4, end.left() - 10
        half = (right - left) / 2
        path = QPainterPath(QPointF(left, start.top()))
        path.cubicTo(left + half, start.top(), left + half, end.top(), right, end.top())
        path.lineTo(right, end.bottom())
        path.cubicTo(
            left + half, end.bottom(), left + half, start.bottom(), left, start.bottom()
        )
        shade = QLinearGradient(left, 0, right, 0)
        for at, share in ((0, tokens.MIX_RIBBON), (1, tokens.MIX_RIBBON_END)):
            ink = QColor(colours.ink)
            ink.setAlphaF(share * (1 if is_dark(self.palette()) else tokens.MIX_HALF))
            shade.setColorAt(at, ink)
        painter.fillPath(path, shade)
        painter.setPen(colours.ink)
        painter.setFont(half_bold(in_pixels(self.font(), tokens.SAY_PX)))
        middle = QRectF(right - 60, end.center().y() - 30, 60, 60)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, "×")

    def _paint_glow(self, painter: QPainter) -> None:
        if not self._is_asked:
            return
        glow = QRadialGradient(self._goal.center(), self._goal.width() * 2)
        for at, share in ((0.0, tokens.MIX_TINT), (1.0, 0.0)):
            ink = QColor(look(self.palette()).accent)
            ink.setAlphaF(share * tokens.MIX_HALF)
            glow.setColorAt(at, ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        reach = self._goal.width() * 2
        painter.drawEllipse(self._goal.center(), reach, reach)

    def _paint_product(self, painter: QPainter, index: int, product: Product) -> None:
        way, done = self._way(index, product), self._done(index)
        dots = QPen(look(self.palette()).ink_3, tokens.LINE_MARK)
        dots.setDashPattern([0.5, 4])
        dots.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.strokePath(way, dots)
        if done >= 1:
            return
        here, back = way.pointAtPercent(done), max(0.0, done - _TRAIL)
        trail = QPainterPath(way.pointAtPercent(back))
        for step in range(1, 9):
            trail.lineTo(way.pointAtPercent(back + (done - back) * step / 8))
        fading = QLinearGradient(way.pointAtPercent(back), here)
        clear = QColor(product.hue)
        clear.setAlpha(0)
        fading.setColorAt(0, clear)
        fading.setColorAt(1, product.hue)
        painter.strokePath(trail, QPen(QBrush(fading), tokens.LINE_TRAIL))
        self._paint_chip(painter, here, product)

    def _paint_chip(self, painter: QPainter, at: QPointF, product: Product) -> None:
        colours = look(self.palette())
        scale = min(1.0, self._kernel.height() / 186)
        radius = (_CHIP if product.value else _NAUGHT) * max(scale, 0.7)
        painter.setPen(QPen(product.hue, tokens.LINE_TRAIL))
        painter.setBrush(colours.raised)
        painter.drawEllipse(at, radius, radius)
        pixels = tokens.TITLE_PX if product.value and scale > 0.8 else tokens.TEXT_PX
        painter.setFont(half_bold(in_pixels(self.font(), pixels)))
        painter.setPen(colours.ink if product.value else colours.ink_2)
        box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, short(product.value))

    def _way(self, index: int, product: Product) -> QPainterPath:
        start = product.start
        end = QPointF(self._goal.left() - 8, self._goal.center().y())
        across = end.x() - start.x()
        count = max(len(self._products) - 1, 1)
        away = (index / count - 0.5) * self._kernel.height() * _SPREAD
        middle = self._kernel.center().y() + away * 2.4
        path = QPainterPath(start)
        path.cubicTo(
            QPointF(start.x() + across * 0.35, middle),
            QPointF(start.x() + across * 0.6, middle),
            end,
        )
        return path

    def _done(self, index: int) -> float:
        """Return how far a product is on its way, 1 when it is in the sum."""
        rest = _RESTS[index % len(_RESTS)]
        if is_running(self._fly):
            gone = float(self._fly.currentValue())
            late = index * tokens.POINTING_PAUSE_MS / tokens.EXPLAIN_MS
            return rest + (1 - rest) * min(1.0, max(0.0, gone * (1 + late) - late))
        if not self._is_asked:
            return 1.0
        if is_running(self._round):
            turn = 2 * math.pi * (float(self._round.currentValue()) + index / 5)
            return rest + _SWAY * math.sin(turn)
        return rest

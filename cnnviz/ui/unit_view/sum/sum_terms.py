"""The terms of a sum at a glance: factors over the hue of the weight, products below."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.ui.accessibility.cell_source import CellSource
from cnnviz.ui.accessibility.read_list import ReadList
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import Look, look
from cnnviz.ui.unit_view.layers import hues_of
from cnnviz.ui.unit_view.sum.sum_glance import Glance, Term, glance
from cnnviz.ui.unit_view.sum.sum_products import signed

_MOST_MEASURED: Final = 24
"""Terms whose widths are looked at: more never have room."""

_GAP: Final = 26
"""Pixels between two terms, a plus in the middle of it."""

_BAR: Final = 4


@dataclass(frozen=True, slots=True)
class _Size:
    """How large terms are written: letters, and what a line of them takes."""

    factors_px: int
    product_px: int
    line: int


_SIZES: Final = (
    _Size(tokens.TITLE_PX, tokens.VALUE_PX, 58),
    _Size(tokens.VALUE_PX, tokens.TEXT_PX, 40),
)


class SumTerms(QWidget):
    """Paints as many terms as have room: all that are not 0, or the largest of them.

    Signals
    -------
    folded()
        What is seen, and what is not, has changed: `seen`.
    """

    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sum_terms")
        self._part: ChannelPart | None = None
        self.seen = Glance()
        self._size = _SIZES[0]
        self._columns, self._pitch = 1, 0.0
        self._runs = True
        self._weights = b""
        self._widest: dict[int, float] = {}
        self._advances: dict[tuple[int, str], float] = {}
        self._metrics: dict[int, tuple[QFont, QFontMetricsF]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def render_part(self, part: ChannelPart | None) -> None:
        """Show the terms of a channel's sum of products, or nothing."""
        self._part = part
        weights = b"" if part is None else part.weights_hw.tobytes()  # type: ignore[union-attr]
        if weights != self._weights:  # of the same kernel, terms never move together
            self._weights = weights
            self._widest.clear()
        self._place()
        self.update()

    def set_running(self, runs: bool) -> None:
        """Write the running sums beside the products, or not."""
        if runs != self._runs:
            self._runs = runs
            self.update()

    def accessible_cells(self) -> CellSource:
        """Return the terms that are seen: a screen reader finds each."""
        return ReadList(lambda: len(self.seen.terms), self._words_of, self._box_of)

    def _words_of(self, index: int) -> str:
        term = self.seen.terms[index]
        text = self.tr(
            "row {row}, column {column} of the kernel: {factors} = {product}; "
            "running sum {running}"
        )
        return text.format(
            row=whole(term.cell[0] + 1),
            column=whole(term.cell[1] + 1),
            factors=_factors(term),
            product=short(term.product),
            running=short(term.running),
        )

    def _box_of(self, index: int) -> QRectF:
        line, column = divmod(index, self._columns)
        x, y = column * self._pitch, line * self._size.line
        return QRectF(x, y, max(self._pitch - _GAP, 1), self._size.line)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _SIZES[0].line)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            for kept in (self._advances, self._metrics, self._widest):
                kept.clear()
            self._place()
        super().changeEvent(event)

    def _place(self) -> None:
        """Choose how large the terms are written, and how many of them."""
        before, self.seen = self.seen, Glance()
        part = self._part
        if part is not None:
            measured = glance(part, _MOST_MEASURED)
            for size in _SIZES:
                most = self._fit(size, measured)
                if most >= len(measured.terms) and not measured.others:
                    break
            few = most < len(measured.terms) or bool(measured.others)
            self.seen = glance(part, max(most, 1)) if few else measured
        if self.seen != before:
            self.folded.emit()

    def _fit(self, size: _Size, measured: Glance) -> int:
        """Return for how many terms of a size there is room; write in it from now on."""
        widths = (self._width(size, term) for term in measured.terms)
        widest = max(max(widths, default=0.0), self._widest.get(size.line, 0.0))
        self._widest[size.line] = widest
        self._size, self._pitch = size, widest + _GAP
        self._columns = max(1, int((self.width() + _GAP) // self._pitch))
        return self._columns * max(1, self.height() // size.line)

    def _width(self, size: _Size, term: Term) -> float:
        product, running = _product_texts(term)
        below = self._advance(size.product_px, product)
        below += self._advance(tokens.TEXT_PX, running)
        return max(self._advance(size.factors_px, _factors(term)), below)

    def _advance(self, pixels: int, text: str) -> float:
        known, key = self._advances, (pixels, text)
        if key not in known:
            if len(known) > 10_000:
                known.clear()
            known[key] = self._font(pixels)[1].horizontalAdvance(text)
        return known[key]

    def _font(self, pixels: int) -> tuple[QFont, QFontMetricsF]:
        if pixels not in self._metrics:
            font = in_pixels(self.font(), pixels)
            # What runs along is lighter than the terms and their products.
            made = font if pixels == tokens.AXIS_PX else half_bold(font)
            self._metrics[pixels] = made, QFontMetricsF(made)
        return self._metrics[pixels]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        part, colours = self._part, look(self.palette())
        if part is None:
            return
        with QPainter(self) as painter:
            if not self.seen.terms:
                self._paint_words(painter, colours.ink_2)
                return
            hues, plain = hues_of(*part.size), self.palette().mid().color()
            last = len(self.seen.terms) - 1
            for index, term in enumerate(self.seen.terms):
                line, column = divmod(index, self._columns)
                at = QPointF(column * self._pitch, line * self._size.line)
                hue = hues[term.cell[0]][term.cell[1]] if hues else plain
                self._paint_term(painter, at, term, hue, colours)
                if index < last:
                    self._paint_plus(painter, at, colours)
            if self._runs:
                self._paint_key(painter, last + 1, colours.ink_3)

    def _paint_term(
        self, painter: QPainter, at: QPointF, term: Term, hue: QColor, colours: Look
    ) -> None:
        size, factors = self._size, _factors(term)
        font, metrics = self._font(size.factors_px)
        base = at.y() + metrics.ascent()
        _write(painter, QPointF(at.x(), base), factors, font, colours.ink)
        bar, wide = base + metrics.descent(), self._advance(size.factors_px, factors)
        painter.fillRect(round(at.x()), round(bar), round(wide), _BAR, hue)
        product, running = _product_texts(term)
        font, metrics = self._font(size.product_px)
        below = QPointF(at.x(), bar + _BAR + tokens.SPACE_HAIR + metrics.ascent())
        _write(painter, below, product, font, colours.of_sign(term.product))
        if self._runs:
            below.setX(at.x() + self._advance(size.product_px, product))
            _write(painter, below, running, self._small(), colours.ink_3)

    def _paint_plus(self, painter: QPainter, at: QPointF, colours: Look) -> None:
        """Paint a plus before the place of the next term, in the gap."""
        metrics = self._font(self._size.factors_px)[1]
        x = at.x() + self._pitch - (_GAP + metrics.horizontalAdvance("+")) / 2
        place = QPointF(x, at.y() + metrics.ascent())
        light = in_pixels(self.font(), self._size.factors_px)
        _write(painter, place, "+", light, colours.ink_3)

    def _paint_key(self, painter: QPainter, count: int, ink: QColor) -> None:
        """Say what stands below the terms, where there is room after the last."""
        line, column = divmod(count, self._columns)
        text, small = self.tr("product → running sum"), self._small()
        x = column * self._pitch
        if (
            not column
            or x + QFontMetricsF(small).horizontalAdvance(text) > self.width()
        ):
            return
        size = self._size
        down = self._font(size.factors_px)[1].height() + _BAR + tokens.SPACE_HAIR
        down += self._font(size.product_px)[1].ascent()
        _write(painter, QPointF(x, line * size.line + down), text, small, ink)

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        font, metrics = self._font(tokens.VALUE_PX)
        text = self.tr("Every product is 0.")
        _write(painter, QPointF(0, metrics.ascent()), text, font, ink)

    def _small(self) -> QFont:
        return in_pixels(self.font(), tokens.TEXT_PX)


def _factors(term: Term) -> str:
    return f"{signed(term.value)} × {signed(term.weight)}"


def _product_texts(term: Term) -> tuple[str, str]:
    return short(term.product), f"  → {short(term.running)}"


def _write(painter: QPainter, at: QPointF, text: str, font: QFont, ink: QColor) -> None:
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(at, text)

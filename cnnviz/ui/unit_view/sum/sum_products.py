"""The numbers of a sum in lines and columns, painted where they can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart, SumExpression
from cnnviz.ui.accessibility.cell_source import CellSource
from cnnviz.ui.accessibility.read_list import ReadList
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold
from cnnviz.ui.unit_view.layers import hues_of
from cnnviz.ui.unit_view.sum.sum_copy_text import list_separator
from cnnviz.ui.unit_view.unit import Unit

LINE_HEIGHT: Final = 24
LINES: Final = 3
"""Lines that are seen at once."""

_CHIP_MARGIN: Final = 5
_SIDE: Final = 2
_ABSENT: Final = "–"


def signed(value: float) -> str:
    """Write a factor: a negative one in brackets, as on the blackboard."""
    text = short(value)
    return f"({text})" if value < 0 else text


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """One channel's numbers: the lines that they take from ``first_line`` on."""

    part: ChannelPart
    name: str
    texts: tuple[str, ...]
    first_line: int


@dataclass(frozen=True, slots=True)
class _Signs:
    """What stands before, between and after the numbers of a sum."""

    opening: str = ""
    between: str = "+"
    closing: str = ""


class SumProducts(QWidget):
    """Paints numbers in a grid of lines, only those that can be seen.

    Of a window with too many numbers it says how many there are.
    """

    def __init__(self) -> None:
        super().__init__()
        self._unit: Unit | None = None
        self._parts: tuple[ChannelPart, ...] = ()
        self._blocks: list[_Block] = []
        self._shape: tuple[object, ...] = ()
        self._signs = _Signs()
        self._left = self._widest = 0.0  # where the numbers begin; the widest of them
        self._columns = 1
        self._advances: dict[str, float] = {}

    def render_parts(self, unit: Unit | None, parts: Sequence[ChannelPart]) -> None:
        """Write out some channels of a sum, or nothing."""
        self._unit, self._parts = unit, tuple(parts)
        shape = (
            len(self._parts),
            None if unit is None else unit.operation.title().rule,
            *(part.values_hw.shape for part in self._parts[:1]),
            *(
                part.weights_hw.tobytes()
                for part in parts
                if part.weights_hw is not None
            ),
        )
        if shape != self._shape:  # of the same kernel, columns never grow narrower
            self._shape, self._widest = shape, 0.0
        self._place()
        self.update()

    def accessible_cells(self) -> CellSource:
        """Return the numbers that are written out: a screen reader finds each."""
        return ReadList(
            lambda: sum(len(block.texts) for block in self._blocks),
            lambda index: self._written(index)[1],
            self._box_of,
        )

    def _written(self, index: int) -> tuple[QPointF, str]:
        """Return where a number stands, and what is written there."""
        for block in self._blocks:
            if index < len(block.texts):
                break
            index -= len(block.texts)
        line, column = divmod(index, self._columns)
        y = (block.first_line + line) * LINE_HEIGHT
        return QPointF(self._left + column * self._pitch(), y), block.texts[index]

    def _box_of(self, index: int) -> QRectF:
        at, _ = self._written(index)
        return QRectF(at, QSizeF(self._widest + 2 * _CHIP_MARGIN, LINE_HEIGHT))

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._advances.clear()
            self._widest = 0.0
            self._place()
        super().changeEvent(event)

    def _advance(self, text: str) -> float:
        """Return a text's width, letter by letter: far cheaper than laying it out."""
        known = self._advances
        for letter in text:
            if letter not in known:
                metrics = QFontMetricsF(self.font())
                known[letter] = metrics.horizontalAdvance(letter)
        return sum([known[letter] for letter in text])

    def _place(self) -> None:
        """Share the width out into columns, and count the lines."""
        unit = self._unit
        if unit is None or not unit.expression.is_written:
            self._blocks = []
            self.setMinimumHeight(LINE_HEIGHT)
            return
        texts = [_texts(part) for part in self._parts]
        widest = max(self._advance(text) for part in texts for text in set(part))
        self._widest = max(self._widest, widest)
        self._signs = _signs_of(unit.expression)
        self._left = self._advance(self._signs.opening)
        names = [unit.mark(part.channel) for part in self._parts]
        if len(names) > 1:  # before the opening bracket
            self._left += max(map(self._advance, names)) + 8
        room = self.width() - self._left - self._advance(self._signs.closing) - _SIDE
        fit = max(1, int(room // self._pitch()))
        self._columns = _columns(fit, len(texts[0]), self._parts[0].values_hw.shape[1])
        self._blocks, line = [], 0
        for part, name, part_texts in zip(self._parts, names, texts, strict=True):
            self._blocks.append(_Block(part, name, part_texts, line))
            line += -(-len(part_texts) // self._columns)
        height = line * LINE_HEIGHT
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    def _pitch(self) -> float:
        gap = self._advance(self._signs.between) + 8
        return self._widest + 2 * _CHIP_MARGIN + gap

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._unit is not None and not self._unit.expression.is_written:
                self._paint_words(painter, self._parts[0])
            seen = event.rect()
            for block in self._blocks:
                top = block.first_line * LINE_HEIGHT
                lines = -(-len(block.texts) // self._columns)
                if top <= seen.bottom() and top + lines * LINE_HEIGHT >= seen.top():
                    self._paint_block(painter, block, seen.top(), seen.bottom())

    def _paint_words(self, painter: QPainter, part: ChannelPart) -> None:
        """Say how many numbers there are, in their place."""
        rows, columns = map(whole, part.size)
        text = self.tr("{rows} × {columns} numbers: too many to write out")
        ink = self.palette().color(QPalette.ColorRole.PlaceholderText)
        painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            QRectF(self.rect()), flags, text.format(rows=rows, columns=columns)
        )

    def _paint_block(
        self, painter: QPainter, block: _Block, top: int, bottom: int
    ) -> None:
        y = block.first_line * LINE_HEIGHT
        first = max((top - y) // LINE_HEIGHT, 0) * self._columns
        end = ((bottom - y) // LINE_HEIGHT + 1) * self._columns
        if len(self._blocks) > 1:
            self._paint_text(painter, QRectF(0, y, 0, LINE_HEIGHT), block.name)
        if first == 0:
            opening = self._signs.opening
            at = self._left - self._advance(opening)
            self._paint_text(painter, QRectF(at, y, 0, LINE_HEIGHT), opening)
        self._paint_products(painter, block, range(first, min(end, len(block.texts))))

    def _paint_text(self, painter: QPainter, place: QRectF, text: str) -> None:
        """Write a text from the left end of a place on."""
        painter.setPen(self.palette().windowText().color())
        place.setWidth(self._advance(text) + 8)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(0, 0, 0, -1), flags, text)

    def _paint_products(self, painter: QPainter, block: _Block, indices: range) -> None:
        """Paint some of a channel's numbers, each on the hue of its weight."""
        role, part = QPalette.ColorRole, block.part
        hues = hues_of(*part.size)
        plain = self.palette().color(role.Mid)
        inks = [
            self.palette().color(r) for r in (role.WindowText, role.PlaceholderText)
        ]
        left, pitch = self._left, self._pitch()
        width, height = self._widest + 2 * _CHIP_MARGIN, LINE_HEIGHT - 5
        baseline, kernel_columns = self._baseline(height), part.values_hw.shape[1]
        for index in indices:
            line, column = divmod(index, self._columns)
            row, cell = divmod(index, kernel_columns)
            x = left + column * pitch
            y = (block.first_line + line) * LINE_HEIGHT + 2
            is_dim = bool(part.dim_hw[row, cell])
            chip = QRectF(x, y, width, height)
            _paint_chip(painter, chip, hues[row][cell] if hues else plain, is_dim)
            ink, text = inks[is_dim], block.texts[index]
            painter.setPen(ink)
            if part.winner == (row, cell):
                self._paint_winner(painter, chip, ink, text)
            else:
                middle = x + (width - self._advance(text)) / 2
                painter.drawText(QPointF(middle, y + baseline), text)
            after = self._after(block, index)
            painter.setPen(inks[0])
            painter.drawText(QPointF(x + width + 4, y + baseline), after)

    def _baseline(self, height: float) -> float:
        """Return how far below the top of a chip its letters stand."""
        metrics = QFontMetricsF(self.font())
        return (height + metrics.ascent() - metrics.descent()) / 2

    def _paint_winner(
        self, painter: QPainter, chip: QRectF, ink: QColor, text: str
    ) -> None:
        painter.setPen(QPen(ink, tokens.LINE_STRONG))
        painter.drawRect(chip.adjusted(1, 1, -1, 0))
        painter.setPen(ink)
        painter.setFont(bold(self.font()))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())

    def _after(self, block: _Block, index: int) -> str:
        """Return what stands after a number: plus, comma, or what closes the sum."""
        ends = index == len(block.texts) - 1 and block is self._blocks[-1]
        return self._signs.closing if ends else self._signs.between


def _texts(part: ChannelPart) -> tuple[str, ...]:
    """Return what is written for each cell of the window, in reading order."""
    known: dict[float, str] = {}

    def written(value: float) -> str:
        """Return a number with its sign; each is written once."""
        if value not in known:
            known[value] = signed(value)
        return known[value]

    values = part.values_hw.ravel().tolist()
    if part.weights_hw is None:
        plain = part.winner is not None
        absent = part.absent_hw.ravel().tolist()
        return tuple(
            _ABSENT if is_absent else short(value) if plain else written(value)
            for value, is_absent in zip(values, absent, strict=True)
        )
    weights = part.weights_hw.ravel().tolist()
    return tuple(
        f"{written(value)}×{written(weight)}"
        for value, weight in zip(values, weights, strict=True)
    )


def _columns(fit: int, count: int, kernel_columns: int) -> int:
    """Return how many numbers stand in a line; whole rows of the kernel, if that fits."""
    if fit >= count:
        return count
    whole_rows = fit - fit % kernel_columns
    if whole_rows and -(-count // whole_rows) <= max(LINES, -(-count // fit)):
        return whole_rows
    return fit


def _signs_of(written: SumExpression) -> _Signs:
    if written.function:
        return _Signs(f"{written.function}( ", list_separator().strip(), ")")
    if written.divisor is None:
        return _Signs()
    return _Signs("( ", "+", f") / {whole(written.divisor)}")


def _paint_chip(painter: QPainter, chip: QRectF, hue: QColor, is_dim: bool) -> None:
    tint, line = _chip_colours(hue.rgb(), is_dim)
    painter.fillRect(chip, tint)
    painter.fillRect(QRectF(chip.left(), chip.bottom() - 2, chip.width(), 3), line)


@lru_cache(maxsize=512)
def _chip_colours(rgb: int, is_dim: bool) -> tuple[QColor, QColor]:
    """Return the colours of a chip and of the line under it."""
    tint, line = QColor(rgb), QColor(rgb)
    tint.setAlphaF(tokens.MIX_TRACE if is_dim else tokens.MIX_CHIP)
    line.setAlphaF(tokens.MIX_FADED if is_dim else 1.0)
    return tint, line

"""What each input channel adds to the sum, as chips to choose a channel with."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.ui.keyboard.tab_order import put_before
from cnnviz.ui.numbers import full, short
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold
from cnnviz.ui.theme.theme import paint_rounded
from cnnviz.ui.unit_view.chip_lines import even_room, lines_of
from cnnviz.ui.unit_view.unit import Unit

HEIGHT: Final = 32
_MOST_LINES: Final = 2
"""Lines of chips that are seen at once; the others are scrolled to."""

_MARGIN: Final = 7
_MOST_CHIPS: Final = 48
"""Of more channels than this, those that add or take away least have one number."""


class SumChip(QAbstractButton):
    """A number with its name; pressed while it is what the stage shows.

    Not in a button group: there the Tab key reaches one chip only.

    Signals
    -------
    chosen(channel)
        The chip was pressed.
    reached(channel)
        The keyboard came to it.
    """

    chosen = Signal(int)
    reached = Signal(int)

    def __init__(self, channel: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.channel = channel
        self._room = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)

    def render_text(self, text: str) -> None:
        """Show name and number; the chip grows with them, and never shrinks."""
        if text == self.text():
            return
        self.setText(text)
        room = QFontMetrics(bold(self.font())).horizontalAdvance(text)
        if room > self._room:
            self._room = room
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._room + 2 * _MARGIN, HEIGHT)

    @override
    def nextCheckState(self) -> None:
        """Leave it to the state which channel is shown."""

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(self.channel)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit(self.channel)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look, role = self.palette(), QPalette.ColorRole
            chip = QRectF(self.rect()).adjusted(1, 4, -1, -4)
            edge = role.Accent if self.isChecked() or self.hasFocus() else role.Mid
            width = tokens.LINE_STRONG if self.isChecked() else tokens.LINE_THIN
            painter.setPen(QPen(look.color(edge), width))
            hovered = self.underMouse() and self.isEnabled()
            painter.setBrush(look.color(role.Midlight if hovered else role.Base))
            paint_rounded(painter, chip, tokens.RADIUS_CHIP)
            if self.hasFocus():
                ring = look.color(role.Accent)
                painter.setPen(QPen(ring, tokens.LINE_THIN, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                inner = chip.adjusted(3, 3, -3, -3)
                paint_rounded(painter, inner, tokens.RADIUS_RING)
            painter.setFont(bold(self.font()) if self.isChecked() else self.font())
            painter.setPen(look.color(role.Text))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self.text())


def _largest(parts: Sequence[ChannelPart], shown: int) -> Sequence[ChannelPart]:
    """Return those that add or take away most, and the shown one, in their order."""
    if len(parts) <= _MOST_CHIPS:
        return parts
    by_size = sorted(
        parts, key=lambda part: (part.channel != shown, -abs(part.total), part.channel)
    )
    return sorted(by_size[:_MOST_CHIPS], key=lambda part: part.channel)


class ChannelSums(QScrollArea):
    """One chip for each input channel, with plus signs between them, in lines.

    Whoever shows it says how much room there is (`fit`). Of more than two lines the
    others are scrolled to: with the wheel, or with the Tab key from chip to chip.

    Signals
    -------
    channel_chosen(channel)
        An input channel's chip was pressed.
    """

    channel_chosen = Signal(int)

    def __init__(self, next_stop: QWidget, parent: QWidget) -> None:
        """Make no chip yet; from the last one the Tab key goes to ``next_stop``."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.verticalScrollBar().setSingleStep(HEIGHT)
        self.viewport().setAutoFillBackground(False)
        self._strip = QWidget()
        self._strip.setAutoFillBackground(False)
        self.setWidget(self._strip)
        self._chips: list[SumChip] = []
        self._signs: list[QLabel] = []
        self._next_stop = next_stop
        self._rest = QLabel(self._strip)
        self._rest.hide()
        self._shown = -1
        self._room, self._size = 0, QSize(0, HEIGHT)
        self._widths: tuple[int, ...] = ()

    @property
    def line_count(self) -> int:
        """How many lines of chips are seen at once."""
        return self._size.height() // HEIGHT

    def render_sums(self, unit: Unit) -> None:
        """Show what each channel gives; pressed is the one whose window is seen."""
        shown = unit.part().channel
        parts = _largest(unit.expression.parts, shown)
        if len(parts) != len(self._chips):
            self._make_chips([part.channel for part in parts])
        tip = self.tr("Channel {name}: {sum}. Click to see its window and products.")
        for part, chip in zip(parts, self._chips, strict=True):
            chip.channel = part.channel
            name = unit.mark(part.channel)
            chip.render_text(f"{name} {short(part.total, 6)}")
            text = tip.format(name=name, sum=full(part.total))
            set_names(chip, f"channel_chip_{part.channel}", text, text)
            chip.setChecked(part.channel == shown)
        self._write_rest(unit.expression.parts, parts)
        self._place()
        if shown != self._shown:
            self._shown = shown
            self._reveal(shown)

    def chip(self, channel: int) -> SumChip | None:
        """Return the chip of a channel; ``None`` of one that has none."""
        return next((one for one in self._chips if one.channel == channel), None)

    def fit(self, room: int) -> None:
        """Take so many pixels in width at most, in lines of much the same length."""
        if room != self._room:
            self._room, self._widths = room, ()
            self._place()
            self._reveal(self._shown)

    def _place(self) -> None:
        """Share the chips out into lines, where any of them has another width."""
        gap = tokens.SPACE_CHIP
        sign = self._signs[0].sizeHint().width() + gap if self._signs else 0
        widths = [chip.sizeHint().width() + sign for chip in self._chips]
        if self._rest.isVisibleTo(self._strip):
            widths[-1] -= sign  # what follows begins with its own sign
            widths.append(self._rest.sizeHint().width())
        elif widths:
            widths[-1] -= sign
        if tuple(widths) == self._widths or not self._room:
            return
        self._widths, room = tuple(widths), self._room
        if len(lines_of(widths, room, gap)) > _MOST_LINES:
            room -= self.verticalScrollBar().sizeHint().width()
        room = even_room(widths, room, gap)
        lines = lines_of(widths, room, gap)
        self._strip.resize(room, len(lines) * HEIGHT)
        parts = *self._chips, self._rest
        for line, indices in enumerate(lines):
            x, y = 0, line * HEIGHT
            for index in indices:
                part, width = parts[index], parts[index].sizeHint().width()
                part.setGeometry(x, y, width, HEIGHT)
                if index < len(self._signs):
                    at = x + width + gap
                    self._signs[index].setGeometry(at, y, sign - gap, HEIGHT)
                x += widths[index] + gap
        bar = self.verticalScrollBar().sizeHint().width()
        room += bar * (len(lines) > _MOST_LINES)
        self._size = QSize(room, min(len(lines), _MOST_LINES) * HEIGHT)
        self.updateGeometry()

    def _write_rest(
        self, parts: Sequence[ChannelPart], written: Sequence[ChannelPart]
    ) -> None:
        """Say what the channels without a chip give together."""
        count = len(parts) - len(written)
        self._rest.setVisible(bool(count))
        if count:
            total = sum(part.total for part in parts)
            total -= sum(part.total for part in written)
            text = self.tr("+ {count} smaller {count|one|ones} {sum}")
            self._rest.setText(filled(text, count=count, sum=short(total, 6)))

    def _make_chips(self, channels: list[int]) -> None:
        for old in (*self._chips, *self._signs):
            old.hide()
            old.deleteLater()
        self._chips, self._signs = [], []
        for channel in channels:
            if self._chips:
                self._signs.append(QLabel("+", self._strip))
            chip = SumChip(channel, self._strip)
            chip.chosen.connect(self.channel_chosen)
            chip.reached.connect(self._reveal)
            self._chips.append(chip)
        for made in (*self._chips, *self._signs):
            made.show()
        self._widths = ()
        put_before(self._chips, self._next_stop)
        self._shown = -1

    @Slot(int)
    def _reveal(self, channel: int) -> None:
        """Scroll to a channel's chip, where not all have room."""
        chip = self.chip(channel)
        if chip is not None:
            self.ensureWidgetVisible(chip, 0, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reveal(self._shown)

    @override
    def sizeHint(self) -> QSize:
        return self._size

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(self._widths, default=0)
        return QSize(min(widest, self._size.width()), self._size.height())

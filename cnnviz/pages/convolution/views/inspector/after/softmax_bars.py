"""The totals of all output channels at one cell, and the shares softmax makes of them."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.activation.activations import ActivationSpec, activate
from cnnviz.engine.convolution.walk import Outcome
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.numbers import full, short, sure_percent
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import theme_of

_ROW: Final = 20


class SoftmaxBars(QScrollArea):
    """One line for each output channel; the own one is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bars have it, and scroll
        self._bars = _Bars()
        self._bars.cell_hovered.connect(self._on_cell_hovered)
        self._bars.setAutoFillBackground(False)
        self.setWidget(self._bars)
        self.setFocusProxy(self._bars)
        self._channel = -1

    def render_outcome(self, outcome: Outcome, channel: int) -> None:
        """Show the shares at a cell; ``channel`` is the own one."""
        totals = list(outcome.others)
        totals.insert(channel, outcome.total)
        self._bars.render_totals(totals, channel)
        if channel != self._channel:
            self._channel = channel
            self.ensureVisible(0, channel * _ROW + _ROW // 2, 0, _ROW)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._bars.setAccessibleName(name)

    @Slot(int, int)
    def _on_cell_hovered(self, row: int, _column: int) -> None:
        if self._bars.hasFocus():
            self.ensureVisible(0, row * _ROW + _ROW // 2, 0, _ROW)

    @property
    def shares(self) -> list[float]:
        """What is shown of each output channel."""
        return self._bars.shares

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, min(5 * _ROW, self._bars.minimumHeight()))


class _Bars(CellGrid):
    """Paints number, total, bar and share of each output channel."""

    def __init__(self) -> None:
        super().__init__()
        self._totals: list[float] = []
        self.shares: list[float] = []
        self._channel = 0

    def render_totals(self, totals: list[float], channel: int) -> None:
        """Show the softmax of the totals, and mark a channel."""
        if (totals, channel) == (self._totals, self._channel):
            return
        self._totals, self._channel = totals, channel
        spec = ActivationSpec(kind="softmax")
        self.shares = activate(np.array(totals), spec).tolist()
        self.setMinimumHeight(len(totals) * _ROW)
        self.update()

    @override
    def readable(self) -> tuple[range, range]:
        """Return one row for each output, in one column."""
        return range(len(self._totals)), range(1)

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        row = int(point.y() // _ROW)
        return (row, 0) if 0 <= row < len(self._totals) else None

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(0, row * _ROW, self.width(), _ROW)

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return a total and the share that it becomes."""
        return f"{full(self._totals[row])} → {sure_percent(self.shares[row])}"

    @override
    def place_words(self, row: int, column: int) -> str:
        return self.tr("output {number}").format(number=row + 1)

    @override
    def numbers(self) -> Rows | None:
        """Return totals and shares as two columns; None before there are any."""
        return np.column_stack((self._totals, self.shares)) if self._totals else None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            top, bottom = event.rect().top() // _ROW, event.rect().bottom() // _ROW
            for index in range(max(top, 0), min(bottom + 1, len(self._totals))):
                self._paint_row(painter, index)
            if self.hovered_cell is not None:
                line = self.box_of(*self.hovered_cell)
                self.paint_reading(painter, line.adjusted(1, 1, -2, -2))
            self.paint_focus(painter)

    def _paint_row(self, painter: QPainter, index: int) -> None:
        y, is_own = index * _ROW, index == self._channel
        font = QFont(self.font())
        font.setBold(is_own)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        name = f"▸{index + 1}" if is_own else str(index + 1)
        painter.drawText(QRectF(0, y, 30, _ROW), right, name)
        painter.drawText(QRectF(32, y, 64, _ROW), right, short(self._totals[index]))
        share, end = self.shares[index], self.width() - 58
        painter.drawText(QRectF(end, y, 56, _ROW), right, sure_percent(share))
        ground = QRectF(104, y + 4, max(end - 108, 1), _ROW - 8)
        painter.fillRect(ground, self.palette().color(QPalette.ColorRole.AlternateBase))
        ground.setWidth(ground.width() * share)
        colours = tokens.PLOT_INKS[theme_of(self.palette())]
        painter.fillRect(ground, QColor(colours[1 if is_own else 0]))

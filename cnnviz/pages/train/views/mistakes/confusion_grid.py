"""What a network takes for what, as a grid of counts."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.training.mistakes import Confusion
from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.canvas.fineness import enlargement
from cnnviz.ui.canvas.grid_cells import block_image
from cnnviz.ui.canvas.grid_numbers import is_numbered
from cnnviz.ui.numbers import percent, whole, whole_percent
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.theme import is_dark, mixed, theme_of

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_STEPS: Final = 64
_MOST_INK: Final = 0.8
_LONGEST: Final = 9
_MOST_LABELS: Final = 90.0
"""Pixels that the names of the rows may take."""


class ConfusionGrid(CellGrid):
    """Paint the counts, a row for each class shown, a column for each class said.

    Right ones lie on the diagonal in blue, mistakes beside it in orange; the more of its
    row lie in a cell, the stronger it is.

    Signals
    -------
    cell_chosen(true, said)
        A cell was clicked, or opened with Return.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._counts: Confusion = np.zeros((0, 0), np.int64)
        self._shares: NDArray[np.float64] = np.zeros((0, 0))
        self._chosen: Cell | None = None
        self._shows_shares = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._retranslate()

    def render_counts(self, labels: tuple[str, ...], counts: Confusion | None) -> None:
        """Show other counts; ``None`` shows none."""
        if counts is None:
            labels, counts = (), np.zeros((0, 0), np.int64)
        self._labels = tuple(plain(label, _LONGEST) for label in labels)
        self._counts = counts
        rows_n1 = counts.sum(axis=1, keepdims=True)
        self._shares = counts / np.maximum(rows_n1, 1)
        self.update()

    def choose(self, cell: Cell | None) -> None:
        """Mark the cell whose pictures are shown."""
        if cell != self._chosen:
            self._chosen = cell
            self.update()

    def show_shares(self, shares: bool) -> None:
        """Write shares of the row instead of counts."""
        self._shows_shares = shares
        self.update()

    # where things lie

    @property
    def _side(self) -> float:
        count = max(len(self._labels), 1)
        left, top = self._margins
        room = min(self.width() - left - 2, self.height() - top - 2)
        return max(1.0, room / count)

    @property
    def _margins(self) -> tuple[float, float]:
        metrics = QFontMetricsF(in_pixels(self.font(), tokens.AXIS_PX))
        line = metrics.height() + tokens.SPACE_XS
        widest = max(map(metrics.horizontalAdvance, self._labels), default=0.0)
        return line + min(widest, _MOST_LABELS) + tokens.SPACE_M, 2 * line

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        (left, top), side = self._margins, self._side
        return QRectF(left + column * side, top + row * side, side, side)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        (left, top), side = self._margins, self._side
        row, column = int((point.y() - top) // side), int((point.x() - left) // side)
        count = len(self._labels)
        return (row, column) if 0 <= row < count and 0 <= column < count else None

    @override
    def readable(self) -> tuple[range, range]:
        return range(len(self._labels)), range(len(self._labels))

    @override
    def number_at(self, row: int, column: int) -> str:
        return filled(
            self.tr("{count} {count|picture|pictures}, {share} of those that show it"),
            count=int(self._counts[row, column]),
            share=percent(float(self._shares[row, column])),
        )

    @override
    def place_words(self, row: int, column: int) -> str:
        text = self.tr("shows {true}, said {said}")
        return text.format(true=self._labels[row], said=self._labels[column])

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        return self._counts if len(self._counts) else None

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(180, 180)

    @override
    def sizeHint(self) -> QSize:
        return QSize(420, 420)

    # what a hand does

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self.cell_chosen.emit(*cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the cell that is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self.cell_chosen.emit(*self._cell)
        else:
            super().keyPressEvent(event)

    # how it looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._labels:
            return
        with QPainter(self) as painter:
            painter.setFont(in_pixels(self.font(), tokens.AXIS_PX))
            self._paint_axes(painter)
            self._paint_cells(painter)
            if is_numbered(self._side, enlargement(self)):
                self._paint_numbers(painter)
            if self._chosen is not None:
                ink = self.palette().color(QPalette.ColorRole.WindowText)
                painter.setPen(ink)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.box_of(*self._chosen).adjusted(0, 0, -1, -1))
            if self._cell is not None:
                box = self.box_of(*self._cell)
                self.paint_reading(painter, box.adjusted(1, 1, -2, -2))
            self.paint_focus(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        palette, side, align = self.palette(), self._side, Qt.AlignmentFlag
        (left, top), across = self._margins, self._side * len(self._labels)
        line = painter.fontMetrics().height() + tokens.SPACE_XS
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            QRectF(left, 0, across, line), align.AlignCenter, self.tr("what was said")
        )
        painter.save()
        painter.translate(0, top + across)
        painter.rotate(-90)
        shows = self.tr("what the picture shows")
        painter.drawText(QRectF(0, 0, across, line), align.AlignCenter, shows)
        painter.restore()
        if side < painter.fontMetrics().height():
            return  # no room for the names of so many
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        elided, metrics = Qt.TextElideMode.ElideRight, painter.fontMetrics()
        for index, label in enumerate(self._labels):
            name = metrics.elidedText(label, elided, int(side))
            above = QRectF(left + index * side, top - line, side, line)
            painter.drawText(above, align.AlignCenter, name)
            beside = QRectF(line, top + index * side, left - line - 4, side)
            painter.drawText(beside, align.AlignRight | align.AlignVCenter, label)

    def _paint_cells(self, painter: QPainter) -> None:
        count, (left, top) = len(self._labels), self._margins
        right, wrong = (self._tints(one) for one in self._inks())
        # The root: a handful of mistakes among a thousand must still be seen.
        strength = np.ceil(np.sqrt(self._shares) * (_STEPS - 1)).astype(np.intp)
        pixels = wrong[strength]
        np.fill_diagonal(pixels, right[strength.diagonal()])
        across = self._side * count
        painter.drawImage(QRectF(left, top, across, across), block_image(pixels))
        if self._side >= tokens.CELL_LEAST_PX:
            painter.setPen(self.palette().color(QPalette.ColorRole.Window))
            for index in range(count + 1):
                at = index * self._side
                painter.drawLine(
                    QPointF(left + at, top), QPointF(left + at, top + across)
                )
                painter.drawLine(
                    QPointF(left, top + at), QPointF(left + across, top + at)
                )

    def _inks(self) -> tuple[QColor, QColor]:
        first, second = tokens.PLOT_INKS[theme_of(self.palette())]
        return QColor(first), QColor(second)

    def _tints(self, ink: QColor) -> NDArray[np.uint32]:
        """Return the grounds of cells, from that of an empty one to the strongest."""
        base = self.palette().color(QPalette.ColorRole.Base)
        shares = np.linspace(0, _MOST_INK, _STEPS)
        return np.array([mixed(ink, base, one).rgba() for one in shares], np.uint32)

    def _paint_numbers(self, painter: QPainter) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        faint = mixed(text, palette.color(QPalette.ColorRole.Base), tokens.MIX_EDGE)
        painter.setFont(in_pixels(self.font(), self._number_px()))
        for row, counts in enumerate(self._counts):
            for column, count in enumerate(counts):
                share = float(self._shares[row, column])
                strong = np.sqrt(share) * _MOST_INK > tokens.MIX_HALF
                ink = self._on_strong() if strong else text if count else faint
                painter.setPen(ink)
                box = self.box_of(row, column)
                written = self._written(int(count), share)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, written)

    def _on_strong(self) -> QColor:
        return tokens.BLACK if is_dark(self.palette()) else tokens.WHITE

    def _written(self, count: int, share: float) -> str:
        if not self._shows_shares:
            return whole(count)
        return whole_percent(share).replace(" ", "").removesuffix("%")

    def _number_px(self) -> int:
        """Return the largest size in which the longest number fits into a cell."""
        longest = self._written(int(self._counts.max()), 1.0)
        for size in range(tokens.CELL_MOST_PX - 2, tokens.CELL_LEAST_PX, -1):
            metrics = QFontMetricsF(in_pixels(self.font(), size))
            if metrics.horizontalAdvance(longest) <= self._side - 4:
                return size
        return tokens.CELL_LEAST_PX

    @override
    def _retranslate(self) -> None:
        set_names(
            self,
            "confusion_grid",
            self.tr("What the network takes for what"),
            self.tr("Click a cell to see its pictures"),
        )
        self.update()

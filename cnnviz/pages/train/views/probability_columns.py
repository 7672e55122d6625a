"""The answer of the network as ten columns."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.numbers import percent
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import mixed


class ProbabilityColumns(CellGrid):
    """Paint one column a label, the highest in the accent colour with its share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._probabilities: NDArray[np.float32] | None = None
        self._labels: tuple[str, ...] = tuple("0123456789")
        self._name = ""
        self.setMinimumHeight(76)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_name(self, name: str) -> None:
        """Name the columns for those who hear them."""
        self._name = name
        self._describe()

    def render_probabilities(
        self, probabilities: NDArray[np.float32] | None, labels: tuple[str, ...]
    ) -> None:
        """Show an answer; ``None`` leaves the places empty."""
        if probabilities is not self._probabilities:
            self._probabilities = probabilities
            self._labels = labels
            self._describe()
            self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self._name)
        if self._probabilities is None:
            self.setAccessibleDescription("")
            return
        best = int(self._probabilities.argmax())
        share = percent(float(self._probabilities[best]))
        self.setAccessibleDescription(f"{self._labels[best]}: {share}")

    @override
    def readable(self) -> tuple[range, range]:
        """Return one column for each class, in one row."""
        return range(1), range(len(self._labels))

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        column = int(point.x() * len(self._labels) // max(self.width(), 1))
        return (0, column) if 0 <= column < len(self._labels) else None

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return a class's probability in per cent; "" before there is one."""
        shares = self._probabilities
        return "" if shares is None else percent(float(shares[column]))

    @override
    def place_words(self, row: int, column: int) -> str:
        return self._labels[column]

    @override
    def numbers(self) -> Rows | None:
        """Return the probabilities as a row; None before there are any."""
        shares = self._probabilities
        return None if shares is None else shares[np.newaxis]

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, 96)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = painter.fontMetrics().height()
            width = self.width() / len(self._labels)
            room = self.height() - 2 * line - 4
            for index, label in enumerate(self._labels):
                place = QRectF(index * width + 4, line + 2, width - 8, room)
                self._paint_column(painter, place, index)
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                under = QRectF(index * width, self.height() - line, width, line)
                painter.drawText(under, Qt.AlignmentFlag.AlignCenter, label)
            if self.hovered_cell is not None:
                left = self.hovered_cell[1] * width
                box = QRectF(left, 0, width, self.height()).adjusted(1, 1, -2, -2)
                self.paint_reading(painter, box)
            self.paint_focus(painter)

    def _paint_column(self, painter: QPainter, place: QRectF, index: int) -> None:
        look = self.palette()
        ground = look.color(QPalette.ColorRole.Window)
        accent = look.color(QPalette.ColorRole.Accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            mixed(look.color(QPalette.ColorRole.WindowText), ground, tokens.MIX_WELL)
        )
        painter.drawRect(place)
        if self._probabilities is None:
            return
        share = float(self._probabilities[index])
        best = index == int(self._probabilities.argmax())
        painter.setBrush(accent if best else mixed(accent, ground, tokens.MIX_AXIS))
        painter.drawRect(place.adjusted(0, place.height() * (1 - share), 0, 0))
        if best:
            painter.setPen(look.color(QPalette.ColorRole.WindowText))
            over = QRectF(place.center().x() - 40, 0, 80, place.top() - 1)
            over.moveLeft(min(max(0.0, over.left()), self.width() - over.width()))
            painter.drawText(over, Qt.AlignmentFlag.AlignCenter, percent(share))

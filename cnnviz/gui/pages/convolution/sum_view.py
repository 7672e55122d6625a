"""The sum behind one output number, written out with its numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.convolution.stepping import Step
from cnnviz.gui.numbers import short
from cnnviz.gui.pages.convolution.weight_hues import weight_hues

LINE_HEIGHT = 24
_GAP = 4
_CHIP_MARGIN = 5


@dataclass(frozen=True, slots=True)
class Term:
    """One product of the sum, with its weight's hue; no hue for the bias."""

    text: str
    hue: QColor | None


def signed(value: float) -> str:
    """Write a factor: a negative one in brackets, as on the blackboard."""
    text = short(value)
    return f"({text})" if value < 0 else text


def sum_terms(step: Step) -> list[Term]:
    """Return the terms of a step's sum in the order of the kernel's cells."""
    _, rows, columns = step.kernel_chw.shape
    hues = weight_hues(rows, columns)
    return [
        Term(
            f"{signed(float(step.window_chw[channel, i, j]))}×"
            f"{signed(float(step.kernel_chw[channel, i, j]))}",
            hues[i][j],
        )
        for channel in range(len(step.kernel_chw))
        for i in range(rows)
        for j in range(columns)
    ]


class SumView(QScrollArea):
    """All products of a step in a row, wrapped; scrolls inside its own place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(3 * LINE_HEIGHT + 4)
        self.viewport().setAutoFillBackground(False)
        self._terms = _Terms()
        self._terms.setAutoFillBackground(False)
        self.setWidget(self._terms)

    def render_step(self, step: Step | None) -> None:
        """Show the products of a step, or nothing."""
        self._terms.render_terms([] if step is None else sum_terms(step))
        self._accept_focus()

    def text(self) -> str:
        """Return the terms as one line."""
        return self._terms.text()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._accept_focus()

    def _accept_focus(self) -> None:
        """Be a stop of the Tab key only where there is something to scroll to."""
        scrolls = self._terms.minimumHeight() > self.viewport().height()
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if scrolls else policy.NoFocus)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()


class _Terms(QWidget):
    """Paints terms as chips, each underlined in its weight's hue."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Term] = []
        self._places: list[QRect] = []

    def text(self) -> str:
        return " + ".join(term.text for term in self._items)

    def render_terms(self, terms: list[Term]) -> None:
        self._items = terms
        self._place()
        self.setAccessibleDescription(self.text())
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.minimumHeight())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Put the terms into lines, as many as fit into the width."""
        metrics = QFontMetrics(self.font())
        plus = metrics.horizontalAdvance("+") + 2 * _GAP
        x, y = 0, 0
        self._places = []
        for term in self._items:
            width = metrics.horizontalAdvance(term.text) + 2 * _CHIP_MARGIN
            if x and x + width + plus > self.width():
                x, y = 0, y + LINE_HEIGHT
            self._places.append(QRect(QPoint(x, y), QSize(width, LINE_HEIGHT)))
            x += width + plus
        height = y + LINE_HEIGHT
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self.palette().windowText().color()
        plus = QFontMetrics(self.font()).horizontalAdvance("+")
        last = len(self._items) - 1
        for index, (term, place) in enumerate(
            zip(self._items, self._places, strict=True)
        ):
            if not place.intersects(event.rect().adjusted(0, 0, 99, 0)):
                continue
            chip = QRectF(place).adjusted(0, 2, 0, -3)
            if term.hue is not None:
                _paint_chip(painter, chip, term.hue)
            painter.setPen(ink)
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, term.text)
            if index < last:
                after = QRectF(chip.right() + _GAP, chip.top(), plus + 1, chip.height())
                painter.drawText(after, Qt.AlignmentFlag.AlignCenter, "+")
        painter.end()


def _paint_chip(painter: QPainter, chip: QRectF, hue: QColor) -> None:
    tint = QColor(hue)
    tint.setAlphaF(0.16)
    painter.fillRect(chip, tint)
    painter.fillRect(QRectF(chip.left(), chip.bottom() - 2, chip.width(), 3), hue)

"""How many pictures each class has, as bars that choose the class."""

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
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.data.data_words import DataWords
from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.theme import mixed, theme_of

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROW: Final = 26
_HEAD: Final = 22
"""Of the line that says which colour is which part."""

_MOST_NAME: Final = 120.0


class ClassBars(CellGrid):
    """A row for all pictures, and one for each class: its name, a bar, its counts.

    The bar has as many parts as there are splits, training first.

    Signals
    -------
    class_chosen(label)
        A row was clicked, or chosen with Return: a class, or ``None`` for all.
    """

    class_chosen = Signal(object)

    def __init__(self, words: DataWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._counts: NDArray[np.int64] = np.zeros((1, 0), np.int64)
        self._chosen = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def render_counts(self, counts: NDArray[np.int64], label: int | None) -> None:
        """Show the counts, ``splits x classes``, and which class is chosen."""
        self._counts = counts
        self._chosen = 0 if label is None else label + 1
        self._cell = None
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    @property
    def _rows(self) -> int:
        classes = self._counts.shape[1]
        return classes + 1 if classes else 0

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _HEAD + _ROW * self._rows)

    # what a grid answers

    @override
    def readable(self) -> tuple[range, range]:
        return range(self._rows), range(1)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        return QRectF(0, _HEAD + row * _ROW, self.width(), _ROW)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        row = int((point.y() - _HEAD) // _ROW)
        return (row, 0) if 0 <= row < self._rows else None

    @override
    def number_at(self, row: int, column: int) -> str:
        return self._words.counted(self._of(row))

    @override
    def place_words(self, row: int, column: int) -> str:
        return self._name(row)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        return self._counts.T if self._rows else None

    @override
    def bring_into_view(self, row: int, column: int) -> None:
        body = self.parentWidget()
        port = None if body is None else body.parentWidget()
        area = None if port is None else port.parentWidget()
        if isinstance(area, QScrollArea) and body is not None:
            place = self.mapTo(body, self.box_of(row, column).center().toPoint())
            area.ensureVisible(place.x(), place.y(), 0, _ROW)

    def _of(self, row: int) -> tuple[int, ...]:
        """Return the counts of a row, one a split."""
        counts_s = self._counts.sum(axis=1) if row == 0 else self._counts[:, row - 1]
        return tuple(map(int, counts_s))

    def _name(self, row: int) -> str:
        return self._words.all_classes() if row == 0 else self._words.name(row - 1)

    # what a hand does

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the class under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self._choose(cell[0])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the class that is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self._choose(self._cell[0])
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        self.class_chosen.emit(None if row == 0 else row - 1)

    # how it looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        area = event.rect().translated(0, -_HEAD)
        first, last = max(0, area.top() // _ROW), area.bottom() // _ROW
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            widths = self._widths()
            parts = [self._words.part(index) for index in range(len(self._counts))]
            self._paint_parts(painter, QRectF(0, 0, self.width(), _HEAD), parts)
            for row in range(first, min(last + 1, self._rows)):
                self._paint_row(painter, row, *widths)
            if self._cell is not None:
                box = self.box_of(*self._cell).adjusted(2, 2, -3, -3)
                self.paint_reading(painter, box)
            self.paint_focus(painter)

    def _widths(self) -> tuple[float, float]:
        """Return how wide names and counts are."""
        metrics = QFontMetricsF(in_pixels(self.font(), tokens.TEXT_PX))
        rows = range(self._rows)
        names = max(metrics.horizontalAdvance(self._name(row)) for row in rows)
        counts = max(metrics.horizontalAdvance(self._figures(row)) for row in rows)
        return min(names, _MOST_NAME) + tokens.SPACE_M, counts + tokens.SPACE_M

    def _figures(self, row: int) -> str:
        return self._words.figures(self._of(row))

    def _paint_row(
        self, painter: QPainter, row: int, name_width: float, count_width: float
    ) -> None:
        box, palette, role = self.box_of(row, 0), self.palette(), QPalette.ColorRole
        if row == self._chosen:
            ground = mixed(
                palette.color(role.Highlight),
                palette.color(role.Window),
                tokens.MIX_CHIP,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, tokens.RADIUS_CHIP, tokens.RADIUS_CHIP)
        text, align = box.adjusted(tokens.SPACE_S, 0, 0, 0), Qt.AlignmentFlag
        painter.setPen(palette.color(role.WindowText))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(self._name(row), elide, int(name_width))
        painter.drawText(text, align.AlignVCenter, name)
        self._paint_parts(painter, box, [whole(count) for count in self._of(row)])
        place = box.adjusted(
            name_width + tokens.SPACE_L, 7, -count_width - tokens.SPACE_L, -7
        )
        if row > 0:  # the sum of all would make every other bar short
            self._paint_bar(painter, place, self._of(row))

    def _paint_parts(self, painter: QPainter, box: QRectF, texts: list[str]) -> None:
        """Write something of each split at the right edge, in the colour of its bar."""
        inks, align = bar_inks(self.palette()), Qt.AlignmentFlag
        right = box.adjusted(0, 0, -tokens.SPACE_S, 0)
        for index in reversed(range(len(texts))):
            text = texts[index] if index == 0 else f" + {texts[index]}"
            painter.setPen(inks[index])
            painter.drawText(right, align.AlignVCenter | align.AlignRight, text)
            width = QFontMetricsF(painter.font()).horizontalAdvance(text)
            right.setRight(right.right() - width)

    def _paint_bar(
        self, painter: QPainter, place: QRectF, counts: tuple[int, ...]
    ) -> None:
        most = max(int(self._counts.sum(axis=0).max()), 1)
        at = place.left()
        painter.setPen(Qt.PenStyle.NoPen)
        for count, ink in zip(counts, bar_inks(self.palette()), strict=False):
            width = place.width() * count / most
            painter.setBrush(ink)
            painter.drawRect(QRectF(at, place.top(), width, place.height()))
            at += width

    @override
    def _retranslate(self) -> None:
        set_names(
            self,
            "class_bars",
            self.tr("Pictures of each class"),
            self.tr("Click a class to see only its pictures"),
        )
        self.update()


def bar_inks(palette: QPalette) -> tuple[QColor, ...]:
    """Return the colours of training, held-out and final pictures."""
    return tuple(map(QColor, tokens.LANE_INKS[theme_of(palette)][:3]))

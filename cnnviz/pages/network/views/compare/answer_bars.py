"""Two answers side by side: one row a class, a bar for each."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look

_ROW: Final = 20.0
_BAR: Final = 6.0
_LABEL_SHARE: Final = 0.22
_NUMBER: Final = 50.0
_MOST: Final = 10

Shares = NDArray[np.float32]


class AnswerBars(CellGrid):
    """Show the classes that either answer finds likely, with both probabilities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._shares: tuple[Shares, Shares] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()

    @property
    def rows(self) -> tuple[int, ...]:
        """The classes that are shown: all, or those that either finds likeliest."""
        if self._shares is None:
            return ()
        first, second = self._shares
        if len(first) <= _MOST:
            return tuple(range(len(first)))
        order = np.argsort(-np.maximum(first, second), kind="stable")
        return tuple(map(int, order[:_MOST]))

    def render_answers(
        self, labels: tuple[str, ...], first: Shares | None, second: Shares | None
    ) -> None:
        """Show two answers; nothing where one of them has no probabilities."""
        has_both = first is not None and second is not None
        self._labels = labels
        self._shares = (first, second) if has_both else None  # type: ignore[assignment]
        self.setVisible(has_both)
        self.updateGeometry()
        self.update()

    @override
    def readable(self) -> tuple[range, range]:
        """Return a row for each class that is shown, and a column for each answer."""
        return range(len(self.rows)), range(2 if self.rows else 0)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        row, second = int(point.y() // _ROW) - 1, self._columns()[1][0]
        return (row, int(point.x() >= second)) if 0 <= row < len(self.rows) else None

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        left, width = self._columns()[column]
        return QRectF(left, (row + 1) * _ROW, width, _ROW)

    @override
    def place_words(self, row: int, column: int) -> str:
        answer = (self.tr("First"), self.tr("Second"))[column]
        return f"{self._labels[self.rows[row]]}, {answer}"

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return how probable an answer finds a class."""
        assert self._shares is not None
        return sure_percent(float(self._shares[column][self.rows[row]]))

    @override
    def numbers(self) -> Rows | None:
        """Return both probabilities of each class that is shown."""
        return None if self._shares is None else np.stack(self._shares, 1)[[*self.rows]]

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, round(_ROW * (len(self.rows) + 1)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shares is None:
            return
        with QPainter(self) as painter:
            self._paint_heads(painter)
            for row, label in enumerate(self.rows):
                self._paint_row(painter, (row + 1) * _ROW, label)
            if self.hovered_cell is not None:
                self.paint_reading(painter, self.box_of(*self.hovered_cell))
            self.paint_focus(painter)

    def _columns(self) -> tuple[tuple[float, float], ...]:
        """Return left and width of the column of each answer."""
        name = self.width() * _LABEL_SHARE
        width = (self.width() - name) / 2
        gap = float(tokens.SPACE_M)
        return (name, width - gap), (name + width, width - gap)

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        painter.setPen(look(self.palette()).ink_3)
        heads = self.tr("First"), self.tr("Second")
        for (left, width), text in zip(self._columns(), heads, strict=True):
            painter.drawText(
                QRectF(left, 0, width, _ROW), Qt.AlignmentFlag.AlignVCenter, text
            )

    def _paint_row(self, painter: QPainter, top: float, label: int) -> None:
        colours = look(self.palette())
        assert self._shares is not None
        is_best = any(label == int(shares.argmax()) for shares in self._shares)
        font = in_pixels(self.font(), tokens.TEXT_PX)
        painter.setFont(half_bold(font) if is_best else font)
        painter.setPen(colours.ink if is_best else colours.ink_3)
        middle = Qt.AlignmentFlag.AlignVCenter
        room = self.width() * _LABEL_SHARE - tokens.SPACE_S
        text = painter.fontMetrics().elidedText(
            self._labels[label], Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(QRectF(0, top, room, _ROW), middle, text)
        for (left, width), shares in zip(self._columns(), self._shares, strict=True):
            share, wins = float(shares[label]), label == int(shares.argmax())
            bar = QRectF(left, top + (_ROW - _BAR) / 2, width - _NUMBER - 4, _BAR)
            painter.fillRect(bar, colours.chosen)
            bar.setWidth(bar.width() * share)
            painter.fillRect(bar, colours.ink if wins else colours.ink_3)
            painter.setFont(half_bold(font) if wins else font)
            painter.setPen(colours.ink if wins else colours.ink_3)
            place = QRectF(left + width - _NUMBER, top, _NUMBER, _ROW)
            right = Qt.AlignmentFlag.AlignRight
            painter.drawText(place, middle | right, sure_percent(share))

    @override
    def _retranslate(self) -> None:
        set_names(
            self,
            "answer_bars",
            self.tr("Both answers"),
            self.tr(
                "How probable each class is, in the first answer and in the second"
            ),
        )
        self.update()

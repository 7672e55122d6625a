"""What is answered to a digit at every shift, and how surely."""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.explain.shift_answers import ShiftAnswers
from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.canvas.fineness import fineness
from cnnviz.ui.numbers import sure_percent, whole
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import look

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ShiftMap(CellGrid):
    """Paint one cell a shift: orange where the answer stays, blue where it is another.

    Signals
    -------
    shift_chosen(down, right)
        A shift was clicked, or chosen with Return.
    """

    shift_chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers: ShiftAnswers | None = None
        self._labels: tuple[str, ...] = ()
        self._marked: tuple[float, float] | None = None
        self._cells = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def render_answers(
        self,
        answers: ShiftAnswers | None,
        labels: tuple[str, ...],
        marked: tuple[float, float] | None,
    ) -> None:
        """Show the answers, and mark the shift (down, right) of now, if it is one alone."""
        if answers is not self._answers or labels != self._labels:
            self._cells = QPixmap()
        self._answers, self._labels, self._marked = answers, labels, marked
        self.update()

    @property
    def _count(self) -> int:
        return 0 if self._answers is None else len(self._answers.best_rc)

    @property
    def _side(self) -> int:
        return max(1, min(self.width(), self.height()) // max(self._count, 1))

    @override
    def readable(self) -> tuple[range, range]:
        return range(self._count), range(self._count)

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        side = self._side
        return QRectF(column * side, row * side, side, side)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        row, column = int(point.y() // self._side), int(point.x() // self._side)
        inside = 0 <= row < self._count and 0 <= column < self._count
        return (row, column) if inside else None

    @override
    def place_words(self, row: int, column: int) -> str:
        reach = 0 if self._answers is None else self._answers.reach
        text = self.tr("shifted {down} down, {right} to the right")
        return text.format(down=whole(row - reach), right=whole(column - reach))

    @override
    def number_at(self, row: int, column: int) -> str:
        if self._answers is None:
            return ""
        label = self._labels[int(self._answers.best_rc[row, column])]
        shares = self._answers.shares_rc
        if shares is None:
            return label
        return f"{label} ({sure_percent(float(shares[row, column]))})"

    @override
    def numbers(self) -> Rows | None:
        return None if self._answers is None else self._answers.best_rc

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the shift under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._choose(cell)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the shift that is read with Return."""
        if event.key() in _RETURN and self.hovered_cell is not None:
            self._choose(self.hovered_cell)
        else:
            super().keyPressEvent(event)

    def _choose(self, cell: Cell) -> None:
        if self._answers is not None:
            reach = self._answers.reach
            self.shift_chosen.emit(cell[0] - reach, cell[1] - reach)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cells = QPixmap()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._cells = QPixmap()

    @override
    def sizeHint(self) -> QSize:
        return QSize(272, 272)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(136, 136)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._answers is not None:
                self._paint_map(painter, self._answers)
            if self.hovered_cell is not None:
                box = self.box_of(*self.hovered_cell)
                self.paint_reading(painter, box.adjusted(0, 0, -1, -1))
            self.paint_focus(painter)

    def _paint_map(self, painter: QPainter, answers: ShiftAnswers) -> None:
        if (
            self._cells.isNull()
        ):  # some hundred numbers: not at each move of the pointer
            ratio = fineness(self)
            self._cells = QPixmap(self.size() * ratio)
            self._cells.setDevicePixelRatio(ratio)
            self._cells.fill(Qt.GlobalColor.transparent)
            with QPainter(self._cells) as inner:
                self._paint_cells(inner, answers)
        painter.drawPixmap(0, 0, self._cells)
        self._paint_mark(painter, answers.reach)

    def _paint_cells(self, painter: QPainter, answers: ShiftAnswers) -> None:
        table, reach = look(self.palette()).tables["diverging"], answers.reach
        kept_rc = answers.best_rc == answers.best_rc[reach, reach]
        shares = answers.shares_rc
        sure_rc = np.ones(kept_rc.shape) if shares is None else shares
        colours = table[to_indices(np.where(kept_rc, sure_rc, -sure_rc), -1, 1)]
        pixels = min(tokens.TEXT_PX, self._side - tokens.SPACE_XS)
        painter.setFont(in_pixels(self.font(), max(1, pixels)))
        for row, column in np.ndindex(kept_rc.shape):
            box, colour = self.box_of(row, column), colours[row, column]
            painter.fillRect(box.adjusted(0, 0, -1, -1), QColor(*map(int, colour)))
            if pixels >= tokens.CELL_LEAST_PX:
                is_light = colour @ (0.299, 0.587, 0.114) > 128
                painter.setPen(
                    tokens.TEXT_ON_LIGHT if is_light else tokens.TEXT_ON_DARK
                )
                label = self._labels[int(answers.best_rc[row, column])][:2]
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _paint_mark(self, painter: QPainter, reach: int) -> None:
        if self._marked is None:
            return
        down, right = self._marked
        box = self.box_of(round(down) + reach, round(right) + reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look(self.palette()).accent, tokens.LINE_STRONG))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    @override
    def _retranslate(self) -> None:
        """Say nothing by itself: who shows the map names it."""

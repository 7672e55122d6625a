"""A picture of numbers over the time of a run: time to the right, what it is downwards."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.canvas.grid_cells import block_image
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import in_pixels
from cnnviz.ui.theme.look import look

_OPAQUE = 0xFF000000


@dataclass(frozen=True, slots=True, eq=False)
class TimeCells:
    """What a grid shows.

    Attributes
    ----------
    shades_rc
        From 0, the ground, to 1.
    numbers_rc
        What the cells hold: what is copied.
    rows
        What each row is called.
    marks
        What is written beside rows: places from 0, the top, to 1, and words.
    steps_c
        The batch of each column.
    said_rc
        What is said of each cell.
    """

    shades_rc: NDArray[np.float64]
    numbers_rc: NDArray[np.float64]
    rows: tuple[str, ...]
    marks: tuple[tuple[float, str], ...]
    steps_c: NDArray[np.int64]
    said_rc: tuple[tuple[str, ...], ...]


class TimeGrid(CellGrid):
    """Paint numbers over time, the larger the stronger."""

    def __init__(self, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: TimeCells | None = None
        self._title = self._tip = ""
        self._object_name = object_name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_title(self, title: str, tip: str) -> None:
        """Name the grid."""
        set_names(self, self._object_name, title, tip)
        self._title = title
        self.update()

    @property
    def cells(self) -> TimeCells | None:
        """What is shown."""
        return self._cells

    def render_cells(self, cells: TimeCells | None) -> None:
        """Show other numbers; ``None`` shows none."""
        self._cells = cells
        self.update()

    # where things lie

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(in_pixels(self.font(), tokens.AXIS_PX))

    @property
    def _box(self) -> QRectF:
        metrics, cells = self._metrics(), self._cells
        line, words = metrics.height(), () if cells is None else cells.marks
        widest = max((metrics.horizontalAdvance(word) for _, word in words), default=0)
        left, top = widest + tokens.SPACE_S, line + tokens.SPACE_S
        return QRectF(
            left, top, self.width() - left - 1, self.height() - top - line - 4
        )

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        if self._cells is None:
            return QRectF()
        box, (rows, columns) = self._box, self._cells.shades_rc.shape
        width, height = box.width() / columns, box.height() / rows
        left, top = box.left() + column * width, box.top() + row * height
        return QRectF(left, top, width, height)

    @override
    def cell_at(self, point: QPointF) -> Cell | None:
        if self._cells is None or not self._box.contains(point):
            return None
        box, (rows, columns) = self._box, self._cells.shades_rc.shape
        row = int((point.y() - box.top()) / box.height() * rows)
        column = int((point.x() - box.left()) / box.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)

    @override
    def readable(self) -> tuple[range, range]:
        if self._cells is None:
            return range(0), range(0)
        rows, columns = self._cells.shades_rc.shape
        return range(rows), range(columns)

    @override
    def number_at(self, row: int, column: int) -> str:
        return "" if self._cells is None else self._cells.said_rc[row][column]

    @override
    def place_words(self, row: int, column: int) -> str:
        if self._cells is None:
            return ""
        return self.tr("{row}, batch {batch}").format(
            row=self._cells.rows[row], batch=whole(int(self._cells.steps_c[column]))
        )

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        return None if self._cells is None else self._cells.numbers_rc

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    # how it looks

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        cells = self._cells
        with QPainter(self) as painter:
            painter.setFont(in_pixels(self.font(), tokens.TEXT_PX))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft, self._title)
            if cells is None:
                return
            red, green, blue = look(self.palette()).tables["sequential"].T.astype(int)
            colours = (_OPAQUE | red << 16 | green << 8 | blue).astype(np.uint32)
            places = np.clip(np.rint(cells.shades_rc * 255), 0, 255).astype(np.intp)
            painter.drawImage(self._box, block_image(colours[places]))
            self._paint_axes(painter, cells)
            if self._cell is not None and self._cell in self:
                self.paint_reading(painter, self.box_of(*self._cell))
            self.paint_focus(painter)

    def __contains__(self, cell: Cell) -> bool:
        rows, columns = self.readable()
        return cell[0] in rows and cell[1] in columns

    def _paint_axes(self, painter: QPainter, cells: TimeCells) -> None:
        box, line, align = self._box, self._metrics().height(), Qt.AlignmentFlag
        painter.setFont(in_pixels(self.font(), tokens.AXIS_PX))
        painter.setPen(look(self.palette()).ink_3)
        for place, words in cells.marks:
            y = box.top() + place * box.height() - line / 2
            y = min(max(y, box.top()), box.bottom() - line)
            beside = QRectF(0, y, box.left() - tokens.SPACE_XS, line)
            painter.drawText(beside, align.AlignRight | align.AlignVCenter, words)
        below = QRectF(box.left(), box.bottom() + 2, box.width(), line)
        first, last = (whole(int(cells.steps_c[at])) for at in (0, -1))
        left = self.tr("batch {batch}").format(batch=first)
        painter.drawText(below, align.AlignLeft, left)
        painter.drawText(below, align.AlignRight, last)

"""Windows, kernels and sums of a unit, row by row, flowing into its value."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.numbers import full, whole
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.rows_layout import RowsLayout, lay_out_rows
from cnnviz.ui.unit_view.rows_painting import paint_rows
from cnnviz.ui.unit_view.unit_rows import UnitRow, UnitRows

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Part = tuple[UnitRow, bool, int, int]
"""A row, whether it is the kernel, and the row and column in it."""


class RowsView(CellGrid):
    """Show what a number is made of; each cell can be read, and clicked to go on.

    As a grid, a line of cells is a line of the window with that of the kernel behind it.

    Signals
    -------
    cell_chosen(index, row, column)
        A number of the input was clicked: which part of the unit, and where in it.
    weight_chosen(index, row, column)
        A weight was clicked.
    """

    cell_chosen = Signal(int, int, int)
    weight_chosen = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = UnitRows(())
        self._centres: Sequence[float] = ()
        self._target = 0.0
        self._layout = lay_out_rows(self._rows, 1.0, 1.0)

    @property
    def shown(self) -> UnitRows:
        """What is shown."""
        return self._rows

    @property
    def rows_layout(self) -> RowsLayout:
        """Where it lies."""
        return self._layout

    def render_rows(self, rows: UnitRows, centres: Sequence[float] = ()) -> None:
        """Show the rows, each at the height of its map where ``centres`` say these."""
        is_other = self._size_of(rows) != self._size_of(self._rows)
        self._rows, self._centres = rows, centres
        if is_other:
            self.read(None)
        self._arrange()

    def set_target(self, middle: float) -> None:
        """Let the ribbons end around a height of the widget, where the value stands."""
        self._target = middle
        self.update()

    def part_at(self, row: int, column: int) -> Part | None:
        """Return what a cell of the grid is."""
        if not self._rows.rows:
            return None
        height, width = self._rows.rows[0].size_hw
        index, inner = divmod(row, height)
        if not 0 <= index < len(self._rows.rows):
            return None
        shown = self._rows.rows[index]
        is_kernel = column >= width
        if is_kernel and shown.kernel_hw is None:
            return None
        return shown, is_kernel, inner, column - width * is_kernel

    @override
    def readable(self) -> tuple[range, range]:
        count, height, width = self._size_of(self._rows)
        has_kernel = any(row.kernel_hw is not None for row in self._rows.rows)
        return range(count * height), range(width * (1 + has_kernel))

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        for index, (row, place) in enumerate(
            zip(self._rows.rows, self._layout.rows, strict=True)
        ):
            height, width = row.size_hw
            for is_kernel, box in enumerate((place.window, place.kernel)):
                if box is None or not QRectF(*box).contains(point):
                    continue
                left, top, wide, high = box
                inner = min(int((point.y() - top) / high * height), height - 1)
                beside = min(int((point.x() - left) / wide * width), width - 1)
                return index * height + inner, beside + width * is_kernel
        return None

    @override
    def box_of(self, row: int, column: int) -> QRectF:
        part = self.part_at(row, column)
        if part is None:
            return QRectF()
        shown, is_kernel, inner, beside = part
        height, width = shown.size_hw
        place = self._layout.rows[row // height]
        left, top, wide, high = (place.kernel if is_kernel else None) or place.window
        return QRectF(
            left + beside * wide / width,
            top + inner * high / height,
            wide / width,
            high / height,
        )

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return the number, with its product where there is one."""
        part = self.part_at(row, column)
        if part is None:
            return ""
        shown, _is_kernel, *at = part
        cell = float(shown.cells_hw[*at])
        if np.isnan(cell):
            return self.tr("takes no part")
        if shown.kernel_hw is None:
            return full(cell)
        weight = float(shown.kernel_hw[*at])
        if self._rows.sign == "compared":
            text = self.tr("({cell} − {weight})² = {product}")
            product = (cell - weight) ** 2
        else:
            text = self.tr("{cell} × {weight} = {product}")
            product = cell * weight
        return text.format(cell=full(cell), weight=full(weight), product=full(product))

    @override
    def place_words(self, row: int, column: int) -> str:
        """Return which number of which map a cell is."""
        part = self.part_at(row, column)
        if part is None:
            return ""
        shown, is_kernel, inner, beside = part
        if is_kernel:
            if shown.size_hw == (1, 1):
                return self.tr("weight of {map}").format(map=shown.name)
            text = self.tr("kernel of {map}, row {row}, column {column}")
            at = (inner, beside)
        else:
            source = shown.source(inner, beside)
            if source is None:
                return self.tr("{map}, padding").format(map=shown.name)
            if shown.size_hw == (1, 1) and source == (0, 0):
                return shown.name
            text = self.tr("{map}, row {row}, column {column}")
            at = source
        row_, column_ = (whole(each + 1) for each in at)
        return text.format(map=shown.name, row=row_, column=column_)

    @override
    def numbers(self) -> NDArray[np.generic] | None:
        """Return the windows one below the other, each with its kernel beside it."""
        if not self._rows.rows:
            return None
        blocks = [
            row.cells_hw
            if row.kernel_hw is None
            else np.hstack([row.cells_hw, row.kernel_hw])
            for row in self._rows.rows
        ]
        made: NDArray[np.generic] = np.vstack(blocks)
        return made

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_read = event.key() in _RETURN and self._cell is not None
        return super()._keeps(event) or (is_read and not held)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the number that is read with Return."""
        if event.key() in _RETURN and self._cell is not None:
            self._choose(self._cell)
        else:
            super().keyPressEvent(event)

    @override
    def read(self, cell: tuple[int, int] | None) -> None:
        super().read(cell)
        shape = Qt.CursorShape
        self.setCursor(shape.ArrowCursor if cell is None else shape.PointingHandCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on to the number under the pointer."""
        cell = self.cell_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            event.ignore()
            return
        self._choose(cell)

    def _choose(self, cell: tuple[int, int]) -> None:
        part = self.part_at(*cell)
        if part is None:
            return
        shown, is_kernel, row, column = part
        if is_kernel:
            self.weight_chosen.emit(shown.index, row, column)
        elif shown.source(row, column) is not None:
            self.cell_chosen.emit(shown.index, row, column)

    def _arrange(self) -> None:
        self._layout = lay_out_rows(
            self._rows, self.width(), self.height(), self._centres
        )
        self.update()

    @staticmethod
    def _size_of(rows: UnitRows) -> tuple[int, int, int]:
        return (len(rows.rows), *rows.rows[0].size_hw) if rows.rows else (0, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = look(self.palette())
            paint_rows(painter, self._rows, self._layout, colours, self._target)
            if self._cell is not None:
                self.paint_reading(painter, self.box_of(*self._cell))
            self.paint_focus(painter)

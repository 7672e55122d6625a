"""Windows, kernels and sums of a unit, row by row, flowing into its value."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from typing_extensions import override

from cnnviz.ui.accessibility.cell_source import Cell
from cnnviz.ui.numbers import full, short, whole
from cnnviz.ui.unit_view.rows.rows_grid import RowsGrid
from cnnviz.ui.unit_view.rows.unit_rows import UnitRow

Part = tuple[UnitRow, bool, int, int]
"""A row, whether it is the kernel, and the row and column in it."""


class RowsView(RowsGrid):
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
        count, height, width = self._rows.size
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
        return self._said(row, column, full)

    def rounded_at(self, row: int, column: int) -> str:
        """Return the same in few digits; "≈" where these are not all of them."""
        said, exact = self._said(row, column, short), self.number_at(row, column)
        is_exact = said == exact or exact.endswith("= 0")
        return said if is_exact else said.replace("=", "≈")

    def _said(self, row: int, column: int, write: Callable[[float], str]) -> str:
        part = self.part_at(row, column)
        if part is None:
            return ""
        shown, _is_kernel, *at = part
        cell = float(shown.cells_hw[*at])
        if np.isnan(cell):
            return self.tr("takes no part")
        if shown.kernel_hw is None:
            return write(cell)
        weight = float(shown.kernel_hw[*at])
        if self._rows.sign == "compared":
            text = self.tr("({cell} − {weight})² = {product}")
            product = (cell - weight) ** 2
        else:
            text = self.tr("{cell} × {weight} = {product}")
            product = cell * weight
        return text.format(
            cell=write(cell), weight=write(weight), product=write(product)
        )

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
    def choose(self, cell: Cell) -> None:
        """Go on to a number of the input, or to a weight."""
        part = self.part_at(*cell)
        if part is None:
            return
        shown, is_kernel, row, column = part
        if is_kernel:
            self.weight_chosen.emit(shown.index, row, column)
        elif shown.source(row, column) is not None:
            self.cell_chosen.emit(shown.index, row, column)

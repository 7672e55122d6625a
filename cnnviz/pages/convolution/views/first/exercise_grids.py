"""Picture, kernel and output of the first exercise, side by side."""

from typing import Final

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.first.exercises import Exercise
from cnnviz.engine.images.colour_maps import DIVERGING, GREY, signed_range, to_indices
from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.pages.convolution.views.first.exercise_layers import (
    AskedCell,
    ExerciseWindow,
)
from cnnviz.pages.convolution.views.first.products_flight import (
    Product,
    ProductsFlight,
)
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.unit_view.layers import HueLayer, hues_of, zeros_of

_CELLS: Final = (70, 62, 92)
_COUNTS: Final = (5, 3, 3)
_GAPS: Final = (106, 195)
_CAPTION: Final = 28
_LARGEST, _LARGEST_GAP = 1.7, 1.6
_WIDTH: Final = sum(c * n for c, n in zip(_CELLS, _COUNTS, strict=True)) + sum(_GAPS)
_HIGHEST: Final = _CELLS[0] * _COUNTS[0]


class _KnownGrid(GridCanvas):
    """A grid of which the cell that is asked for is read as what it shows."""

    asked: tuple[int, int] | None = None

    @override
    def number_at(self, row: int, column: int) -> str:
        return "?" if (row, column) == self.asked else super().number_at(row, column)


class ExerciseGrids(Retranslated):
    """Three grids of growing cells lead the eye; the window lies on the picture itself.

    Signals
    -------
    cell_chosen(row, column)
        A cell of the output was clicked.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = ExerciseState()
        self._shown: Exercise | None = None
        self._picture, self._kernel = GridCanvas(self), GridCanvas(self)
        self._output = _KnownGrid(self)
        self._grids = self._picture, self._kernel, self._output
        self._titles = [QLabel(self) for _ in self._grids]
        self._sizes = [QLabel(self) for _ in self._grids]
        self._window, self._asked, self._hues = (
            ExerciseWindow(),
            AskedCell(),
            HueLayer(),
        )
        self.flight = ProductsFlight(self)
        self._picture.set_layers((self._window,))
        self._kernel.set_layers((self._hues,))
        self._output.set_layers((self._asked,))
        for grid in self._grids:
            grid.set_tiles(True)
            grid.set_largest_cell(_LARGEST * max(_CELLS))
        for title, size in zip(self._titles, self._sizes, strict=True):
            title.setFont(half_bold(in_pixels(title.font(), tokens.VALUE_PX)))
            size.setFont(in_pixels(size.font(), tokens.TEXT_PX))
            size.setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            size.setForegroundRole(size.palette().ColorRole.PlaceholderText)
        self._output.cell_clicked.connect(self.cell_chosen)
        self.setMinimumSize(round(_WIDTH * 0.55), round(_HIGHEST * 0.45) + _CAPTION)
        self._retranslate()

    def render_state(self, state: ExerciseState) -> None:
        """Show an exercise as it stands."""
        self._state = state
        exercise = state.exercise
        if exercise is not self._shown:
            self._shown = exercise
            picture, kernel = exercise.picture_hw, exercise.kernel_hw
            self._picture.set_grid(to_indices(picture, 0, 1), GREY, picture)
            low_high = signed_range(kernel)
            # Half as strong as it could be: the numbers are what is read.
            wide = tuple(2 * each for each in low_high)
            self._kernel.set_grid(to_indices(kernel, *wide), DIVERGING, kernel)
            self._hues.faint = self._window.faint = zeros_of(kernel)
        self._show_output(exercise, state)
        self._window.corner = cell = divmod(state.position, 3)
        self._asked.cell, self._asked.is_asked = cell, state.is_asked
        self._asked.known = state.known
        self._output.asked = cell if state.is_asked else None
        self._output.read_again()  # what was a question has a number
        for grid in self._grids:
            grid.update()
        self._place()

    def _show_output(self, exercise: Exercise, state: ExerciseState) -> None:
        values = exercise.output_hw.copy()
        most = 1.6 * float(np.abs(values).max())
        indices = to_indices(values, -most, most)
        values.flat[state.known :] = np.nan
        self._output.set_grid(indices, DIVERGING, values)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        """Lay the grids out as large as there is room; what is left goes between them."""
        room = self.height() - _CAPTION - 8
        scale = min(self.width() / _WIDTH, room / _HIGHEST, _LARGEST)
        cells = [int(cell * scale) for cell in _CELLS]
        used = sum(c * n for c, n in zip(cells, _COUNTS, strict=True))
        share = min((self.width() - used - 4) / sum(_GAPS), _LARGEST_GAP * scale)
        spare = max(0, round(room - cells[0] * _COUNTS[0])) // 3
        left, middle = 2, _CAPTION + spare + (cells[0] * _COUNTS[0]) // 2
        parts = zip(self._grids, self._titles, self._sizes, strict=True)
        for index, (grid, title, size) in enumerate(parts):
            side = cells[index] * _COUNTS[index] + 1
            top = middle - side // 2
            grid.setMinimumSize(side, side)
            grid.setGeometry(left, top, side, side)
            title.setGeometry(left, top - _CAPTION, side, _CAPTION - 4)
            size.setGeometry(left, top - _CAPTION, side, _CAPTION - 4)
            left += side + round(share * (*_GAPS, 0)[index])
        self.flight.setGeometry(self.rect())
        self._place_flight()

    def _place_flight(self) -> None:
        top, left = self._window.corner
        window = self._box(self._picture, top, left, 3)
        kernel = self._box(self._kernel, 0, 0, 3)
        goal = self._box(self._output, *divmod(self._state.position, 3), 1)
        self.flight.place(window, kernel, goal)
        self.flight.render_products(
            self._products(),
            asked=self._state.is_asked,
            sways=not self._state.answered,
        )

    def _products(self) -> list[Product]:
        """Return what flies: weights that are 0 send nothing."""
        step = self._state.exercise.step(self._state.position)
        made, hues = [], hues_of(3, 3)
        for (i, j), weight in np.ndenumerate(step.kernel_chw[0]):
            if weight:
                row = self._box(self._kernel, i, 2, 1)
                start = QPointF(row.right() + 6, row.center().y())
                value = float(step.products_chw[0, i, j])
                made.append(Product(start, value, hues[i][j]))
        return made

    def _box(self, grid: GridCanvas, row: int, column: int, cells: int) -> QRectF:
        place = QRect(*grid.view.rect(row, column, cells, cells))
        return QRectF(place.translated(grid.mapTo(self, QPoint(0, 0))))

    @override
    def _retranslate(self) -> None:
        reads = self.tr("Use Ctrl+arrow keys to read cells.")
        tip = self.tr("Click the question mark to see the sum.")
        for grid, title, name, words, said in (
            (self._picture, self._titles[0], "picture", self.tr("Picture"), reads),
            (self._kernel, self._titles[1], "kernel", self.tr("Kernel"), reads),
            (self._output, self._titles[2], "output", self.tr("Output"), tip),
        ):
            title.setText(words)
            set_names(grid, f"exercise_{name}", words, said)
        for size, count in zip(self._sizes, _COUNTS, strict=True):
            size.setText(f"{count} × {count}")

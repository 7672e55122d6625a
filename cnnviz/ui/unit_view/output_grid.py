"""The output with the cell of now; those that are to come are covered."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.images.colour_maps import DIVERGING, GREY, signed_range, to_indices
from cnnviz.engine.images.numbers.typed_numbers import display_range
from cnnviz.ui.canvas.grid_geometry import Rect
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.canvas_panel import CanvasPanel
from cnnviz.ui.unit_view.layers import ProgressLayer, paint_blank
from cnnviz.ui.unit_view.loupe import Loupe
from cnnviz.ui.unit_view.reach_layers import ReachLayer
from cnnviz.ui.unit_view.unit import Unit

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import AnyStep


class OutputGrid(CanvasPanel):
    """Shows one output channel, and where in it the unit is.

    Signals
    -------
    unit_moved()
        The unit is at another cell.
    """

    unit_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = ProgressLayer()
        self.reach = ReachLayer(self.canvas)
        self.loupe = Loupe(self.canvas)
        self.loupe.set_layers((self._progress,))
        self.canvas.view_changed.connect(self.follow_loupe)
        self._blank_hw: Pair | None = None
        self._step: AnyStep | None = None
        self.column.setSpacing(tokens.SPACE_XS)

    @Slot()
    def follow_loupe(self) -> None:
        """Enlarge what is around the unit's cell, where that would be a dot."""
        self.loupe.follow(None if self._blank_hw else self._progress.cell)

    @property
    def cell_box(self) -> Rect | None:
        """Where the unit is on the canvas; ``None`` where there is none."""
        cell = self._progress.cell
        return None if cell is None else self.canvas.view.mark(*cell)

    def show_unit(self, unit: Unit, *, whole: bool) -> None:
        """Outline a unit's cell; cover those that come later unless ``whole``."""
        if unit.step is not self._step:
            self._step = unit.step
            self.canvas.reveal(*unit.cell, 1, 1)
        if self._progress.render(unit.cell, whole):
            self.follow_loupe()
            self.canvas.update()
            self.refresh_reading()  # what was covered is told now
            self.unit_moved.emit()

    def show_map(self, values_hw: NDArray[np.float32], *, signed: bool = False) -> None:
        """Show all numbers of an output channel, coloured by their own range.

        Gradients are ``signed`` even where none of them is below 0.
        """
        low, high = (signed_range if signed else display_range)(values_hw)
        lut = DIVERGING if low < 0 else GREY
        self.show_cells(to_indices(values_hw, low, high), lut, values_hw)

    def show_cells(
        self,
        indices_hw: NDArray[np.uint8],
        lut: NDArray[np.uint8],
        values_hw: NDArray[np.float32] | None,
        size_hw: Pair | None = None,
    ) -> None:
        """Show coloured numbers; ``size_hw`` where there are only some of them."""
        self._blank_hw = None
        self.canvas.set_layers((self._progress, self.reach, self.loupe.paint_ties))
        self.canvas.set_grid(indices_hw, lut, values_hw, size_hw=size_hw)
        self.shrink_to_content()
        self.follow_loupe()
        self._write_size()
        self.refresh_reading()

    def show_blank(self, output_hw: Pair) -> None:
        """Keep the place of an output that is being computed."""
        if output_hw == self._blank_hw:
            return
        self._blank_hw = output_hw
        self.canvas.set_layers((paint_blank, self._progress, self.reach))
        # One cell for all of them: however large, it takes neither room nor time.
        self.canvas.set_grid(np.zeros((1, 1), np.uint8), GREY, size_hw=output_hw)
        self.shrink_to_content()
        self.follow_loupe()
        self._write_size()

    def show_nothing(self, hint: str) -> None:
        """Show no output, and why."""
        self._blank_hw = self._progress.cell = None
        self.follow_loupe()
        self.canvas.clear(hint)
        self.set_size("")

    def _write_size(self) -> None:
        rows, columns = self.canvas.view.frame.rows, self.canvas.view.frame.columns
        self.set_size(f"{rows} × {columns}" if rows and columns else "")

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._write_size()
        tip = self.tr("The cells around the new one, enlarged; click one to go there")
        set_names(self.loupe, "output_loupe", self.tr("Loupe on the output"), tip)

    @override
    def reading(self, row: int, column: int) -> str:
        """Return a cell's number; of a covered one nothing is told."""
        now = self._progress.cell
        if now is not None and not self._progress.whole and (row, column) > now:
            return "?"
        return super().reading(row, column)

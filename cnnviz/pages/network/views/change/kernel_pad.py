"""One kernel with its numbers, in which weights are chosen, stepped and painted."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.pages.network.views.cell_marker import CellMarker
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.page import set_names
from cnnviz.ui.theme.look import look

_LARGEST_CELL: Final = 52.0
_HEIGHT: Final = 208


class KernelPad(GridCanvas):
    """Show a kernel; a click chooses a weight, a drag paints, the wheel steps.

    Signals
    -------
    stroke_begun()
        A drag begins.
    painted(row, column)
        The pointer is on a weight in a drag.
    stepped(notches)
        The wheel was turned.
    """

    stroke_begun = Signal()
    painted = Signal(int, int)
    stepped = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marker = CellMarker(self)
        self._pressed_cell: tuple[int, int] | None = None
        self.set_largest_cell(_LARGEST_CELL)
        self.setFixedHeight(_HEIGHT)
        self.set_layers((self._marker,))
        self.cell_dragged.connect(self._on_dragged)
        self._retranslate()

    def render_kernel(
        self, kernel_hw: NDArray[np.float32], chosen: tuple[int, int], largest: float
    ) -> None:
        """Show a kernel with a weight marked; ``largest`` has the strongest colour."""
        self._marker.cell = chosen
        indices = to_indices(kernel_hw, -largest, largest)
        self.set_grid(indices, look(self.palette()).tables["diverging"], kernel_hw)

    @Slot()
    def finish_gesture(self) -> None:
        """End a drag here, as if the hand had let go."""
        self._pressed_at, self._pressed_cell, self._dragging = None, None, False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_cell = self.cell_at(event.position())

    @Slot(int, int)
    def _on_dragged(self, row: int, column: int) -> None:
        if self._pressed_cell is not None:
            self.stroke_begun.emit()
            self.painted.emit(*self._pressed_cell)
            self._pressed_cell = None
        self.painted.emit(row, column)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step the chosen weight: a kernel is small enough to need no zoom."""
        self.stepped.emit(event.angleDelta().y() / 120)
        event.accept()

    @override
    def _retranslate(self) -> None:
        set_names(
            self,
            "kernel_pad",
            self.tr("The kernel that is changed"),
            self.tr(
                "Click a weight to choose it, turn the wheel to change it, drag to "
                "paint with its number"
            ),
        )

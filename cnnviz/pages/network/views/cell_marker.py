"""The mark of the number that is open, on a map."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cnnviz.ui.canvas.grid_geometry import GridView
from cnnviz.ui.unit_view.layers import paint_outline


class CellMarker:
    """A layer of a grid: one cell outlined, in the inks of a widget; ``None`` for none."""

    def __init__(self, of: QWidget) -> None:
        self._of = of
        self.cell: tuple[int, int] | None = None

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.cell is not None:
            box = view.mark(*self.cell)
            paint_outline(painter, box)

"""A loupe on a large grid: the neighbourhood of one place, in cells with numbers."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPen, QWheelEvent
from typing_extensions import override

from cnnviz.ui.canvas.fineness import enlargement
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_geometry import GridView, centred_on
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

SMALL_CELL: Final = 8.0
"""Pixels of a cell below which a window is hardly more than a dot."""

_SHARE: Final = 0.44
"""Of the grid's sides: what the loupe covers at most."""

_LEAST_CELL: Final = 7.0
_FEWEST: Final = 5
"""Cells across: a window of 3 x 3 and one more around it."""

_MARGIN: Final = 6


class Loupe(GridCanvas):
    """Lies in a corner of a grid, away from the place that it enlarges.

    It is there while the cells of the grid are small, and does what the grid does: a
    click goes to a cell, the wheel zooms the grid.
    """

    def __init__(self, over: GridCanvas) -> None:
        super().__init__(over)
        self._over = over
        self.setMinimumSize(1, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_tells_status(False)
        for own, others in (
            (self.cell_hovered, over.cell_hovered),
            (self.cell_left, over.cell_left),
            (self.cell_clicked, over.cell_clicked),
            (self.touched, over.touched),
        ):
            own.connect(others)
        self.hide()

    def follow(
        self, corner: tuple[float, float] | None, span: tuple[int, int] = (1, 1)
    ) -> None:
        """Enlarge a block of cells of the grid; ``None``: there is nothing to enlarge."""
        cells, view = self._over._cells, self._over.view
        seen = view.scale * enlargement(self._over)
        is_small = seen < SMALL_CELL and not self._over.is_enlarged
        if cells is None or corner is None or not is_small:
            self.hide()
            return
        place, scale = self._place(view, corner, span)
        if place.isEmpty():
            self.hide()
            return
        self.setGeometry(place)
        self.set_cells(cells, view.frame)
        enlarged = GridView(view.frame, scale, 0, 0)
        middle = corner[0] + span[0] / 2, corner[1] + span[1] / 2
        self._show_enlarged(
            centred_on(enlarged, *middle, place.width(), place.height())
        )
        self.show()
        self.raise_()
        self.update()

    def _place(
        self, view: GridView, corner: tuple[float, float], span: tuple[int, int]
    ) -> tuple[QRect, float]:
        """Return where it lies on the grid, and pixels of a cell in it."""
        frame = view.frame
        grid = QRect(*view.rect(-frame.top, -frame.left, frame.height, frame.width))
        most = round(_SHARE * min(grid.width(), grid.height()))
        across = max(_FEWEST, *(cells + 2 for cells in span))
        scale = min(float(most // across), float(tokens.CELL_NUMBERED + 4))
        if scale < max(_LEAST_CELL, 1.5 * view.scale):
            return QRect(), scale
        side = min(most, round(scale * across))
        place = QRect(0, 0, side, side)
        place.moveRight(grid.right() - _MARGIN)
        window = view.rect(*corner, *span)
        is_low = window[1] + window[3] / 2 > grid.center().y()
        if is_low:
            place.moveTop(grid.top() + _MARGIN)
        else:
            place.moveBottom(grid.bottom() - _MARGIN)
        return place, scale

    def paint_ties(self, painter: QPainter, view: GridView) -> None:
        """Tie what is enlarged to the loupe: a layer of the grid below it."""
        if self.isHidden():
            return
        seen, box = self._seen_on(view), self.geometry()
        colours = look(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if box.top() > seen.bottom():
            ties = (seen.bottomLeft(), box.topLeft()), (seen.topRight(), box.topRight())
        else:
            ties = (
                (seen.topLeft(), box.bottomLeft()),
                (
                    seen.bottomRight(),
                    box.bottomRight(),
                ),
            )
        for width, ink in ((3, colours.marker_edge), (1, colours.ink)):
            painter.setPen(QPen(ink, width))
            painter.drawRect(seen)
            for start, end in ties:
                painter.drawLine(start, end)

    def _seen_on(self, grid: GridView) -> QRect:
        """Return which part of the grid is seen in the loupe, on the grid."""
        rows, columns = self._view.visible(self.width(), self.height(), border=True)
        return QRect(*grid.rect(rows.start, columns.start, len(rows), len(columns)))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the grid below."""
        event.ignore()

    @override
    def _paint_over(self, painter: QPainter) -> None:
        super()._paint_over(painter)
        colours = look(self.palette())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.marker_edge, tokens.LINE_STRONG))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.setPen(QPen(colours.ink, tokens.LINE_THIN))
        painter.drawRect(QRect(QPoint(0, 0), self.size()).adjusted(0, 0, -1, -1))

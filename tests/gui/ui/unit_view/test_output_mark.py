"""The mark of the output cell of now, at pictures and windows of many sizes."""

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from cnnviz.ui.canvas.grid_geometry import Frame, GridView, fit_view
from cnnviz.ui.theme.look import look
from cnnviz.ui.unit_view.layers import ProgressLayer

SHOWN = (409, 377)
AIR = 8


def marked(view: GridView, cell: tuple[int, int]) -> tuple[int, int]:
    """Return how wide and high the mark of a cell is painted."""
    width, height = SHOWN[0] + 2 * AIR, SHOWN[1] + 2 * AIR
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    layer = ProgressLayer()
    layer.render(cell, whole=True)
    with QPainter(image) as painter:
        painter.translate(AIR, AIR)
        layer(painter, view)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, width)
    found = (pixels & 0xFFFFFF) == look(QGuiApplication.palette()).ink.rgb() & 0xFFFFFF
    rows, columns = np.flatnonzero(found.any(1)), np.flatnonzero(found.any(0))
    return int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1


@pytest.mark.parametrize("side", [3, 26, 47, *range(50, 1000, 53), 4000])
def test_that_the_mark_is_square_and_of_one_size_everywhere(side: int) -> None:
    for rows, columns in ((side, side), (side, 2 * side), (side + 1, side)):
        view = fit_view(Frame(rows, columns), *SHOWN)
        sizes = {
            marked(view, (row, column))
            for row in np.linspace(1, rows - 2, 5).astype(int).tolist()
            for column in np.linspace(1, columns - 2, 5).astype(int).tolist()
        }
        assert len(sizes) == 1
        assert {width - height for width, height in sizes} == {0}

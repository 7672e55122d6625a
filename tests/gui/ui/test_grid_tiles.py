"""Cells of small grids as tiles: what is ground, what is a cell, what is a bar."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont, QImage
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.colour_maps import DIVERGING
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_numbers import fitted_texts, text_pixels
from cnnviz.ui.theme.look import look


def shown(qtbot: QtBot, cell: int, *, tiles: bool = True) -> tuple[GridCanvas, QImage]:
    canvas = GridCanvas()
    qtbot.addWidget(canvas)
    canvas.set_tiles(tiles)
    canvas.resize(3 * cell + 1, 3 * cell + 1)
    canvas.setMinimumSize(1, 1)
    canvas.set_grid(np.full((3, 3), 230, np.uint8), DIVERGING)
    with qtbot.waitExposed(canvas):
        canvas.show()
    canvas.resize(3 * cell + 1, 3 * cell + 1)
    return canvas, canvas.grab().toImage()


def colour(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(QPoint(x, y))


def test_that_large_cells_stand_apart_on_the_ground(qtbot: QtBot) -> None:
    canvas, image = shown(qtbot, 40)

    colours = look(canvas.palette())
    x, y, side, _ = canvas.view.rect(1, 1)
    assert canvas.view.scale == 40
    for corner in ((x, y), (x + side - 1, y + side - 1), (x + 1, y + 1)):
        assert colour(image, *corner) == colours.ground
    own = QColor(*colours.shown(DIVERGING)[230].tolist())
    assert colour(image, x + side // 2, y + side // 2) == own


def test_that_small_cells_touch_each_other(qtbot: QtBot) -> None:
    canvas, image = shown(qtbot, 12)

    x, y, side, _ = canvas.view.rect(1, 1)
    ground = look(canvas.palette()).ground
    assert colour(image, x + side - 1, y + side - 1) != ground
    assert colour(image, x, y) != ground


def test_that_the_tiles_of_a_picture_in_vectors_are_the_same(qtbot: QtBot) -> None:
    canvas, kept = shown(qtbot, 40)
    canvas.set_exporting(True)
    image = canvas.grab().toImage()

    x, y, _, _ = canvas.view.rect(1, 1)
    assert colour(image, x, y) == colour(kept, x, y)


@pytest.mark.parametrize(("cell", "pixels"), [(28, 11), (40, 13), (52, 20), (75, 32)])
def test_that_numbers_grow_with_their_cell(cell: int, pixels: int) -> None:
    assert text_pixels(cell) == pixels


def test_that_a_large_number_without_room_is_told_in_thousands(qapp: object) -> None:
    values_hw = np.array([[-1020.0, 12.0, 4.0], [1.0, 2.0, 1250.0], [3.0, 3.0, 3.0]])

    fitted = fitted_texts(values_hw, 19.0, QFont())

    assert fitted is not None
    written = [text for line in fitted[0] for text in line]
    assert "…" not in written
    assert written[0] in ("−1k", "−1020")
    assert written[5] in ("1.2k", "1k", "1250")

"""What is painted of cells that belong together: edges or tints."""

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any


def open_pixels(lab: Lab, pixels_chw: np.ndarray) -> None:
    shared = SharedPicture(Picture(pixels_chw.astype(np.uint8), "typed"), "file")
    lab.walk.picture_store.replace(shared)


def colour_at(lab: Lab, name: str, row: int, column: int) -> QColor:
    """Return the colour of the middle of a cell."""
    image = lab.canvas(name).grab().toImage()
    return image.pixelColor(lab.spot(name, row, column))


def hover(lab: Lab, name: str, row: int, column: int) -> None:
    lab.bot.mouseMove(lab.canvas(name), QPoint(1, 1))  # Qt keeps the last place
    lab.bot.mouseMove(lab.canvas(name), lab.spot(name, row, column))


def edge_at(lab: Lab, name: str, row: int, column: int) -> str:
    """Return the colour of a cell beside its left edge."""
    canvas = lab.canvas(name)
    x, y, _, height = canvas.view.rect(row, column)
    return canvas.grab().toImage().pixelColor(x + 1, y + height // 2).name()


def test_that_a_weight_edges_only_the_cells_that_it_meets(lab: Lab) -> None:
    """Their middles stay as they are: there stand the numbers."""
    open_pixels(lab, np.full((1, 11, 11), 120))
    lab.walk.commands.set("stride", (2, 2))
    lab.walk.go_last()
    met, other = (2, 4), (3, 4)
    before = [edge_at(lab, "input", *cell) for cell in (met, other)]
    middles = [lab.spot("input", *cell) for cell in (met, other)]
    grey = lab.canvas("input").grab().toImage()

    hover(lab, "kernel", 0, 0)

    assert edge_at(lab, "input", *met) != before[0]
    assert edge_at(lab, "input", *other) == before[1]
    now = lab.canvas("input").grab().toImage()
    for middle in middles:
        assert now.pixelColor(middle) == grey.pixelColor(middle)


def test_that_a_weight_tints_cells_too_small_for_numbers(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 40, 40), 120))
    lab.walk.commands.set("stride", (2, 2))
    lab.walk.go_last()
    before = colour_at(lab, "input", 2, 4), colour_at(lab, "input", 3, 4)

    hover(lab, "kernel", 0, 0)

    assert colour_at(lab, "input", 2, 4) != before[0]
    assert colour_at(lab, "input", 3, 4) == before[1]

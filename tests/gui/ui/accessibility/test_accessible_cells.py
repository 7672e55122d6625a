"""What a screen reader finds of a painted grid."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from cnnviz.engine.images.colour_maps import GREY
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.accessibility.cell_source import MOST_CELLS
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.gui.ui.canvas.test_cell_grid import GRIDS, Show, shown

__all__ = ["shown"]


def found(grid: CellGrid) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(grid)


def names(grid: CellGrid) -> list[str]:
    interface = found(grid)
    children = map(interface.child, range(interface.childCount()))
    return [child.text(QAccessible.Text.Name) for child in children]


def canvas_of(height: int, width: int) -> GridCanvas:
    values = np.arange(height * width, dtype=np.float32).reshape(height, width)
    canvas = GridCanvas()
    canvas.set_grid(np.zeros((height, width), np.uint8), GREY, values)
    return canvas


@GRIDS
def test_that_every_cell_of_every_grid_is_found_and_read(
    shown: Show, make: Callable[[], CellGrid], key: object, said: str, copied: str
) -> None:
    grid, _ = shown(make())
    rows, columns = grid.readable()
    read = [grid.reading_of(row, column) for row in rows for column in columns]
    assert len(read) > 1
    assert names(grid) == read
    assert said in read


@GRIDS
def test_that_every_cell_is_outlined_where_the_pointer_finds_it(
    shown: Show, make: Callable[[], CellGrid], key: object, said: str, copied: str
) -> None:
    grid, _ = shown(make())
    interface, here = found(grid), grid.mapToGlobal(QPoint())
    for index in range(interface.childCount()):
        box = interface.child(index).rect().translated(-here)
        place = grid.cell_at(box.center().toPointF())
        assert place is not None
        assert grid.reading_of(*place) == names(grid)[index]


def test_that_a_cell_lies_where_it_is_painted_and_is_found_there(shown: Show) -> None:
    grid, _ = shown(canvas_of(4, 5))
    interface = found(grid)
    cell = interface.child(7)
    place = cell.rect()
    local = place.translated(-grid.mapToGlobal(QPoint()))
    assert grid.cell_at(local.center().toPointF()) == (1, 2)
    at = interface.childAt(place.center().x(), place.center().y())
    assert at.text(QAccessible.Text.Name) == cell.text(QAccessible.Text.Name)
    assert interface.indexOfChild(cell) == 7
    assert cell.parent().object() is grid
    assert cell.role() == QAccessible.Role.Cell


def test_that_other_numbers_and_another_size_are_read_through_the_same_cells(
    shown: Show,
) -> None:
    grid, _ = shown(canvas_of(2, 2))
    last = found(grid).child(3)
    assert last.text(QAccessible.Text.Name) == "row 2, column 2: 3"
    grid.set_grid(np.zeros((1, 2), np.uint8), GREY, np.array([[8, 9]], np.float32))
    assert names(grid) == ["row 1, column 1: 8", "row 1, column 2: 9"]
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_that_of_a_large_grid_the_cell_that_is_read_is_found_with_those_around_it(
    shown: Show,
) -> None:
    grid, _ = shown(canvas_of(MOST_CELLS, 2))
    assert names(grid) == []
    grid.read((3, 1))
    assert names(grid) == [
        f"row {row + 1}, column {column + 1}: {2 * row + column}"
        for row in range(1, 6)
        for column in range(2)
    ]


def test_that_a_large_grid_says_how_large_it_is_and_between_what_numbers(
    shown: Show,
) -> None:
    grid, _ = shown(canvas_of(MOST_CELLS, 2))
    said = found(grid).text(QAccessible.Text.Description)
    assert "1024 rows × 2 columns" in said
    assert said.endswith("From 0 to 2047.")
    small, _ = shown(canvas_of(2, 2))
    assert found(small).text(QAccessible.Text.Description) == ""


def test_that_the_cell_that_the_keys_come_to_is_named_anew_and_focused(
    shown: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid, _ = shown(canvas_of(2, 2))
    told: list[tuple[QAccessible.Event, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        cell = found(grid).child(event.child())
        told.append((event.type(), cell.text(QAccessible.Text.Name)))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(grid, key)
    said = "row 2, column 1: 2"
    assert grid.hovered_cell == (1, 0)
    assert told[-2:] == [
        (QAccessible.Event.NameChanged, said),
        (QAccessible.Event.Focus, said),
    ]
    interface = found(grid)
    assert interface.focusChild().text(QAccessible.Text.Name) == said
    focused = [interface.child(index).state().focused for index in range(4)]
    assert focused == [0, 0, 1, 0]


def test_that_a_row_of_maps_that_is_not_full_has_no_more_cells(shown: Show) -> None:
    tiles = LayerTiles()
    tiles.set_columns(4)
    values = np.zeros((7, 3, 3), np.float32)
    tiles.render_state(layer_picture(LayerOutput("c1", "conv2d", values)))
    grid, _ = shown(tiles)
    assert len(names(grid)) == 7
    assert names(grid)[-1].startswith("map 7")


def test_that_a_large_grid_that_is_read_on_and_on_keeps_few_cells(shown: Show) -> None:
    grid, _ = shown(canvas_of(60, 60))
    interface = found(grid)
    for row in range(60):
        for column in range(60):
            grid.read((row, column))
            assert interface.child(0).text(QAccessible.Text.Name)
    assert len(interface._cells) <= MOST_CELLS


def test_that_what_is_left_of_a_grid_that_is_gone_answers_nothing(shown: Show) -> None:
    grid, window = shown(canvas_of(2, 2))
    interface = found(grid)
    cell = interface.child(0)
    assert cell.isValid()
    delete(grid)
    assert not window.findChildren(GridCanvas)

"""Maps are shown in their colours, found by the pointer and by keyboard."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from cnnviz.ui.tiles.tile_geometry import arrange

# Six maps of one number each throughout: 0, 1, 2, 3, 4, 5.
STEPS = layer_picture(
    LayerOutput(
        "s2", "pool2d", np.repeat(np.arange(6, dtype=np.float32), 16).reshape(6, 4, 4)
    )
)


@pytest.fixture
def tiles(qtbot: QtBot) -> LayerTiles:
    widget = LayerTiles()
    qtbot.addWidget(widget)
    widget.resize(310, 206)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def middle(tiles: LayerTiles, tile: int) -> QPoint:
    return tiles.tile_rect(tile).center().toPoint()


def test_that_each_map_is_painted_in_the_colour_of_its_numbers(
    tiles: LayerTiles,
) -> None:
    tiles.render_state(STEPS)
    shown = tiles.grab().toImage()
    for tile in range(6):
        entry = STEPS.indices_of(tile)[0, 0]
        table = look(tiles.palette()).tables["sequential"]
        expected = QColor(*table[entry].tolist())
        assert shown.pixelColor(middle(tiles, tile)) == expected


def test_that_tiles_are_as_large_as_the_place_allows(tiles: LayerTiles) -> None:
    tiles.render_state(STEPS)
    assert (tiles.grid.columns, tiles.grid.rows) == (3, 2)
    assert tiles.grid.height == 98


def test_that_a_click_opens_the_map_under_it(tiles: LayerTiles, qtbot: QtBot) -> None:
    tiles.render_state(STEPS)
    for tile in range(6):
        with qtbot.waitSignal(tiles.map_clicked) as clicked:
            qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle(tiles, tile))
        assert clicked.args == [tile]


def test_that_a_click_on_an_empty_place_opens_nothing(
    tiles: LayerTiles, qtbot: QtBot
) -> None:
    tiles.reserve(6, (4, 4))
    with qtbot.assertNotEmitted(tiles.map_clicked):
        qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle(tiles, 2))


def test_that_hovering_names_the_map_once(tiles: LayerTiles) -> None:
    tiles.render_state(STEPS)
    seen: list[int] = []
    tiles.map_hovered.connect(seen.append)
    QTest.mouseMove(tiles, middle(tiles, 4))
    QTest.mouseMove(tiles, middle(tiles, 4) + QPoint(3, 3))
    QTest.mouseMove(tiles, middle(tiles, 5))
    assert seen == [4, 5]


def test_that_arrows_and_return_open_a_map(tiles: LayerTiles, qtbot: QtBot) -> None:
    tiles.render_state(STEPS)
    tiles.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(tiles, key)
    with qtbot.waitSignal(tiles.map_clicked) as clicked:
        qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert clicked.args == [2]


def test_that_places_stay_where_they_are_when_the_maps_come(
    tiles: LayerTiles,
) -> None:
    tiles.reserve(6, (4, 4))
    reserved = tiles.grid
    tiles.render_state(STEPS)
    assert tiles.grid == reserved
    tiles.render_state(None)
    assert tiles.grid == reserved


def test_that_a_point_between_two_rows_of_tiles_belongs_to_one_map() -> None:
    grid = arrange(10, (5, 5), 200, 100)
    for tile in range(10):
        left, top, width, height = grid.place(tile)
        assert grid.tile_at(left + width / 2, top + height / 2) == tile
    assert grid.tile_at(-1, 10) is None
    assert grid.tile_at(199, 99) is None or grid.columns * grid.rows == 10


@pytest.mark.parametrize("count", [1, 6, 10, 16, 84, 120, 128])
@pytest.mark.parametrize("place", [(220, 120), (60, 400), (900, 40)])
def test_that_every_tile_lies_inside_the_place(
    count: int, place: tuple[int, int]
) -> None:
    width, height = place
    grid = arrange(count, (1, 1), width, height)
    for tile in range(count):
        x, y, w, h = grid.place(tile)
        assert w >= 1
        assert x >= 0
        assert x + w <= width
        assert y + h <= height


def test_that_the_tile_under_the_margin_is_none(tiles: LayerTiles) -> None:
    tiles.render_state(STEPS)
    assert tiles.tile_at(QPointF(309, 205)) == -1


@given(
    count=st.sampled_from([6, 8, 16, 32]),
    width=st.integers(200, 1200),
    height=st.integers(40, 700),
)
def test_that_maps_in_several_rows_use_the_width(
    count: int, width: int, height: int
) -> None:
    grid = arrange(count, (28, 28), width, height)
    assert grid.rows == 1 or grid.size[0] >= 0.64 * width


def test_that_six_maps_of_a_wide_low_place_lie_in_one_row() -> None:
    # Beside the curves of a window of 1920 pixels: two rows would leave half empty.
    assert arrange(6, (28, 28), 701, 261).columns == 6
    assert arrange(6, (28, 28), 701, 400).columns == 3

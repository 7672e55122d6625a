"""What a network sees is shown in its colours, its channels beside it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from cnnviz.state.picture.layer_pictures import input_picture, rgb_of
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.input_tiles import InputTiles, width_with_channels

# Orange throughout, 4 x 4.
ORANGE = input_picture(np.uint8([255, 128, 0]).repeat(16).reshape(3, 4, 4))
GREY = input_picture(np.full((4, 4), 128, np.uint8))


@pytest.fixture
def tiles(qtbot: QtBot) -> InputTiles:
    widget = InputTiles()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def middle(tiles: InputTiles, tile: int) -> QPoint:
    return tiles.tile_rect(tile).center().toPoint()


def colours(tiles: InputTiles, count: int) -> list[str]:
    shown = tiles.grab().toImage()
    return [QColor(shown.pixelColor(middle(tiles, at))).name() for at in range(count)]


def test_that_a_picture_is_seen_in_colour_and_its_channels_beside_it(
    tiles: InputTiles,
) -> None:
    tiles.resize(width_with_channels(ORANGE, 120), 120)
    tiles.render_state(ORANGE)
    assert colours(tiles, 4) == ["#ff8000", "#ff0000", "#008000", "#000000"]
    assert tiles.tile_rect(0).height() > 2.5 * tiles.tile_rect(1).height()
    assert tiles.tile_rect(3).right() <= tiles.width()
    tiles.render_state(GREY)
    assert tiles.grid.count == 1
    grey = look(tiles.palette()).tables["grey"][128]
    assert colours(tiles, 1) == [QColor(*grey.tolist()).name()]


def test_that_a_square_place_has_the_picture_alone(tiles: InputTiles) -> None:
    tiles.resize(120, 120)
    tiles.render_state(ORANGE)
    assert tiles.grid.count == 1
    assert colours(tiles, 1) == ["#ff8000"]


def test_that_a_channel_is_opened_and_told_by_its_name(
    tiles: InputTiles, qtbot: QtBot
) -> None:
    tiles.resize(width_with_channels(ORANGE, 120), 120)
    tiles.render_state(ORANGE)
    for tile, channel in enumerate((0, 0, 1, 2)):
        with qtbot.waitSignal(tiles.map_clicked) as clicked:
            qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle(tiles, tile))
        assert clicked.args == [channel]
    assert tiles.place_words(0, 2) == "its green"
    assert tiles.number_at(0, 2) == "from 128 to 128"
    tiles.setFocus()
    qtbot.keyClick(tiles, Qt.Key.Key_Left)
    assert tiles.hovered == 2


def test_that_a_film_and_the_page_see_one_picture() -> None:
    assert rgb_of(ORANGE).tolist() == [[[255, 128, 0]] * 4] * 4
    assert rgb_of(GREY).tolist() == [[[128] * 3] * 4] * 4

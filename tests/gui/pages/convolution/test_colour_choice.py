"""Grey or RGB, chosen below the input; which of the three channels is seen."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QToolButton

from cnnviz.engine.images.resizing import Box
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.unit_view.unit import ALL

Lab = Any


def take(lab: Lab, sample: str) -> None:
    with lab.bot.waitSignal(lab.pictures.loading_finished):
        lab.pictures.open_sample(sample)


@pytest.fixture
def house(lab: Lab) -> Lab:
    take(lab, "house")
    return lab


def button(lab: Lab, name: str) -> QToolButton:
    found: QToolButton = lab.find(QToolButton, name)
    return found


def click(lab: Lab, name: str) -> None:
    lab.bot.mouseClick(button(lab, name), Qt.MouseButton.LeftButton)


def seen(lab: Lab) -> int:
    channel: int = lab.page._stages.picture.input.seen_channel
    return channel


def chosen(lab: Lab) -> tuple[bool, bool, str]:
    combo = lab.find(QComboBox, "colour_combo")
    return (
        button(lab, "colour_grey").isChecked(),
        button(lab, "colour_rgb").isChecked(),
        combo.currentData(),
    )


def test_that_grey_is_one_click_away_and_one_step_back(house: Lab) -> None:
    assert chosen(house) == (False, True, "rgb")

    click(house, "colour_grey")

    assert house.state.input_channels == 1
    assert chosen(house) == (True, False, "grey")
    assert house.undo.undoText() == "Change colours"

    house.undo.undo()

    assert house.state.input_channels == 3
    assert chosen(house) == (False, True, "rgb")


def test_that_the_choice_follows_the_picture_tab(house: Lab) -> None:
    combo = house.reach(QComboBox, "colour_combo")
    combo.setFocus()
    house.bot.keyClick(combo, Qt.Key.Key_Up)

    assert chosen(house) == (True, False, "grey")
    assert combo.itemText(0) == button(house, "colour_grey").text()
    assert combo.itemText(1).startswith(button(house, "colour_rgb").text())


def test_that_the_keyboard_reaches_it_and_the_mouse_leaves_it_where_it_was(
    house: Lab,
) -> None:
    before = house.page.window().focusWidget()
    click(house, "colour_rgb")
    assert house.page.window().focusWidget() is before

    grey = button(house, "colour_grey")
    assert grey.focusPolicy() & Qt.FocusPolicy.TabFocus
    grey.setFocus(Qt.FocusReason.TabFocusReason)
    house.bot.keyClick(grey, Qt.Key.Key_Space)

    assert house.state.settings.colour == "grey"


@pytest.mark.parametrize("operation", ["convolution", "transposed", "pooling"])
def test_that_every_operation_on_pictures_offers_it(house: Lab, operation: str) -> None:
    house.walk.commands.set("operation", operation)

    assert button(house, "colour_rgb").isVisible()
    click(house, "colour_rgb")
    assert house.state.input_channels == 3


def test_that_what_has_no_choice_shows_none(lab: Lab) -> None:
    rgb = button(lab, "colour_rgb")
    assert not rgb.isVisible(), "grey picture"

    take(lab, "house")
    assert rgb.isVisible()

    typed = numbers_picture(np.zeros((3, 6, 6), np.float32))
    lab.pictures.store.replace(typed)
    assert not rgb.isVisible(), "typed in three channels: taken as they are"


@pytest.mark.parametrize("size", [(1192, 740), (936, 708)])
def test_that_it_moves_nothing_and_is_whole(lab: Lab, size: tuple[int, int]) -> None:
    """The page as it is in windows of 1280 x 800 and of 1024 x 768."""
    lab.page.resize(*size)
    canvases = lab.canvas("input"), lab.canvas("output")
    panel = lab.page._stages.picture.input

    def laid_out() -> bool:
        below = panel._level.y() - canvases[0].geometry().bottom()
        return below <= 8 and canvases[0].y() == canvases[1].y()

    lab.bot.waitUntil(laid_out)
    shared = lab.pictures.store.state
    colours = np.repeat(shared.picture.pixels_chw, 3, axis=0)
    colours[0] //= 2
    before = [canvas.geometry() for canvas in canvases]

    coloured = SharedPicture(type(shared.picture)(colours, "seven"), "file")
    lab.pictures.store.replace(coloured)
    click(lab, "colour_rgb")
    lab.bot.waitUntil(lambda: button(lab, "channel_all").isVisible())

    assert [canvas.geometry() for canvas in canvases] == before
    for name in ("colour_grey", "colour_rgb"):
        shown = button(lab, name)
        assert shown.height() >= 32
        assert shown.width() >= shown.sizeHint().width()
        corner = shown.mapTo(panel, QPoint(shown.width(), shown.height()))
        assert panel.rect().adjusted(0, 0, 1, 1).contains(corner)
        top = shown.mapTo(panel, QPoint(0, 0)).y()
        assert top > canvases[0].geometry().bottom()


# the channel that is seen


def test_that_another_picture_is_seen_in_all_its_channels(house: Lab) -> None:
    click(house, "colour_rgb")
    click(house, "channel_green")
    assert seen(house) == 1

    take(house, "coins")
    take(house, "house")

    assert seen(house) == ALL
    assert button(house, "channel_all").isChecked()


def test_that_an_edit_and_an_undo_leave_the_channel_that_is_seen(house: Lab) -> None:
    click(house, "colour_rgb")
    click(house, "channel_blue")

    with house.bot.waitSignal(house.pictures.loading_finished):
        house.pictures.crop(Box(0, 0, 40, 40))
    assert seen(house) == 2

    house.pictures.change_cell((2, 1, 1), 7, "rgb")
    assert seen(house) == 2

    house.undo.undo()
    house.undo.undo()
    assert seen(house) == 2


def test_that_an_opened_lab_is_seen_in_all_its_channels(
    house: Lab, tmp_path: Any
) -> None:
    click(house, "colour_rgb")
    files = house.presenters.files
    path = str(tmp_path / "house.cnnlab")
    with house.bot.waitSignal(files.saved):
        files.save(path)
    click(house, "channel_red")
    assert seen(house) == 0

    with house.bot.waitSignal(files.opened):
        files.open(path)

    assert seen(house) == ALL

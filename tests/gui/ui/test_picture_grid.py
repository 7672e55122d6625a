"""Pictures in a menu: chosen with the mouse and with the keyboard alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.samples import load_sample
from cnnviz.ui.picture_choice.picture_grid import PictureGrid, add_pictures

KEYS = ("house", "fruit", "seven", "three", "letters", "stripes", "mouse", "coins")


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[QMenu]:
    window = QWidget()
    qtbot.addWidget(window)
    made = QMenu(window)
    made.addAction("Open")
    add_pictures(made, KEYS, load_sample, str.title)
    made.addAction("Paste")
    window.show()
    made.popup(window.mapToGlobal(window.rect().topLeft()))
    yield made
    made.close()


def grid(menu: QMenu) -> PictureGrid:
    found = menu.findChild(PictureGrid, "picture_grid")
    assert found is not None
    return found


def press(qtbot: QtBot, menu: QMenu, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(menu.focusWidget() or menu, key)


def test_that_a_click_chooses_and_closes_the_menu(menu: QMenu, qtbot: QtBot) -> None:
    shown = grid(menu)
    spot = shown.visualItemRect(shown.item(1)).center()
    with qtbot.waitSignal(shown.chosen) as chosen:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen.args == ["fruit"]
    assert not menu.isVisible()


def test_that_the_keys_reach_every_picture(menu: QMenu, qtbot: QtBot) -> None:
    key = Qt.Key
    shown = grid(menu)
    press(qtbot, menu, key.Key_Down, key.Key_Down)  # Open, then the grid
    assert shown.currentRow() == 0
    press(qtbot, menu, key.Key_Right, key.Key_Down)
    assert KEYS[shown.currentRow()] == "coins"
    with qtbot.waitSignal(shown.chosen) as chosen:
        press(qtbot, menu, key.Key_Return)
    assert chosen.args == ["coins"]


def test_that_the_keys_leave_the_grid_again(menu: QMenu, qtbot: QtBot) -> None:
    key = Qt.Key
    press(qtbot, menu, key.Key_Down, key.Key_Down, key.Key_Down, key.Key_Down)
    active = menu.activeAction()
    assert active is not None
    assert active.text() == "Paste"


def test_that_every_picture_is_read_and_named(menu: QMenu, qtbot: QtBot) -> None:
    shown = grid(menu)
    qtbot.waitUntil(lambda: not shown._unread)
    assert [shown.item(n).text() for n in range(3)] == ["House", "Fruit", "Seven"]
    image = shown.item(1).icon().pixmap(64, 64).toImage()
    colours = {image.pixelColor(x, 42).name() for x in range(64)}
    assert len(colours) > 10

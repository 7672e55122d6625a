"""A pen on another page does not keep the lab busy; what it drew is there in the end."""

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, drawing
from cnnviz.state.store import Store
from cnnviz.state.workers.weight_file import shipped_networks


@pytest.mark.parametrize("comes_back", [True, False])
def test_that_a_pen_on_another_page_is_followed_when_it_rests_or_one_comes_back(
    qtbot: QtBot, comes_back: bool
) -> None:
    undo, ink_hw = QUndoStack(), np.zeros((280, 280), np.uint8)
    store: PictureStore = Store(drawing(ink_hw))
    pictures = PicturePresenter(store, undo)
    lab = LabPresenters(store, pictures, Store(shipped_networks()[0]), undo)
    before = lab.walk.store.state.given
    lab.walk.set_watched(False)
    pictures.begin_stroke()
    for row in range(20, 200, 20):
        ink_hw = ink_hw.copy()
        ink_hw[row : row + 20, 130:150] = 255
        pictures.draw(ink_hw)
    pictures.finish_stroke(ink_hw)
    assert lab.walk.store.state.given is before
    if comes_back:
        lab.walk.set_watched(True)
        assert lab.walk.store.state.given is not before
    qtbot.waitUntil(lambda: lab.walk.store.state.given is not before)
    given = lab.walk.store.state.given
    assert given is not None
    assert np.array_equal(given.shown_chw[0], store.state.picture.pixels_chw[0])
    lab.shut_down()
    pictures.shut_down()

"""The Draw page with networks that use what LeNet-5 does not."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.pages.draw.views.draw_page import DrawPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.store import Store
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.known_networks import LENET5_1998, SIGN_LANGUAGE
from tests.helpers.torch_oracle import random_weights

NETWORKS = {"1998": LENET5_1998, "sign": SIGN_LANGUAGE}


@pytest.fixture
def presenter(qtbot: QtBot, network: Network) -> Iterator[DrawPresenter]:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[60:220, 130:150] = 255
    current = CurrentNetwork(network, random_weights(network), "file")
    presenter = DrawPresenter(Store(drawing(ink_hw)), Store(current))
    yield presenter
    presenter.shut_down()


@pytest.fixture
def page(qtbot: QtBot, presenter: DrawPresenter) -> Iterator[DrawPage]:
    pictures = PicturePresenter(Store(presenter.store.state.picture), QUndoStack())
    choices = NetworkChoices(Store(presenter.store.state.current))
    page = DrawPage(presenter, pictures, choices)
    qtbot.addWidget(page)
    page.resize(1192, 740)
    with qtbot.waitExposed(page):
        page.show()
    page.set_shown(True)
    qtbot.waitUntil(lambda: answer_of(presenter) is not None)
    every = page.findChild(QToolButton, "maps_before_button")
    assert every is not None
    every.setChecked(True)
    yield page
    pictures.shut_down()
    choices.shut_down()


def answer_of(presenter: DrawPresenter) -> Trace | None:
    answer = presenter.store.state.answer
    return None if answer is None else answer.trace


@pytest.mark.parametrize("network", NETWORKS.values(), ids=NETWORKS)
def test_that_every_layer_is_shown_with_the_numbers_of_the_network(
    qtbot: QtBot, page: DrawPage, presenter: DrawPresenter, network: Network
) -> None:
    state = presenter.store.state
    assert state.answer is not None
    classifier = Classifier(network, random_weights(network))
    expected = classifier.trace(state.answer.preparation.digit_hw)
    trace = answer_of(presenter)
    assert trace is not None
    for layer, shown, output in zip(
        network.layers, trace.layers, expected.layers, strict=True
    ):
        np.testing.assert_array_equal(shown.values, output.values)
        tiles = page.findChild(LayerTiles, f"tiles_{layer.name}")
        assert (tiles is not None) == layer.is_shown
    answer = page.findChild(QLabel, "answer_digit")
    assert answer is not None
    assert answer.text() == network.labels[expected.best]


@pytest.mark.parametrize("network", [SIGN_LANGUAGE], ids=["sign"])
def test_that_the_status_line_calls_a_number_by_its_class(
    qtbot: QtBot, page: DrawPage, network: Network
) -> None:
    said: list[str] = []
    page.status_message.connect(said.append)
    tiles = page.findChild(LayerTiles, "tiles_softmax")
    assert tiles is not None
    QTest.mouseMove(tiles, QPoint(1, 1))
    QTest.mouseMove(tiles, tiles.tile_rect(2).center().toPoint())
    assert "softmax · for C: " in said[-1]

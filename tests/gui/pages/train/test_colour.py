"""A network of colour pictures, trained and watched in the window."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import Activation, Conv2d, Flatten, Linear, Network
from cnnviz.engine.networks.network_input import network_input
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.network_menu import choose_in
from tests.helpers.opened_training import Opened, click
from tests.helpers.training_fakes import LENET5, FakeEngine

SMALL = replace(
    network("cifar10"),
    name="small",
    title="Small",
    layers=(
        Conv2d(name="conv1", channels=4, kernel=(5, 5), stride=(3, 3)),
        Activation(name="conv1_relu"),
        Flatten(name="flatten"),
        Linear(name="output", units=10),
    ),
)


class FewColours(TrainingEngine):
    """The real training, on a few coloured pictures of noise."""

    @override
    def load_dataset(self, data: str, network: Network) -> Dataset:
        noise = np.random.default_rng(0)
        images = noise.integers(0, 256, (8, 3, 32, 32), dtype=np.uint8)
        split = Split(images, np.arange(8, dtype=np.int64))
        return Dataset("few", split, split, SMALL.labels)


@pytest.fixture
def photo() -> Picture:
    noise = np.random.default_rng(1)
    return Picture(noise.integers(0, 256, (3, 48, 64), dtype=np.uint8), "photo")


@pytest.fixture
def opened(qtbot: QtBot, photo: Picture) -> Iterator[Opened]:
    offered = (
        CurrentNetwork(LENET5, None, "shipped"),
        CurrentNetwork(SMALL, None, "untrained"),
    )
    networks = Store(offered[0])
    drawn = NetworkChoices(networks, offered, only_answering=True)
    pictures = Store(SharedPicture(photo, "file"))
    presenter = TrainPresenter(pictures, networks, among=drawn, engine=FewColours())
    page = TrainPage(presenter)
    page.resize(1192, 740)
    qtbot.addWidget(page)
    page.set_shown(True)
    page.show()
    yield Opened(page, presenter, FakeEngine(), (pictures, networks, drawn))
    presenter.shut_down()
    drawn.shut_down()


def test_that_a_network_in_colour_learns_and_sees_the_picture_of_all_pages(
    qtbot: QtBot, opened: Opened, photo: Picture
) -> None:
    data = opened.page.findChild(QComboBox, "train_data")
    assert data is not None
    data.setCurrentIndex(data.findData("cifar10"))
    data.activated.emit(data.currentIndex())
    assert "LeNet-5 takes pictures of 1 × 28 × 28" in opened.text("recipe_problem")
    choose_in(qtbot, opened.page, "train_network", "Small")
    assert opened.presenter.recipe_problem is None
    click(qtbot, opened, "train_step_button")
    run = opened.presenter.run
    qtbot.waitUntil(lambda: run.state.weights_step == 1, timeout=20_000)
    probe = opened.page.findChild(LayerTiles, "live_probe")
    assert probe is not None
    assert probe.picture is not None
    assert probe.picture.palettes == ("red", "green", "blue")
    given = network_input(photo, SMALL).pixels
    np.testing.assert_array_equal(probe.picture.values, given)
    assert opened.tiles("conv1_relu").picture is not None
    click(qtbot, opened, "train_use_button")
    networks = opened.keep[1]
    assert isinstance(networks, Store)
    assert networks.state.network is SMALL
    assert opened.button("train_save_button").isEnabled()

"""Choosing on the Train page what learns."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.layers import Flatten, Linear, Pool2d
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.store import Store
from cnnviz.state.workers.weight_file import offered_networks
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.network_menu import choose_in, entry, menu_of
from tests.helpers.opened_training import Opened, click
from tests.helpers.training_fakes import LENET5, FakeEngine, TinyEngine, digit_store

BUTTON = "train_network"
SOFTMAX_REGRESSION = replace(
    LENET5,
    name="mine",
    title="Mine",
    layers=(Flatten(name="flatten"), Linear(name="output", units=10)),
)


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Return the page with all networks of the catalogue, and the real training."""
    offered = offered_networks()
    networks = Store(offered[0])
    drawn = NetworkChoices(networks, offered, only_answering=True)
    presenter = TrainPresenter(
        digit_store(), networks, among=drawn, engine=TinyEngine()
    )
    page = TrainPage(presenter)
    page.resize(1192, 740)
    qtbot.addWidget(page)
    page.set_shown(True)
    page.show()
    yield Opened(page, presenter, FakeEngine(), (networks, drawn))
    presenter.shut_down()
    drawn.shut_down()


def step_once(qtbot: QtBot, opened: Opened) -> CurrentNetwork:
    """Take one batch, stop, and return the network that was trained."""
    presenter = opened.presenter
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: presenter.run.state.weights_step == 1, timeout=20_000)
    with qtbot.waitSignal(presenter.network_trained) as trained:
        click(qtbot, opened, "train_stop_button")
    qtbot.waitUntil(lambda: not presenter.is_running)
    assert trained.args is not None
    return trained.args[0]  # type: ignore[no-any-return]


def test_that_the_page_says_that_a_shipped_network_is_trained_anew(
    opened: Opened,
) -> None:
    said = "Every run starts LeNet-5 from scratch, with random weights."
    assert opened.text("recipe_problem") == said
    tip = entry(menu_of(opened.page, BUTTON), "LeNet-5 ·").toolTip()
    assert tip == "Train this network from scratch, with random weights"


def test_that_what_comes_trained_twice_is_trained_anew_in_one_way(
    opened: Opened,
) -> None:
    lines = [one.text() for one in menu_of(opened.page, BUTTON).actions()]
    assert len([line for line in lines if line.startswith("LeNet-5 ·")]) == 1
    assert not any("over-fitted" in line for line in lines)


def test_that_the_mouse_chooses_what_learns(qtbot: QtBot, opened: Opened) -> None:
    choose_in(qtbot, opened.page, BUTTON, "Convnet")
    assert opened.button(BUTTON).text() == "Convnet 32-64-128"
    assert "comes with cnnviz" in opened.button(BUTTON).accessibleName()
    assert opened.tiles("conv1_relu").grid.count == 32
    assert "Convnet 32-64-128" in opened.text("recipe_problem")
    # What answers on the Draw page is another choice.
    networks, _ = opened.keep
    assert networks.state.network is LENET5  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Unfinished", "is not finished: its last layer names no classes"),
        ("Empty", "has no weights, so there is nothing to learn"),
    ],
)
def test_that_what_cannot_learn_is_listed_and_says_why(
    qtbot: QtBot, opened: Opened, title: str, why: str
) -> None:
    pool = Pool2d(name="pool", kind="average", kernel=(14, 5), stride=(14, 5))
    layers = (pool, Flatten(name="flatten"))
    empty = replace(LENET5, name="empty", title="Empty", layers=layers)
    unfinished = replace(LENET5, name="new", title="Unfinished")
    for built in (
        CurrentNetwork(empty, {}, "built"),
        CurrentNetwork(unfinished, {}, "built", names_classes=False),
    ):
        opened.presenter.choices.offer(built)
    found = entry(menu_of(opened.page, BUTTON), title)
    assert not found.isEnabled()
    assert why in found.toolTip()
    choose_in(qtbot, opened.page, BUTTON, title)
    assert opened.presenter.learner.state.network is LENET5


def test_that_what_is_built_further_is_what_learns(
    qtbot: QtBot, opened: Opened
) -> None:
    choices, presenter = opened.presenter.choices, opened.presenter
    first = CurrentNetwork(SOFTMAX_REGRESSION, {}, "built")
    choices.offer(first)
    choose_in(qtbot, opened.page, BUTTON, "Mine")
    assert presenter.learner.state is first
    choices.offer(CurrentNetwork(SOFTMAX_REGRESSION, {}, "built", names_classes=False))
    assert "Mine is not finished" in opened.text("recipe_problem")
    assert not opened.button("train_start_or_pause_button").isEnabled()
    choices.offer(CurrentNetwork(SOFTMAX_REGRESSION, {}, "built"))
    assert "Every run starts Mine" in opened.text("recipe_problem")
    assert opened.button("train_start_or_pause_button").isEnabled()


def test_that_a_network_without_kernels_learns_and_is_seen(
    qtbot: QtBot, opened: Opened
) -> None:
    choose_in(qtbot, opened.page, BUTTON, "MLP")
    labels = [label.text() for label in opened.page.findChildren(QLabel)]
    assert "No convolution: no kernels" in labels
    kernels = opened.page.findChild(LayerTiles, "live_kernels")
    assert kernels is not None
    assert not kernels.isVisible()
    trained = step_once(qtbot, opened)
    assert trained.network is network("mlp")
    assert opened.tiles("dense1_relu").picture is not None
    assert opened.tiles("dense2_relu").picture is not None


def test_that_a_file_of_a_network_is_opened_and_learns(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "mine.json"
    path.write_text(network_json(SOFTMAX_REGRESSION))
    button = opened.page.findChild(QPushButton, BUTTON)
    with qtbot.waitSignal(opened.presenter.learner.changed):
        button.file_chosen.emit(str(path))  # type: ignore[union-attr]
    assert opened.button(BUTTON).text() == "Mine"
    trained = step_once(qtbot, opened)
    assert (trained.network, trained.origin) == (SOFTMAX_REGRESSION, "trained")
    opened.presenter.use_network()
    # Its weights bring its layers along, for no catalogue knows them.
    saved = tmp_path / "mine.safetensors"
    with qtbot.waitSignal(opened.presenter.saving.saved):
        opened.presenter.save_weights(saved)
    with qtbot.waitSignal(opened.presenter.learner.changed):
        button.file_chosen.emit(str(saved))  # type: ignore[union-attr]
    assert opened.presenter.learner.state.network == SOFTMAX_REGRESSION
    assert opened.presenter.learner.state.file == "mine.safetensors"


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("AlexNet ·", "or a folder with your own pictures"),
        ("Sign language", "Sign language takes pictures of 1 × 28 × 28 and names 24"),
        ("CIFAR-10", "Choose the data CIFAR-10, or another network"),
    ],
)
def test_that_what_fits_other_data_can_be_chosen_and_says_what_fits(
    qtbot: QtBot, opened: Opened, title: str, why: str
) -> None:
    choose_in(qtbot, opened.page, BUTTON, title)
    label = opened.page.findChild(QLabel, "recipe_problem")
    assert label is not None
    assert why in label.toolTip()
    assert not opened.button("train_start_or_pause_button").isEnabled()


def test_that_a_file_of_a_network_in_colour_is_opened_and_says_what_fits(
    qtbot: QtBot, opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "tiny.json"
    path.write_text(network_json(network("tiny-vgg")))
    with qtbot.waitSignal(opened.presenter.learner.changed):
        opened.page._recipe.network.file_chosen.emit(str(path))
    assert "Tiny VGG takes pictures of 3 × 64 × 64" in opened.text("recipe_problem")


def test_that_a_run_keeps_its_network(qtbot: QtBot, opened: Opened) -> None:
    click(qtbot, opened, "train_step_button")
    assert not opened.button(BUTTON).isEnabled()
    assert "You cannot change this during training" in opened.button(BUTTON).toolTip()
    # A file that was asked for before the run is read.
    mine = CurrentNetwork(SOFTMAX_REGRESSION, None, "untrained", file="mine.json")
    opened.presenter.choices.choose(mine)
    assert opened.button(BUTTON).text() == "LeNet-5"
    run = opened.presenter.run
    qtbot.waitUntil(lambda: run.state.weights_step == 1, timeout=20_000)
    click(qtbot, opened, "train_stop_button")
    qtbot.waitUntil(lambda: not opened.presenter.is_running)
    assert run.state.network is LENET5
    assert opened.button(BUTTON).text() == "Mine"

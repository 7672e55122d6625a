"""A drawing inside the network that trains, and what is done with that network."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.run.timeline import Timeline
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.opened_training import Open, click
from tests.helpers.told_runs import told_run
from tests.helpers.training_fakes import FakeEngine


def test_that_what_is_seen_is_what_the_draw_page_gets(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    for step in (1, 2, 3):
        click(qtbot, opened, "train_step_button")
        qtbot.waitUntil(lambda n=step: opened.presenter.run.state.weights_step == n)
    timeline = opened.presenter.timeline
    timeline.move(-2)
    click(qtbot, opened, "train_start_or_pause_button")  # it goes on meanwhile
    qtbot.waitUntil(lambda: opened.phase == "running")
    with qtbot.waitSignal(opened.presenter.network_used) as used:
        click(qtbot, opened, "train_use_button")
    assert used.args is not None
    assert used.args[0].step == 1
    assert (used.args[0].weights["c1.weight"] == 1).all()
    assert "as of batch 1." in opened.text("run_words")
    timeline.look_at(0)
    use = opened.button("train_use_button")
    assert not use.isEnabled()
    assert "Before the first batch" in use.toolTip()
    assert not opened.button("train_save_button").isEnabled()
    timeline.move(1)
    assert use.isEnabled()


def test_that_a_map_opens_in_place_and_follows_the_run(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    opened.page.set_reduced_motion(True)
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 1)
    tiles = opened.tiles("c3_relu")
    told: list[str] = []
    opened.page.status_message.connect(told.append)

    def is_read() -> bool:  # once the page has laid itself out for the run
        qtbot.mouseMove(tiles, tiles.tile_rect(6).center().toPoint())
        return bool(told) and "map 7 of 16" in told[-1]

    qtbot.waitUntil(is_read)
    place = tiles.tile_rect(6).center().toPoint()
    qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=place)
    canvas = opened.page.findChild(GridCanvas, "live_map_canvas")
    assert canvas is not None
    for step in (2, 3):
        click(qtbot, opened, "train_step_button")
        qtbot.waitUntil(lambda n=step: opened.presenter.run.state.weights_step == n)
        assert canvas.isVisible()
        assert (canvas.values_hw == step).all()
    qtbot.keyClick(opened.page, Qt.Key.Key_Escape)
    assert not canvas.isVisible()
    assert tiles.isVisible()
    probe = opened.page.findChild(LayerTiles, "live_probe")
    assert probe is not None
    qtbot.mouseClick(probe, Qt.MouseButton.LeftButton, pos=probe.rect().center())
    assert canvas.values_hw is not None
    assert canvas.values_hw.shape == (28, 28)
    qtbot.mouseClick(opened.page, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not canvas.isVisible()


def test_that_the_places_of_the_chosen_network_are_kept_before_a_run(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    assert opened.tiles("c1_relu").grid.count == 6
    convnet = CurrentNetwork(network("convnet"), None, "untrained")
    opened.presenter.choices.choose(convnet)
    assert opened.tiles("conv1_relu").grid.count == 32
    assert opened.tiles("conv2_relu").grid.count == 64


def test_that_the_picture_is_there_before_a_run(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    probe = opened.page.findChild(LayerTiles, "live_probe")
    assert probe is not None
    qtbot.waitUntil(lambda: probe.picture is not None)
    before = probe.picture
    convnet = CurrentNetwork(network("cifar10"), None, "untrained")
    opened.presenter.choices.choose(convnet)
    qtbot.waitUntil(lambda: probe.picture not in (None, before))
    assert probe.picture is not None
    assert probe.picture.shape == (3, 32, 32)


def test_that_a_run_of_another_program_is_said_to_be_one(open_page: Open) -> None:
    opened = open_page(FakeEngine())
    run = replace(told_run([], []), phase="followed")
    empty = replace(run, timeline=Timeline())
    opened.presenter.run.replace(empty)
    assert "Another program is doing this training" in opened.text("run_lasting")
    assert opened.text("live_hint") == "Everything here will change while it learns."
    opened.presenter.run.replace(replace(run, phase="stopped"))
    label = opened.page.findChild(QLabel, "run_lasting")
    assert label is not None
    assert not label.isVisible()


def test_that_before_a_run_weights_drawn_by_chance_only_guess(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    kernels = opened.page.findChild(LayerTiles, "live_kernels")
    assert kernels is not None
    qtbot.waitUntil(lambda: kernels.picture is not None)
    assert kernels.picture is not None
    assert kernels.picture.count == 6
    assert "only guesses" in opened.text("live_hint")
    answer = opened.page.findChild(QLabel, "live_share")
    assert answer is not None
    assert float(answer.text().rstrip("%")) < 60
    assert opened.text("live_title") == "The picture, inside the network"

"""The tool that looks into the layers of a run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from torch.nn.functional import cross_entropy

from cnnviz.engine.networks.build import build, normalized
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.pages.train.model.layer_look import LayerLook, LayerQuestion
from cnnviz.pages.train.presenters.layers.layer_looks import LayerLooks, layer_look
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.pages.train.views.layers.layers_tool import LayersTool
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run, TrainingUpdate, advanced
from cnnviz.state.store import Store
from tests.helpers.opened_training import Open
from tests.helpers.told_runs import measured, over_fitted
from tests.helpers.torch_oracle import random_weights
from tests.helpers.training_fakes import LENET5, FakeEngine, digit_store


def watched_run() -> Run:
    """Return a run of LeNet-5 whose gradients and weights grow."""
    chance = np.random.default_rng(1)
    told = []
    for step in range(1, 62, 10):
        values = chance.normal(0, step, 400)
        told.append(measured(step, values, norm=float(step)))
    run = advanced(over_fitted(), TrainingUpdate(1, tuple(told)))
    return replace(run, phase="paused")


@dataclass
class Shown:
    """The tool, and the run that it is told of."""

    tool: LayersTool
    run: Store[Run]
    looks: LayerLooks

    def render(self, run: Run) -> None:
        self.run.replace(run)
        self.tool.render_run(run)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    run: Store[Run] = Store(Run())
    steps = OpenedSteps(digit_store(), run, run)
    looks = LayerLooks(run, steps, run)
    made = LayersTool(looks)
    qtbot.addWidget(made)
    made.resize(720, 420)
    made.show()
    yield Shown(made, run, looks)
    looks.shut_down()
    steps.shut_down()


@pytest.fixture
def tool(shown: Shown) -> LayersTool:
    """Return the tool with what was measured over time in front."""
    shown.tool.over_time.click()
    return shown.tool


def probed_run() -> Run:
    """Return a run whose moments have seen a picture."""
    run = watched_run()
    picture = np.zeros((28, 28), np.uint8)
    picture[4:24, 12:16] = 255
    kept = tuple(replace(shot, probe_hw=picture) for shot in run.timeline.kept)
    return replace(run, timeline=replace(run.timeline, kept=kept))


def looked(qtbot: QtBot, shown: Shown) -> LayerLook:
    """Wait for the layer that is chosen at the moment that is looked at."""

    def fits() -> bool:
        look, shot = shown.looks.store.state, shown.run.state.timeline.shown
        if look is None or shot is None:
            return False
        asked = look.question
        return asked.layer == shown.tool.layer and asked.weights is shot.weights

    qtbot.waitUntil(fits, timeout=20_000)
    look = shown.looks.store.state
    assert look is not None
    return look


def test_that_it_says_what_to_do_before_a_run(tool: LayersTool) -> None:
    assert tool._hint.isVisible()
    assert tool.layer is None
    tool.render_run(watched_run())
    assert not tool._hint.isVisible()
    assert tool.times.isVisible()


def test_that_the_layers_that_learn_are_to_choose_from(tool: LayersTool) -> None:
    tool.render_run(watched_run())
    texts = [tool.choice.itemText(index) for index in range(tool.choice.count())]
    assert texts == ["C1", "Output"]
    tool.choice.setCurrentIndex(1)
    assert tool.layer == "output"
    tool.render_run(replace(watched_run(), pace=2.0))
    assert tool.layer == "output"  # what was chosen stays


def test_that_the_newest_numbers_are_said(tool: LayersTool) -> None:
    tool.render_run(watched_run())
    facts = tool.findChild(QLabel, "layer_facts")
    assert facts is not None
    assert "gradient 61" in facts.text()
    assert "by 1.00%" in facts.text()


def test_that_cells_are_read_by_keys(qtbot: QtBot, tool: LayersTool) -> None:
    tool.render_run(watched_run())
    grid = tool.times.norms
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.hovered_cell is not None
    row, column = grid.hovered_cell
    assert grid.reading_of(row, column) == "Output, batch 1: 10"
    inside = grid.box_of(row, column).center()
    assert grid.cell_at(inside) == (row, column)


def test_that_shares_are_read_with_their_range(tool: LayersTool) -> None:
    tool.render_run(watched_run())
    grid = tool.times.spreads["weights"]
    assert grid.cells is not None
    column = grid.cells.shades_rc.shape[1] - 1
    fullest = int(grid.cells.numbers_rc[:, column].argmax())
    said = grid.reading_of(fullest, column)
    assert " to " in said
    assert "batch 61: " in said
    assert said.endswith("%")
    assert tool.times.spreads["activations"].cells is None


def test_that_kernels_and_their_change_are_those_of_the_moment(
    qtbot: QtBot, shown: Shown
) -> None:
    run = watched_run()
    shown.render(run)
    look = looked(qtbot, shown)
    pictures = shown.tool.pictures
    now, change = pictures.kernels.picture, pictures.changes.picture
    assert now is not None
    assert change is not None
    shot, first = run.timeline.shown, run.timeline.kept[0]
    assert shot is not None
    name = "c1.weight"
    np.testing.assert_allclose(now.values_of(0), shot.weights[name][0, 0])
    expected = shot.weights[name][0, 0] - first.weights[name][0, 0]
    np.testing.assert_allclose(change.values_of(0), expected)
    assert look.gradients is None
    assert pictures.gradients.picture is None
    assert "Draw a digit" in pictures.loss.text()


def test_that_gradients_are_those_of_autograd_for_the_picture(
    qtbot: QtBot, shown: Shown
) -> None:
    run = probed_run()
    shown.render(run)
    looked(qtbot, shown)
    shown.tool.choice.setCurrentIndex(1)
    looked(qtbot, shown)
    pictures, shot = shown.tool.pictures, run.timeline.shown
    assert shot is not None
    assert shot.probe_hw is not None
    module = build(LENET5)
    module.load_state_dict({n: torch.tensor(w) for n, w in shot.weights.items()})
    logits = module.logits(normalized(LENET5, torch.tensor(shot.probe_hw[None])))
    said = int(logits.argmax())
    loss = cross_entropy(logits, torch.tensor([said]))
    (expected,) = torch.autograd.grad(loss, [module.get_parameter("output.weight")])
    shown_gradients = pictures.gradients.picture
    assert shown_gradients is not None
    assert shown_gradients.low == -shown_gradients.high  # 0 is in the middle
    found = shown_gradients.values.reshape(10, -1)
    np.testing.assert_allclose(found, expected.numpy(), rtol=1e-4, atol=1e-6)
    of_maps = pictures.map_gradients.picture
    assert of_maps is not None
    odds = torch.softmax(logits, 1)[0].detach().numpy()
    odds[said] -= 1
    np.testing.assert_allclose(of_maps.values, odds, rtol=1e-3, atol=1e-6)
    text = pictures.loss.text()
    assert f"The answer of the network, {said}, counts as right" in text
    assert f"batch {shot.step}" in text


def test_that_going_back_shows_the_layer_of_then(qtbot: QtBot, shown: Shown) -> None:
    run = probed_run()
    shown.render(run)
    newest = looked(qtbot, shown)
    shown.render(replace(run, timeline=run.timeline.choosing(0)))
    then = looked(qtbot, shown)
    assert (then.question.step, newest.question.step) == (0, 70)
    assert then.change.values.any() == np.False_
    assert "batch 0" in shown.tool.pictures.loss.text()


def test_that_a_run_that_goes_is_looked_at_as_it_goes(
    qtbot: QtBot, shown: Shown
) -> None:
    run = replace(probed_run(), phase="running")
    shown.render(replace(run, timeline=run.timeline.choosing(10)))
    looked(qtbot, shown)
    shown.render(run)
    assert looked(qtbot, shown).question.step == 70
    shown.render(replace(Run(), number=2))
    assert shown.looks.store.state is None
    assert shown.tool.layer is None


def test_that_weights_that_are_no_numbers_are_told(qtbot: QtBot, shown: Shown) -> None:
    run = probed_run()
    last = run.timeline.kept[-1]
    lost = {**last.weights, "c1.weight": last.weights["c1.weight"] * np.float32("nan")}
    kept = (*run.timeline.kept[:-1], replace(last, weights=lost))
    shown.render(replace(run, timeline=replace(run.timeline, kept=kept)))
    look = looked(qtbot, shown)
    assert look.problem is not None
    assert shown.tool.pictures.gradients.picture is None


def test_that_a_layer_of_units_shows_the_weights_of_each_in_rows() -> None:
    network = NETWORKS["mlp"]
    drawn = random_weights(network)
    question = LayerQuestion(network, "dense1", 3, drawn, 0, drawn, None)
    look = layer_look(question)
    assert look.weights.tile_hw == (28, 28)
    expected = drawn["dense1.weight"][0].reshape(28, 28)
    np.testing.assert_array_equal(look.weights.values_of(0), expected)


def test_that_numbers_are_painted(
    tool: LayersTool,
) -> None:
    empty = tool.times.norms.grab().toImage()
    tool.render_run(watched_run())
    assert tool.times.norms.grab().toImage() != empty


def test_that_the_page_has_it_as_a_tool(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    opened.presenter.run.replace(watched_run())
    actions = {action.objectName(): action for action in opened.page.page_actions()}
    actions["train_layers"].trigger()
    tool = opened.page.findChild(LayersTool, "layers_tool")
    assert tool is not None
    assert tool.isVisible()
    assert tool.layer == "c1"


def test_that_the_answers_for_the_picture_are_seen_over_the_run(
    qtbot: QtBot, shown: Shown
) -> None:
    scores: Store[Scores] = Store(Scores())
    tool = LayersTool(shown.looks, None, scores)
    qtbot.addWidget(tool)
    tool.over_time.click()
    tool.render_run(watched_run())
    assert tool.times.answers.cells is None
    early, late = np.full(10, 0.1, np.float32), np.full(10, 0.01, np.float32)
    late[3] = 0.91
    scores.replace(Scores({70: late, 0: early}, best=3))
    cells = tool.times.answers.cells
    assert cells is not None
    assert cells.shades_rc.shape == (10, 2)
    assert cells.steps_c.tolist() == [0, 70]
    np.testing.assert_allclose(cells.numbers_rc[3], [0.1, 0.91], rtol=1e-6)
    assert tool.times.answers.reading_of(3, 1) == "3, batch 70: 91.0%"
    scores.replace(Scores({0: np.full(26, 1 / 26, np.float32)}, best=0))
    assert (
        tool.times.answers.cells is None
    )  # of another network, whose run has just gone

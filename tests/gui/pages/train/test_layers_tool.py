"""The tool that looks into the layers of a run."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.views.layers.layers_tool import LayersTool
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run, TrainingUpdate, advanced
from cnnviz.state.store import Store
from tests.helpers.opened_training import Open
from tests.helpers.told_runs import measured, over_fitted
from tests.helpers.training_fakes import FakeEngine


def watched_run() -> Run:
    """Return a run of LeNet-5 whose gradients and weights grow."""
    chance = np.random.default_rng(1)
    told = []
    for step in range(1, 62, 10):
        values = chance.normal(0, step, 400)
        told.append(measured(step, values, norm=float(step)))
    run = advanced(over_fitted(), TrainingUpdate(1, tuple(told)))
    return replace(run, phase="paused")


@pytest.fixture
def tool(qtbot: QtBot) -> LayersTool:
    made = LayersTool()
    qtbot.addWidget(made)
    made.resize(720, 420)
    made.show()
    return made


def test_that_it_says_what_to_do_before_a_run(tool: LayersTool) -> None:
    assert tool._hint.isVisible()
    assert tool.layer is None
    tool.render_run(watched_run())
    assert not tool._hint.isVisible()


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
    grid = tool.norms
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    qtbot.keyClick(grid, Qt.Key.Key_Down)
    assert grid.hovered_cell is not None
    row, column = grid.hovered_cell
    assert grid.reading_of(row, column) == "Output, batch 1: 10"
    inside = grid.box_of(row, column).center()
    assert grid.cell_at(inside) == (row, column)


def test_that_shares_are_read_with_their_range(tool: LayersTool) -> None:
    tool.render_run(watched_run())
    grid = tool.spreads["weights"]
    assert grid.cells is not None
    column = grid.cells.shades_rc.shape[1] - 1
    fullest = int(grid.cells.numbers_rc[:, column].argmax())
    said = grid.reading_of(fullest, column)
    assert " to " in said
    assert "batch 61: " in said
    assert said.endswith("%")
    assert tool.spreads["activations"].cells is None


def test_that_kernels_and_their_change_are_those_of_the_moment(
    tool: LayersTool,
) -> None:
    run = watched_run()
    tool.render_run(run)
    now, change = tool.kernels.picture, tool.changes.picture
    assert now is not None
    assert change is not None
    shown, first = run.timeline.shown, run.timeline.kept[0]
    assert shown is not None
    name = "c1.weight"
    np.testing.assert_allclose(now.values_of(0), shown.weights[name][0, 0])
    expected = shown.weights[name][0, 0] - first.weights[name][0, 0]
    np.testing.assert_allclose(change.values_of(0), expected)
    tool.choice.setCurrentIndex(1)
    assert tool.kernels.picture is None
    assert "no convolution" in tool._captions[0].text()


def test_that_numbers_are_painted(
    tool: LayersTool,
) -> None:
    empty = tool.norms.grab().toImage()
    tool.render_run(watched_run())
    assert tool.norms.grab().toImage() != empty


def test_that_the_page_has_it_as_a_tool(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    opened.presenter.run.replace(watched_run())
    actions = {action.objectName(): action for action in opened.page.page_actions()}
    actions["train_layers"].trigger()
    tool = opened.page.findChild(LayersTool, "layers_tool")
    assert tool is not None
    assert tool.isVisible()
    assert tool.layer == "c1"


def test_that_the_answers_for_the_picture_are_seen_over_the_run(qtbot: QtBot) -> None:
    scores: Store[Scores] = Store(Scores())
    tool = LayersTool(None, scores)
    qtbot.addWidget(tool)
    tool.render_run(watched_run())
    assert tool.answers.cells is None
    early, late = np.full(10, 0.1, np.float32), np.full(10, 0.01, np.float32)
    late[3] = 0.91
    scores.replace(Scores({70: late, 0: early}, best=3))
    cells = tool.answers.cells
    assert cells is not None
    assert cells.shades_rc.shape == (10, 2)
    assert cells.steps_c.tolist() == [0, 70]
    np.testing.assert_allclose(cells.numbers_rc[3], [0.1, 0.91], rtol=1e-6)
    assert tool.answers.reading_of(3, 1) == "3, batch 70: 91.0%"
    scores.replace(Scores({0: np.full(26, 1 / 26, np.float32)}, best=0))
    assert tool.answers.cells is None  # of another network, whose run has just gone

"""The step that is looked at: of which moment, weight and class."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import RecipeChanged
from cnnviz.engine.training.run_checkpoints import write_checkpoint
from cnnviz.pages.train.model.step_state import (
    StepAnswer,
    kernel_of_tile,
    tile_of_kernel,
)
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.picture.shared_picture import PictureStore, drawing
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.timeline import Timeline
from cnnviz.state.store import Store
from tests.helpers.training_fakes import LENET5, checkpoint, digit_store


@dataclass
class Made:
    steps: OpenedSteps
    run: Store[Run]
    pictures: PictureStore
    qtbot: QtBot

    def after(self, step: int, network: Network = LENET5) -> SnapshotPictures:
        """Return the snapshot after a batch, with weights of its own."""
        weights = seeded_weights(network, step)
        return SnapshotPictures(step, 1, weights, NetworkPictures(network))

    def look(
        self, *steps: int, network: Network = LENET5, phase: str = "paused"
    ) -> None:
        """Have a run with snapshots, the last of them looked at."""
        kept = tuple(self.after(step, network) for step in steps)
        config = self.run.state.config
        if config is None or config.network is not network:
            config = TrainingConfig(network=network, optimizer="sgd")
        run = Run(1, phase, network, config, timeline=Timeline(kept))  # type: ignore[arg-type]
        self.run.replace(run)

    def answer(self, step: int | None = None, label: int | None = None) -> StepAnswer:
        """Wait for a step, and return it."""

        def is_there() -> bool:
            found = self.steps.store.state.answer
            return (
                found is not None
                and (step is None or found.question.step == step)
                and (label is None or found.opened.labels_n.tolist() == [label])
            )

        self.qtbot.waitUntil(is_there, timeout=20_000)
        found = self.steps.store.state.answer
        assert found is not None
        return found


@pytest.fixture
def made(qtbot: QtBot, qapp: object) -> Iterator[Made]:
    run, pictures = Store(Run()), digit_store()
    steps = OpenedSteps(pictures, run, run)
    yield Made(steps, run, pictures, qtbot)
    steps.shut_down()


def test_that_what_is_missing_is_told(made: Made) -> None:
    made.steps.set_watched(True)
    assert made.steps.store.state.lacks == "run"
    made.pictures.replace(drawing(np.zeros((280, 280), np.uint8)))
    made.look(3)
    assert made.steps.store.state.lacks == "picture"
    made.pictures.replace(digit_store().state)
    assert made.answer().question.step == 3
    assert made.steps.store.state.lacks == ""


def test_that_no_step_is_taken_while_nobody_looks(made: Made) -> None:
    made.look(3)
    assert made.steps.store.state.lacks == "run"
    made.steps.set_watched(True)
    assert made.answer().question.step == 3
    made.steps.set_watched(False)
    made.look(3, 4)
    assert made.steps.store.state.moment == 3


def test_that_the_step_is_that_of_the_moment_looked_at(made: Made) -> None:
    made.steps.set_watched(True)
    made.look(0, 4, 9)
    assert made.answer(9).question.step == 9
    run = made.run.state
    made.run.replace(replace(run, timeline=run.timeline.choosing(4)))
    answer = made.answer(4)
    kept = run.timeline.kept[1].weights
    np.testing.assert_array_equal(answer.opened.before["c1.weight"], kept["c1.weight"])


def test_that_a_run_that_goes_on_leaves_the_step_until_the_newest_is_wanted(
    made: Made,
) -> None:
    made.steps.set_watched(True)
    made.look(4, phase="running")
    made.answer(4)
    made.look(4, 9, phase="running")
    state = made.steps.store.state
    assert state.moment == 9
    assert state.answer is not None
    assert state.answer.question.step == 4
    made.steps.take_newest()
    assert made.answer(9).question.step == 9
    made.look(4, 9, 12)  # it rests now
    assert made.answer(12).question.step == 12


def test_that_the_right_class_is_the_guess_until_one_is_chosen(made: Made) -> None:
    made.steps.set_watched(True)
    made.look(4)
    answer = made.answer()
    guess = int(answer.opened.loss.probabilities_nk[0].argmax())
    assert answer.opened.labels_n.tolist() == [guess]
    other = (guess + 3) % 10
    made.steps.choose_label(other)
    answer = made.answer(label=other)
    probability = answer.opened.loss.probabilities_nk[0, other]
    assert answer.opened.loss.value == pytest.approx(-np.log(probability))
    made.pictures.replace(digit_store().state)  # another drawing: another guess
    made.answer(label=guess)


def test_that_a_layer_opens_at_the_weight_of_the_largest_gradient(made: Made) -> None:
    made.steps.set_watched(True)
    made.look(4)
    opened = made.answer().opened
    for layer in ("c3", "f6", "c1"):
        made.steps.choose_layer(layer)
        state = made.steps.store.state
        weights = state.weights()
        assert weights is not None
        gradient = opened.gradients[f"{layer}.weight"]
        at = weights.at(state.cell)
        assert abs(gradient[at]) == np.abs(gradient).max()
        assert weights.gradient_hw[state.cell] == gradient[at]
        made_of = state.gradient()
        assert made_of is not None
        total = made_of.operation.step_at(*state.cell, 0).total
        assert total == pytest.approx(float(gradient[at]), rel=1e-4)


@pytest.mark.parametrize("name", ["lenet5", "lenet5-1998"])
def test_that_every_tile_is_its_kernel(made: Made, name: str) -> None:
    network = NETWORKS[name]
    made.steps.set_watched(True)
    made.look(4, network=network)
    answer = made.answer()
    made.steps.choose_layer("c3")
    picture = answer.kernels["c3"]
    gradient = answer.opened.gradients["c3.weight"]
    joined = 0
    for tile in range(picture.count):
        state = made.steps.store.state
        kernel = kernel_of_tile(state, tile)
        if kernel is None:
            assert not picture.values_of(tile).any()
            continue
        joined += 1
        np.testing.assert_array_equal(picture.values_of(tile), gradient[kernel])
        assert tile_of_kernel(replace(state, kernel=kernel)) == tile
    assert joined == np.prod(gradient.shape[:-2])


def test_that_it_walks_across_the_kernel_and_rests_at_its_end(made: Made) -> None:
    made.steps.set_watched(True)
    made.look(4)
    made.answer()
    made.steps.choose_cell(4, 2)
    made.steps.forward()
    assert made.steps.store.state.cell == (4, 3)
    made.steps.choose_cell(1, 4)
    made.steps.forward()
    assert made.steps.store.state.cell == (2, 0)
    made.steps.back()
    assert made.steps.store.state.cell == (1, 4)
    made.steps.choose_cell(4, 3)
    with made.qtbot.waitSignal(made.steps.playing_changed):
        made.steps.toggle_play()
    made.qtbot.waitUntil(lambda: not made.steps.is_playing)
    assert made.steps.store.state.cell == (4, 4)
    made.steps.toggle_play()
    assert made.steps.is_playing
    assert made.steps.store.state.cell == (0, 0)
    made.steps.choose_tile(3)
    assert not made.steps.is_playing


def test_that_a_run_at_rest_gives_what_its_optimiser_remembers(
    made: Made, tmp_path: Path
) -> None:
    arrays = {
        f"optimizer.{index}.momentum_buffer": np.full(shape, 0.5, np.float32)
        for index, shape in enumerate(parameter_shapes(LENET5).values())
    }
    weights = seeded_weights(LENET5, 9)
    arrays |= {f"weights.{name}": values for name, values in weights.items()}
    kept = replace(checkpoint(9, 1, 9), arrays=arrays)
    write_checkpoint(tmp_path, kept)
    made.steps.set_watched(True)
    made.look(4, 9)
    made.run.replace(replace(made.run.state, folder=tmp_path))
    made.steps.take_newest()
    made.qtbot.waitUntil(lambda: bool(made.answer(9).opened.kept_before))
    opened = made.answer(9).opened
    velocity = opened.kept_after["c1.bias"]["momentum_buffer"]
    expected = 0.9 * 0.5 + opened.gradients["c1.bias"]
    np.testing.assert_allclose(velocity, expected, rtol=1e-5)
    timeline = made.run.state.timeline.choosing(4)  # the folder does not know of then
    made.run.replace(replace(made.run.state, timeline=timeline))
    assert not made.answer(4).opened.kept_before


def test_that_the_rate_is_that_of_the_moment(made: Made) -> None:
    made.steps.set_watched(True)
    made.look(4, 9)
    made.answer(9)
    rates = RecipeChanged(3, 0.5), RecipeChanged(7, 0.25)
    made.run.replace(replace(made.run.state, changes=rates))
    made.steps.take_newest()
    made.qtbot.waitUntil(lambda: made.answer(9).opened.settings["lr"] == 0.25)
    timeline = made.run.state.timeline.choosing(4)
    made.run.replace(replace(made.run.state, timeline=timeline))
    assert made.answer(4).opened.settings["lr"] == 0.5

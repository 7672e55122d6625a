"""Runs of the window are kept in folders, and go on at the next start."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import load_weights
from cnnviz.engine.training import run_writing
from cnnviz.engine.training.events import Finished
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import read_told
from cnnviz.engine.training.run_folder import EVENTS, SETTINGS, RunFolder, read_settings
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, runs_folder
from tests.helpers.training_fakes import (
    LENET5,
    FakeEngine,
    TinyEngine,
    digit_store,
    network_store,
    tiny_dataset,
)

Make = Callable[[TrainingEngine], TrainPresenter]


@pytest.fixture
def make(qapp: object) -> Iterator[Make]:
    made = []

    def build(engine: TrainingEngine) -> TrainPresenter:
        pictures, networks = digit_store(), network_store()
        presenter = TrainPresenter(pictures, networks, engine=engine)
        made.append((presenter, pictures, networks))
        return presenter

    yield build
    for presenter, *_ in made:
        presenter.shut_down()


def test_that_runs_lie_in_the_home_of_the_user(own_home: Path) -> None:
    assert runs_folder().is_relative_to(own_home)


def the_run() -> Path:
    [path] = runs_folder().iterdir()
    return path


def reached(presenter: TrainPresenter, step: int) -> Callable[[], bool]:
    return lambda: presenter.run.state.curves.batches >= step


def ended(presenter: TrainPresenter) -> Callable[[], bool]:
    return lambda: not presenter.is_running


def interrupted(qtbot: QtBot, make: Make, step: int = 7) -> TrainPresenter:
    """Begin a long run and close its window somewhere in it."""
    presenter = make(FakeEngine(batches_per_epoch=500))
    presenter.change_recipe(replace(presenter.recipe.state, epochs=4, seed=9))
    presenter.start()
    qtbot.waitUntil(reached(presenter, step))
    presenter.shut_down()
    qtbot.waitUntil(ended(presenter))
    return presenter


def offered(qtbot: QtBot, make: Make, engine: TrainingEngine) -> TrainPresenter:
    presenter = make(engine)
    with qtbot.waitSignal(presenter.offers.store.changed):
        presenter.offers.look()
    return presenter


def looked(qtbot: QtBot, presenter: TrainPresenter) -> None:
    with qtbot.waitSignal(presenter.offers._worker.answered):
        presenter.offers.look()


def test_that_a_finished_run_is_whole_in_its_folder_and_not_offered(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(FakeEngine(batches_per_epoch=5))
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    path = the_run()
    assert path.name.endswith("-lenet5")
    assert read_settings(path).data == "builtin"
    told = read_told(path)
    assert told.end == "finished"
    assert told.step == 25
    weights = load_weights(path / "weights.safetensors", LENET5)
    assert float(weights["c1.bias"][0]) == 25
    assert (path / "model_card.md").exists()
    assert (path / "snapshots/000000000.safetensors").exists()
    looked(qtbot, again := make(FakeEngine()))
    assert again.offers.store.state is None


def test_that_a_stopped_run_is_whole_and_not_offered(qtbot: QtBot, make: Make) -> None:
    presenter = make(FakeEngine(endless=True))
    presenter.start()
    qtbot.waitUntil(reached(presenter, 3))
    presenter.stop()
    qtbot.waitUntil(ended(presenter))
    step, path = presenter.run.state.weights_step, the_run()
    checkpoint = read_checkpoint(path)
    assert checkpoint is not None
    assert checkpoint.step == step == read_told(path).step
    weights = load_weights(path / "weights.safetensors", LENET5)
    assert float(weights["c1.bias"][0]) == step
    looked(qtbot, again := make(FakeEngine()))
    assert again.offers.store.state is None


def test_that_a_paused_run_has_where_it_goes_on_in_its_folder(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(FakeEngine(endless=True))
    for step in (1, 2, 3):
        presenter.step()
        qtbot.waitUntil(lambda n=step: presenter.run.state.weights_step == n)
        checkpoint = read_checkpoint(the_run())
        assert checkpoint is not None
        assert checkpoint.step == step


def test_that_a_run_stopped_before_its_first_batch_leaves_no_folder(
    qtbot: QtBot, make: Make
) -> None:
    presenter = make(FakeEngine(fail_at=1))
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    assert read_told(the_run()).end == "failed"  # what went wrong can be read
    for _ in range(2):
        presenter.start()
        presenter.stop()
        qtbot.waitUntil(ended(presenter))
    assert sum(1 for _ in runs_folder().iterdir()) == 1


def test_that_an_interrupted_run_is_offered_and_goes_on(
    qtbot: QtBot, make: Make
) -> None:
    before = interrupted(qtbot, make, step=600)
    presenter = offered(qtbot, make, fake := FakeEngine(batches_per_epoch=500))
    unfinished = presenter.offers.store.state
    assert unfinished is not None
    assert unfinished.epoch == len(before.run.state.epochs) + 1
    presenter.go_on()
    assert presenter.offers.store.state is None
    assert presenter.recipe.state.epochs == 4
    assert presenter.recipe.state.seed == 9
    assert presenter.learner.state.network == LENET5
    qtbot.waitUntil(ended(presenter), timeout=20_000)
    run = presenter.run.state
    assert run.phase == "finished"
    assert fake.went_on_at == [before.run.state.weights_step]
    np.testing.assert_allclose(
        run.curves.loss.values_n, 2 / np.arange(1, 2001), rtol=1e-6
    )
    assert run.curves.held_out_step_e.tolist() == [500, 1000, 1500, 2000]
    # What it looked like before can be looked back at.
    steps = [shot.step for shot in run.timeline.kept]
    assert steps[0] == 0
    assert steps[-1] == 2000
    steps_told = [
        json.loads(line)["step"]
        for line in (the_run() / EVENTS).read_text().splitlines()
        if json.loads(line)["event"] == "batch"
    ]
    assert steps_told == list(range(1, 2001))


def test_that_a_run_goes_on_to_the_same_weights(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    first = make(TinyEngine(runs_folder()))
    first.change_recipe(
        replace(first.recipe.state, epochs=3, batch_size=4, device="cpu")
    )
    first.step()
    for step in range(2, 15):
        qtbot.waitUntil(reached(first, step - 1), timeout=20_000)
        first.step()
    qtbot.waitUntil(reached(first, 14))
    first.shut_down()
    assert first.run.state.config is not None
    [expected] = [
        event
        for event in train(first.run.state.config, tiny_dataset())
        if isinstance(event, Finished)
    ]
    second = offered(qtbot, make, TinyEngine(runs_folder()))
    second.go_on()
    qtbot.waitUntil(ended(second), timeout=20_000)
    run = second.run.state
    assert run.phase == "finished"
    assert run.curves.batches == 30
    assert run.finished is not None
    saved = load_weights(the_run() / "weights.safetensors", LENET5)
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(run.finished.weights[name], values)
        np.testing.assert_array_equal(saved[name], values)


def test_that_a_run_interrupted_again_is_offered_again(
    qtbot: QtBot, make: Make
) -> None:
    interrupted(qtbot, make)
    second = offered(qtbot, make, FakeEngine(endless=True))
    second.go_on()
    qtbot.waitUntil(lambda: second.run.state.phase == "running")
    had = second.run.state.curves.batches
    qtbot.waitUntil(reached(second, had + 3))
    second.pause()
    second.shut_down()
    qtbot.waitUntil(ended(second))
    third = offered(qtbot, make, FakeEngine())
    unfinished = third.offers.store.state
    assert unfinished is not None
    assert read_told(unfinished.path).step >= had + 3


def test_that_a_discarded_run_is_gone(qtbot: QtBot, make: Make) -> None:
    interrupted(qtbot, make)
    presenter = offered(qtbot, make, FakeEngine())
    presenter.offers.discard()
    assert presenter.offers.store.state is None
    qtbot.waitUntil(lambda: not any(runs_folder().iterdir()))
    presenter.go_on()
    assert not presenter.is_running


def test_that_a_run_begun_by_another_window_meanwhile_is_not_discarded(
    qtbot: QtBot, make: Make
) -> None:
    interrupted(qtbot, make)
    presenter = offered(qtbot, make, FakeEngine())
    with (
        RunFolder(the_run()),
        qtbot.waitSignal(presenter.offers.failed) as failed,
    ):
        presenter.offers.discard()
    assert failed.args is not None
    assert failed.args[0].code == "run_in_use"
    assert read_checkpoint(the_run()) is not None


def test_that_a_new_run_takes_the_place_of_the_offer(qtbot: QtBot, make: Make) -> None:
    interrupted(qtbot, make)
    old = the_run()
    presenter = offered(qtbot, make, FakeEngine())
    presenter.start()
    assert presenter.offers.store.state is None
    qtbot.waitUntil(ended(presenter))
    presenter.shut_down()
    looked(qtbot, again := make(FakeEngine()))
    assert again.offers.store.state is None
    assert read_checkpoint(old) is not None


class NoPictures(FakeEngine):
    def load_dataset(self, data: str, network: Network) -> Dataset:
        raise CnnvizError("dataset_not_here", name="MNIST", places="nowhere")


def test_that_a_start_that_is_refused_takes_no_place(qtbot: QtBot, make: Make) -> None:
    interrupted(qtbot, make)
    presenter = offered(qtbot, make, NoPictures())
    unfinished = presenter.offers.store.state
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    assert presenter.offers.store.state is unfinished
    presenter.shut_down()
    looked(qtbot, again := make(FakeEngine()))
    qtbot.waitUntil(lambda: again.offers.store.state is not None)


class OtherPictures(FakeEngine):
    def load_dataset(self, data: str, network: Network) -> Dataset:
        return tiny_dataset(41)


def test_that_other_pictures_are_refused_and_nothing_is_lost(
    qtbot: QtBot, make: Make
) -> None:
    interrupted(qtbot, make)
    kept = {file: file.read_bytes() for file in the_run().rglob("*") if file.is_file()}
    presenter = offered(qtbot, make, OtherPictures())
    unfinished = presenter.offers.store.state
    presenter.go_on()
    qtbot.waitUntil(ended(presenter))
    problem = presenter.run.state.problem
    assert problem is not None
    assert problem.code == "run_data_differ"
    assert presenter.offers.store.state is unfinished
    for file, content in kept.items():
        assert file.read_bytes() == content


def test_that_a_folder_damaged_meanwhile_is_told_of(qtbot: QtBot, make: Make) -> None:
    interrupted(qtbot, make)
    presenter = offered(qtbot, make, FakeEngine())
    (the_run() / SETTINGS).write_text("nothing")
    presenter.go_on()
    qtbot.waitUntil(ended(presenter))
    problem = presenter.run.state.problem
    assert problem is not None
    assert problem.code == "run_damaged"


def test_that_a_folder_that_cannot_be_made_does_not_keep_a_run_from_going(
    qtbot: QtBot, make: Make
) -> None:
    runs_folder().parent.mkdir(parents=True)
    runs_folder().write_text("in the way")
    presenter = make(FakeEngine(batches_per_epoch=5))
    presenter.start()
    qtbot.waitUntil(ended(presenter))
    run = presenter.run.state
    assert run.phase == "finished"
    assert run.unkept is not None
    assert run.unkept.code == "file_unwritable"


def test_that_a_disk_that_fills_up_does_not_end_a_run(
    qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = make(FakeEngine(endless=True))
    presenter.start()
    qtbot.waitUntil(reached(presenter, 3))
    assert presenter.run.state.unkept is None

    def full(path: Path, _checkpoint: object) -> None:
        raise CnnvizError("file_unwritable", file=str(path), reason="disk full")

    monkeypatch.setattr(run_writing, "write_checkpoint", full)
    qtbot.waitUntil(lambda: presenter.run.state.unkept is not None)
    had = presenter.run.state.curves.batches
    qtbot.waitUntil(reached(presenter, had + 5))
    presenter.pause()
    qtbot.waitUntil(lambda: presenter.run.state.phase == "paused")
    presenter.stop()
    qtbot.waitUntil(ended(presenter))
    assert presenter.run.state.phase == "stopped"
    assert presenter.run.state.weights_step == presenter.run.state.curves.batches
    # It is not offered: what is there is older than what was reached.
    looked(qtbot, again := make(FakeEngine()))
    assert again.offers.store.state is None

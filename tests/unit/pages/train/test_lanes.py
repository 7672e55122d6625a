"""Several runs side by side: races in a thread, and runs read from folders."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.engine.datasets.arranged import shuffled_pixels
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.runs.run_listing import list_runs
from cnnviz.pages.train.presenters.download_presenter import DownloadPresenter
from cnnviz.pages.train.presenters.lanes.beside import BesideTraining
from cnnviz.pages.train.presenters.lanes.kept_lanes import KeptLanes, read_lane
from cnnviz.pages.train.presenters.lanes.race_presenter import RacePresenter
from cnnviz.pages.train.presenters.recipe_presenter import RecipePresenter
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.pages.train.views.lanes.lane_words import outcome_said, table_rows
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.lanes import Lane, steps_of
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.run.run_snapshots import prepared_probe
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from tests.helpers.training_fakes import (
    LENET5,
    FakeEngine,
    digit_store,
    network_store,
    tiny_dataset,
)


class CountedEngine(TrainingEngine):
    """The real training on few pictures of noise; a data set can be missing."""

    @override
    def load_dataset(self, data: str, network: Network) -> Dataset:
        if data == "nowhere":
            raise CnnvizError("dataset_not_found", name=data, places="nowhere")
        return tiny_dataset(train=300)


@pytest.fixture
def pictures() -> PictureStore:
    return digit_store()


@pytest.fixture
def recipe(qtbot: QtBot) -> Store[Recipe]:
    return Store(Recipe())


@pytest.fixture
def beside(
    qtbot: QtBot, tmp_path: Path, pictures: PictureStore, recipe: Store[Recipe]
) -> Iterator[BesideTraining]:
    engine = CountedEngine(tmp_path)
    shelf = RunShelf(engine, pictures)
    recipes = RecipePresenter(network_store().state, engine, pictures)
    recipes.recipe = recipe
    made = BesideTraining(
        engine, pictures, recipes, DownloadPresenter(engine, pictures), shelf, pictures
    )
    yield made
    made.shut_down()
    recipes.shut_down()
    shelf.shut_down()


def raced(qtbot: QtBot, races: RacePresenter, key: str = "shuffled") -> None:
    races.choose(key)
    with qtbot.waitSignal(races.running_changed):
        races.start()
    qtbot.waitUntil(lambda: not races.is_running, timeout=30_000)


def test_that_all_runs_of_a_race_are_looked_at_at_the_same_steps(
    qtbot: QtBot, beside: BesideTraining, tmp_path: Path, pictures: PictureStore
) -> None:
    probed: list[object] = []
    beside.races.maps.arrived.connect(probed.append)
    raced(qtbot, beside.races)
    state = beside.races.store.state
    assert state.phase == "finished"
    kept = [[shot.step for shot in lane.run.timeline.kept] for lane in state.lanes]
    assert kept[0] == kept[1] == kept[2]
    assert kept[0][0] == 0
    assert kept[0][-1] == 10  # 300 pictures, 64 a batch, two epochs
    assert steps_of(state.lanes) == tuple(kept[0])
    found = state.outcome
    assert found is not None
    assert "The claim" in outcome_said("shuffled", found)

    with qtbot.waitSignal(beside.races.maps.arrived) as arrived:
        beside.races.maps.show(state.lanes, 10)
    assert arrived.args is not None
    ordered, shuffled, _dense = arrived.args[0]
    digit_hw = prepared_probe(pictures.state, LENET5)
    assert digit_hw is not None
    for shot, expected in ((ordered, digit_hw), (shuffled, shuffled_pixels(digit_hw))):
        assert shot.step == 10
        values = shot.pictures.input.values_of(0)
        np.testing.assert_allclose(values, expected, atol=0.5)

    listed = list_runs(tmp_path)
    assert [one.condition for one in listed] == ["finished"] * 3
    assert len({one.folder for one in listed}) == 3


def test_that_kept_runs_are_read_as_they_were(
    qtbot: QtBot, beside: BesideTraining, tmp_path: Path
) -> None:
    raced(qtbot, beside.races, "dense")
    raced_lanes = beside.races.store.state.lanes
    kept: KeptLanes = beside.kept
    kept.look()
    qtbot.waitUntil(lambda: len(kept.store.state.listed) == 2)
    folders = sorted(one.folder for one in kept.store.state.listed)
    for folder in folders:
        kept.choose(folder, wanted=True)
    qtbot.waitUntil(lambda: len(kept.store.state.lanes) == 2)
    by_name = {
        lane.run.network.name: lane
        for lane in kept.store.state.lanes
        if lane.run.network
    }
    for lane in raced_lanes:
        assert lane.run.network is not None
        read = by_name[lane.run.network.name]
        newest = read.run.timeline.newest
        assert newest is not None
        assert newest.step == 10  # the end, whatever snapshots there were time for
        np.testing.assert_array_equal(
            read.run.curves.loss.values_n, lane.run.curves.loss.values_n
        )
        last, same = lane.run.epochs[-1], read.run.epochs[-1]
        assert last.predictions is not None
        assert same.predictions is not None
        np.testing.assert_array_equal(
            same.predictions.predicted_n, last.predictions.predicted_n
        )
    rows = dict(table_rows(kept.store.state.lanes))
    assert set(rows["Network"]) == {"LeNet-5", "784-69-94-10"}
    counts = {text.replace(",", "") for text in rows["Numbers to learn"]}
    assert counts == {"61706", "61695"}
    assert "Optimizer" not in rows
    kept.choose(folders[0], wanted=False)
    qtbot.waitUntil(lambda: len(kept.store.state.lanes) == 1)


def test_that_a_race_rests_goes_on_and_is_kept_when_it_is_stopped(
    qtbot: QtBot, beside: BesideTraining, tmp_path: Path
) -> None:
    races = beside.races
    races.choose("dropout")
    races.start()
    qtbot.waitUntil(lambda: races.store.state.phase == "running", timeout=30_000)
    races.pause()
    assert races.store.state.phase == "paused"
    races.start()
    assert races.store.state.phase == "running"
    races.choose("dense")  # not while one is going
    assert races.store.state.key == "dropout"
    races.stop()
    qtbot.waitUntil(lambda: not races.is_running, timeout=30_000)
    state = races.store.state
    assert state.phase in ("stopped", "finished")
    batches = {lane.run.curves.batches for lane in state.lanes}
    assert len(batches) == 1
    assert all(
        (one.folder / "weights.safetensors").exists() for one in list_runs(tmp_path)
    )


def test_that_one_training_goes_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    stores = digit_store(), network_store()
    train = TrainPresenter(*stores, engine=FakeEngine(runs=tmp_path, endless=True))
    races = train.beside.races
    train.start()
    races.start()
    assert not races.is_running
    assert races.problem is not None
    assert races.problem.code == "training_running"
    train.stop()
    qtbot.waitUntil(lambda: not train.is_running)
    assert races.problem is None

    races.start()
    said: list[CnnvizError] = []
    train.offers.failed.connect(said.append)
    assert train.recipe_problem is not None
    assert train.recipe_problem.code == "race_running"
    train.start()
    run = train.run.state
    assert run.config is not None
    train.begin_with(run.config, run.data)
    assert not train.is_running
    assert [error.code for error in said] == ["race_running"]
    races.stop()
    qtbot.waitUntil(lambda: not races.is_running)
    assert train.recipe_problem is None
    train.shut_down()


def test_that_a_race_without_its_data_says_so(
    qtbot: QtBot, beside: BesideTraining, recipe: Store[Recipe]
) -> None:
    recipe.replace(Recipe(data="nowhere"))
    raced(qtbot, beside.races)
    state = beside.races.store.state
    assert state.phase == "failed"
    assert state.problem is not None
    assert state.problem.code == "dataset_not_found"


def test_that_a_damaged_run_is_said_and_others_are_offered(
    qtbot: QtBot, beside: BesideTraining, tmp_path: Path
) -> None:
    raced(qtbot, beside.races, "pooling")
    folder = list_runs(tmp_path)[0].folder
    (folder / "settings.json").write_text("{")
    with pytest.raises(CnnvizError):
        read_lane(folder)
    beside.kept.look()
    qtbot.waitUntil(lambda: len(beside.kept.store.state.listed) == 1)
    beside.kept.choose(folder, wanted=True)
    qtbot.waitUntil(lambda: beside.kept.store.state.problem is not None)


def test_that_no_lane_without_snapshots_has_steps() -> None:
    assert steps_of(()) == ()
    assert steps_of((Lane("x", Run()),)) == ()
    assert Lane("x", Run()).shot_at(3) is None

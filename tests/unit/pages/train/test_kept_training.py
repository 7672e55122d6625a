"""Recipe and trained network, kept and brought back."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.training.data.augmentation import Augmentation
from cnnviz.pages.train.presenters.kept_training import (
    AskedTraining,
    KeptChosen,
    KeptNewest,
    KeptRecipe,
    KeptTraining,
    recipe_of,
)
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.run.recipe import Recipe
from cnnviz.state.undo import Step
from tests.helpers.training_fakes import (
    LENET5,
    FakeEngine,
    digit_store,
    network_store,
    weights,
)


@dataclass
class Bench:
    """A presenter with a fake engine, and the three parts."""

    train: TrainPresenter
    networks: NetworkStore
    recipe: KeptRecipe
    chosen: KeptChosen
    newest: KeptNewest
    offered: list[CurrentNetwork]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    networks = network_store()
    train = TrainPresenter(digit_store(), networks, engine=FakeEngine())
    offered: list[CurrentNetwork] = []
    chosen = KeptChosen(train, networks, offered.append, None)
    newest = KeptNewest(train, networks, offered.append, None)
    yield Bench(train, networks, KeptRecipe(train, None), chosen, newest, offered)
    train.shut_down()


OTHER = Recipe(
    data="mnist",
    optimizer="sgd",
    learning_rate_text="0,05",
    batch_size=16,
    epochs=3,
    seed=7,
    device="cpu",
    augmentation=Augmentation(rotate=10, mirror=0.5),
)


def test_that_a_recipe_comes_back_as_it_was(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    assert bench.recipe.is_as_at_first
    with qtbot.waitSignal(bench.recipe.changed):
        bench.train.change_recipe(OTHER)
    assert not bench.recipe.is_as_at_first
    bench.recipe.writing()(tmp_path / "recipe.json")
    bench.train.change_recipe(Recipe())
    found = bench.recipe.read(tmp_path / "recipe.json")
    assert found == AskedTraining(OTHER, LENET5)
    step = Step(bench.recipe.replacements(found), "back")
    step.redo()
    assert bench.train.recipe.state == OTHER
    step.undo()
    assert bench.train.recipe.state == Recipe()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from([*asdict(Recipe()), "?"]), JSON) | JSON)
def test_that_what_makes_no_sense_is_as_usual(said: object) -> None:
    recipe = recipe_of(said, Recipe())
    assert recipe.optimizer in ("adam", "sgd")
    for key, value in asdict(Recipe()).items():
        if key != "augmentation":
            assert type(getattr(recipe, key)) is type(value)
    assert recipe.augmentation == Recipe().augmentation  # no amount has such a name
    json.dumps(asdict(recipe))


@pytest.mark.parametrize("content", ["", "{", "[" * 9_000, "null", '{"epochs": "2"}'])
def test_that_a_spoilt_recipe_is_as_usual(
    bench: Bench, tmp_path: Path, content: str
) -> None:
    (tmp_path / "recipe.json").write_text(content)
    assert bench.recipe.read(tmp_path / "recipe.json") == AskedTraining(Recipe())


@pytest.mark.parametrize("name", ["convnet", "alexnet", "mine"])
def test_that_the_network_of_a_recipe_comes_back_and_is_as_offered(
    bench: Bench, tmp_path: Path, name: str
) -> None:
    shipped, path = bench.train.learner.state, tmp_path / "recipe.json"
    described = NETWORKS.get(name, replace(LENET5, name="mine", title="Mine"))
    chosen = CurrentNetwork(described, None, "untrained")
    assert bench.recipe.is_as_at_first
    bench.train.choices.choose(chosen)
    assert not bench.recipe.is_as_at_first
    bench.recipe.writing()(path)
    bench.train.choices.choose(shipped)
    found = bench.recipe.read(path)
    Step(bench.recipe.replacements(found), "back").redo()
    assert bench.train.learner.state is chosen
    bench.train.choices.store.replace((shipped,))
    bench.train.choices.choose(shipped)
    Step(bench.recipe.replacements(found), "back").redo()
    assert bench.train.learner.state.network == described


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"network": "convnet"}, "convnet"),  # as it was written before
        ({"network": "no such"}, "lenet5"),
        ({"network": 3}, "lenet5"),
        ({"network": "convnet", "layers": "{"}, "lenet5"),
        ({"layers": "\ud800"}, "lenet5"),
        ({"layers": 3}, "lenet5"),
        ([], "lenet5"),
    ],
)
def test_that_a_network_that_a_recipe_lacks_is_the_usual_one(
    bench: Bench, tmp_path: Path, said: object, name: str
) -> None:
    path = tmp_path / "recipe.json"
    path.write_text(json.dumps(said))
    Step(bench.recipe.replacements(bench.recipe.read(path)), "back").redo()
    assert bench.train.learner.state.network is NETWORKS[name]


def test_that_a_network_too_large_to_keep_leaves_the_rest_of_the_recipe(
    bench: Bench, tmp_path: Path
) -> None:
    title = "x" * 300_000
    large = CurrentNetwork(replace(LENET5, title=title), None, "untrained")
    bench.train.choices.choose(large)
    bench.train.change_recipe(OTHER)
    bench.recipe.writing()(tmp_path / "recipe.json")
    assert bench.recipe.read(tmp_path / "recipe.json") == AskedTraining(OTHER)


def test_that_a_trained_network_of_ones_own_comes_back_with_its_layers(
    bench: Bench, tmp_path: Path
) -> None:
    mine = replace(LENET5, name="mine", title="Mine")
    bench.networks.replace(CurrentNetwork(mine, weights(5), "trained", run=1, step=5))
    bench.chosen.writing()(tmp_path / "network.safetensors")
    assert bench.chosen.read(tmp_path / "network.safetensors").network.network == mine


def test_that_a_trained_network_is_kept_and_comes_back(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    bench.train.change_recipe(replace(Recipe(), epochs=2))
    assert bench.newest.is_as_at_first
    with qtbot.waitSignal(bench.newest.changed):
        bench.train.start()
    qtbot.waitUntil(lambda: not bench.train.is_running)
    path = tmp_path / "network.safetensors"
    bench.newest.writing()(path)
    kept = bench.newest.read(path)
    found = kept.network
    assert (found.network, found.origin) == (LENET5, "trained")
    assert (found.run, found.epoch, found.step) == (1, 2, 10)
    assert found.validation_accuracy == 0.75
    assert found.weights is not None
    for name, values in weights(10).items():
        np.testing.assert_array_equal(found.weights[name], values)
    # Nobody chose it: it is offered, and what answered goes on answering.
    assert not kept.is_chosen
    assert bench.newest.replacements(kept) == ()
    bench.newest.show(kept)
    assert bench.offered == [found]


def test_that_the_chosen_network_answers_again_whatever_was_trained_since(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    chosen = CurrentNetwork(LENET5, weights(5), "trained", 0.5, run=1, epoch=1, step=5)
    bench.networks.replace(chosen)
    bench.train.start()
    qtbot.waitUntil(lambda: not bench.train.is_running)
    path = tmp_path / "network.safetensors"
    bench.chosen.writing()(path)
    kept = bench.chosen.read(path)
    assert kept.is_chosen
    assert (kept.network.run, kept.network.epoch, kept.network.step) == (1, 1, 5)
    assert kept.network.validation_accuracy == 0.5
    Step(bench.chosen.replacements(kept), "back").redo()
    assert bench.networks.state is kept.network
    bench.chosen.show(kept)
    assert bench.offered == []


def test_that_the_newest_network_is_kept_beside_the_chosen_one(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    chosen = CurrentNetwork(LENET5, weights(5), "trained", 0.5, run=1, epoch=1, step=5)
    bench.networks.replace(chosen)
    bench.train.start()
    qtbot.waitUntil(lambda: not bench.train.is_running)
    bench.newest.writing()(tmp_path / "newest.safetensors")
    newest = bench.newest.read(tmp_path / "newest.safetensors")
    assert (newest.network.step, newest.is_chosen) == (25, False)
    bench.newest.show(newest)
    assert bench.offered == [newest.network]
    # The one that answers is not offered a second time, as a copy of itself.
    bench.newest.show(KeptTraining(chosen, is_chosen=False))
    assert bench.offered == [newest.network]


def test_that_a_network_that_was_brought_back_can_be_used_and_saved(
    qtbot: QtBot, bench: Bench, tmp_path: Path
) -> None:
    bench.train.change_recipe(replace(Recipe(), seed=7))
    bench.train.start()
    qtbot.waitUntil(lambda: not bench.train.is_running)
    bench.newest.writing()(tmp_path / "newest.safetensors")
    fake, networks = FakeEngine(), network_store()
    train = TrainPresenter(digit_store(), networks, engine=fake)
    part = KeptNewest(train, networks, [].append, None)
    found = part.read(tmp_path / "newest.safetensors")
    part.show(found)
    with qtbot.waitSignal(train.saving.saved):
        train.save_weights(tmp_path / "mine.safetensors")
    assert fake.saved["weights"] is found.network.weights
    facts = (fake.saved[key] for key in ("data", "seed", "batches"))
    assert tuple(facts) == ("builtin", "7", "25")
    assert fake.saved["validation_accuracy"] == "0.7500"
    train.use_network()
    assert networks.state is found.network
    # The next run is another one, and its beginning is not the network of before.
    train.step()
    qtbot.waitUntil(lambda: train.run.state.timeline.kept != ())
    assert train.run.state.number == 2
    train.stop()
    qtbot.waitUntil(lambda: not train.is_running)
    train.shut_down()


def test_that_the_shipped_network_chosen_again_stays_the_one_that_answers(
    bench: Bench, tmp_path: Path
) -> None:
    shipped = bench.networks.state
    bench.networks.replace(CurrentNetwork(LENET5, weights(5), "trained", run=1, step=5))
    bench.networks.replace(shipped)
    path = tmp_path / "network.safetensors"
    bench.chosen.writing()(path)
    assert not bench.chosen.read(path).is_chosen


def test_that_a_run_that_was_stopped_is_kept_as_far_as_it_came(
    qtbot: QtBot, tmp_path: Path
) -> None:
    networks = network_store()
    engine = FakeEngine(endless=True)
    train = TrainPresenter(digit_store(), networks, engine=engine)
    part = KeptNewest(train, networks, [].append, None)
    train.start()
    qtbot.waitUntil(lambda: train.run.state.weights_step > 3)
    train.stop()
    qtbot.waitUntil(lambda: not train.is_running)
    part.writing()(tmp_path / "network.safetensors")
    found = part.read(tmp_path / "network.safetensors").network
    assert found.weights is not None
    assert found.weights["c1.bias"][0] == train.run.state.weights_step
    train.shut_down()


def test_that_a_network_that_failed_is_not_missed(bench: Bench, tmp_path: Path) -> None:
    broken = CurrentNetwork(LENET5, weights(float("nan")), "trained")
    bench.networks.replace(broken)
    bench.chosen.writing()(tmp_path / "network.safetensors")
    assert not (tmp_path / "network.safetensors").exists()


def test_that_a_place_that_cannot_be_written_is_told(
    bench: Bench, tmp_path: Path
) -> None:
    bench.networks.replace(CurrentNetwork(LENET5, weights(1), "trained"))
    (tmp_path / "file").write_text("")
    with pytest.raises(CnnvizError):
        bench.chosen.writing()(tmp_path / "file" / "network.safetensors")


def test_that_a_spoilt_network_is_refused(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "network.safetensors"
    path.write_bytes(b"\x00" * 100)
    with pytest.raises(CnnvizError):
        bench.chosen.read(path)

"""Runs that differ in one thing, started together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from cnnviz.engine.datasets.arranged import (
    ARRANGEMENTS,
    arranged,
    arrangement_of,
    shuffled_pixels,
)
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.races import CLAIMS, ENTRANTS, TITLES
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.shapes import parameter_count
from cnnviz.engine.training.events import BatchDone, EpochDone, Failed, Finished
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.processor import run_settings
from cnnviz.engine.training.races.catalogue import RACES, Race, race_named
from cnnviz.engine.training.races.entrants import DENSE, SMALL, UNPOOLED
from cnnviz.engine.training.races.outcome import Result, outcome
from cnnviz.engine.training.races.running import in_turn
from cnnviz.engine.training.races.words import outcome_words
from tests.helpers.bar_digits import bar_dataset

if TYPE_CHECKING:
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.training.config import TrainingConfig

QUICK = {"batch_size": 50, "epochs": 1, "device": "cpu", "threads": 1}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    whole = bar_dataset()
    some = Split(whole.train.images_nhw[:150], whole.train.labels_n[:150])
    held_out = Split(whole.test.images_nhw[:40], whole.test.labels_n[:40])
    return Dataset("bars", some, held_out, whole.labels)


@pytest.mark.parametrize("race", RACES.values(), ids=RACES)
def test_that_every_race_has_its_words_and_networks_that_torch_builds(
    race: Race,
) -> None:
    assert race.key in TITLES
    assert race.key in CLAIMS
    assert ENTRANTS[race.key].keys() == {one.key for one in race.entrants}
    names = [one.network.name for one in race.entrants]
    assert len(set(names)) == len(names)
    for one in race.entrants:
        assert one.how in {"", *ARRANGEMENTS}
        assert one.network.reads_digits
        learned = sum(each.numel() for each in build(one.network).parameters())
        assert learned == parameter_count(one.network)
        race.config(one, QUICK)


def test_that_dense_layers_have_as_many_numbers_as_the_convolutions() -> None:
    first, second = (parameter_count(one.network) for one in RACES["dense"].entrants)
    assert abs(first - second) / first < 0.001
    assert parameter_count(UNPOOLED) > 10 * parameter_count(SMALL)
    assert parameter_count(DENSE) == second


def test_that_an_unknown_race_is_refused_with_those_there_are() -> None:
    with pytest.raises(CnnvizError) as refused:
        race_named("speed")
    assert "activations" in str(refused.value.facts["known"])


def test_that_each_learns_in_turn_what_it_would_learn_alone(dataset: Dataset) -> None:
    race = RACES["pooling"]
    configs = [race.config(one, QUICK) for one in race.entrants]
    with run_settings(1):
        alone = [[*train(config, dataset)][-1] for config in configs]
        told = [*in_turn([train(config, dataset) for config in configs])]
    steps = [number for number, event in told if isinstance(event, BatchDone)]
    assert steps == [0, 1] * 3  # 150 pictures, 50 a batch
    ends = {number: event for number, event in told if isinstance(event, Finished)}
    for number, expected in enumerate(alone):
        assert isinstance(expected, Finished)
        for name, values in expected.weights.items():
            np.testing.assert_array_equal(ends[number].weights[name], values)


def test_that_one_that_fails_does_not_end_the_others(dataset: Dataset) -> None:
    race = RACES["pooling"]
    wild = {**QUICK, "learning_rate": 1e30}
    runs = [
        train(race.config(race.entrants[0], wild), dataset),
        train(race.config(race.entrants[1], QUICK), dataset),
    ]
    told = [*in_turn(runs)]
    assert any(number == 0 and isinstance(event, Failed) for number, event in told)
    assert isinstance(told[-1][1], Finished)


def test_that_all_pictures_are_shuffled_alike_and_nothing_is_lost() -> None:
    images = np.random.default_rng(0).integers(0, 256, (3, 4, 5), dtype=np.uint8)
    split = Split(images, np.arange(3))
    found = arranged(Dataset("x", split, split, ("0", "1", "2")), "shuffled")
    shuffled = found.train.images_nhw
    assert found.name == "shuffled:x"
    place = np.empty(20, int)
    marks = np.arange(20, dtype=np.uint8).reshape(4, 5)
    place[:] = shuffled_pixels(marks).ravel()
    assert (place != np.arange(20)).any()
    np.testing.assert_array_equal(
        shuffled.reshape(3, 20), images.reshape(3, 20)[:, place]
    )
    np.testing.assert_array_equal(found.test.images_nhw, shuffled)
    colour = np.repeat(images[:, None], 3, axis=1)
    np.testing.assert_array_equal(shuffled_pixels(colour)[:, 2], shuffled)


def test_that_a_name_says_how_data_are_arranged() -> None:
    assert arrangement_of("few:mnist") == ("few", "mnist")
    assert arrangement_of("shuffled:/home/ana/data") == ("shuffled", "/home/ana/data")
    assert arrangement_of("C:\\data") is None
    assert arrangement_of("mnist") is None


def epochs(
    accuracies: Sequence[float], losses: Sequence[float] = (), seconds: float = 1.0
) -> list[EpochDone]:
    held = losses or [1.0] * len(accuracies)
    return [
        EpochDone(number, 0.1, 0.9, loss, accuracy, seconds)
        for number, (accuracy, loss) in enumerate(zip(accuracies, held, strict=True), 1)
    ]


def results(race: str, *ran: list[EpochDone], pictures: int = 10_000) -> list[Result]:
    pairs = zip(RACES[race].entrants, ran, strict=True)
    return [Result(one.key, one.network, found, pictures) for one, found in pairs]


def verdict(race: str, found: list[Result]) -> str:
    came = outcome(RACES[race], found)
    assert came is not None
    return came.verdict


def test_that_the_claim_is_judged_by_what_came_out() -> None:
    better, worse = epochs([0.95, 0.99]), epochs([0.9, 0.96])
    assert verdict("dense", results("dense", better, worse)) == "holds"
    assert verdict("dense", results("dense", worse, better)) == "fails"
    # 10 validation pictures tell nothing apart.
    few = results("dense", better, worse, pictures=10)
    assert verdict("dense", few) == "fails"
    came = outcome(RACES["dense"], few)
    assert came is not None
    assert "may be chance" in outcome_words("dense", came)


def test_that_a_claim_of_two_parts_can_hold_in_part() -> None:
    quick, slow = epochs([0.98], seconds=2), epochs([0.98], seconds=3)
    bad = epochs([0.5], seconds=3)
    assert verdict("activations", results("activations", quick, slow, slow)) == "holds"
    found = results("activations", quick, slow, bad)
    came = outcome(RACES["activations"], found)
    assert came is not None
    assert came.verdict == "partly"
    words = outcome_words("activations", came)
    assert "ReLU, in 33.3% less time" in words
    assert "ReLU, 98.0%; tanh, 98.0%; sigmoid, 50.0%." in words
    assert words.endswith("The claim holds here in part.")


def test_that_over_fitting_is_a_held_out_loss_above_its_best() -> None:
    steady = epochs([0.9] * 3, [0.5, 0.4, 0.4])
    rising = epochs([0.9] * 3, [0.5, 0.4, 0.6])
    assert verdict("dropout", results("dropout", steady, steady, rising)) == "holds"
    assert verdict("dropout", results("dropout", rising, steady, rising)) == "fails"
    assert verdict("dropout", results("dropout", rising, steady, steady)) == "fails"
    assert verdict("dropout", results("dropout", steady, steady, steady)) == "fails"


def test_that_nothing_comes_out_before_all_have_as_many_epochs() -> None:
    race = RACES["dense"]
    assert outcome(race, results("dense", epochs([0.9]), epochs([0.9, 0.9]))) is None
    assert outcome(race, []) is None


def test_that_a_recipe_of_a_race_can_be_changed() -> None:
    race = RACES["dropout"]
    config: TrainingConfig = race.config(race.entrants[0], {"epochs": 3})
    assert (config.epochs, config.batch_size) == (3, 32)
    network: Network = config.network
    assert network.title == "LeNet-5 · dropout"

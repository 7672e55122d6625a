"""What a run has of its data: classes by name, sizes that fit, parts as asked."""

from dataclasses import replace

import numpy as np
import pytest

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.run_data import run_data
from cnnviz.engine.training.events import Started
from cnnviz.engine.training.loop import train

CONFIG = TrainingConfig(network=network("lenet5"), device="cpu", threads=1, epochs=1)


def dataset(labels: tuple[str, ...], side: int = 28, final: int = 0) -> Dataset:
    def split(count: int) -> Split:
        return Split(
            np.zeros((count, side, side), np.uint8), np.arange(count) % len(labels)
        )

    last = split(final) if final else None
    return Dataset("own", split(12), split(6), labels, final=last)


def test_that_a_class_with_the_name_of_the_networks_has_its_number() -> None:
    found = run_data(dataset(("1", "7", "4"), final=3), CONFIG)
    assert [sorted(set(one.labels_n.tolist())) for one in found.splits] == [
        [1, 4, 7]
    ] * 3
    other = run_data(dataset(("cat", "dog")), CONFIG)
    assert set(other.train.labels_n.tolist()) == {0, 1}


def test_that_the_pictures_for_the_end_must_fit_too() -> None:
    whole = dataset(("1", "7"), final=3)
    wrong = replace(whole, final=dataset(("1",), side=5).test)
    with pytest.raises(CnnvizError) as caught:
        train(CONFIG, wrong)
    assert caught.value.code == "pictures_size_differs"
    with pytest.raises(CnnvizError) as caught:
        run_data(dataset(tuple("abcdefghijkl")), CONFIG)
    assert caught.value.code == "labels_out_of_range"


def test_that_a_run_begins_with_what_is_used() -> None:
    config = replace(CONFIG, data_use=DataUse(pictures=8, validation=0.25))
    started = next(train(config, dataset(("1", "7"))))
    assert isinstance(started, Started)
    assert (started.training_pictures, started.validation_pictures) == (6, 2)

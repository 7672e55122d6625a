"""Several data sets as one, with weights."""

from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.choice.mixtures import Part, mixed, parts_of, written
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.idx_folder import write_idx_folder

KNOWN = ["mnist", "builtin"]


def dataset(
    name: str, level: int, count: int = 10, labels: str = "ab", side: int = 2
) -> Dataset:
    def split(number: int) -> Split:
        labels_n = np.arange(number) % len(labels)
        return Split(np.full((number, side, side), level, np.uint8), labels_n)

    return Dataset(name, split(count), split(4), tuple(labels))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("mnist", [Part("mnist")]),
        ("mnist:2", [Part("mnist", 2)]),
        ("mnist:2+builtin", [Part("mnist", 2), Part("builtin")]),
        ("mnist+builtin:.5", [Part("mnist"), Part("builtin", 0.5)]),
        ("absent", [Part("absent")]),
        ("/no/such/folder:3+mnist", [Part("/no/such/folder", 3), Part("mnist")]),
    ],
)
def test_that_a_mixture_is_read_as_it_is_written(text: str, parts: list[Part]) -> None:
    assert parts_of(text, KNOWN) == tuple(parts)
    assert parts_of(written(parts), KNOWN) == tuple(parts)


def test_that_a_folder_may_have_a_plus_or_a_weight_in_its_name(tmp_path: Path) -> None:
    names = ["c++", "mnist+builtin", "ratio:2"]
    for name in names:
        (tmp_path / name).mkdir()
        assert parts_of(str(tmp_path / name), KNOWN) == (Part(str(tmp_path / name)),)
    text = "+".join(f"{tmp_path / name}:2" for name in names)
    expected = tuple(Part(str(tmp_path / name), 2) for name in names)
    assert parts_of(text, KNOWN) == expected


@pytest.mark.parametrize("text", ["mnist:0+builtin", "mnist+builtin:101", "mnist:0"])
def test_that_a_weight_out_of_range_is_told(text: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parts_of(text, KNOWN)
    assert caught.value.code == "mixture_weight"
    assert text in sentence(caught.value)


@pytest.mark.parametrize("text", ["mnist+", "+mnist", "mnist++builtin"])
def test_that_a_part_without_a_name_is_told(text: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        parts_of(text, KNOWN)
    assert caught.value.code == "mixture_empty_part"


@pytest.mark.parametrize("weight", [0.5, 1, 2, 2.3])
def test_that_a_weight_is_how_often_each_picture_is_there(weight: float) -> None:
    whole = dataset("one", 7, count=30)
    marked = np.arange(30, dtype=np.uint8)
    whole.train.images_nhw[:, 0, 0] = marked
    found = mixed([(whole, weight), (dataset("two", 200), 1)], "both")
    first = found.train.images_nhw[found.train.images_nhw[:, 1, 1] == 7]
    counts = np.bincount(first[:, 0, 0], minlength=30)
    assert counts.sum() == round(30 * weight)
    assert counts.min() == int(weight)
    assert counts.max() == -(-weight // 1)
    assert len(found.train) == counts.sum() + 10
    assert len(found.test) == 8  # all of each, once
    assert found.name == "both"


def test_that_a_part_with_a_few_of_the_classes_keeps_their_meaning() -> None:
    few = dataset("few", 9, labels="ca")
    for order in (1, -1):
        parts = [(dataset("all", 1, labels="abc"), 1.0), (few, 1.0)][::order]
        found = mixed(parts, "both")
        assert found.labels == ("a", "b", "c")
        labels_n = found.train.labels_n[found.train.images_nhw[:, 0, 0] == 9]
        assert set(labels_n.tolist()) == {0, 2}


def test_that_what_does_not_go_together_is_told() -> None:
    for other, said in (
        (dataset("small", 1, side=3), "and those of small 3 × 3"),
        (dataset("odd", 1, labels="ax"), "odd has a class x"),
    ):
        with pytest.raises(CnnvizError) as caught:
            mixed([(dataset("one", 1), 1), (other, 1)], "both")
        assert said in sentence(caught.value)


def test_that_a_mixture_that_fills_the_memory_is_refused_before_it_is_made() -> None:
    large = dataset("large", 1, count=1, side=4_000)
    with pytest.raises(CnnvizError) as caught:
        mixed([(large, 100), (large, 100), (large, 100)], "large")
    assert caught.value.code == "mixture_too_large"


def test_that_folders_are_mixed_where_a_data_set_is_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_idx_folder(tmp_path / name, train=20, test=10)
    text = f"{tmp_path / 'one'}:2+{tmp_path / 'two'}"
    found = load_dataset(text)
    assert (len(found.train), len(found.test), found.name) == (60, 20, text)

"""What a run takes of a data set: fewer pictures, held-out ones, wrong classes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.datasets.choice.portions import held_out, mislabelled, taken, used
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence

SEEDS = st.integers(0, 2**64)


def split(*counts: int, first: int = 0) -> Split:
    """Return pictures, each with a level of its own, so many of each class."""
    labels_n = np.repeat(np.arange(len(counts)), counts)
    labels_n = np.random.default_rng(1).permutation(labels_n)
    levels = np.arange(first, first + len(labels_n))
    images_nhw = np.stack([levels // 256, levels % 256], 1).astype(np.uint8)
    return Split(images_nhw[:, np.newaxis], labels_n.astype(np.int64))


def levels(one: Split) -> list[int]:
    return (
        one.images_nhw[:, 0, 0].astype(int) * 256 + one.images_nhw[:, 0, 1]
    ).tolist()


COUNTS = st.lists(st.integers(1, 40), min_size=1, max_size=5)


@given(COUNTS, SEEDS, st.data())
def test_that_fewer_pictures_keep_their_classes_shares_and_their_order(
    counts: list[int], seed: int, data: st.DataObject
) -> None:
    whole = split(*counts)
    count = data.draw(st.integers(1, len(whole)))
    part = taken(whole, count, seed)
    assert len(part) == count
    assert levels(part) == sorted(set(levels(part)))
    for label, expected in enumerate(counts):
        share = np.count_nonzero(part.labels_n == label)
        assert abs(share - expected * count / len(whole)) <= len(counts)
    truth = dict(zip(levels(whole), whole.labels_n.tolist(), strict=True))
    assert [truth[level] for level in levels(part)] == part.labels_n.tolist()
    more = taken(whole, min(count + 3, len(whole)), seed)
    assert set(levels(part)) <= set(levels(more))


@given(COUNTS, st.floats(0, 1), SEEDS)
def test_that_what_is_held_out_and_what_stays_are_the_whole(
    counts: list[int], share: float, seed: int
) -> None:
    whole = split(*counts)
    stays, held = held_out(whole, share, seed)
    assert sorted(levels(stays) + levels(held)) == levels(whole)
    assert abs(len(held) - share * len(whole)) <= 1


@given(st.integers(2, 10), st.integers(1, 200), st.floats(0, 1), SEEDS)
def test_that_a_share_of_the_classes_is_wrong_and_the_others_are_right(
    classes: int, count: int, share: float, seed: int
) -> None:
    whole = split(*[count // classes + 1] * classes)
    noisy = mislabelled(whole, share, classes, seed)
    wrong = np.count_nonzero(noisy.labels_n != whole.labels_n)
    assert wrong == round(share * len(whole))
    assert 0 <= noisy.labels_n.min() <= noisy.labels_n.max() < classes
    assert noisy.images_nhw is whole.images_nhw


def test_that_wrong_classes_are_any_of_the_others_alike() -> None:
    whole = Split(np.zeros((9_000, 1, 1), np.uint8), np.full(9_000, 2))
    counts = np.bincount(mislabelled(whole, 1, 4).labels_n, minlength=4)
    assert counts[2] == 0
    assert (abs(counts[[0, 1, 3]] - 3_000) < 200).all()


def dataset() -> Dataset:
    return Dataset("mine", split(50, 50), split(5, 5, first=1_000), ("a", "b"))


def test_that_a_use_of_all_leaves_the_data_as_they_are() -> None:
    whole = dataset()
    found = used(whole, DataUse())
    assert (found.train, found.test, found.final) == (whole.train, whole.test, None)


def test_that_with_validation_the_test_pictures_are_for_the_end() -> None:
    whole = dataset()
    use = DataUse(pictures=40, validation=0.25, label_noise=0.5, seed=3)
    found = used(whole, use)
    assert [len(one) for one in found.splits] == [30, 10, 10]
    assert found.final is whole.test
    truth = dict(zip(levels(whole.train), whole.train.labels_n.tolist(), strict=True))
    assert [truth[one] for one in levels(found.test)] == found.test.labels_n.tolist()
    wrong = [
        truth[level] != label
        for level, label in zip(
            levels(found.train), found.train.labels_n.tolist(), strict=True
        )
    ]
    assert sum(wrong) == 15
    assert not set(levels(found.train)) & set(levels(found.test))


def test_that_a_use_is_the_same_each_time_and_its_seed_another() -> None:
    use = DataUse(pictures=40, validation=0.25, label_noise=0.5)
    first, again = (used(dataset(), use) for _ in range(2))
    other = used(
        dataset(), DataUse(pictures=40, validation=0.25, label_noise=0.5, seed=1)
    )
    for one, two in zip(first.splits, again.splits, strict=True):
        assert levels(one) == levels(two)
        assert one.labels_n.tolist() == two.labels_n.tolist()
    assert levels(first.train) != levels(other.train)


def test_that_more_noise_leaves_the_chosen_pictures_as_they_were() -> None:
    found = [
        used(dataset(), DataUse(pictures=40, validation=0.25, label_noise=noise))
        for noise in (0, 0.3)
    ]
    assert levels(found[0].train) == levels(found[1].train)


@pytest.mark.parametrize(
    ("use", "said"),
    [
        ({"pictures": 0}, "0 training pictures"),
        ({"pictures": 101}, "mine has 100 training pictures, fewer than the 101"),
        ({"validation": 1.0}, "is 1.0"),
        ({"validation": -0.1}, "is -0.1"),
        ({"validation": float("nan")}, "is nan"),
        ({"label_noise": 1.1}, "wrong labels is 1.1"),
        ({"seed": -1}, "seed is -1"),
        ({"pictures": 1, "validation": 0.5}, "0.5 of 1 picture"),
    ],
)
def test_that_what_cannot_be_taken_is_told(use: dict[str, float], said: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        used(dataset(), DataUse(**use))  # type: ignore[arg-type]
    assert said in sentence(caught.value)


def test_that_one_class_has_no_wrong_one() -> None:
    whole = Dataset("mine", split(5), split(5), ("a",))
    with pytest.raises(CnnvizError) as caught:
        used(whole, DataUse(label_noise=0.1))
    assert caught.value.code == "label_noise_one_class"

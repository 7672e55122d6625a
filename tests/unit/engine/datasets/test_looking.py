"""What is seen of a data set at a glance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.datasets import builtin_digits
from cnnviz.engine.datasets.looking import (
    class_counts,
    mean_picture,
    one_hot,
    pictures_of,
)
from cnnviz.engine.datasets.progress import telling
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError

INK = np.full((28, 28), 9, np.uint8)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=40), st.integers(0, 3))
def test_that_counts_and_means_are_those_of_numpy(labels: list[int], one: int) -> None:
    labels_n = np.array(labels)
    images = np.random.default_rng(0).integers(0, 256, (len(labels), 2, 3), np.uint8)
    split = Split(images, labels_n)
    counts = class_counts(Dataset("own", split, split, tuple("abcd")))
    assert counts.tolist() == 2 * [[labels.count(label) for label in range(4)]]
    mean = mean_picture(split)
    assert mean is not None
    np.testing.assert_allclose(mean, images.mean(axis=0))
    of_one = mean_picture(split, one)
    if one in labels:
        assert of_one is not None
        np.testing.assert_allclose(of_one, images[labels_n == one].mean(axis=0))
        assert labels_n[pictures_of(split, one)].tolist() == labels.count(one) * [one]
    else:
        assert of_one is None
    assert one_hot(one, 4).nonzero()[0].tolist() == [one]


def test_that_a_mean_nobody_waits_for_is_called_off() -> None:
    split = Split(np.zeros((2, 1, 1), np.uint8), np.zeros(2, np.int64))
    with (
        telling(is_cancelled=lambda: True),
        pytest.raises(CnnvizError, match="reading_cancelled"),
    ):
        mean_picture(split)


def test_that_digits_can_be_looked_at_while_they_are_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builtin_digits, "TRAINING_PICTURES", 60)
    monkeypatch.setattr(builtin_digits, "TEST_PICTURES", 10)
    monkeypatch.setattr(builtin_digits, "_kept", {})
    seen = []

    def look(_done: int, _total: int) -> None:
        so_far = builtin_digits.digits_so_far()
        if so_far is not None:
            seen.append((so_far.done, bool(so_far.split.images_nhw.any())))

    with telling(on_progress=look):
        made = builtin_digits._made(1)
    assert seen[-1] == (60, True)
    assert 0 < seen[0][0] < 60
    assert len(made) == 60
    assert builtin_digits.digits_so_far() is None

"""How far probabilities can be believed: against scikit-free sums, and torch."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.networks.calibration import (
    TEMPERATURES,
    at_temperature,
    best_temperature,
    expected_calibration_error,
    mean_sureness_of_wrong,
)
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights


def test_that_answers_right_as_often_as_they_say_are_calibrated() -> None:
    shares = np.tile([0.75, 0.25], (4, 1))
    assert expected_calibration_error(shares, np.array([0, 0, 0, 1])) == 0
    assert expected_calibration_error(shares, np.array([1, 1, 1, 1])) == 0.75


@given(st.integers(0, 2**32 - 1))
def test_that_bins_add_up_as_the_definition_says(seed: int) -> None:
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.ones(4), 60)
    labels = rng.integers(4, size=60)
    sure, right = shares.max(axis=1), shares.argmax(axis=1) == labels
    bins = np.minimum(np.floor(sure * 15), 14)
    expected = sum(
        (bins == one).mean() * abs(sure[bins == one].mean() - right[bins == one].mean())
        for one in np.unique(bins)
    )
    assert expected_calibration_error(shares, labels) == pytest.approx(expected)


@pytest.mark.parametrize("hidden", [0.5, 1.0, 3.0])
def test_that_the_temperature_of_made_up_answers_is_found(hidden: float) -> None:
    rng = np.random.default_rng(4)
    true = rng.normal(0, 2, (20_000, 5))
    shares = torch.softmax(torch.tensor(true), 1).numpy()
    labels = (shares.cumsum(axis=1) < rng.random((20_000, 1))).sum(axis=1).clip(0, 4)
    assert best_temperature(true * hidden, labels) == pytest.approx(hidden, rel=0.06)


def test_that_the_last_layer_takes_the_temperature_in() -> None:
    lenet5 = network("lenet5")
    weights = shipped_weights(lenet5)
    cooler = at_temperature(lenet5, weights, 2.0)
    picture = np.random.default_rng(0).integers(0, 255, (2, 28, 28), np.uint8)
    before, after = (Classifier(lenet5, w).outputs(picture) for w in (weights, cooler))
    np.testing.assert_allclose(after, before / 2, rtol=1e-4, atol=1e-5)
    assert cooler["c1.weight"] is weights["c1.weight"]


def test_that_only_wrong_answers_count() -> None:
    shares = np.array([[0.9, 0.1], [0.6, 0.4]])
    assert mean_sureness_of_wrong(shares, np.array([1, 0])) == 0.9
    assert mean_sureness_of_wrong(shares, np.array([0, 0])) == 0
    assert TEMPERATURES.min() < 1 < TEMPERATURES.max()

"""The smallest change that flips the answer, against the closed form of a linear network."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.explain.differentiable import Differentiable
from cnnviz.engine.explain.smallest_change import projected, smallest_change
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Flatten, Linear
from cnnviz.engine.networks.weights import shipped_weights
from tests.helpers.torch_oracle import around, random_weights


def linear() -> Classifier:
    described = around(
        Flatten(name="f"), Linear(name="sums", units=3), input_chw=(1, 6, 6)
    )
    described = replace(described, labels=("a", "b", "c"))
    weights = {
        name: (values * 0.1).astype(np.float32)
        for name, values in random_weights(described, seed=4).items()
    }
    return Classifier(described, weights)


def test_that_a_linear_network_gives_way_at_its_boundary() -> None:
    classifier = linear()
    picture = np.full((6, 6), 128, np.uint8)
    found = smallest_change(Differentiable(classifier), classifier, picture)
    assert found is not None
    outputs = classifier.outputs(picture[None])[0]
    label = int(outputs.argmax())
    weights = classifier.weights["sums.weight"] / 0.25  # the network's deviation
    least = min(
        (outputs[label] - outputs[other])
        / np.linalg.norm(weights[label] - weights[other])
        for other in range(3)
        if other != label
    )
    assert found.label != label
    assert classifier.best(found.picture[None])[0] == found.label
    assert least <= found.size * 1.02
    assert found.size == pytest.approx(least, rel=0.06)  # whole levels are coarse here


def test_that_a_digit_is_flipped_to_what_is_asked_for_by_less_than_noise_needs() -> (
    None
):
    lenet5 = network("lenet5")
    classifier = Classifier(lenet5, shipped_weights(lenet5))
    seven = np.zeros((28, 28), np.uint8)
    seven[5:8, 7:20] = 255
    for step in range(15):
        seven[8 + step, 18 - step // 2 : 21 - step // 2] = 255
    label = int(classifier.best(seven[None])[0])
    gradients = Differentiable(classifier)
    found = smallest_change(gradients, classifier, seven)
    assert found is not None
    assert classifier.best(found.picture[None])[0] == found.label != label
    np.testing.assert_array_equal(
        found.picture.astype(int), seven.astype(int) + found.change
    )
    assert found.size == pytest.approx(np.linalg.norm(found.change / 255.0))
    assert found.largest == np.abs(found.change).max()
    assert found.noise_flips < 10
    asked = smallest_change(gradients, classifier, seven, target=3)
    assert asked is not None
    assert asked.label == 3
    assert asked.size >= found.size * 0.99
    assert smallest_change(gradients, classifier, seven, target=label) is None


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), st.floats(-1, 6))
def test_that_a_projection_is_the_nearest_point_where_enough_is_gained(
    seed: int, wanted: float
) -> None:
    random = np.random.default_rng(seed)
    ink = random.uniform(0, 1, 8).astype(np.float32)
    slopes = random.normal(0, 1, (1, 8)).astype(np.float32)
    room = np.where(slopes > 0, ink, 1 - ink)
    most = float((np.abs(slopes) * room).sum())
    point = projected(ink, slopes, np.array([wanted]))[0]
    assert ((point >= 0) & (point <= 1)).all()
    gained = float(((ink - point) * slopes[0]).sum())
    assert gained == pytest.approx(min(max(wanted, 0), most), abs=1e-3)
    for _ in range(20):  # no point that gains as much is nearer
        other = random.uniform(0, 1, 8)
        if ((ink - other) * slopes[0]).sum() >= gained:
            assert np.linalg.norm(other - ink) >= np.linalg.norm(point - ink) - 1e-4

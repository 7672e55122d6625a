"""The answer over the place of the picture."""

from dataclasses import replace

import numpy as np
import pytest

from cnnviz.engine.explain.answer_curve import answers_over
from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Activation, Conv2d, Flatten, GlobalPool2d
from cnnviz.engine.networks.weights import shipped_weights
from tests.helpers.torch_oracle import around, random_weights


def blob() -> np.ndarray:
    picture = np.zeros((28, 28), np.uint8)
    picture[8:20, 11:16] = 250
    return picture


def test_that_the_curve_is_the_answer_to_each_shifted_picture() -> None:
    lenet5 = network("lenet5")
    classifier = Classifier(lenet5, shipped_weights(lenet5))
    placements = [Placement(right=right / 2) for right in range(-10, 11)]
    found = answers_over(classifier, blob(), placements)
    assert found is not None
    assert found.shape == (21, 10)
    for answer, placement in zip(found, placements, strict=True):
        expected = classifier.trace(placed(blob(), placement)).probabilities
        np.testing.assert_allclose(answer, expected, atol=1e-6)
    assert np.ptp(found.max(axis=1)) > 0.01


def test_that_a_network_that_pools_everything_does_not_notice_a_shift() -> None:
    described = around(
        Conv2d(name="c", channels=2, kernel=(3, 3)),
        Activation(name="relu"),
        GlobalPool2d(name="pool"),
        Flatten(name="f"),
        input_chw=(1, 28, 28),
    )
    described = replace(described, labels=("a", "b"))
    classifier = Classifier(described, random_weights(described))
    placements = [Placement(down=down) for down in range(-5, 6)]
    found = answers_over(classifier, blob(), placements)
    assert found is not None
    np.testing.assert_allclose(found, found[:1].repeat(11, axis=0), rtol=1e-4)
    turned = answers_over(classifier, blob(), [Placement(degrees=45)])
    assert turned is not None
    assert turned[0] != pytest.approx(found[0], rel=1e-3)

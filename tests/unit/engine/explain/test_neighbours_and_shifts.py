"""Nearest training pictures, and the answer at all shifts."""

import numpy as np
import pytest

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.nearest_pictures import (
    PictureIndex,
    features_of,
    hidden_layer,
)
from cnnviz.engine.explain.shift_answers import answers_when_shifted
from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights


def classifier() -> Classifier:
    lenet5 = network("lenet5")
    return Classifier(lenet5, shipped_weights(lenet5))


def test_that_the_features_are_what_the_last_sums_are_taken_of() -> None:
    one, digits = classifier(), generate_digits(40, seed=5)
    features = features_of(one, digits.images_nhw)
    assert hidden_layer(one.network) == "f6_relu"
    weights = one.weights
    sums = features @ weights["output.weight"].T + weights["output.bias"]
    np.testing.assert_allclose(sums, one.outputs(digits.images_nhw), atol=1e-3)
    traced = one.trace(digits.images_nhw[7]).layers[-2].values
    np.testing.assert_allclose(features[7], traced, atol=1e-5)


def test_that_the_nearest_pictures_of_a_class_come_first() -> None:
    one, digits = classifier(), generate_digits(60, seed=5)
    features = features_of(one, digits.images_nhw)
    index = PictureIndex(digits.images_nhw, digits.labels_n, features)
    label = int(digits.labels_n[9])
    found = index.nearest(features[9], label, 4)
    assert found[0].index == 9
    assert found[0].distance == 0
    away = sorted(
        (float(np.linalg.norm(features[i] - features[9])), i)
        for i in range(60)
        if digits.labels_n[i] == label
    )
    assert [each.index for each in found] == [i for _, i in away[:4]]
    assert {each.label for each in found} == {label}
    assert len(index.nearest(features[9], label, 50)) == 6
    with pytest.raises(CnnvizError):
        features_of(one, digits.images_nhw, lambda: True)


def test_that_every_shift_is_answered_as_the_shifted_picture() -> None:
    one, digits = classifier(), generate_digits(10, seed=5)
    picture = digits.images_nhw[0]
    found = answers_when_shifted(one, picture, reach=5)
    assert found.shares_rc is not None
    for down, right in ((0, 0), (-5, 3), (4, -1)):
        shown = placed(picture, Placement(down=down, right=right))
        expected = one.trace(shown)
        assert found.best_rc[down + 5, right + 5] == expected.best
        assert expected.probabilities is not None
        assert found.shares_rc[down + 5, right + 5] == pytest.approx(
            expected.probabilities[expected.best], abs=1e-5
        )
    assert 0 < found.kept <= 1

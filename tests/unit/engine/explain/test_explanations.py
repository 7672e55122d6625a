"""Occlusion, gradients and Grad-CAM: captum's own, or finite differences, say the same."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.differentiable import Differentiable
from cnnviz.engine.explain.grad_cam import cam_layers, grad_cam
from cnnviz.engine.explain.occlusion import occlude, on_pixels
from cnnviz.engine.explain.saliency import gradient_saliency, ink_wishes
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.regions import regions
from cnnviz.engine.networks.weights import shipped_weights
from tests.helpers.torch_oracle import around, load, random_weights

attr = pytest.importorskip("captum.attr")


def small() -> Network:
    described = around(
        Conv2d(name="c1", channels=3, kernel=(3, 3)),
        Activation(name="c1_relu"),
        Pool2d(name="s2"),
        Conv2d(name="c3", channels=4, kernel=(2, 2)),
        Activation(name="c3_relu"),
        Flatten(name="f"),
        Linear(name="sums", units=4),
        input_chw=(1, 9, 9),
    )
    return replace(described, labels=tuple("abcd"))


def example(name: str) -> tuple[Classifier, np.ndarray, torch.nn.Module]:
    described = network(name) if name != "small" else small()
    weights = random_weights(described) if name == "small" else None
    weights = weights or shipped_weights(described)
    random = np.random.default_rng(3)
    picture = np.zeros(described.picture_shape, np.uint8)
    picture[2:-2, 2:-2] = random.integers(0, 256, picture[2:-2, 2:-2].shape)
    module = build(described).eval()
    load(module, weights)
    return Classifier(described, weights), picture, module


class Lead(torch.nn.Module):
    """What captum is asked about: a class's lead, or its logit, for ink from 0 to 1."""

    def __init__(self, classifier: Classifier, module: torch.nn.Module) -> None:
        super().__init__()
        self.module = module
        ((self._mean, self._deviation),) = classifier.network.channel_normalizations
        self._sign = -1 if classifier.network.answer == "distances" else 1

    def forward(self, ink: torch.Tensor) -> torch.Tensor:
        return self._sign * self.module((ink - self._mean) / self._deviation)


NAMES = ["small", "lenet5", "lenet5-1998"]


@pytest.mark.parametrize("name", NAMES)
def test_that_the_gradient_is_that_of_captum(name: str) -> None:
    classifier, picture, module = example(name)
    lead = Lead(classifier, module)
    ink = torch.tensor(picture[None, None] / 255, dtype=torch.float32)
    oracle = attr.Saliency(lead)
    for label in range(len(classifier.network.labels)):
        found = gradient_saliency(Differentiable(classifier), picture, label)
        expected = oracle.attribute(ink.requires_grad_(), target=label, abs=True)
        np.testing.assert_allclose(found, expected[0, 0].numpy(), rtol=1e-3, atol=1e-5)


def test_that_a_wish_for_ink_is_the_gradient_times_the_room_for_it() -> None:
    classifier, picture, module = example("small")
    ink = torch.tensor(picture[None, None] / 255, dtype=torch.float32)
    lead = Lead(classifier, module)
    slopes = [
        attr.Saliency(lead).attribute(ink.requires_grad_(), target=label, abs=False)
        for label in (2, 1)
    ]
    slope, level = (slopes[0] - slopes[1])[0, 0].numpy(), picture / 255
    found = ink_wishes(Differentiable(classifier), picture, 2, 1)
    assert (found[slope > 0] >= 0).all()
    assert (found[slope < 0] <= 0).all()
    expected = np.abs(slope) * np.where(slope > 0, 1 - level, level)
    np.testing.assert_allclose(np.abs(found), expected, rtol=1e-3, atol=1e-5)


def test_that_the_gradient_is_the_difference_that_a_little_ink_makes() -> None:
    classifier, picture, _ = example("small")
    network_ = Differentiable(classifier)
    ink = network_.as_ink(picture[None])
    slopes = network_.slopes(ink, 0, 3)[0, 0]
    for row, column in ((3, 3), (4, 6), (0, 0)):
        more, less = ink.copy(), ink.copy()
        more[0, 0, row, column] += 1e-3
        less[0, 0, row, column] -= 1e-3
        with torch.no_grad():
            both = network_.logits(torch.from_numpy(np.concatenate([more, less])))
        lead = (both[:, 0] - both[:, 3]).numpy()
        assert slopes[row, column] == pytest.approx(
            (lead[0] - lead[1]) / 2e-3, rel=0.02, abs=0.01
        )


@pytest.mark.parametrize("name", NAMES)
def test_that_grad_cam_is_that_of_captum(name: str) -> None:
    classifier, picture, module = example(name)
    lead = Lead(classifier, module)
    ink = torch.tensor(picture[None, None] / 255, dtype=torch.float32)
    for _, layer in cam_layers(classifier.network):
        oracle = attr.LayerGradCam(lead, dict(module.named_children())[layer])
        expected = oracle.attribute(ink, target=1, relu_attributions=True)
        found = grad_cam(Differentiable(classifier), picture, layer, 1)
        np.testing.assert_allclose(
            found.places_hw, expected[0, 0].detach().numpy(), rtol=1e-3, atol=1e-4
        )
        assert found.pixels_hw.shape == picture.shape


def test_that_a_place_of_grad_cam_lies_over_what_it_sees() -> None:
    classifier, picture, _ = example("lenet5")
    found = grad_cam(Differentiable(classifier), picture, "c3_relu", 7)
    field = regions(classifier.network, "c3_relu", (0, 6, 2))["input"]
    middle = (field.top + field.bottom) // 2, (field.left + field.right) // 2
    assert found.pixels_hw[middle] == found.places_hw[6, 2]


@pytest.mark.parametrize(("name", "size", "fill"), [("small", 3, 0), ("small", 2, 255)])
def test_that_occlusion_is_that_of_captum(name: str, size: int, fill: int) -> None:
    classifier, picture, module = example(name)
    lead = Lead(classifier, module)
    ink = torch.tensor(picture[None, None] / 255, dtype=torch.float32)
    found = occlude(classifier, picture, size, fill)
    with torch.no_grad():
        expected = attr.Occlusion(lead).attribute(
            ink, (1, size, size), baselines=fill / 255, target=2
        )
    pixels = on_pixels(found.drops(2), size)
    np.testing.assert_allclose(pixels, expected[0, 0].numpy(), rtol=1e-3, atol=1e-4)


def test_that_the_answer_under_a_patch_is_that_to_the_picture_with_the_patch() -> None:
    classifier, picture, _ = example("lenet5")
    found = occlude(classifier, picture, 5)
    hidden = picture.copy()
    hidden[9:14, 12:17] = 0
    for at, shown in ((None, picture), ((9, 12), hidden)):
        expected = classifier.probabilities(shown[None])
        assert expected is not None
        np.testing.assert_allclose(found.probabilities(at), expected[0], atol=1e-5)
    drops = found.probability_drops(3)
    assert drops is not None
    both = classifier.probabilities(np.stack([picture, hidden]))
    assert both is not None
    assert drops[9, 12] == pytest.approx(both[0, 3] - both[1, 3], abs=1e-5)


def test_that_occlusion_ends_when_nobody_waits() -> None:
    classifier, picture, _ = example("small")
    with pytest.raises(CnnvizError) as raised:
        occlude(classifier, picture, 2, is_cancelled=lambda: True)
    assert raised.value.code == "reading_cancelled"


def test_that_a_map_that_is_off_is_off_in_the_gradient_too() -> None:
    classifier, picture, _ = example("small")
    off = Classifier(
        classifier.network, classifier.weights, {"c3_relu": [0, 1, 2, 3], "c1": [1]}
    )
    assert not Differentiable(off).slopes(picture[None], 0).any()
    some = Classifier(classifier.network, classifier.weights, {"c3_relu": [0]})
    network_ = Differentiable(some)
    with torch.no_grad():
        logits = network_.logits(torch.from_numpy(network_.as_ink(picture[None])))
    np.testing.assert_allclose(
        logits.numpy(), some.outputs(picture[None]), rtol=1e-4, atol=1e-4
    )

"""Every layer's output, against the same sums written out in torch's functions."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.sentences import sentence
from cnnviz.engine.networks.build import build, initialize
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.tracing import normalized, trace
from cnnviz.engine.networks.zoo import network

LENET5 = network("lenet5")


@pytest.fixture
def digit_hw() -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (28, 28), dtype=np.uint8)


def weights_of(module: torch.nn.Module) -> dict[str, np.ndarray]:
    return {n: v.detach().numpy().copy() for n, v in module.named_parameters()}


def written_out(
    digit_hw: np.ndarray, w: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """LeNet-5 by hand, in float64."""
    t = {name: torch.tensor(values, dtype=torch.float64) for name, values in w.items()}
    x = (torch.tensor(digit_hw, dtype=torch.float64) / 255 - 0.1307) / 0.3081
    out = {"input": x[None, None]}
    out["c1"] = functional.conv2d(out["input"], t["c1.weight"], t["c1.bias"], padding=2)
    out["c1_relu"] = out["c1"].clamp(min=0)
    out["s2"] = functional.max_pool2d(out["c1_relu"], 2)
    out["c3"] = functional.conv2d(out["s2"], t["c3.weight"], t["c3.bias"])
    out["c3_relu"] = out["c3"].clamp(min=0)
    out["s4"] = functional.max_pool2d(out["c3_relu"], 2)
    out["c5"] = functional.conv2d(out["s4"], t["c5.weight"], t["c5.bias"])
    out["c5_relu"] = out["c5"].clamp(min=0)
    out["flatten"] = out["c5_relu"].reshape(1, 120)
    out["f6"] = out["flatten"] @ t["f6.weight"].T + t["f6.bias"]
    out["f6_relu"] = out["f6"].clamp(min=0)
    out["output"] = out["f6_relu"] @ t["output.weight"].T + t["output.bias"]
    out["probabilities"] = out["output"].softmax(1)
    return {name: values[0].numpy() for name, values in out.items()}


def test_that_every_layer_says_what_torch_says_by_hand(digit_hw: np.ndarray) -> None:
    module = build(LENET5)
    initialize(module, 1)

    done = trace(module, LENET5, digit_hw)

    expected = written_out(digit_hw, weights_of(module))
    np.testing.assert_allclose(done.input_chw, expected["input"], atol=1e-6)
    assert [output.name for output in done.layers] == [
        layer.name for layer in LENET5.layers
    ]
    for output in done.layers:
        np.testing.assert_allclose(output.values, expected[output.name], atol=1e-5)
        assert output.values.dtype == np.float32
        assert output.values.flags.c_contiguous
    np.testing.assert_allclose(done.probabilities, expected["probabilities"], atol=1e-6)
    assert done.probabilities.sum() == pytest.approx(1)


def test_that_a_trace_does_not_change_with_the_weights(digit_hw: np.ndarray) -> None:
    module = build(LENET5)
    done = trace(module, LENET5, digit_hw)
    before = [output.values.copy() for output in done.layers]

    with torch.no_grad():
        for values in module.parameters():
            values.add_(1)
    trace(module, LENET5, digit_hw)

    for output, values in zip(done.layers, before, strict=True):
        np.testing.assert_array_equal(output.values, values)
        assert output.values.base is None


def test_that_a_trace_carries_no_gradient_and_keeps_training_possible(
    digit_hw: np.ndarray,
) -> None:
    module = build(LENET5)
    trace(module, LENET5, digit_hw)
    module(torch.zeros(1, 1, 28, 28)).sum().backward()
    assert module.get_parameter("c1.weight").grad is not None


def test_that_normalizing_does_not_touch_the_pictures() -> None:
    images = torch.full((2, 28, 28), 7, dtype=torch.uint8)
    inputs = normalized(LENET5, images)
    assert (images == 7).all()
    assert tuple(inputs.shape) == (2, 1, 28, 28)
    assert inputs.mean().item() == pytest.approx((7 / 255 - 0.1307) / 0.3081, abs=1e-6)


def test_that_a_classifier_agrees_with_its_trace(digit_hw: np.ndarray) -> None:
    classifier = Classifier(LENET5, weights_of(build(LENET5)))
    images_nhw = np.stack([digit_hw, 255 - digit_hw])
    probabilities_nk = classifier.probabilities(images_nhw)
    for image_hw, row in zip(images_nhw, probabilities_nk, strict=True):
        np.testing.assert_allclose(
            classifier.trace(image_hw).probabilities, row, atol=1e-6
        )


def test_that_a_classifier_takes_any_number_of_pictures(digit_hw: np.ndarray) -> None:
    classifier = Classifier(LENET5, weights_of(build(LENET5)))
    many = np.broadcast_to(digit_hw, (1_001, 28, 28))
    assert classifier.probabilities(many).shape == (1_001, 10)
    assert classifier.probabilities(many[:0]).shape == (0, 10)


def test_that_a_classifier_keeps_its_own_copy_of_the_weights(
    digit_hw: np.ndarray,
) -> None:
    weights = weights_of(build(LENET5))
    classifier = Classifier(LENET5, weights)
    before = classifier.probabilities(digit_hw[None])
    weights["output.weight"][:] = 9
    np.testing.assert_array_equal(classifier.probabilities(digit_hw[None]), before)


@pytest.mark.parametrize(
    "wrong",
    [np.zeros((27, 28), np.uint8), np.zeros((1, 28, 28), np.uint8), np.zeros((28, 28))],
)
def test_that_a_picture_of_another_size_or_type_is_refused(wrong: np.ndarray) -> None:
    with pytest.raises(CnnvizError) as caught:
        trace(build(LENET5), LENET5, wrong)
    assert "28 × 28" in sentence(caught.value)

"""Every layer's output, against the same sums written out in torch's functions."""

import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks import build as building
from cnnviz.engine.networks.build import build, initialize
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import Flatten, Linear, Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import (
    load_weights,
    save_weights,
    shipped_weights,
)
from tests.helpers.torch_oracle import load, torch_outputs, weights_of

LENET5 = network("lenet5")


@pytest.fixture
def digit_hw() -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (28, 28), dtype=np.uint8)


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

    done = ForwardPass(LENET5, weights_of(module)).trace(digit_hw)

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
    weights = weights_of(build(LENET5))
    forward = ForwardPass(LENET5, weights)
    done = forward.trace(digit_hw)
    before = [output.values.copy() for output in done.layers]

    for values in weights.values():
        values += 1
    forward.trace(255 - digit_hw)

    for output, values in zip(done.layers, before, strict=True):
        np.testing.assert_array_equal(output.values, values)


@pytest.mark.parametrize("described", NETWORKS.values(), ids=NETWORKS)
def test_that_the_networks_of_the_program_say_what_torch_says(
    described: Network,
) -> None:
    module = build(described)
    initialize(module, 2)
    if described.name == "lenet5":
        load(module, shipped_weights(described))
    random = np.random.default_rng(5)
    pictures = random.integers(0, 256, (3, *described.picture_shape), dtype=np.uint8)
    batch_nchw = normalized(described, pictures)

    found = list(ForwardPass(described, weights_of(module)).outputs(batch_nchw))

    for layer, output, expected in zip(
        described.layers, found, torch_outputs(module, batch_nchw), strict=True
    ):
        np.testing.assert_allclose(
            output, expected, rtol=1e-5, atol=1e-5, err_msg=layer.name
        )


def test_that_weights_of_a_run_that_diverged_give_a_trace_without_a_warning(
    digit_hw: np.ndarray,
) -> None:
    weights = weights_of(build(LENET5))
    weights["c1.weight"][:] = np.inf
    weights["output.bias"][:] = np.nan
    done = ForwardPass(LENET5, weights).trace(digit_hw)
    assert done.probabilities is not None
    assert np.isnan(done.probabilities).all()


def test_that_a_part_that_ends_in_maps_has_no_probabilities(
    digit_hw: np.ndarray,
) -> None:
    part = replace(network("lenet5"), layers=network("lenet5").layers[:3])
    done = ForwardPass(part, seeded_weights(part)).trace(digit_hw)
    assert done.layers[-1].values.shape == (6, 14, 14)
    assert done.probabilities is None
    assert done.best == done.layers[-1].values.argmax()


def test_that_normalizing_does_not_touch_the_pictures() -> None:
    images_nhw = np.full((2, 28, 28), 7, np.uint8)
    inputs = normalized(LENET5, images_nhw)
    assert (images_nhw == 7).all()
    assert inputs.shape == (2, 1, 28, 28)
    np.testing.assert_allclose(inputs, (7 / 255 - 0.1307) / 0.3081, rtol=1e-5)


COLOUR = Network(
    name="colour",
    title="Colour",
    input_chw=(3, 5, 4),
    normalization=((0.5, 0.25), (0.1, 0.2), (0.0, 1.0)),
    labels=("a", "b"),
    layers=(Flatten(name="flatten"), Linear(name="output", units=2)),
)


def test_that_each_channel_has_its_own_mean_and_deviation() -> None:
    random = np.random.default_rng(1)
    pictures = random.integers(0, 256, (4, 3, 5, 4), dtype=np.uint8)
    pairs = np.array(COLOUR.normalization)
    means, deviations = pairs[:, 0, None, None], pairs[:, 1, None, None]
    expected = (pictures / 255 - means) / deviations

    np.testing.assert_allclose(normalized(COLOUR, pictures), expected, atol=1e-5)
    tensor = building.normalized(COLOUR, torch.tensor(pictures))
    np.testing.assert_allclose(tensor, expected, atol=1e-5)
    assert tensor.is_contiguous(memory_format=torch.channels_last)
    assert normalized(COLOUR, pictures[:0]).shape == (0, 3, 5, 4)


def test_that_grey_pictures_reach_torch_as_they_reach_numpy() -> None:
    images_nhw = np.arange(2 * 28 * 28, dtype=np.uint8).reshape(2, 28, 28)
    tensor = building.normalized(LENET5, torch.tensor(images_nhw))
    np.testing.assert_allclose(tensor, normalized(LENET5, images_nhw), atol=1e-6)


def test_that_a_colour_network_refuses_grey_pictures_with_both_sizes() -> None:
    with pytest.raises(CnnvizError) as caught:
        normalized(COLOUR, np.zeros((1, 5, 4), np.uint8))
    assert "3 × 5 × 4" in sentence(caught.value)
    assert "5 × 4" in sentence(caught.value)


def test_that_a_classifier_agrees_with_its_trace(digit_hw: np.ndarray) -> None:
    classifier = Classifier(LENET5, weights_of(build(LENET5)))
    images_nhw = np.stack([digit_hw, 255 - digit_hw])
    probabilities_nk = classifier.probabilities(images_nhw)
    assert probabilities_nk is not None
    for image_hw, row in zip(images_nhw, probabilities_nk, strict=True):
        np.testing.assert_allclose(
            classifier.trace(image_hw).probabilities, row, atol=1e-6
        )


def test_that_a_classifier_takes_any_number_of_pictures(digit_hw: np.ndarray) -> None:
    classifier = Classifier(LENET5, weights_of(build(LENET5)))
    many = np.broadcast_to(digit_hw, (1_001, 28, 28))
    assert classifier.probabilities(many).shape == (1_001, 10)
    assert classifier.probabilities(many[:0]).shape == (0, 10)


def test_that_weights_are_not_held_twice_from_the_file_to_the_answer(
    tmp_path: Path, digit_hw: np.ndarray
) -> None:
    mlp, path = network("mlp"), tmp_path / "mlp.safetensors"
    save_weights(path, mlp, seeded_weights(mlp))
    tracemalloc.start()
    Classifier(mlp, load_weights(path, mlp)).trace(digit_hw)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1.5 * path.stat().st_size


@pytest.mark.parametrize(
    "wrong",
    [np.zeros((27, 28), np.uint8), np.zeros((1, 28, 28), np.uint8), np.zeros((28, 28))],
)
def test_that_a_picture_of_another_size_or_type_is_refused(wrong: np.ndarray) -> None:
    with pytest.raises(CnnvizError) as caught:
        ForwardPass(LENET5, weights_of(build(LENET5))).trace(wrong)
    assert "28 × 28" in sentence(caught.value)

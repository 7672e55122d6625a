"""Batch normalization as while training, against torch in its training mode."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from cnnviz.engine.explain.patches import strongest_patches
from cnnviz.engine.explain.receptive_field import measured_field
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    Network,
)
from cnnviz.engine.networks.units import network_unit
from tests.helpers.drawn_networks import networks
from tests.helpers.torch_oracle import around, load, random_weights, torch_outputs

QUICK = settings(max_examples=60, deadline=None)


def conv(name: str) -> Conv2d:
    return Conv2d(name=name, channels=4, kernel=(3, 3), padding="same")


CHAINS: dict[str, tuple[LayerSpec, ...]] = {
    "after a convolution": (conv("c"), BatchNorm(name="b"), Activation(name="r")),
    "after an activation": (
        conv("c"), Activation(name="r", kind="tanh"), BatchNorm(name="b"),
        Dropout(name="d"), Activation(name="e", kind="leaky_relu"),
    ),
    "on the picture": (BatchNorm(name="b"), conv("c"), BatchNorm(name="b2")),
    "on two branches": (
        conv("c"), BatchNorm(name="b"), BatchNorm(name="b2", inputs=("c",)),
        Activation(name="r"), conv("last"), BatchNorm(name="b3", epsilon=1e-3),
    ),
    "one number a map": (conv("c"), GlobalPool2d(name="p"), BatchNorm(name="b")),
    "on a vector": (
        conv("c"), BatchNorm(name="b"), Flatten(name="f"), Linear(name="l", units=5),
        BatchNorm(name="b2"), Activation(name="r"),
    ),
}  # fmt: skip
DESCRIBED = {name: around(*c, input_chw=(2, 6, 7)) for name, c in CHAINS.items()}
DESCRIBED["sign-language"] = NETWORKS["sign-language"]


def picture_of(network: Network, seed: int = 5) -> np.ndarray:
    random = np.random.default_rng(seed)
    return random.integers(0, 256, network.picture_shape, dtype=np.uint8)


def check_units(network: Network, seed: int = 0) -> int:
    """Check units of every layer against torch; return how many used the picture's own."""
    module, random = build(network), np.random.default_rng(seed)
    weights = {**random_weights(network, seed)}
    load(module, weights)
    picture = picture_of(network, seed)
    batch_nchw = normalized(network, picture[np.newaxis])
    expected = torch_outputs(module, batch_nchw, batch_statistics=True)
    forward = ForwardPass(network, weights, batch_statistics=True)
    trace = forward.trace(picture)
    seen = 0
    for layer, output, (values,) in zip(
        network.layers, trace.layers, expected, strict=True
    ):
        near = 1e-4 * max(1.0, float(np.abs(values).max()))
        np.testing.assert_allclose(output.values, values, atol=near)
        for _ in range(4):
            at = tuple(int(random.integers(size)) for size in values.shape)
            unit = network_unit(network, weights, trace, layer.name, at)
            assert unit.value == output.values[at]
            assert unit.parts.value == pytest.approx(float(values[at]), abs=near)
            seen += unit.parts.facts.get("statistics") == "batch"
    return seen


@pytest.mark.parametrize("name", DESCRIBED)
def test_that_units_are_those_of_torch_while_it_trains(name: str) -> None:
    used = check_units(DESCRIBED[name])
    assert (used > 0) == (name != "one number a map")


@QUICK
@given(network=networks(), seed=st.integers(0, 99))
def test_that_units_of_random_networks_are_those_of_torch_while_it_trains(
    network: Network, seed: int
) -> None:
    check_units(network, seed)


def test_that_a_batch_is_normalized_with_its_own_mean_and_biased_variance() -> None:
    network = around(BatchNorm(name="bn"), input_chw=(3, 4, 2))
    weights = random_weights(network)
    batch = np.random.default_rng(2).normal(3, 2, (5, 3, 4, 2)).astype(np.float32)
    found = ForwardPass(network, weights, batch_statistics=True).last(batch)
    scale, shift = (torch.tensor(weights[f"bn.{one}"]) for one in ("weight", "bias"))
    expected = functional.batch_norm(
        torch.tensor(batch), None, None, scale, shift, training=True
    )
    np.testing.assert_allclose(found, expected.numpy(), atol=1e-5)


def test_that_a_unit_says_mean_and_variance_of_its_own_map() -> None:
    network = DESCRIBED["after a convolution"]
    weights, picture = random_weights(network), picture_of(network)
    forward = ForwardPass(network, weights)
    after = forward.trace(picture)
    during = forward.with_batch_statistics(True).trace(picture)
    facts = network_unit(network, weights, during, "b", (2, 3, 3)).parts.facts
    map_hw = during.layers[0].values[2].astype(np.float64)
    assert facts["statistics"] == "batch"
    assert facts["mean"] == pytest.approx(map_hw.mean(), rel=1e-5)
    assert facts["variance"] == pytest.approx(map_hw.var(), rel=1e-5)
    facts = network_unit(network, weights, after, "b", (2, 3, 3)).parts.facts
    assert facts["statistics"] == "running"
    assert facts["mean"] == weights["b.running_mean"][2]
    assert facts["variance"] == weights["b.running_var"][2]


def test_that_one_number_a_channel_keeps_the_running_mean_and_variance() -> None:
    network = DESCRIBED["on a vector"]
    weights = random_weights(network)
    forward = ForwardPass(network, weights, batch_statistics=True)
    trace = forward.trace(picture_of(network))
    assert not trace.layers[4].batch_statistics
    facts = network_unit(network, weights, trace, "b2", (3,)).parts.facts
    assert (facts["statistics"], facts["mean"]) == (
        "running",
        weights["b2.running_mean"][3],
    )


def test_that_a_map_that_is_the_same_everywhere_becomes_its_bias() -> None:
    network = around(BatchNorm(name="bn"), input_chw=(1, 4, 4))
    weights = random_weights(network)
    forward = ForwardPass(network, weights, batch_statistics=True)
    trace = forward.trace(np.full((4, 4), 200, np.uint8))
    expected = weights["bn.bias"][0]
    np.testing.assert_allclose(trace.layers[0].values, expected, atol=1e-3)


def test_that_only_what_the_mode_changes_is_computed_again() -> None:
    network = NETWORKS["sign-language"]
    weights, picture = random_weights(network), picture_of(network)
    after = ForwardPass(network, weights)
    during = after.with_batch_statistics(True)
    assert during.with_batch_statistics(True) is during
    earlier = after.trace(picture)
    found = during.trace(picture, (after, earlier))
    names = [layer.name for layer in network.layers]
    first = next(n for n, one in enumerate(network.layers) if one.normalizes_batch)
    for index, (ours, before) in enumerate(
        zip(found.layers, earlier.layers, strict=True)
    ):
        is_before = np.shares_memory(ours.values, before.values)
        assert is_before == (index < first), names[index]
    expected = during.trace(picture)
    for ours, theirs in zip(found.layers, expected.layers, strict=True):
        np.testing.assert_array_equal(ours.values, theirs.values)
    again = during.trace(picture, (during, found))
    for ours, before in zip(again.layers, found.layers, strict=True):
        assert np.shares_memory(ours.values, before.values)
        assert ours.batch_statistics is before.batch_statistics


def test_that_a_network_without_it_computes_the_same_in_both_modes() -> None:
    network = NETWORKS["lenet5"]
    weights, picture = random_weights(network), picture_of(network)
    after = ForwardPass(network, weights)
    during = after.with_batch_statistics(True)
    assert during.pictures_at_once == after.pictures_at_once > 1
    earlier = after.trace(picture)
    for ours, before in zip(
        during.trace(picture, (after, earlier)).layers, earlier.layers, strict=True
    ):
        assert np.shares_memory(ours.values, before.values)


def test_that_numbers_that_are_not_finite_give_a_trace_without_a_warning() -> None:
    network = DESCRIBED["after a convolution"]
    weights = dict(random_weights(network))
    weights["c.weight"] = np.full_like(weights["c.weight"], np.inf)
    forward = ForwardPass(network, weights, batch_statistics=True)
    trace = forward.trace(picture_of(network))
    assert np.isnan(trace.layers[1].values).all()
    unit = network_unit(network, weights, trace, "b", (0, 0, 0))
    assert np.isnan(unit.parts.value)


def test_that_a_classifier_takes_each_picture_as_a_batch_of_its_own() -> None:
    network = NETWORKS["sign-language"]
    weights = random_weights(network)
    pictures = np.stack([picture_of(network, seed) for seed in range(3)])
    found = Classifier(network, weights, batch_statistics=True).outputs(pictures)
    forward = ForwardPass(network, weights, batch_statistics=True)
    for picture, answer in zip(pictures, found, strict=True):
        expected = forward.trace(picture).layers[-1].values
        np.testing.assert_array_equal(answer, expected)


def test_that_the_strongest_patch_has_the_number_of_the_trace() -> None:
    network = NETWORKS["sign-language"]
    forward = ForwardPass(network, random_weights(network), batch_statistics=True)
    pictures = np.stack([picture_of(network, seed) for seed in range(3)])
    layer = next(one.name for one in network.layers if one.normalizes_batch)
    *_, found = strongest_patches(forward, layer, 1, pictures)
    assert found.done == 3
    for patch in found.patches:
        trace = forward.trace(pictures[patch.picture])
        (output,) = (one for one in trace.layers if one.name == layer)
        assert patch.value == output.values[patch.at] == output.values[1].max()


@pytest.mark.parametrize(("layer", "at"), [("b", (1, 2, 3)), ("r", (1, 2, 3))])
def test_that_a_pixel_also_changes_the_mean_and_the_variance(
    layer: str, at: tuple[int, ...]
) -> None:
    network = replace(
        around(
            conv("c"),
            BatchNorm(name="b"),
            Activation(name="r", kind="tanh"),
            input_chw=(1, 9, 9),
        ),
        normalization=(0.0, 1.0),
    )
    weights, picture = random_weights(network), picture_of(network)
    held = {name: values.copy() for name, values in weights.items()}
    field = measured_field(network, weights, picture, layer, at, batch_statistics=True)
    for name, values in weights.items():
        np.testing.assert_array_equal(values, held[name], err_msg=name)
    c = torch.tensor(picture / 255, requires_grad=True)
    w = {name: torch.tensor(values).double() for name, values in weights.items()}
    made = functional.conv2d(c[None, None], w["c.weight"], w["c.bias"], padding=1)
    made = functional.batch_norm(
        made, None, None, w["b.weight"], w["b.bias"], training=True
    )
    value = (made.tanh() if layer == "r" else made)[(0, *at)]
    (expected,) = torch.autograd.grad(value, c)
    np.testing.assert_allclose(field[0], expected.numpy() / 255, rtol=1e-3, atol=1e-7)
    assert np.abs(field[0, 8]).max() > 0  # far outside of the window

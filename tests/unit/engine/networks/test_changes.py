"""A network changed by hand, against torch with the same change."""

from collections.abc import Callable

import numpy as np
import pytest
import torch

from cnnviz.engine.convolution.activation.kinds import ACTIVATION_KINDS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.changes import (
    is_linear,
    with_activation,
    with_bias,
    with_numbers,
)
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    LayerSpec,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.weights import Weights
from tests.helpers.torch_oracle import around, load, random_weights, torch_outputs

GROUPED = around(
    Conv2d(name="c", channels=6, kernel=(2, 3), groups=2), input_chw=(4, 5, 6)
)


def picture_of(described: Network) -> np.ndarray:
    random = np.random.default_rng(2)
    return random.integers(0, 256, described.picture_shape, dtype=np.uint8)


def batch_of(described: Network) -> Array:
    random = np.random.default_rng(3)
    return random.normal(size=(2, *described.input_chw)).astype(np.float32)


def outputs(described: Network, weights: Weights, **off: list[int]) -> list[np.ndarray]:
    batch = batch_of(described)
    return [one.copy() for one in ForwardPass(described, weights, off).outputs(batch)]


def said_by_torch(
    described: Network,
    weights: Weights,
    change: Callable[[torch.nn.Module], object] = lambda module: None,
) -> list[np.ndarray]:
    module = build(described)
    load(module, weights)
    with torch.no_grad():
        change(module)
    return torch_outputs(module, batch_of(described))


def assert_same(found: list[np.ndarray], expected: list[np.ndarray]) -> None:
    for one, other in zip(found, expected, strict=True):
        scale = max(1.0, float(np.abs(other).max()))
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-4 * scale)


def test_that_a_changed_bias_and_a_changed_number_reach_the_answer() -> None:
    described = network("lenet5")
    weights = random_weights(described)
    found = with_bias(described, weights, "c3", 5, 2.5)
    found = with_numbers(found, "f6.weight", (3, 7), -1)

    def change(module: torch.nn.Module) -> None:
        module.get_parameter("c3.bias")[5] = 2.5
        module.get_parameter("f6.weight")[3, 7] = -1

    assert_same(outputs(described, found), said_by_torch(described, weights, change))


@pytest.mark.parametrize(
    ("layer", "maps"), [("c1", [0, 4]), ("s2", [3]), ("flatten", [7]), ("f6", [83])]
)
def test_that_what_is_switched_off_is_0_for_all_that_comes_after(
    layer: str, maps: list[int]
) -> None:
    described = network("lenet5")
    weights = random_weights(described)

    def change(module: torch.nn.Module) -> None:
        def cut(_module: object, _inputs: object, output: torch.Tensor) -> torch.Tensor:
            output = output.clone()
            output[:, maps] = 0
            return output

        module.get_submodule(layer).register_forward_hook(cut)

    found = outputs(described, weights, **{layer: maps})
    assert_same(found, said_by_torch(described, weights, change))
    whole = outputs(described, weights)
    for one, other in zip(
        described.layers, zip(found, whole, strict=True), strict=True
    ):
        if one.name == layer:
            break
        np.testing.assert_array_equal(*other)


def test_that_a_classifier_answers_without_what_is_switched_off() -> None:
    described = network("lenet5")
    weights, picture = random_weights(described), picture_of(described)
    off = {"output": range(10)}
    probabilities = Classifier(described, weights, off).probabilities(picture[None])
    assert probabilities is not None
    np.testing.assert_allclose(probabilities, 0.1, rtol=1e-6)


@pytest.mark.parametrize("kind", ACTIVATION_KINDS)
def test_that_another_activation_is_torchs(kind: str) -> None:
    for name, layer in (("lenet5", "c3_relu"), ("lenet5-1998", "c1_tanh")):
        changed = with_activation(network(name), layer, kind)
        (one,) = [one for one in changed.layers if one.name == layer]
        assert isinstance(one, Activation)
        assert one.kind == kind
        weights = random_weights(network(name))
        assert_same(outputs(changed, weights), said_by_torch(changed, weights))


def without_bends(described: Network) -> Network:
    for layer in described.layers:
        if not layer.is_linear and layer.key != "pool2d":
            described = with_activation(described, layer.name, "none")
    return described


def is_a_weighted_sum(described: Network) -> bool:
    """Ask the numbers: f(a + b) = f(a) + f(b) - f(0)."""
    forward = ForwardPass(described, random_weights(described))
    random = np.random.default_rng(1)
    a, b = random.normal(size=(2, 3, *described.input_chw)).astype(np.float32)
    sum_, first, second, none = map(forward.last, (a + b, a, b, 0 * a))
    scale = float(np.abs(sum_).max())
    return np.allclose(sum_, first + second - none, atol=1e-4 * scale)


def with_means(described: Network) -> Network:
    layers: list[LayerSpec] = [
        Pool2d(name=one.name, kind="average") if isinstance(one, Pool2d) else one
        for one in described.layers
    ]
    return around(*layers, input_chw=described.input_chw)


@pytest.mark.parametrize("name", ["lenet5", "mlp", "lenet5-1998", "tiny-vgg"])
def test_that_a_network_is_linear_when_its_numbers_are_weighted_sums(
    name: str,
) -> None:
    described = network(name)
    if name == "lenet5-1998":  # without its distances to codes
        described = around(*described.layers[:-1], input_chw=described.input_chw)
    straight = with_means(without_bends(described))
    for one in (described, without_bends(described), straight):
        assert is_linear(one) == is_a_weighted_sum(one)
    assert is_linear(straight)


def test_that_only_changed_layers_and_those_after_them_are_computed_again() -> None:
    described = network("lenet5")
    weights, picture = random_weights(described), picture_of(described)
    first = ForwardPass(described, weights)
    trace = first.trace(picture)
    changed = with_numbers(weights, "c3.weight", (0,), np.ones((5, 5)))
    second = ForwardPass(described, changed, {"f6": [1]})

    found = second.trace(picture, (first, trace))

    expected = second.trace(picture)
    for ours, theirs, before in zip(
        found.layers, expected.layers, trace.layers, strict=True
    ):
        np.testing.assert_array_equal(ours.values, theirs.values)
        is_before = ours.name in ("c1", "c1_relu", "s2")
        assert np.shares_memory(ours.values, before.values) == is_before
    np.testing.assert_array_equal(found.probabilities, expected.probabilities)
    other = second.trace(255 - picture, (second, found))
    assert not np.array_equal(other.layers[0].values, found.layers[0].values)


def test_that_an_activation_changed_is_computed_again() -> None:
    described = network("lenet5")
    weights, picture = random_weights(described), picture_of(described)
    first = ForwardPass(described, weights)
    second = ForwardPass(with_activation(described, "c1_relu", "tanh"), weights)
    found = second.trace(picture, (first, first.trace(picture)))
    np.testing.assert_array_equal(
        found.layers[1].values, np.tanh(found.layers[0].values)
    )


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda n, w: with_bias(n, w, "c1_tanh", 0, 0), "layer_without_bias"),
        (lambda n, w: with_bias(n, w, "c1", 6, 0), "unit_beyond"),
        (lambda n, w: with_activation(n, "c1", "relu"), "layer_is_no_activation"),
        (lambda n, w: ForwardPass(n, w, {"c1": [6]}), "unit_beyond"),
        (lambda n, w: ForwardPass(n, w, {"c9": []}), "layer_unknown"),
    ],
)
def test_that_a_change_of_what_is_not_there_is_refused(
    call: Callable[[Network, Weights], object], code: str
) -> None:
    described = network("lenet5-1998")
    with pytest.raises(CnnvizError) as caught:
        call(described, random_weights(described))
    assert caught.value.code == code

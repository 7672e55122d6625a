"""A training step, opened: against torch's autograd and against a run's own step."""

import json
from dataclasses import replace
from operator import ge
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch.nn.functional import cross_entropy, one_hot

from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build, normalized
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Conv2d, Linear, Network
from cnnviz.engine.networks.shapes import layer_inputs, parameter_shapes
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.one_step.gradient_terms import gradient_terms
from cnnviz.engine.training.one_step.kernel_gradients import (
    kernel_gradient,
    map_gradient,
    unit_gradient,
)
from cnnviz.engine.training.one_step.opened_step import OpenedStep, optimizer_state
from cnnviz.engine.training.one_step.opening import open_step
from cnnviz.engine.training.one_step.updates import weight_update
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.session import Session
from tests.helpers.drawn_networks import networks
from tests.helpers.torch_oracle import around, load, random_weights

LENET = NETWORKS["lenet5"]


def pictures(network: Network, count: int, seed: int = 5) -> np.ndarray:
    random = np.random.default_rng(seed)
    shape = (count, *network.picture_shape)
    return random.integers(0, 256, shape).astype(np.uint8)


def labels(network: Network, count: int, seed: int = 6) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, len(network.labels), count)


def opened(network: Network, count: int = 2, **recipe: Any) -> OpenedStep:
    config = TrainingConfig(network=network, **recipe)
    return open_step(
        config,
        random_weights(network),
        pictures(network, count),
        labels(network, count),
    )


def close(found: Any, expected: Any, scale: float = 1.0) -> None:
    np.testing.assert_allclose(found, expected, rtol=2e-4, atol=2e-5 * max(scale, 1))


@settings(max_examples=15, deadline=None)
@given(networks(), st.integers(1, 3), st.data())
def test_that_the_shown_sums_are_the_gradients_of_autograd(
    network: Network, count: int, data: st.DataObject
) -> None:
    assume(parameter_shapes(network))
    step = opened(network, count)
    assume(all(np.isfinite(values).all() for values in step.gradients.values()))
    assume(np.isfinite(step.loss.value))
    for layer in network.layers:
        if isinstance(layer, Conv2d):
            _check_kernels(step, layer)
        if isinstance(layer, Linear):
            made = unit_gradient(step, layer, 0).operation.compute()
            expected = step.gradients[f"{layer.name}.weight"][0]
            close(made.reshape(-1), expected, float(np.abs(expected).max()))
    name = data.draw(st.sampled_from(sorted(parameter_shapes(network))))
    shape = step.gradients[name].shape
    at = tuple(data.draw(st.integers(0, size - 1)) for size in shape)
    parts = [term.part for term in gradient_terms(step, name, at)]
    close(sum(parts), step.gradients[name][at], float(np.abs(parts).sum()))


def _check_kernels(step: OpenedStep, layer: Conv2d) -> None:
    gradient = step.gradients[f"{layer.name}.weight"]
    for kernel in np.ndindex(gradient.shape[:-2]):
        made = kernel_gradient(step, layer, kernel).operation.compute()[0]
        assert made.shape == layer.kernel
        scale = float(np.abs(gradient).max())
        close(made, gradient[kernel], scale)


@settings(max_examples=15, deadline=None)
@given(networks(), st.integers(1, 3), st.floats(0, 0.5))
def test_that_every_gradient_is_that_of_autograd_by_hand(
    network: Network, count: int, smoothing: float
) -> None:
    assume(parameter_shapes(network))
    assume(not any(layer.key == "dropout" for layer in network.layers))
    step = opened(network, count, label_smoothing=smoothing)
    module = build(network)
    load(module, random_weights(network))
    seen: dict[str, torch.Tensor] = {}
    for name, part in module.named_children():
        part.register_forward_hook(
            lambda _part, _read, output, name=name: seen.__setitem__(name, output)
        )
    read = normalized(network, torch.tensor(pictures(network, count)))
    read = read.requires_grad_()
    last = module(read)
    logits = -last if network.answer == "distances" else last
    if network.answer == "probabilities":
        (place,) = layer_inputs(network)[-1]
        logits = read if place < 0 else seen[network.layers[place].name]
        del seen[network.layers[-1].name]  # a part of the loss
    right = one_hot(torch.tensor(labels(network, count)), len(network.labels))
    wanted = right * (1 - smoothing) + smoothing / len(network.labels)
    loss = cross_entropy(logits, wanted)
    assume(bool(torch.isfinite(loss)))
    asked = [read, *seen.values(), *module.parameters()]
    (of_read, *others) = torch.autograd.grad(loss, asked, materialize_grads=True)
    of_outputs = others[: len(seen)]
    of_parameters = others[len(seen) :]
    assume(all(bool(torch.isfinite(one).all()) for one in others))
    close(step.loss.value, loss.item(), abs(loss.item()))
    pairs = [(step.picture_gradients_nchw, of_read)]
    pairs += zip(map(step.output_gradients.get, seen), of_outputs, strict=True)
    names = [name for name, _ in module.named_parameters()]
    pairs += zip(map(step.gradients.get, names), of_parameters, strict=True)
    for found, expected in pairs:
        scale = float(expected.abs().max()) if expected.numel() else 0.0
        close(found, expected.detach().numpy(), scale)
    for name, output in seen.items():
        close(step.outputs[name], output.detach().numpy())


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_that_a_map_gets_the_gradient_that_comes_back_through_the_kernels(
    data: st.DataObject,
) -> None:
    pair = st.tuples(st.integers(1, 3), st.integers(1, 3))
    groups = data.draw(st.sampled_from([1, 2]))
    conv = Conv2d(
        name="c",
        channels=2 * groups,
        kernel=data.draw(pair),
        stride=data.draw(pair),
        padding=data.draw(st.tuples(st.integers(0, 2), st.integers(0, 2))),
        dilation=data.draw(st.tuples(st.integers(1, 2), st.integers(1, 2))),
        groups=groups,
        inputs=("first",),
    )
    first = Conv2d(name="first", channels=2, kernel=(1, 1))
    flat, dense = (NETWORKS["mlp"].layers[0], NETWORKS["mlp"].layers[-1])
    network = around(first, conv, flat, dense, input_chw=(1, 7, 6))
    network = replace(network, labels=LENET.labels)
    step = opened(network, 2)
    for picture in (0, 1):
        for channel in (0, 1):
            made = map_gradient(step, conv, channel, picture)
            if made is None:
                assert any(map(ge, conv.padding, conv.spec.dilated_kernel))
                return
            expected = step.output_gradients["first"][picture, channel]
            close(made.compute()[0], expected, float(np.abs(expected).max()))


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("decay", [0.0, 0.05])
def test_that_each_step_is_the_one_that_a_run_takes_and_its_terms_make_it(
    optimizer: str, decay: float
) -> None:
    """Three steps of a session; the third is opened, with what came before."""
    config = TrainingConfig(
        network=LENET,
        optimizer=optimizer,
        weight_decay=decay,
        batch_size=4,
        learning_rate=OPTIMIZERS[optimizer].default_rate,
        label_smoothing=0.1,
    )
    images, right = pictures(LENET, 4), labels(LENET, 4)
    split = Split(images, right)
    data = Dataset("test", split, split, LENET.labels)
    session = Session(config, LENET, data, "cpu", random_weights(LENET))
    everything = torch.arange(4)
    for _ in range(2):
        session.step(everything, 0.0)
    kept = optimizer_state(LENET, session.arrays(within_epoch=False))
    step = open_step(config, session.weights(), images, right, kept=kept)
    loss, _ = session.step(everything, 0.0)
    assert step.loss.value == pytest.approx(loss, rel=1e-4)
    for name, values in session.weights().items():
        # A run computes in a quicker order, which rounds otherwise; where a gradient
        # is nearly 0, Adam makes much of that.
        alike = np.isclose(step.after[name], values, rtol=1e-4, atol=1e-5)
        assert alike.mean() > 0.995
    for name, at in (("c1.weight", (1, 0, 2, 3)), ("f6.bias", (7,))):
        update = weight_update(step, name, at)
        terms = {term.key: term.value for term in update.terms}
        assert terms["weight"] == pytest.approx(update.after, rel=1e-5, abs=1e-7)
        assert terms["step"] + (terms.get("shrunk") or update.before) == (
            pytest.approx(update.after, rel=1e-5, abs=1e-7)
        )
        for term in update.terms:
            assert "{" not in term.formula.format(**term.numbers)
        for key, theirs in (
            ("velocity", "momentum_buffer"),
            ("mean", "exp_avg"),
            ("moved", "acc_delta"),
        ):
            if key in terms:
                expected = step.kept_after[name][theirs][at]
                assert terms[key] == pytest.approx(float(expected), rel=1e-4, abs=1e-12)


def test_that_the_first_step_of_adam_goes_by_the_rate_against_the_sign() -> None:
    step = opened(LENET, 1, optimizer="adam", learning_rate=0.01)
    update = weight_update(step, "c1.weight", (0, 0, 0, 0))
    assert update.gradient != 0
    assert update.change == pytest.approx(-0.01 * np.sign(update.gradient), rel=1e-3)
    symbols = [term.symbol for term in update.terms]
    assert symbols == ["g", "m", "v", "m′", "v′", "Δ", "w"]


def test_that_a_kernel_by_hand_gets_the_gradient_by_hand() -> None:
    """Four output cells of a 2 × 2 kernel on 3 × 3 pixels, as on a blackboard."""
    conv = Conv2d(name="c", channels=1, kernel=(2, 2))
    flat, dense = NETWORKS["mlp"].layers[0], NETWORKS["mlp"].layers[-1]
    network = around(conv, flat, dense, input_chw=(1, 3, 3))
    network = replace(network, labels=LENET.labels, normalization=(0.0, 1.0))
    image = np.array([[[0, 255, 0], [255, 0, 255], [0, 0, 255]]], np.uint8)
    step = open_step(
        TrainingConfig(network=network), random_weights(network), image, np.array([3])
    )
    (out,) = step.output_gradients["c"][0]
    made = kernel_gradient(step, conv, (0, 0))
    assert isinstance(made.operation, Convolution)
    assert made.source == "input"
    by_hand = [
        [out[0, 1] + out[1, 0], out[0, 0] + out[1, 1]],
        [out[0, 0], out[0, 1] + out[1, 1]],
    ]
    close(made.operation.compute()[0], by_hand)
    close(step.gradients["c.weight"][0, 0], by_hand)


def test_that_what_is_not_there_is_named() -> None:
    step = opened(LENET, 1)
    with pytest.raises(CnnvizError) as told:
        weight_update(step, "c1.slope", (0,))
    assert told.value.code == "parameter_unknown"
    for at in ((0, 0, 5, 0), (0, 0, 0), (-1, 0, 0, 0)):
        with pytest.raises(CnnvizError) as told:
            gradient_terms(step, "c1.weight", at)
        assert told.value.code == "weight_beyond"
    with pytest.raises(CnnvizError) as told:
        open_step(step.config, step.before, pictures(LENET, 1), np.array([10]))
    assert told.value.code == "label_unknown"
    json.dumps(told.value.facts)

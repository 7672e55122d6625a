"""The quick order gives the numbers and the gradients of the layers as described."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from cnnviz.engine.networks.build import NetworkModule, build, initialize
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from tests.helpers.torch_oracle import load, random_weights


def described(*layers: object, side: int = 6) -> Network:
    return Network(
        name="small",
        title="Small",
        input_chw=(2, side, side),
        normalization=(0.5, 0.5),
        labels=("a", "b", "c"),
        layers=(*layers, Flatten(name="flatten"), Linear(name="out", units=3)),  # type: ignore[arg-type]
    )


def learned_from(output: Tensor, module: NetworkModule, batch: Tensor) -> list[Tensor]:
    """Return the gradients of all parameters and of the batch."""
    weights = torch.linspace(-1, 2, output.numel()).reshape(output.shape)
    return list(
        torch.autograd.grad((output * weights).sum(), [*module.parameters(), batch])
    )


def check_same(network: Network, batch: Tensor, *, exactly: bool) -> None:
    module = build(network)
    load(module, random_weights(network))
    batch.requires_grad_()
    plain, quick = module(batch), module.logits(batch)
    pairs = zip(
        [plain, *learned_from(plain, module, batch)],
        [quick, *learned_from(quick, module, batch)],
        strict=True,
    )
    for expected, found in pairs:
        if exactly:
            assert torch.equal(found, expected)
        scale = float(expected.detach().abs().max()) or 1.0
        torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-5 * scale)


@pytest.mark.parametrize("name", ["lenet5", "convnet", "mlp", "tiny-vgg"])
def test_that_numbers_and_gradients_are_those_of_the_layers(name: str) -> None:
    network = NETWORKS[name]
    generator = torch.Generator().manual_seed(1)
    batch = torch.randn(3, *network.input_chw, generator=generator)
    check_same(network, batch, exactly=False)


@given(
    values=st.lists(st.integers(-2, 2), min_size=72, max_size=72),
    kernel=st.sampled_from([(2, 2), (3, 3), (2, 3)]),
    stride=st.integers(1, 3),
    padding=st.sampled_from([(0, 0), (1, 1), (1, 0)]),
    ceil_mode=st.booleans(),
)
def test_that_ties_give_the_gradient_to_the_same_cell(
    values: list[int],
    kernel: tuple[int, int],
    stride: int,
    padding: tuple[int, int],
    ceil_mode: bool,
) -> None:
    network = described(
        Activation(name="relu"),
        Pool2d(
            name="pool",
            kernel=kernel,
            stride=(stride, stride),
            padding=padding,
            ceil_mode=ceil_mode,
        ),
    )
    batch = torch.tensor(values, dtype=torch.float32).reshape(1, 2, 6, 6)
    check_same(network, batch, exactly=True)


def test_that_a_relu_that_others_read_too_stays_where_it_is() -> None:
    network = described(
        Activation(name="relu"),
        Pool2d(name="pool", kernel=(3, 3), stride=(1, 1), padding=(1, 1)),
        Add(name="sum", inputs=("relu", "pool")),
    )
    batch = torch.randn(2, 2, 6, 6, generator=torch.Generator().manual_seed(2))
    check_same(network, batch, exactly=True)


@pytest.mark.parametrize(
    "convolution",
    [
        Conv2d(name="conv", channels=4, kernel=(6, 6)),
        Conv2d(name="conv", channels=4, kernel=(6, 6), bias=False),
        Conv2d(name="conv", channels=4, kernel=(6, 6), groups=2),
        Conv2d(name="conv", channels=4, kernel=(6, 6), padding=(1, 1)),
        Conv2d(name="conv", channels=4, kernel=(6, 6), padding=(1, 0, 0, 0)),
        Conv2d(name="conv", channels=4, kernel=(3, 3), dilation=(2, 2)),
    ],
)
def test_that_a_convolution_with_one_window_is_the_same_as_a_product(
    convolution: Conv2d,
) -> None:
    batch = torch.randn(3, 2, 6, 6, generator=torch.Generator().manual_seed(3))
    check_same(described(convolution), batch, exactly=False)


def test_that_bfloat16_rounds_but_learns_the_same_direction() -> None:
    network = NETWORKS["lenet5"]
    module = build(network)
    initialize(module, seed=1)
    batch = torch.randn(8, 1, 28, 28, generator=torch.Generator().manual_seed(4))
    batch.requires_grad_()
    exact = learned_from(module.logits(batch), module, batch)
    with torch.autocast("cpu", torch.bfloat16):
        logits = module.logits(batch)
    assert logits.dtype == torch.bfloat16
    rounded = learned_from(logits.float(), module, batch)
    for one, other in zip(exact, rounded, strict=True):
        assert other.dtype == torch.float32
        both = np.stack([one.numpy().ravel(), other.numpy().ravel()])
        assert np.corrcoef(both)[0, 1] > 0.99

"""Modules made from descriptions."""

import pytest
import torch
from torch import nn

from cnnviz.networks.build import build, initialize
from cnnviz.networks.layers import Network
from cnnviz.networks.shapes import layer_shapes, parameter_shapes
from cnnviz.networks.summary import summarize
from cnnviz.networks.zoo import NETWORKS, network


@pytest.mark.parametrize("described", NETWORKS.values(), ids=NETWORKS)
def test_that_torch_agrees_with_the_described_shapes(described: Network) -> None:
    module = build(described)
    assert {
        name: tuple(values.shape) for name, values in module.named_parameters()
    } == parameter_shapes(described)
    assert (
        sum(values.numel() for values in module.parameters())
        == summarize(described).parameters
    )
    signal = torch.zeros(2, *described.input_chw)
    for layer, (_, after) in zip(
        described.layers, layer_shapes(described), strict=True
    ):
        signal = module.get_submodule(layer.name)(signal)
        assert tuple(signal.shape) == (2, *after)


def test_that_one_seed_gives_one_network_and_another_seed_another() -> None:
    first, again, other = (build(network("lenet5")) for _ in range(3))
    initialize(first, 5)
    initialize(again, 5)
    initialize(other, 6)
    for name, values in first.state_dict().items():
        assert torch.equal(values, again.state_dict()[name])
    assert not torch.equal(
        first.get_parameter("c1.weight"), other.get_parameter("c1.weight")
    )


def test_that_building_leaves_the_global_random_state_alone() -> None:
    before = torch.get_rng_state()
    build(network("lenet5"))
    assert torch.equal(torch.get_rng_state(), before)


def test_that_an_untrained_network_guesses_evenly() -> None:
    module = build(network("lenet5"))
    pictures = torch.rand(64, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    loss = nn.functional.cross_entropy(module(pictures), torch.arange(64) % 10)
    assert loss.item() == pytest.approx(2.3026, abs=0.05)
    assert not module.get_parameter("output.bias").any()

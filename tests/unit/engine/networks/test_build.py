"""Modules made from descriptions."""

import subprocess
import sys

import numpy as np
import pytest
import torch
from torch import nn

from cnnviz.engine.networks.build import build, initialize
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_shapes, parameter_shapes
from cnnviz.engine.networks.summary import summarize
from tests.helpers.torch_oracle import torch_outputs

# The first weights of LeNet-5 with seed 0: published runs begin with them.
SEED_0 = [-0.0014973640, 0.1072887182, -0.1646090299]


@pytest.mark.parametrize("described", NETWORKS.values(), ids=NETWORKS)
def test_that_torch_agrees_with_the_described_shapes(described: Network) -> None:
    module = build(described)
    assert {
        name: tuple(values.shape) for name, values in module.named_parameters()
    } == parameter_shapes(described)
    learned = sum(values.numel() for values in module.parameters())
    assert learned == summarize(described).learned
    outputs = torch_outputs(module, np.zeros((1, *described.input_chw), np.float32))
    for output, (_, after) in zip(outputs, layer_shapes(described), strict=True):
        assert output.shape == (1, *after)


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


def test_that_building_needs_no_symbolic_algebra() -> None:
    # 500 modules and a third of a second, which the first batch would wait for.
    code = (
        "import sys, torch\n"
        "from cnnviz.engine.networks.build import build\n"
        "from cnnviz.engine.networks.catalogue import network\n"
        "build(network('lenet5'))(torch.zeros(1, 1, 28, 28))\n"
        "print('sympy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


def test_that_the_weights_of_a_seed_are_those_they_always_were() -> None:
    first = next(build(network("lenet5")).parameters())
    assert first.is_contiguous(memory_format=torch.channels_last)
    assert first.flatten()[:3].tolist() == pytest.approx(SEED_0, abs=1e-7)

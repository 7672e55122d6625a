"""How first weights are drawn, against the ranges that their inventors give."""

from math import sqrt

import pytest
import torch

from cnnviz.engine.networks.build import build, initialize
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.initializations import INITIALIZATIONS

INPUTS, OUTPUTS = 64 * 9, 128 * 9
"""Of the third convolution of the convnet: 64 maps to 128 with kernels of 3 x 3."""


def drawn(key: str, seed: int = 1) -> dict[str, torch.Tensor]:
    module = build(network("convnet"))
    initialize(module, seed, INITIALIZATIONS[key].fill)
    return module.state_dict()


@pytest.mark.parametrize(
    ("key", "deviation", "bound"),
    [
        ("usual", 1 / sqrt(3 * INPUTS), 1 / sqrt(INPUTS)),
        ("he", sqrt(2 / INPUTS), None),
        ("xavier", sqrt(2 / (INPUTS + OUTPUTS)), sqrt(6 / (INPUTS + OUTPUTS))),
        ("normal", 0.01, None),
        ("zeros", 0.0, 0.0),
        ("large", 1.0, None),
    ],
)
def test_that_weights_are_as_wide_as_was_asked(
    key: str, deviation: float, bound: float | None
) -> None:
    weights = drawn(key)["conv3.weight"]
    assert weights.std().item() == pytest.approx(deviation, rel=0.01)
    assert weights.mean().item() == pytest.approx(0.0, abs=deviation / 50 + 1e-9)
    if bound is not None:
        assert weights.abs().max().item() == pytest.approx(bound, rel=0.001)


@pytest.mark.parametrize("key", INITIALIZATIONS)
def test_that_a_seed_fixes_them_and_biases_are_zero(key: str) -> None:
    state = torch.get_rng_state()
    first, again, other = drawn(key), drawn(key), drawn(key, 2)
    assert torch.equal(torch.get_rng_state(), state)
    for name, values in first.items():
        assert torch.equal(values, again[name])
        if name.endswith("bias"):
            assert not values.any()
    same = torch.equal(first["conv3.weight"], other["conv3.weight"])
    assert same == (key == "zeros")

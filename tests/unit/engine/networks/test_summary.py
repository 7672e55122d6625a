"""Costs and receptive fields against what torch counts and what gradients reach."""

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch.utils.flop_counter import FlopCounterMode

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.summary import summarize
from tests.helpers.known_networks import INCEPTION_3A, LENET5_1998, SIGN_LANGUAGE
from tests.helpers.torch_oracle import around

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def chains(draw: st.DrawFn) -> Network:
    """Return up to four layers with windows, on a picture that leaves a cell."""
    layers: list[LayerSpec] = []
    for index in range(draw(st.integers(1, 4))):
        kernel, stride = draw(PAIR), draw(PAIR)
        if draw(st.booleans()):
            groups = draw(st.sampled_from([1, 2]))
            layers.append(
                Conv2d(
                    name=f"layer{index}",
                    channels=2,
                    kernel=kernel,
                    stride=stride,
                    dilation=draw(PAIR),
                    groups=groups,
                )
            )
        else:
            layers.append(
                Pool2d(
                    name=f"layer{index}", kind="average", kernel=kernel, stride=stride
                )
            )
    layers.append(Activation(name="none", kind="none"))
    return around(*layers, input_chw=(2, 90, 90))


@settings(max_examples=30, deadline=None)
@given(chains())
def test_that_the_receptive_field_is_what_a_gradient_reaches(network: Network) -> None:
    try:
        summary = summarize(network)
    except CnnvizError:
        assume(False)  # the windows are larger than what is left
    module = build(network)
    with torch.no_grad():
        for values in module.parameters():
            values.fill_(1)  # so that nothing cancels out
    picture = torch.ones(1, *network.input_chw, requires_grad=True)
    torch.autograd.backward(module(picture)[0, 0, 0, 0])
    assert picture.grad is not None
    reached = picture.grad[0].abs().sum(0).nonzero()
    spans = (reached.max(0).values - reached.min(0).values + 1).tolist()
    assert summary.layers[-1].receptive_field == tuple(spans)


@pytest.mark.parametrize("pool", [[], [GlobalPool2d(name="all", kind="average")]])
def test_that_what_sees_all_maps_sees_all_that_they_see(pool: list[LayerSpec]) -> None:
    network = around(
        Conv2d(name="c1", channels=2, kernel=(3, 5), stride=(2, 1), dilation=(1, 2)),
        *pool,
        Flatten(name="flatten"),
        Linear(name="output", units=1),
        input_chw=(1, 21, 18),
    )
    module = build(network)
    picture = torch.ones(1, 1, 21, 18, requires_grad=True)
    torch.autograd.backward(module(picture).sum())
    assert picture.grad is not None
    reached = picture.grad[0, 0].nonzero()
    spans = (reached.max(0).values - reached.min(0).values + 1).tolist()
    assert summarize(network).layers[-1].receptive_field == tuple(spans)


CONVOLUTIONS = around(
    Conv2d(name="c1", channels=6, kernel=(3, 2), padding="same", stride=(2, 1)),
    Conv2d(name="c2", channels=4, kernel=(3, 3), groups=2, dilation=(2, 1)),
    Conv2d(name="c3", channels=8, kernel=(1, 1), groups=4, bias=False),
    Flatten(name="flatten"),
    Linear(name="f", units=3),
    input_chw=(2, 15, 11),
)


@pytest.mark.parametrize(
    "network",
    [
        *(
            NETWORKS[name]
            for name in ("lenet5", "convnet", "cifar10", "tiny-vgg", "mlp")
        ),
        NETWORKS["alexnet"],
        CONVOLUTIONS,
        INCEPTION_3A,
    ],
    ids=lambda n: n.name,
)
def test_that_multiply_adds_are_half_the_operations_that_torch_counts(
    network: Network,
) -> None:
    module = build(network).eval()
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        module(torch.zeros(1, *network.input_chw))
    assert summarize(network).multiply_adds == counter.get_total_flops() / 2


def test_that_a_partial_table_costs_its_connections_only() -> None:
    lines = {line.name: line for line in summarize(LENET5_1998).layers}
    assert lines["c3"].multiply_adds == 60 * 25 * 100
    assert lines["s2"].multiply_adds == 6 * 14 * 14


def test_that_batch_normalization_costs_one_product_a_number() -> None:
    lines = {line.name: line for line in summarize(SIGN_LANGUAGE).layers}
    assert lines["bn1"].multiply_adds == 75 * 28 * 28
    assert lines["dropout2"].multiply_adds == lines["flatten"].multiply_adds == 0

"""Which cells a number depends on: those, and no others, that torch finds a gradient for."""

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Conv2d,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    LocalResponseNorm,
    Network,
    Pool2d,
    Subsampling,
)
from cnnviz.engine.networks.regions import Region, feeding_maps, regions
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.weights import Weights
from tests.helpers.torch_oracle import around, load, random_weights

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))


@st.composite
def windows(draw: st.DrawFn, name: str) -> LayerSpec:
    match draw(st.sampled_from(["conv", "conv", "table", "pool", "same", "learned"])):
        case "conv":
            return Conv2d(
                name=name,
                channels=4,
                kernel=draw(PAIR),
                stride=draw(PAIR),
                dilation=draw(PAIR),
                groups=draw(st.sampled_from([1, 2, 4])),
                padding=draw(
                    st.one_of(st.just("same"), st.tuples(*[st.integers(0, 3)] * 4))
                ),
                padding_mode=draw(st.sampled_from(["zeros", "zeros", "reflect"])),
            )
        case "table":
            table = ((0, 1), (3,), (0, 1), (1, 3))
            return Conv2d(name=name, channels=4, kernel=(2, 2), connections_table=table)
        case "pool":
            height, width = kernel = draw(PAIR)
            return Pool2d(
                name=name,
                kind="average",
                kernel=kernel,
                stride=draw(PAIR),
                padding=(height // 2, width // 2),
                ceil_mode=draw(st.booleans()),
            )
        case "same":
            return Pool2d(name=name, kind="average", padding="same")
    return Subsampling(name=name)


@st.composite
def networks(draw: st.DrawFn) -> Network:
    layers: list[LayerSpec] = [draw(windows("w1")), Activation(name="relu")]
    match draw(st.sampled_from(["", "add", "concatenate", "half"])):
        case "add":
            layers += [
                Conv2d(name="a", channels=4, kernel=(1, 3), padding="same"),
                Conv2d(name="b", channels=4, kernel=(1, 1), inputs=("relu",)),
                Add(name="joined", inputs=("a", "b")),
            ]
        case "concatenate":
            layers += [
                Conv2d(name="a", channels=1, kernel=(1, 3), padding="same"),
                Conv2d(
                    name="b",
                    channels=3,
                    kernel=(3, 1),
                    padding="same",
                    inputs=("relu",),
                ),
                Concatenate(name="joined", inputs=("a", "b")),
            ]
        case "half":
            layers += [
                Conv2d(name="a", channels=4, kernel=(2, 2), padding="same"),
                LocalResponseNorm(name="near", size=3),
            ]
    layers += [BatchNorm(name="norm"), draw(windows("w2"))]
    match draw(st.sampled_from(["", "flatten", "linear", "global"])):
        case "flatten":
            layers += [Flatten(name="f"), Activation(name="f_relu")]
        case "linear":
            layers += [Flatten(name="f"), Linear(name="l", units=3)]
        case "global":
            layers += [GlobalPool2d(name="g")]
    size = st.integers(4, 9)
    return around(*layers, input_chw=(4, draw(size), draw(size)))


def support(described: Network, weights: Weights, at: tuple[int, ...]) -> Region:
    """Return the rectangle of the picture in which a last number has a gradient."""
    module = build(described)
    load(module, weights)
    module.double().eval()
    picture = np.random.default_rng(5).uniform(0.1, 1, (1, *described.input_chw))
    batch = torch.tensor(picture, requires_grad=True)
    (gradient,) = torch.autograd.grad(module(batch)[(0, *at)], batch, allow_unused=True)
    if gradient is None or not gradient.any():
        return Region(0, 0, 0, 0)
    rows, columns = (
        np.flatnonzero(gradient[0].abs().sum(other)) for other in ((0, 2), (0, 1))
    )
    return Region(*map(int, (rows[0], columns[0], rows[-1] + 1, columns[-1] + 1)))


def positive(described: Network) -> Weights:
    drawn = random_weights(described)
    return {name: np.abs(values) + np.float32(0.1) for name, values in drawn.items()}


def some_place(shape: tuple[int, ...], random: np.random.Generator) -> tuple[int, ...]:
    return tuple(int(random.integers(size)) for size in shape)


@settings(max_examples=40, deadline=None)
@given(networks(), st.integers(0, 2**16))
def test_that_a_number_depends_on_what_its_gradient_reaches(
    described: Network, seed: int
) -> None:
    try:
        shape = layer_shapes(described)[-1][1]
    except CnnvizError:
        assume(False)
    at = some_place(shape, np.random.default_rng(seed))
    found = regions(described, described.layers[-1].name, at)["input"]
    inside = found.clipped(*described.input_chw[1:])
    expected = support(described, positive(described), at)
    assert inside == expected or (inside.is_empty and expected.is_empty)


@pytest.mark.parametrize("name", ["lenet5-1998", "sign-language", "tiny-vgg"])
def test_that_no_gradient_leaves_the_region_in_a_network_that_is_used(
    name: str,
) -> None:
    whole, random = NETWORKS[name], np.random.default_rng(1)
    for _ in range(4):
        count = int(random.integers(1, len(whole.layers)))
        described = around(*whole.layers[:count], input_chw=whole.input_chw)
        at = some_place(layer_shapes(described)[-1][1], random)
        found = regions(described, described.layers[-1].name, at)["input"]
        inside = found.clipped(*whole.input_chw[1:])
        reached = support(described, random_weights(described), at)
        assert inside.union(reached) == inside


def test_that_the_regions_of_lenet5_are_those_of_its_figure() -> None:
    found = regions(network("lenet5"), "s4", (3, 0, 4))
    assert list(found) == ["s4", "c3_relu", "c3", "s2", "c1_relu", "c1", "input"]
    assert found["s4"] == Region(0, 4, 1, 5)
    assert found["c3"] == Region(0, 8, 2, 10)
    assert found["s2"] == Region(0, 8, 6, 14)
    assert found["c1"] == Region(0, 16, 12, 28)
    assert found["input"] == Region(-2, 14, 14, 30)


def test_that_a_unit_sees_all_of_the_layer_before() -> None:
    found = regions(network("lenet5"), "output", (3,))
    assert found["output"] == Region(3, 0, 4, 1)
    assert found["f6"] == Region(0, 0, 84, 1)
    assert found["flatten"] == Region(0, 0, 120, 1)
    assert found["input"] == Region(-2, -2, 30, 30)


def test_that_a_map_of_joined_branches_comes_from_its_own_branch() -> None:
    googlenet = network("googlenet")
    joined = next(one for one in googlenet.layers if isinstance(one, Concatenate))
    first = regions(googlenet, joined.name, (0, 5, 5))
    assert [name for name in joined.inputs if name in first] == [joined.inputs[0]]
    assert feeding_maps(googlenet, joined.name, 64) == {joined.inputs[1]: (0,)}


def test_that_maps_are_fed_by_their_group_their_row_or_all() -> None:
    assert feeding_maps(network("lenet5"), "c3", 15) == {"s2": (0, 1, 2, 3, 4, 5)}
    assert feeding_maps(network("lenet5"), "s2", 4) == {"c1_relu": (4,)}
    assert feeding_maps(network("lenet5"), "c1", 4) == {"input": (0,)}
    in_the_table = feeding_maps(network("lenet5-1998"), "c3", 5)
    assert in_the_table == {"s2_tanh": (0, 1, 5)}
    grouped = feeding_maps(network("alexnet-2012"), "conv2", 128)
    assert list(grouped.values()) == [tuple(range(48, 96))]
    flat = feeding_maps(network("convnet"), "flatten", 2 * 9 + 4)
    assert flat == {"conv3_relu": (2,)}


def test_that_what_is_not_there_is_refused() -> None:
    with pytest.raises(CnnvizError, match="layer_unknown"):
        regions(network("lenet5"), "c9", (0, 0, 0))
    with pytest.raises(CnnvizError, match="unit_beyond"):
        feeding_maps(network("lenet5"), "c1", 6)

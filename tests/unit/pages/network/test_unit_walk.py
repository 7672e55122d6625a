"""A number of a network stepped as on the Convolution page, against torch."""

from dataclasses import replace
from typing import Literal

import numpy as np
import pytest

from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.networks.blocks import blocks, picture_block
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Conv2d,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.pages.network.model.unit_walk import UnitWalk, walk_of
from tests.helpers.known_networks import LENET5_1998, SIGN_LANGUAGE
from tests.helpers.torch_oracle import load, random_weights, torch_outputs, weights_of


def net(*layers: LayerSpec, channels: int = 1, size: int = 13) -> Network:
    """Return a network of some layers with an answer at its end."""
    answer = Flatten(name="flat"), Linear(name="answer", units=3)
    return Network(
        name="net",
        title="Net",
        input_chw=(channels, size, size),
        normalization=(0.5, 0.25),
        labels=("a", "b", "c"),
        layers=(*layers, *answer),
    )


def conv(name: str = "c", **changes: object) -> Conv2d:
    plain = Conv2d(name=name, channels=6, kernel=(3, 3))
    return replace(plain, **changes)  # type: ignore[arg-type]


FIRST = conv("first", padding="same")
NETWORKS = {
    "same, stride": net(conv(kernel=(4, 3), padding="same", stride=(2, 3))),
    "four sides": net(conv(padding=(0, 2, 1, 3), bias=False)),
    "reflect": net(conv(padding=(2, 1), padding_mode="reflect"), channels=3),
    "replicate": net(conv(padding="same", padding_mode="replicate")),
    "circular": net(conv(padding=(1, 1), padding_mode="circular")),
    "groups, dilation": net(FIRST, conv(groups=3, dilation=(2, 1))),
    "depthwise": net(FIRST, conv(groups=6), Activation(name="r")),
    "table": net(
        FIRST, conv(connections_table=((0, 1), (5,), (2, 3, 4), (1,), (0, 5), (3, 1)))
    ),
    "tanh": net(conv(), Activation(name="t", kind="tanh")),
    "leaky": net(conv(), Activation(name="l", kind="leaky_relu", slope=0.3)),
    "normalized": net(conv(), BatchNorm(name="b"), Activation(name="r")),
    "max": net(FIRST, Pool2d(name="p", kernel=(3, 2), stride=(2, 2), padding=(1, 0))),
    "mean": net(FIRST, Pool2d(name="p", kind="average", padding=(1, 1))),
    "mean of own": net(
        FIRST,
        Pool2d(name="p", kind="average", padding=(1, 1), counts_padding=False),
    ),
    "same pooling": net(
        FIRST,
        Pool2d(name="p", kind="average", kernel=(3, 3), stride=(1, 1), padding="same"),
    ),
    "global": net(FIRST, GlobalPool2d(name="p")),
    "LeNet-5 of 1998": LENET5_1998,
    "sign language": SIGN_LANGUAGE,
}


WINDOWS_MOVE = (Conv2d, Pool2d, GlobalPool2d)
BEYOND = {"pool3"}
"""Of the sign language: its windows reach beyond the maps, and no walk has such."""


MODES = [(name, False) for name in NETWORKS] + [
    ("normalized", True), ("sign language", True)
]  # fmt: skip
"""Each as after training, and those that normalize a batch as while training."""


@pytest.mark.parametrize(("name", "training"), MODES)
def test_that_a_walk_computes_what_torch_computes(name: str, training: bool) -> None:
    network = NETWORKS[name]
    rng = np.random.default_rng(3)
    module = build(network)
    drawn = random_weights(network)
    weights = {**weights_of(module)}
    weights |= {key: values for key, values in drawn.items() if "codes" not in key}
    load(module, weights)
    picture = rng.integers(0, 256, network.picture_shape, dtype=np.uint8)
    forward = ForwardPass(network, weights, batch_statistics=training)
    trace = forward.trace(picture)
    batch_nchw = normalized(network, picture[None])
    expected = torch_outputs(module, batch_nchw, batch_statistics=training)
    names = [layer.name for layer in network.layers]
    walked = set()
    for block in blocks(network):
        if block.is_vector:
            continue
        for channel in range(0, block.count, 3):
            row, column = (int(rng.integers(size)) for size in block.map_hw)
            found = walk_of(network, weights, trace, block, (channel, row, column))
            if isinstance(found, str):
                continue
            walked.add(block.name)
            values = expected[names.index(found.layer)][0, channel]
            # Sums in float32: how they round is the processor's own affair.
            step, near = found.walk, 3e-4 * float(abs(values).max())
            assert step.cell == (row, column)
            assert step.output_hw == values.shape
            assert step.outcome.output == pytest.approx(
                float(values[row, column]), rel=1e-4, abs=near
            )
            np.testing.assert_allclose(found.map_hw, values, rtol=1e-4, atol=1e-4)
    moving = [one for one in network.layers if isinstance(one, WINDOWS_MOVE)]
    assert walked == {layer.name for layer in moving} - BEYOND


def walk_in(network: Network, layer: str, channel: int = 0) -> UnitWalk | str:
    weights = random_weights(network)
    picture = np.zeros(network.picture_shape, np.uint8)
    trace = ForwardPass(network, weights).trace(picture)
    (block,) = [each for each in blocks(network) if each.name == layer]
    return walk_of(network, weights, trace, block, (channel, 0, 0))


def test_that_only_the_maps_that_are_read_are_brought() -> None:
    table = walk_in(NETWORKS["table"], "c", 4)
    groups = walk_in(NETWORKS["groups, dilation"], "c", 3)
    assert isinstance(table, UnitWalk)
    assert isinstance(groups, UnitWalk)
    assert (table.source, table.channels) == ("first", (0, 5))
    assert groups.channels == (2, 3)
    assert isinstance(groups.walk.operation, Convolution)
    assert groups.walk.operation.kernels_oikk.shape == (1, 2, 3, 3)


def test_that_an_activation_is_taken_only_when_it_follows_at_once() -> None:
    at_once = walk_in(NETWORKS["tanh"], "c")
    after = walk_in(NETWORKS["normalized"], "c")
    assert isinstance(at_once, UnitWalk)
    assert isinstance(after, UnitWalk)
    assert (at_once.walk.activation.kind, at_once.layer) == ("tanh", "t")
    assert (after.walk.activation.kind, after.layer) == ("none", "c")


@pytest.mark.parametrize(
    ("pool", "reason"),
    [
        (Pool2d(name="p", ceil_mode=True), "windows"),
        (Pool2d(name="p", padding="same"), "windows"),
        (Pool2d(name="p", kernel=(14, 14), ceil_mode=True, padding="same"), "windows"),
    ],
)
def test_that_windows_beyond_the_padding_make_no_walk(
    pool: Pool2d, reason: Literal["kind", "windows"]
) -> None:
    assert walk_in(net(FIRST, pool), "p") == reason


def test_that_what_moves_no_window_makes_no_walk() -> None:
    network = NETWORKS["table"]
    weights = random_weights(network)
    trace = ForwardPass(network, weights).trace(np.zeros((13, 13), np.uint8))
    picture = picture_block(network)
    assert walk_in(network, "answer") == "kind"
    assert walk_of(network, weights, trace, picture, (0, 0, 0)) == "kind"

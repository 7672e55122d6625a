"""The kernels of a map: those that its numbers are made of; changed as torch has them."""

import numpy as np
import pytest
import torch

from cnnviz.engine.convolution.kernel_presets import preset
from cnnviz.engine.networks.blocks import block_of, blocks
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Conv2d, Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.pages.network.model.open_kernels import (
    OpenKernels,
    named_kernel,
    open_kernels,
    random_kernel,
    with_kernels,
)
from cnnviz.pages.network.model.opened_unit import open_unit
from tests.helpers.torch_oracle import around, load, random_weights, torch_outputs

TABLE = Conv2d(
    name="c", channels=2, kernel=(2, 2), connections_table=((2, 0), (1, 2, 0))
)
"""Rows that a file may well have in another order."""

NETWORKS = {
    **{name: network(name) for name in ("lenet5", "lenet5-1998", "mlp")},
    "table": around(TABLE, input_chw=(3, 5, 5)),
    "groups": around(
        Conv2d(name="c", channels=6, kernel=(2, 3), groups=2), input_chw=(4, 5, 6)
    ),
}
LAYERS = [
    ("lenet5", "c3", 13),
    ("lenet5", "f6", 3),
    ("lenet5-1998", "c3", 9),
    ("mlp", "dense1", 7),
    ("mlp", "dense2", 7),
    ("table", "c", 1),
    ("groups", "c", 4),
]


def opened(name: str, layer: str, output: int) -> tuple[Network, Weights, OpenKernels]:
    described = NETWORKS[name]
    weights = random_weights(described)
    block = block_of(blocks(described), layer)
    assert block is not None
    found = open_kernels(described, weights, block, output)
    assert found is not None
    return described, weights, found


@pytest.mark.parametrize(("name", "layer", "output"), LAYERS)
def test_that_kernels_are_those_of_the_opened_number(
    name: str, layer: str, output: int
) -> None:
    described, weights, found = opened(name, layer, output)
    picture = np.random.default_rng(1).integers(0, 256, described.picture_shape)
    trace = ForwardPass(described, weights).trace(picture.astype(np.uint8))
    block = block_of(blocks(described), layer)
    assert block is not None
    at = (output,) if block.is_vector else (output, 0, 0)
    unit = open_unit(described, weights, trace, block, at)
    for part, window in enumerate(unit.windows):
        assert window.kernel_hw is not None
        kernel, row, column = found.index_of(part, 0, 0)
        height, width = window.kernel_hw.shape
        here = slice(row, row + height), slice(column, column + width)
        np.testing.assert_array_equal(found.kernels_khw[kernel][here], window.kernel_hw)
    if found.is_of_maps:
        assert found.channels == tuple(each.channel for each in unit.windows)


@pytest.mark.parametrize(("name", "layer", "output"), LAYERS)
def test_that_changed_kernels_make_what_torch_makes_of_them(
    name: str, layer: str, output: int
) -> None:
    described, weights, found = opened(name, layer, output)
    kernels = found.kernels_khw.copy()
    kernels[-1] *= -2
    changed = with_kernels(weights, found, kernels)
    module = build(described)
    load(module, weights)
    index = [one.name for one in described.layers].index(layer)
    with torch.no_grad():
        parameter = module.get_parameter(f"{layer}.weight")
        row = torch.tensor(weights[f"{layer}.weight"][found.place])
        flat = row.reshape(found.count, -1)
        flat[-1] *= -2
        parameter[found.place] = flat.reshape(row.shape)
    batch = np.random.default_rng(4).normal(size=(1, *described.input_chw))
    batch_nchw = batch.astype(np.float32)
    expected = torch_outputs(module, batch_nchw)
    outputs = [*ForwardPass(described, changed).outputs(batch_nchw)]
    np.testing.assert_allclose(
        outputs[index].ravel(), expected[index].ravel(), rtol=1e-4, atol=1e-3
    )
    others = [key for key in weights if key != f"{layer}.weight"]
    assert all(changed[key] is weights[key] for key in others)


def test_that_a_layer_without_weights_has_no_kernels() -> None:
    described = network("lenet5")
    block = block_of(blocks(described), "s2")
    assert block is not None
    assert open_kernels(described, random_weights(described), block, 0) is None


def test_that_a_named_kernel_lies_in_the_middle_of_a_larger_one() -> None:
    kernel_hw = named_kernel("sobel_x", (5, 5))
    assert np.array_equal(kernel_hw[1:4, 1:4], preset("sobel_x").values_hw)
    assert kernel_hw.sum() == 0
    assert not kernel_hw[[0, 4]].any()


def test_that_random_weights_are_as_large_as_those_of_the_layer() -> None:
    like = np.full((8, 4), 3, np.float32)
    like[::2] = -3
    made = random_kernel((40, 40), like, np.random.default_rng(0))
    assert made.std() == pytest.approx(3, rel=0.1)
    assert random_kernel(
        (2, 2), np.zeros(4, np.float32), np.random.default_rng(0)
    ).any()

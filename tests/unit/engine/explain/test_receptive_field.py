"""How far numbers see: published sizes, and gradients against small differences."""

import numpy as np
import pytest
import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.receptive_field import (
    FieldStep,
    field_growth,
    measured_field,
)
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.regions import regions
from cnnviz.engine.networks.shapes import layer_shapes
from tests.helpers.torch_oracle import load, random_weights


def picture_of(described: Network) -> np.ndarray:
    random = np.random.default_rng(4)
    return random.integers(50, 200, described.picture_shape, dtype=np.uint8)


def test_that_the_field_of_alexnet_grows_as_it_is_known_to() -> None:
    # Araujo, Norris, Sim (2019), "Computing receptive fields of convolutional neural
    # networks": 11, 19, 51, 67, 99, 131, 163, 195 with strides 4, 8, 8, 16, ... 32.
    steps = {step.layer: step for step in field_growth(network("alexnet"), "pool5")}
    known = {
        "input": (1, 1), "conv1": (11, 4), "pool1": (19, 8), "conv2": (51, 8),
        "pool2": (67, 16), "conv3": (99, 16), "conv4": (131, 16), "conv5": (163, 16),
        "pool5": (195, 32),
    }  # fmt: skip
    for name, (size, jump) in known.items():
        assert steps[name] == FieldStep(name, (size, size), (jump, jump))


def test_that_only_the_branches_that_lead_to_a_layer_are_on_its_way() -> None:
    steps = [
        step.layer for step in field_growth(network("googlenet"), "inception3a_3x3")
    ]
    assert steps[0] == "input"
    assert steps[-1] == "inception3a_3x3"
    assert "inception3a_3x3_reduce" in steps
    assert not {"inception3a_5x5", "inception3a_1x1", "inception3a_pool"} & {*steps}


@pytest.mark.parametrize("name", ["lenet5-1998", "tiny-vgg", "sign-language"])
def test_that_the_measured_field_lies_in_the_region(name: str) -> None:
    described = network(name)
    weights, random = random_weights(described), np.random.default_rng(5)
    seen = 0
    for index in random.integers(len(described.layers), size=3):
        layer = described.layers[index].name
        shape = layer_shapes(described)[index][1]
        at = tuple(int(random.integers(size)) for size in shape)
        field = measured_field(described, weights, picture_of(described), layer, at)
        assert field.shape == described.input_chw
        assert field.dtype == np.float32
        region = regions(described, layer, at)["input"]
        part = region.clipped(*described.input_chw[1:])
        seen += np.count_nonzero(field)
        field[:, part.top : part.bottom, part.left : part.right] = 0
        assert not field.any()
    assert seen


numbers = pytest.mark.parametrize(
    ("name", "layer", "at"),
    [
        ("lenet5-1998", "c3_tanh", (5, 3, 3)),
        ("tiny-vgg", "conv_1_1", (2, 9, 9)),
        ("mlp", "dense1", (7,)),
    ],
)


@numbers
def test_that_the_measured_field_is_torchs_gradient_by_levels(
    name: str, layer: str, at: tuple[int, ...]
) -> None:
    described = network(name)
    weights, picture = random_weights(described), picture_of(described)
    module = build(described)
    load(module, weights)
    module.double().eval()
    said: list[torch.Tensor] = []
    part = module.get_submodule(layer)
    hook = part.register_forward_hook(lambda _part, _given, made: said.append(made))
    levels = torch.tensor(picture.reshape(described.input_chw), dtype=torch.float64)
    levels.requires_grad_()
    means, deviations = torch.tensor(described.channel_normalizations).double().T
    around = levels / 255 - means[:, None, None]
    module((around / deviations[:, None, None])[None])
    hook.remove()
    (expected,) = torch.autograd.grad(said[0][(0, *at)], levels)

    found = measured_field(described, weights, picture, layer, at)
    near = 1e-5 * float(expected.abs().max())
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=near)


@numbers
def test_that_a_pixel_changes_the_number_by_its_gradient(
    name: str, layer: str, at: tuple[int, ...]
) -> None:
    described = network(name)
    weights, picture = random_weights(described), picture_of(described)
    forward = ForwardPass(described, weights)
    index = [one.name for one in described.layers].index(layer)
    field = measured_field(described, weights, picture, layer, at)
    pixel = np.unravel_index(np.abs(field).argmax(), field.shape)
    found = []
    for step in (1, -1):
        changed = picture.astype(int).reshape(described.input_chw)
        changed[pixel] += step
        trace = forward.trace(changed.astype(np.uint8).reshape(picture.shape))
        found.append(float(trace.layers[index].values[at]))
    assert (found[0] - found[1]) / 2 == pytest.approx(float(field[pixel]), rel=0.02)


def test_that_what_is_not_there_is_refused() -> None:
    described = network("lenet5")
    weights = random_weights(described)
    with pytest.raises(CnnvizError, match="unit_beyond"):
        measured_field(described, weights, picture_of(described), "c1", (6, 0, 0))
    with pytest.raises(CnnvizError, match="layer_unknown"):
        field_growth(described, "c9")

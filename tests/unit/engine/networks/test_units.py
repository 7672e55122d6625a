"""Any number of any layer is the sum of what it is said to be made of."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.forward import ForwardPass, normalized
from cnnviz.engine.networks.layers import LAYER_KINDS, Conv2d
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.networks.units import OPENINGS, NetworkUnit, network_unit
from cnnviz.engine.networks.units.parts import Read
from cnnviz.engine.networks.units.windows import convolution
from cnnviz.engine.networks.weights import Weights
from tests.helpers.torch_oracle import (
    around,
    load,
    random_weights,
    torch_outputs,
    weights_of,
)

SMALL = [name for name, one in NETWORKS.items() if one.input_chw[1] < 100]


def traced(name: str) -> tuple[Weights, Trace, np.ndarray]:
    network, rng = NETWORKS[name], np.random.default_rng(7)
    module = build(network)
    weights = {**weights_of(module)}
    drawn = random_weights(network)
    weights |= {key: values for key, values in drawn.items() if "codes" not in key}
    load(module, weights)
    picture = rng.integers(0, 256, network.picture_shape, dtype=np.uint8)
    found = ForwardPass(network, weights).trace(picture)
    expected = torch_outputs(module, normalized(network, picture[None]))
    return weights, found, expected


def opened(name: str, layer: str, at: tuple[int, ...]) -> NetworkUnit:
    weights, trace, _ = traced(name)
    return network_unit(NETWORKS[name], weights, trace, layer, at)


@pytest.mark.parametrize("name", SMALL)
def test_that_the_parts_of_200_numbers_make_what_torch_computes(name: str) -> None:
    network, rng = NETWORKS[name], np.random.default_rng(1)
    weights, trace, expected = traced(name)
    for _ in range(200):
        index = int(rng.integers(len(network.layers)))
        layer, values = network.layers[index], expected[index][0]
        at = tuple(int(rng.integers(size)) for size in values.shape)
        unit = network_unit(network, weights, trace, layer.name, at)
        scale = 1e-4 * max(1.0, float(np.abs(values).max()))
        assert unit.parts.value == pytest.approx(float(values[at]), abs=scale)
        assert unit.value == pytest.approx(float(values[at]), abs=scale)


@pytest.mark.parametrize("name", SMALL)
def test_that_a_way_back_from_any_output_ends_at_the_picture(name: str) -> None:
    network, rng = NETWORKS[name], np.random.default_rng(2)
    weights, trace, _ = traced(name)
    values = {one.name: one.values for one in trace.layers} | {"input": trace.input_chw}
    for _ in range(40):
        layer = network.layers[-1].name
        at: tuple[int, ...] = (int(rng.integers(len(network.labels))),)
        while layer != "input":
            parts = network_unit(network, weights, trace, layer, at).parts
            ways = [(term.layer, term.at, term.value) for term in parts.terms]
            for window in parts.windows:
                for row, column in np.ndindex(window.cells_hw.shape):
                    source = window.source(row, column)
                    if source is not None:
                        cell = float(window.cells_hw[row, column])
                        ways.append((window.layer, source, cell))
            layer, at, value = ways[int(rng.integers(len(ways)))]
            assert value == float(values[layer][at])


def test_that_every_kind_of_layer_can_be_opened() -> None:
    assert set(OPENINGS) == set(LAYER_KINDS.values())


@pytest.mark.parametrize(
    ("layer", "at", "code"),
    [
        ("c9", (0, 0, 0), "layer_unknown"),
        ("c1", (0, 0), "unit_place_axes"),
        ("c1", (6, 0, 0), "unit_beyond"),
        ("c1", (0, -1, 0), "unit_beyond"),
        ("f6", (84,), "unit_beyond"),
        ("f6", (0, 0, 0), "unit_place_axes"),
    ],
)
def test_that_a_number_that_is_not_there_is_refused(
    layer: str, at: tuple[int, ...], code: str
) -> None:
    with pytest.raises(CnnvizError) as caught:
        opened("lenet5", layer, at)
    assert caught.value.code == code


def test_that_c3_of_1998_reads_the_maps_of_its_row_in_the_table() -> None:
    unit = opened("lenet5-1998", "c3", (6, 4, 5))
    assert [window.channel for window in unit.parts.windows] == [0, 1, 2, 3]
    assert unit.parts.windows[0].rows == (4, 5, 6, 7, 8)
    products = [window.products_hw for window in unit.parts.windows]
    total = sum(float(product.sum()) for product in products if product is not None)
    bias = unit.parts.facts["bias"]
    assert isinstance(bias, float)
    assert total + bias == pytest.approx(unit.parts.value)


class Unread(tuple[int, ...]):
    """A row of a table that nobody has to walk along."""

    @override
    def __iter__(self) -> Iterator[int]:
        raise AssertionError


def test_that_only_its_own_row_of_a_table_is_read_for_a_number() -> None:
    layer = Conv2d(
        name="c",
        channels=3,
        kernel=(2, 2),
        connections_table=((2, 0), (1, 2, 0), (1,)),
    )
    described = around(layer, input_chw=(3, 5, 5))
    weights = random_weights(described)
    picture = np.random.default_rng(4).integers(0, 256, described.picture_shape)
    trace = ForwardPass(described, weights).trace(picture.astype(np.uint8))
    for output, row in enumerate(layer.connections_table or ()):
        rows = [Unread(each) for each in layer.connections_table or ()]
        rows[output] = row
        alone = replace(layer, connections_table=tuple(rows))
        read = [Read("input", trace.input_chw)]
        own = {name: weights[f"c.{name}"] for name in ("weight", "bias")}
        parts = convolution(alone, read, own, (output, 1, 2))
        assert [window.channel for window in parts.windows] == sorted(row)
        assert parts.value == pytest.approx(trace.layers[0].values[output, 1, 2])


def test_that_padding_of_a_pooling_takes_no_part() -> None:
    unit = opened("sign-language", "pool3", (3, 3, 3))
    (window,) = unit.parts.windows
    assert np.isnan(window.cells_hw).tolist() == [[False, True], [True, True]]
    assert window.chosen == (0, 0)
    assert window.source(1, 0) is None

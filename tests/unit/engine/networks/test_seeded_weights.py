"""Weights drawn from a seed: the same numbers however they are drawn."""

from dataclasses import replace
from math import prod

import numpy as np
import pytest

from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import Linear, Network
from cnnviz.engine.networks.seeded_weights import drawing_weights, seeded_weights
from cnnviz.engine.networks.shapes import weight_shapes

FLAT = replace(
    NETWORKS["mlp"],
    layers=(
        NETWORKS["mlp"].layers[0],
        Linear(name="wide", units=1801),
        Linear(name="wider", units=1801),
        Linear(name="output", units=10),
    ),
)
"""Its dense layer has more numbers than are drawn at once, and no round count of them."""


@pytest.mark.parametrize(
    "name", ["lenet5", "lenet5-1998", "mlp", "tiny-vgg", "googlenet"]
)
@pytest.mark.parametrize("seed", [0, 7])
def test_that_the_numbers_are_those_of_one_stream_array_by_array(
    name: str, seed: int
) -> None:
    check_stream(network(name), seed)


def test_that_an_array_drawn_in_parts_has_the_numbers_of_one_drawn_at_once() -> None:
    assert max(map(prod, weight_shapes(FLAT).values())) > 3 << 20
    check_stream(FLAT, 0)


def check_stream(described: Network, seed: int) -> None:
    """Draw each array of more than one axis as a whole, as one did before."""
    random = np.random.default_rng(seed)
    drawn = seeded_weights(described, seed)
    assert [*drawn] == [*weight_shapes(described)]
    for name, shape in weight_shapes(described).items():
        assert drawn[name].shape == shape
        assert drawn[name].dtype == np.float32
        if len(shape) == 1 or name.endswith("codes"):
            continue
        whole = random.standard_normal(shape, np.float32)
        summed = prod(shape[1:]) * (3 if len(shape) == 3 else 1)
        whole *= np.float32((2 / summed) ** 0.5)
        assert np.array_equal(drawn[name], whole), name


def test_that_every_number_is_counted_once_and_none_is_there_too_early() -> None:
    reports = [*drawing_weights(FLAT)]
    total = sum(map(prod, weight_shapes(FLAT).values()))
    assert {report.total for report in reports} == {total}
    counts = [report.done for report in reports]
    assert counts == sorted(counts)
    assert counts[-1] == total
    steps = np.diff([0, *counts])
    assert steps.max() <= 1 << 20
    assert [report.weights is not None for report in reports[:-1]] == [False] * (
        len(reports) - 1
    )
    assert reports[-1].weights is not None

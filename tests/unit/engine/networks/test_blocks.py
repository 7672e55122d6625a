"""Layers grouped to the columns of a network: none lost, none twice, branches apart."""

import pytest

from cnnviz.engine.networks.blocks import (
    PICTURE_BLOCK,
    block_of,
    blocks,
    picture_block,
)
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

EVERY = pytest.mark.parametrize("every_layer", [False, True])
OF_EACH = pytest.mark.parametrize("name", list(NETWORKS))


@EVERY
@OF_EACH
def test_that_each_layer_is_in_exactly_one_block(name: str, every_layer: bool) -> None:
    network = NETWORKS[name]
    made = blocks(network, every_layer=every_layer)
    names = [layer.name for block in made for layer in block.layers]
    assert sorted(names) == sorted(layer.name for layer in network.layers)
    assert [block.place for block in made] == list(range(len(made)))
    assert all(len(block.layers) == 1 for block in made) or not every_layer
    for layer in names:
        found = block_of(made, layer)
        assert found is not None
        assert layer in [each.name for each in found.layers]


@EVERY
@OF_EACH
def test_that_a_block_reads_what_its_first_layer_reads_and_stands_right_of_it(
    name: str, every_layer: bool
) -> None:
    network = NETWORKS[name]
    made = blocks(network, every_layer=every_layer)
    inputs = dict(
        zip((one.name for one in network.layers), layer_inputs(network), strict=True)
    )
    shapes = dict(
        zip((one.name for one in network.layers), layer_shapes(network), strict=True)
    )
    for block in made:
        read = [
            PICTURE if place < 0 else network.layers[place].name
            for place in inputs[block.name]
        ]
        feeding = [
            picture_block(network) if place == PICTURE_BLOCK else made[place]
            for place in block.reads
        ]
        assert {one.shown for one in feeding} == set(read)
        assert block.depth == 1 + max(one.depth for one in feeding)
        assert block.shape == shapes[block.shown][1]


@OF_EACH
def test_that_only_what_stands_for_the_classes_has_their_names(name: str) -> None:
    network = NETWORKS[name]
    made = blocks(network)
    assert made[-1].labels == network.labels
    for block in made[:-1]:
        assert block.labels in ((), network.labels)
        if block.labels:  # logits that a softmax of its own follows
            assert block.shape == made[-1].shape
            assert made[block.place + 1].layers[0].key == "activation"


def test_that_the_branches_of_googlenet_stand_side_by_side() -> None:
    made = {block.name: block for block in blocks(NETWORKS["googlenet"])}
    first = ("1x1", "3x3_reduce", "5x5_reduce", "pool")
    beside = [made[f"inception3a_{branch}"] for branch in first]
    assert len({block.depth for block in beside}) == 1
    assert len({block.reads for block in beside}) == 1
    joined = next(block for block in made.values() if len(block.reads) == 4)
    assert {made[name].depth for name in ("inception3a_3x3", "inception3a_5x5")} == {
        beside[0].depth + 1
    }
    assert joined.depth == beside[0].depth + 2
    assert joined.count == 256


def test_that_what_bends_each_number_joins_the_block_that_makes_it() -> None:
    made = blocks(NETWORKS["sign-language"])
    assert [layer.name for layer in made[0].layers][:2] == ["conv1", "conv1_relu"]
    assert [block.name for block in blocks(NETWORKS["lenet5"])] == [
        "c1", "s2", "c3", "s4", "c5", "flatten", "f6", "output",
    ]  # fmt: skip


def test_that_kinds_are_counted_and_vectors_are_numbers() -> None:
    made = {block.name: block for block in blocks(NETWORKS["lenet5"])}
    assert [made[name].ordinal for name in ("c1", "c3", "c5")] == [1, 2, 3]
    assert [made[name].ordinal for name in ("f6", "output")] == [1, 2]
    assert made["c3"].map_hw == (10, 10)
    assert (made["f6"].map_hw, made["f6"].count, made["f6"].is_vector) == (
        (1, 1), 84, True,
    )  # fmt: skip

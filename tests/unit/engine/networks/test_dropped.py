"""A network with dropout: the same answers afterwards, others while it learns."""

import pytest
import torch

from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.dropped import with_dropout
from cnnviz.engine.networks.layers import Conv2d, Dropout, Flatten, Linear, Network
from cnnviz.engine.networks.shapes import parameter_shapes

BRANCHED = Network(
    name="branched",
    title="Branched",
    input_chw=(1, 5, 5),
    normalization=(0.0, 1.0),
    labels=("a", "b"),
    layers=(
        Conv2d(name="one", channels=2, kernel=(3, 3)),
        Flatten(name="flat"),
        Conv2d(name="beside", channels=1, kernel=(3, 3), inputs=("one",)),
        Linear(name="output", units=2, inputs=("flat",)),
    ),
)


@pytest.mark.parametrize("network", [NETWORKS["lenet5"], NETWORKS["mlp"], BRANCHED])
def test_that_it_learns_the_same_numbers_and_answers_the_same(network: Network) -> None:
    dropped = with_dropout(network)
    assert dropped is not None
    assert dropped.name != network.name
    assert parameter_shapes(dropped) == parameter_shapes(network)
    before, after = build(network).eval(), build(dropped)
    after.load_state_dict(before.state_dict())
    batch = torch.rand(3, *network.input_chw, generator=torch.Generator())
    after.eval()
    torch.testing.assert_close(after(batch), before(batch))
    after.train()
    assert not torch.equal(after(batch), before(batch))


def test_that_what_reads_the_picture_sees_all_of_it() -> None:
    dropped = with_dropout(NETWORKS["mlp"])
    assert dropped is not None
    names = [layer.name for layer in dropped.layers if isinstance(layer, Dropout)]
    assert "dense1_dropout" not in names
    assert "dense2_dropout" in names


def test_that_a_network_without_a_place_for_it_has_none() -> None:
    bare = NETWORKS["lenet5"]
    only_maps = Network(
        name="maps",
        title="Maps",
        input_chw=(1, 3, 3),
        normalization=(0.0, 1.0),
        labels=("a", "b"),
        layers=(Conv2d(name="one", channels=2, kernel=(3, 3)), Flatten(name="flat")),
    )
    assert with_dropout(only_maps) is None
    dropped = with_dropout(bare)
    assert dropped is not None
    assert with_dropout(dropped) is None

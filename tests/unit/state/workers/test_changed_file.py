"""A changed network in a file: it comes back as it was, and strangers' files do no harm."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.changes import with_activation, with_bias
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import save_weights
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.changed_file import save_changed
from cnnviz.state.workers.weight_file import opened_network

LENET = network("lenet5")
WEIGHTS = seeded_weights(LENET)
ORIGINAL = CurrentNetwork(LENET, WEIGHTS, "untrained")


def test_that_a_changed_network_comes_back_from_its_file(tmp_path: Path) -> None:
    described = with_activation(LENET, "c3_relu", "tanh")
    weights = with_bias(described, WEIGHTS, "c3", 2, 1.5)
    off = {"c1_relu": frozenset({0, 4})}
    changed = replace(
        ORIGINAL, network=described, weights=weights, switched_off=off, origin="changed"
    )
    path = tmp_path / "mine.safetensors"
    save_changed(path, changed, weights)
    found = opened_network(path)
    assert (found.network, found.switched_off, found.origin) == (described, off, "file")
    assert found.weights is not None
    picture = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)
    expected = ForwardPass(described, weights, off).trace(picture)
    again = ForwardPass(found.network, found.weights, found.switched_off).trace(picture)
    for ours, theirs in zip(expected.layers, again.layers, strict=True):
        np.testing.assert_array_equal(ours.values, theirs.values)


def test_that_a_network_of_the_catalogue_stays_the_one_it_is(tmp_path: Path) -> None:
    path = tmp_path / "mine.safetensors"
    save_changed(path, ORIGINAL, WEIGHTS)
    assert opened_network(path).network is LENET


@pytest.mark.parametrize(
    "said", ["[", "[" * 5000, "3", '{"c1": 3}', '{"c1": [7, -1, true, "a"], "x": [0]}']
)
def test_that_nonsense_about_what_is_off_switches_nothing_off(
    said: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.safetensors"
    save_weights(path, LENET, WEIGHTS, switched_off=said)
    assert opened_network(path).switched_off == {}


def test_that_layers_that_are_none_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "odd.safetensors"
    save_weights(path, LENET, WEIGHTS, layers="{" * 5000)
    with pytest.raises(CnnvizError) as caught:
        opened_network(path)
    assert caught.value.code == "network_not_json"

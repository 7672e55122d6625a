"""Networks as JSON: what is written comes back equal, and what it looks like."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.files.network_json import (
    described_network,
    network_from_json,
    network_json,
    read_network_json,
)
from cnnviz.engine.networks.layers import LAYER_KINDS, Network
from tests.helpers.drawn_networks import networks

QUICK = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize("name", NETWORKS)
def test_that_a_network_of_the_catalogue_comes_back_equal(name: str) -> None:
    assert network_from_json(network_json(network(name)).encode()) == network(name)


@QUICK
@given(networks())
def test_that_any_network_comes_back_equal(drawn: Network) -> None:
    assert network_from_json(network_json(drawn).encode()) == drawn


def test_that_networks_of_every_kind_are_drawn() -> None:
    seen: set[str] = set()

    @settings(max_examples=150, deadline=None, database=None, derandomize=True)
    @given(networks())
    def note(drawn: Network) -> None:
        seen.update(layer.key for layer in drawn.layers)

    note()
    assert seen == set(LAYER_KINDS)


def test_that_only_what_is_not_as_usual_is_written() -> None:
    written = json.loads(network_json(network("lenet5")))
    assert (written["format"], written["version"]) == ("cnnviz network", 1)
    assert "labels" not in written  # numbers
    assert written["layers"][1:4] == [
        {"type": "activation", "name": "c1_relu"},
        {"type": "pool2d", "name": "s2"},
        {"type": "conv2d", "name": "c3", "channels": 16, "kernel": [5, 5]},
    ]


def test_that_labels_come_from_the_file_and_are_numbers_without() -> None:
    written = json.loads(network_json(network("tiny-vgg")))
    assert written["labels"][1] == "ladybug"
    del written["labels"]
    found = network_from_json(json.dumps(written).encode())
    assert found.labels == tuple("0123456789")


def test_that_title_and_normalization_may_be_left_out() -> None:
    written = json.loads(network_json(network("lenet5")))
    del written["title"], written["normalization"]
    found = network_from_json(json.dumps(written).encode())
    assert (found.title, found.normalization) == ("lenet5", (0, 1))


def test_that_a_name_from_a_file_leads_to_no_folder() -> None:
    for name in ("../../lenet5", "/etc/passwd", "C:\\Windows", "a b.py\0", "é", ""):
        written = {**json.loads(network_json(network("mlp"))), "name": name}
        found = network_from_json(json.dumps(written).encode()).name
        assert found
        assert found.replace("-", "").replace("_", "").isalnum()
        assert found.isascii()


def test_that_texts_from_a_file_steer_nothing_and_are_short() -> None:
    odd = replace(network("mlp"), title="\x1b[31m" * 100, labels=("a\nb\u202e",) * 10)
    found = network_from_json(network_json(odd).encode())
    assert found.title.isprintable()
    assert len(found.title) <= 80
    assert found.labels[0] == "a b\\u202e"


def test_that_a_file_is_named_where_it_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text("[]")
    with pytest.raises(CnnvizError) as caught:
        read_network_json(path)
    assert caught.value.facts["file"] == "odd.json"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kernel": [5, 5, 5]}, "layers[0].kernel cannot be […]"),
        ({"kernel": [5, "5"]}, "layers[0].kernel[1] cannot be 5"),
        ({"channels": 10**30}, "layers[0].channels cannot be 1000"),
        ({"stride": [0, 1]}, "layer c1 cannot be made: The stride is 0"),
        ({"kernel": [50, 50]}, "layer c1 cannot be made: The kernel"),
        ({"type": "conv3d"}, "layers[0] is of the unknown type conv3d"),
        ({"name": "s2"}, "Two layers are called s2"),
        ({"inputs": ["output"]}, "c1 reads output, and no layer before it"),
        ({"channels": 99_999}, "With the layer c3 the network needs"),
        ({"padding": [5000, 5000]}, "c1 has maps of 10024 × 10024"),
        ({"weights": 1}, "layers[0] has no setting weights. Known settings: name, "),
    ],
)
def test_that_a_refusal_names_the_place_and_the_value(
    change: dict[str, object], said: str
) -> None:
    written = json.loads(network_json(network("lenet5")))
    written["layers"][0] |= change
    with pytest.raises(CnnvizError) as caught:
        network_from_json(json.dumps(written).encode())
    assert said in sentence(caught.value)


def test_that_an_unfinished_network_is_described_and_is_not_yet_one() -> None:
    begun = replace(network("lenet5"), layers=network("lenet5").layers[:3])
    data = network_json(begun).encode()
    assert described_network(data).layers == begun.layers
    with pytest.raises(CnnvizError, match="network_ends_in_maps"):
        network_from_json(data)

"""A draft as JSON: what was written is read again, what was not is refused."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.pages.network.model import draft_edits
from cnnviz.pages.network.model.draft_file import draft_from_json, draft_json
from cnnviz.pages.network.model.network_draft import draft_of
from cnnviz.pages.network.model.new_layers import added

LENET = draft_of(network("lenet5"))


@pytest.mark.parametrize("name", NETWORKS)
def test_that_each_network_is_read_as_it_was_written(name: str) -> None:
    draft = draft_of(NETWORKS[name])
    assert draft_from_json(draft_json(draft)) == draft


@pytest.mark.parametrize(
    "draft",
    [
        draft_edits.with_value(LENET, 4, "channels", 0),
        draft_edits.renamed(LENET, 4, "no name <b>for</b> a layer " * 9),
        draft_edits.with_classes(LENET, 3),
        draft_edits.branched(LENET, 4),
        draft_edits.removed(LENET, 1),
        added(LENET, "batch_norm", None),
    ],
)
def test_that_what_cannot_work_is_read_as_it_was_written(draft: Any) -> None:
    assert draft_from_json(draft_json(draft)) == draft


def with_layer(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda said: said["layers"][3].update(values)


@pytest.mark.parametrize(
    "spoil",
    [
        with_layer(id=1),
        with_layer(reads=[9]),
        with_layer(reads="1"),
        with_layer(kind="torch"),
        with_layer(name=3),
        with_layer(values=[]),
        with_layer(values={"channels": "many"}),
        with_layer(values={}),
        with_layer(weights=1),
        lambda said: said.update(layers=3),
        lambda said: said.update(layers=[3]),
        lambda said: said.update(input_chw=[1, 28]),
        lambda said: said.pop("title"),
    ],
)
def test_that_a_spoilt_draft_is_refused(
    spoil: Callable[[dict[str, Any]], object],
) -> None:
    said = json.loads(draft_json(LENET))
    spoil(said)
    with pytest.raises(CnnvizError):
        draft_from_json(json.dumps(said))


@pytest.mark.parametrize("text", ["", "[]", "3", "{}", "[" * 100_000])
def test_that_what_is_no_draft_is_refused(text: str) -> None:
    with pytest.raises(CnnvizError):
        draft_from_json(text)

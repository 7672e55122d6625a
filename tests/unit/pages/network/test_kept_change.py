"""The changed network as kept work: written, read, looked at again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from cnnviz.engine.networks.changes import with_bias
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.network.presenters.kept_change import KeptChange
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.store import Store
from cnnviz.state.workers.weight_file import offered_networks

SHIPPED, OVER_FITTED, *_ = offered_networks()


def changed(root: CurrentNetwork = SHIPPED) -> CurrentNetwork:
    weights = shipped_weights(root.network, root.weights_name)
    other = with_bias(root.network, weights, "c1", 0, 9)
    return replace(root, weights=other, origin="changed", original=root)


@pytest.fixture
def choices(qapp: QCoreApplication) -> Iterator[NetworkChoices]:
    made = NetworkChoices(Store(SHIPPED), (SHIPPED,))
    yield made
    made.shut_down()


@pytest.mark.parametrize("root", [SHIPPED, OVER_FITTED])
def test_that_a_changed_network_is_looked_at_again(
    choices: NetworkChoices, tmp_path: Path, root: CurrentNetwork
) -> None:
    kept = KeptChange(choices.current, choices, None)
    assert kept.is_as_at_first
    choices.current.replace(changed(root))
    path = tmp_path / kept.file_name
    kept.writing()(path)
    found = kept.read(path)
    assert (found.is_shown, found.network.key) == (True, changed(root).key)
    assert found.network.weights is not None
    assert found.network.weights["c1.bias"][0] == 9
    assert found.network.root.key == root.key
    (part,) = kept.replacements(found)
    assert (part.store, part.new) == (choices.current, found.network)


def test_that_one_that_was_left_is_only_offered(
    choices: NetworkChoices, tmp_path: Path
) -> None:
    kept = KeptChange(choices.current, choices, None)
    choices.current.replace(changed())
    choices.current.replace(SHIPPED)
    path = tmp_path / kept.file_name
    kept.writing()(path)
    found = kept.read(path)
    assert kept.replacements(found) == ()
    kept.show(found)
    assert found.network in choices.store.state
    assert choices.current.state is SHIPPED

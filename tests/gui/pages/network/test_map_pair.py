"""One map in the answers of two networks."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.layers.dropout import Dropout
from cnnviz.pages.network.views.compare.map_pair import MapPair
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.weight_file import shipped_networks
from tests.helpers.compared_page import Compared, shown_page
from tests.helpers.torch_oracle import random_weights

LENET = shipped_networks()[0].network
BEHIND_C1 = 2


def with_dropout() -> Network:
    layers = LENET.layers
    more = (*layers[:BEHIND_C1], Dropout(name="drop"), *layers[BEHIND_C1:])
    return replace(LENET, name="dropping", layers=more)


def of_other_pictures() -> Network:
    """Return the first layers alone, on pictures of another size."""
    return replace(LENET, name="small", input_chw=(1, 20, 20), layers=LENET.layers[:3])


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Compared]:
    others = [
        CurrentNetwork(
            each,
            random_weights(each),
            "file",
            file=f"{each.name}.json",
            names_classes=each.name != "small",
        )
        for each in (with_dropout(), of_other_pictures())
    ]
    yield from shown_page(qtbot, *shipped_networks(), *others)


def compare(shown: Compared, name: str, qtbot: QtBot) -> MapPair:
    shown.page._actions.compare.setChecked(True)
    known = shown.comparison.networks()
    shown.comparison.use_network(next(one for one in known if one.network.name == name))

    def is_there() -> bool:
        answer = shown.comparison.store.state.answer
        return answer is not None and answer.second.network.name == name

    qtbot.waitUntil(is_there, timeout=10_000)
    return shown.page.findChild(MapPair)


def test_that_a_map_is_compared_that_the_second_network_shows_with_the_next_layer(
    shown: Compared, qtbot: QtBot
) -> None:
    shown.network.open_map("c1_relu", 3)
    pair = compare(shown, "dropping", qtbot)
    assert pair.isVisible()
    answer = shown.comparison.store.state.answer
    assert answer is not None
    expected = answer.second.values("c1_relu")[3]
    qtbot.waitUntil(lambda: pair.canvases[1].values_hw is not None)
    np.testing.assert_array_equal(pair.canvases[1].values_hw, expected)
    said = [label.text() for label in pair.findChildren(QLabel)]
    assert not any("no C1 of this shape" in text for text in said)


def test_that_pictures_of_two_sizes_are_not_compared(
    shown: Compared, qtbot: QtBot
) -> None:
    shown.network.open_map(PICTURE, 0)
    pair = compare(shown, "small", qtbot)
    assert pair.isVisible()
    assert not any(canvas.isVisible() for canvas in pair.canvases)

"""Classes and titles are said in the window's language where they are known."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.class_text import class_word, class_words
from cnnviz.ui.i18n import Translation
from cnnviz.ui.network_title import title_words
from cnnviz.ui.tiles.layer_tiles import LayerTiles


@pytest.fixture
def portuguese(qapp: object) -> Iterator[None]:
    translation = Translation()
    translation.apply("pt_BR")
    yield
    translation.apply("en")


@pytest.mark.usefixtures("portuguese")
def test_that_classes_of_known_data_are_translated_and_others_are_not() -> None:
    labels = network("cifar10").labels
    assert class_words(labels)[:4] == ("avião", "automóvel", "pássaro", "gato")
    assert class_word(labels, 8) == "navio"
    assert labels[8] == "ship"  # in files it stays
    assert class_words(("cat", "ship")) == ("cat", "ship")
    assert class_words(("<b>cat</b>",)) == ("‹b›cat‹/b›",)


@pytest.mark.usefixtures("portuguese")
def test_that_titles_say_the_way_of_a_network_in_the_language() -> None:
    assert title_words("LeNet-5 · sigmoid") == "LeNet-5 · sigmoide"
    assert title_words("LeNet-5 · long · 1") == "LeNet-5 · long · 1"
    assert title_words("sigmoid") == "sigmoid"


def test_that_single_numbers_carry_the_class_that_they_stand_for(qtbot: QtBot) -> None:
    tiles = LayerTiles()
    qtbot.addWidget(tiles)
    tiles.resize(300, 120)
    scores = np.linspace(-3, 3, 10, dtype=np.float32)
    tiles.render_state(layer_picture(LayerOutput("output", "linear", scores)))
    before = tiles.grab().toImage()
    tiles.set_labels("0123456789")
    assert tiles.place_words(0, 3) == "3"
    after = tiles.grab().toImage()
    for tile in range(10):
        box = tiles.tile_rect(tile).toRect()
        assert before.copy(box) != after.copy(box)

"""Choosing on the Draw page which network answers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from cnnviz.engine.networks.weights import save_weights
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from tests.helpers.draw_stage import (
    LENET,
    SHIPPED,
    THREE,
    Stage,
    random_network,
)
from tests.helpers.network_menu import menu_under

needs_weights = pytest.mark.skipif(
    not SHIPPED, reason="resources/weights/lenet5.safetensors is not there yet"
)


def choose(stage: Stage, start: str) -> None:
    """Pick a network from the chooser's menu with the mouse."""
    button = stage.find(QPushButton, "network_button")
    menu = menu_under(button)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    action = next(one for one in menu.actions() if start in one.text())
    place = menu.actionGeometry(action).center()
    stage.qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


@needs_weights
def test_that_the_shipped_network_comes_back_without_a_restart(shipped: Stage) -> None:
    shipped.draw(THREE)
    first = shipped.trace
    shipped.networks.replace(
        replace(random_network(), origin="trained", run=1, epoch=2, step=30)
    )
    shipped.qtbot.waitUntil(lambda: "batch 30" in shipped.text("network_line"))
    assert not np.array_equal(shipped.trace.probabilities, first.probabilities)
    for start, said in (
        ("comes with", "99."),
        ("batch 30", "87.50%"),
        ("comes with", "99."),
    ):
        choose(shipped, start)
        shipped.qtbot.waitUntil(
            lambda s=said: s in shipped.text("network_line"), timeout=30_000
        )
    assert shipped.networks.state.origin == "shipped"
    np.testing.assert_allclose(
        shipped.trace.probabilities, first.probabilities, atol=1e-6
    )


def test_that_a_file_of_weights_answers_or_is_refused_in_words(
    stage: Stage, tmp_path: Path
) -> None:
    refused: list[str] = []
    stage.page.refused.connect(refused.append)
    stage.draw(THREE)
    before = stage.networks.state
    chooser = stage.page.findChild(NetworkChooser)
    assert chooser is not None
    bad, good = tmp_path / "bad.safetensors", tmp_path / "good.safetensors"
    bad.write_text("nothing")
    with stage.qtbot.waitSignal(stage.page.refused):
        chooser.file_chosen.emit(str(bad))
    assert "bad.safetensors" in refused[0]
    assert stage.networks.state is before
    save_weights(good, LENET, random_network().weights or {}, validation_accuracy=0.25)
    chooser.file_chosen.emit(str(good))
    stage.qtbot.waitUntil(lambda: "good.safetensors" in stage.text("network_line"))
    assert "25.00%" in stage.text("network_line")

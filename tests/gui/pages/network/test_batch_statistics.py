"""Batch normalization as while training on the Network page, with real mouse and keys."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import normalized
from cnnviz.pages.network.views.network_hint import hint_of
from cnnviz.pages.network.views.opened.statistics_switch import StatisticsSwitch
from cnnviz.pages.network.views.opened.value_card import ValueCard
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.weight_file import offered_networks, shipped_networks
from tests.helpers.network_stage import NetworkStageOf, make_network_stage
from tests.helpers.session import session
from tests.helpers.torch_oracle import load, random_weights, torch_outputs

__all__ = ["session"]

Key, Stage = Qt.Key, NetworkStageOf
SIGNS = network("sign-language")
WEIGHTS = random_weights(SIGNS)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    yield from make_network_stage(qtbot, CurrentNetwork(SIGNS, WEIGHTS, "file"))


def press_box(stage: Stage) -> None:
    """Click the box, near its left end, and wait for the answer."""
    box = stage.find(QCheckBox, "batch_statistics_box")
    assert box.isVisible()
    near = QPoint(8, box.height() // 2)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=near)
    stage.wait_for_answer()


def switch(stage: Stage) -> StatisticsSwitch:
    return stage.find(StatisticsSwitch)


def torchs(stage: Stage, layer: str, *, training: bool) -> np.ndarray:
    answer, module = stage.state.answer, build(SIGNS)
    assert answer is not None
    load(module, WEIGHTS)
    batch = normalized(SIGNS, answer.given.pixels[np.newaxis])
    outputs = torch_outputs(module, batch, batch_statistics=training)
    names = [one.name for one in SIGNS.layers]
    found: np.ndarray = outputs[names.index(layer)][0]
    return found


def check_shown(stage: Stage, layer: str, *, training: bool) -> None:
    """Check the open number, and the maps in the columns, against torch."""
    unit, place, answer = stage.state.unit(), stage.place, stage.state.answer
    assert unit is not None
    assert place is not None
    assert place.cell is not None
    assert answer is not None
    expected = torchs(stage, layer, training=training)
    near = 1e-4 * float(np.abs(expected).max())
    value = float(expected[(place.channel, *place.cell)])
    assert unit.value == pytest.approx(value, abs=near)
    assert unit.chain[-1].parts.value == pytest.approx(value, abs=near)
    shown = answer.pictures[layer].values_of(place.channel)
    np.testing.assert_allclose(shown, expected[place.channel], atol=near)


def test_that_the_box_shows_the_whole_network_as_while_training(stage: Stage) -> None:
    stage.open_number("conv3", 4)
    check_shown(stage, "bn3", training=False)
    assert switch(stage).words == "mean and variance measured while training"
    said, hint = stage.find(ValueCard).lines, hint_of(stage.state)
    place = stage.place

    press_box(stage)
    check_shown(stage, "bn3", training=True)
    assert switch(stage).words == "mean and variance of this picture’s map"
    assert hint_of(stage.state).startswith("As while training: batch normalization")
    assert stage.find(ValueCard).lines != said
    assert stage.place == place
    assert stage.state.current.origin == "file"  # the same network, not a copy

    press_box(stage)
    check_shown(stage, "bn3", training=False)
    assert (stage.find(ValueCard).lines, hint_of(stage.state)) == (said, hint)


def test_that_a_key_changes_the_mode_and_a_whole_map_says_it(stage: Stage) -> None:
    stage.click_map("conv2", 3)
    assert switch(stage).isVisible()
    stage.press(Key.Key_M)
    stage.wait_for_answer()
    whole = stage.state.whole_map()
    assert whole is not None
    expected = torchs(stage, "bn2", training=True)[3]
    near = 1e-4 * float(np.abs(expected).max())
    np.testing.assert_allclose(whole.values_hw, expected, atol=near)
    assert stage.find(QCheckBox, "batch_statistics_box").isChecked()
    assert switch(stage).words == "mean and variance of this picture’s map"


def test_that_another_layer_shows_the_box_only_while_the_mode_is_on(
    stage: Stage,
) -> None:
    stage.click_map("pool1", 3)
    assert not switch(stage).isVisible()
    stage.press(Key.Key_M)
    stage.wait_for_answer()
    assert switch(stage).isVisible()
    assert switch(stage).words == "no batch normalization in this layer itself"
    press_box(stage)
    assert not switch(stage).isVisible()
    assert not stage.state.is_as_while_training


def test_that_the_mode_stays_when_the_picture_or_the_weights_change(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.open_number("conv1", 2)
    press_box(stage)
    stage.show_sample("three")
    check_shown(stage, "bn1", training=True)
    changed = {**WEIGHTS, "bn1.bias": WEIGHTS["bn1.bias"] + 1}
    stage.networks.replace(CurrentNetwork(SIGNS, changed, "file"))
    qtbot.waitUntil(lambda: stage.state.answering is stage.networks.state)
    stage.wait_for_answer()
    assert stage.state.is_as_while_training
    opened = stage.state.opened
    assert opened is not None
    assert opened.weights is changed


def test_that_a_network_without_batch_normalization_offers_nothing(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.open_number("conv1", 2)
    press_box(stage)
    stage.networks.replace(shipped_networks()[0])
    qtbot.waitUntil(lambda: stage.state.answering is stage.networks.state)
    stage.wait_for_answer()
    stage.click_map("c3_relu", 2)
    assert not switch(stage).isVisible()
    action = stage.page.findChild(QAction, "batch_statistics")
    assert action is not None
    assert not action.isVisible()
    assert not hint_of(stage.state).startswith("As while training")


def test_that_the_keyboard_reaches_the_box_and_nothing_can_be_undone(
    session: Session, qtbot: QtBot
) -> None:
    named = {one.network.name: one for one in offered_networks()}
    session.window.show_page("network")
    session.picture.open_sample("seven")
    qtbot.waitUntil(lambda: session.undo.count() == 1)
    session.looking.choices.choose(named["sign-language"])

    def is_answered(training: bool) -> bool:
        state = session.network.store.state
        is_asked = state.network.name == "sign-language" and state.answer is not None
        return is_asked and state.is_as_while_training == training

    qtbot.waitUntil(lambda: is_answered(False), timeout=20_000)
    session.network.open_map("conv1", 2)
    session.network.open_cell(3, 3)
    box = session.window.findChild(QCheckBox, "batch_statistics_box")
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    for _ in range(200):
        if box.hasFocus():
            break
        QTest.keyClick(session.window.windowHandle(), Key.Key_Tab)
    assert box.hasFocus()
    QTest.keyClick(session.window.windowHandle(), Key.Key_Space)
    qtbot.waitUntil(lambda: is_answered(True), timeout=20_000)
    assert box.isChecked()
    assert box.accessibleName() == "Batch normalization as while training"
    assert session.undo.count() == 1  # the picture
    assert session.networks.state.network.name == "lenet5"  # what the others look at

"""From a number that is seen anywhere to what it is made of, and on into the lab."""

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.step_view import StepView
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.unit_view.channel_sums import SumChip
from tests.helpers.session import session

__all__ = ["session"]

LEFT = Qt.MouseButton.LeftButton


def click_cell(qtbot: QtBot, canvas: GridCanvas, row: int, column: int) -> None:
    x, y, width, height = canvas.view.rect(row, column)
    at = QPoint(int(x + width / 2), int(y + height / 2))
    qtbot.mouseClick(canvas, LEFT, pos=at)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def steps_of(session: Session) -> StepView:
    found = session.window.page.findChild(StepView)
    assert found is not None
    return found


def opened_value(session: Session) -> float:
    unit = session.network.store.state.unit()
    assert unit is not None
    return unit.value


def show_network(session: Session, qtbot: QtBot) -> None:
    session.window.show_page("network")
    state = session.network.store
    qtbot.waitUntil(lambda: state.state.answer is not None, timeout=20_000)


@pytest.fixture
def maps(session: Session, qtbot: QtBot) -> dict[str, np.ndarray]:
    """The maps of LeNet-5 for the first picture, by torch; the Network page shown."""
    show_network(session, qtbot)
    answer = session.network.store.state.answer
    assert answer is not None
    given = shipped_weights(network("lenet5"))
    weights = [torch.from_numpy(np.array(values)) for values in given.values()]
    x = torch.from_numpy(answer.trace.input_chw.copy())[None]
    c1 = F.relu(F.conv2d(x, weights[0], weights[1], padding=2))
    s2 = F.max_pool2d(c1, 2)
    c3 = F.relu(F.conv2d(s2, weights[2], weights[3]))
    return {"c1": c1[0].numpy(), "s2": s2[0].numpy(), "c3": c3[0].numpy()}


def test_that_a_number_on_the_draw_page_opens_on_the_network_page(
    session: Session, qtbot: QtBot
) -> None:
    session.window.show_page("draw")
    draw = session.draw.store
    qtbot.waitUntil(
        lambda: draw.state.answer is not None and draw.state.answer.trace is not None,
        timeout=20_000,
    )
    answer = draw.state.answer
    assert answer is not None
    assert answer.trace is not None
    view = session.window.page.findChild(NetworkView)
    assert view is not None
    layer = 4  # after the activation: what the columns show
    for index, name, every in ((layer, "c3_relu", False), (3, "c3", True)):
        session.window.show_page("draw")
        before = session.window.page.findChild(QToolButton, "maps_before_button")
        before.setChecked(every)
        view.open_map(index, 5)
        click_cell(qtbot, view.detail.canvas, 4, 6)
        assert session.window.page.key == "network"
        qtbot.waitUntil(
            lambda: session.network.store.state.unit() is not None, timeout=20_000
        )
        state = session.network.store.state
        assert state.place == Place(name, 5, (4, 6))
        assert state.every_layer is every
        value = float(answer.trace.layers[index].values[5, 4, 6])
        assert opened_value(session) == pytest.approx(value, rel=1e-5, abs=1e-6)


def test_that_three_maps_are_taken_to_the_lab_as_three_colours(
    session: Session, qtbot: QtBot
) -> None:
    first = network("lenet5-1998")
    session.networks.replace(CurrentNetwork(first, None, "untrained"))
    session.network.open_unit("c3", 0, 4, 5)  # of the table's first row: maps 1, 2, 3
    session.window.on_unit_requested()
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.unit() is not None, timeout=20_000)
    value = opened_value(session)
    press(qtbot, Qt.Key.Key_T)
    outcome = session.walk.store.state.outcome
    assert outcome is not None
    assert outcome.output == pytest.approx(value, rel=1e-4)
    said = session.window.statusBar().currentMessage()
    assert said.startswith(
        "Brought as red, green and blue: S2_tanh · map 1, S2_tanh · map 2, "
    )


def test_that_a_number_waits_for_the_network_that_it_is_of(
    session: Session, qtbot: QtBot
) -> None:
    signs = network("sign-language")
    session.networks.replace(CurrentNetwork(signs, None, "untrained"))
    name = next(layer.name for layer in signs.layers if layer.key == "pool2d")
    session.network.open_unit(name, 3, 2, 1)
    session.window.on_unit_requested()
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.unit() is not None, timeout=20_000)
    assert store.state.network is signs
    assert store.state.place == Place(name, 3, (2, 1))


def test_that_a_number_of_the_draw_page_is_one_of_the_network_that_draws(
    session: Session, qtbot: QtBot
) -> None:
    drawing, mlp = session.networks.state, network("mlp")
    session.looking.choices.choose(CurrentNetwork(mlp, None, "untrained"))
    store = session.network.store
    session.window.show_page("network")
    qtbot.waitUntil(lambda: store.state.network is mlp)
    session.window.show_page("draw")
    session.window.page.unit_requested.emit("c1_relu", 2, 8, 9)
    qtbot.waitUntil(lambda: store.state.unit() is not None, timeout=20_000)
    assert store.state.answering is drawing
    assert store.state.place == Place("c1_relu", 2, (8, 9))


def test_that_an_open_number_is_stepped_and_its_inputs_followed(
    session: Session, qtbot: QtBot, maps: dict[str, np.ndarray]
) -> None:
    presenter, page = session.network, session.window.page
    presenter.open_map("c3_relu", 13)
    presenter.open_cell(2, 3)
    press(qtbot, Qt.Key.Key_S)
    steps = steps_of(session)
    assert steps.isVisible()
    shown = steps.unit_view.unit
    assert shown is not None
    assert shown.outcome.output == pytest.approx(float(maps["c3"][13, 2, 3]), rel=1e-4)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Down)
    assert presenter.store.state.place == Place("c3_relu", 13, (3, 4))
    shown = steps.unit_view.unit
    assert shown is not None
    assert shown.cell == (3, 4)
    given, *_, output = (panel.canvas for panel in steps.unit_view.stage.panels)
    np.testing.assert_allclose(output.values_hw, maps["c3"][13], rtol=1e-4, atol=1e-4)
    click_cell(qtbot, output, 7, 1)
    assert presenter.store.state.place == Place("c3_relu", 13, (7, 1))
    chip = page.findChild(SumChip, "channel_chip_4")
    assert chip is not None
    assert "S2 · map 5" in chip.text()
    qtbot.mouseClick(chip, LEFT)
    click_cell(qtbot, given, 9, 3)
    assert presenter.store.state.place == Place("s2", 4, (9, 3))
    shown = steps.unit_view.unit
    assert shown is not None
    assert shown.outcome.output == pytest.approx(float(maps["s2"][4, 9, 3]), rel=1e-5)
    click_cell(qtbot, given, 18, 6)
    assert presenter.store.state.place == Place("c1_relu", 4, (18, 6))
    click_cell(qtbot, given, 20, 8)
    assert presenter.store.state.place == Place("input", 0, (20, 8))
    assert not steps.isVisible()  # a pixel has no steps
    button = page.findChild(QPushButton, "step_by_step_button")
    assert button is not None
    assert not button.isEnabled()
    assert "no steps to show" in button.toolTip()
    press(qtbot, Qt.Key.Key_Escape)
    assert steps.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not steps.isVisible()
    assert presenter.store.state.place == Place("c1_relu", 4, (18, 6))


def test_that_a_number_is_seen_in_the_lab_and_taken_back_in_one_step(
    session: Session, qtbot: QtBot, maps: dict[str, np.ndarray]
) -> None:
    presenter, walk = session.network, session.walk.store
    before = session.pictures.state
    for layer, channel, cell in (("c1_relu", 2, (11, 9)), ("s2", 3, (5, 6))):
        presenter.open_map(layer, channel)
        presenter.open_cell(*cell)
        value = opened_value(session)
        press(qtbot, Qt.Key.Key_T)
        assert session.window.page.key == "convolution"
        assert walk.state.walk is not None
        assert walk.state.walk.cell == cell
        assert walk.state.outcome is not None
        assert walk.state.outcome.output == pytest.approx(value, rel=1e-5)
        assert value == pytest.approx(float(maps[layer[:2]][channel][cell]), rel=1e-4)
        session.undo.undo()
        assert session.pictures.state is before
        show_network(session, qtbot)
        qtbot.waitUntil(lambda: presenter.store.state.picture is before)
        qtbot.waitUntil(
            lambda: (
                presenter.store.state.answer is not None
                and presenter.store.state.answer.question.picture is before
            )
        )


def test_that_an_open_map_is_stepped_from_its_largest_number(
    session: Session, qtbot: QtBot, maps: dict[str, np.ndarray]
) -> None:
    presenter, largest = session.network, maps["c3"][13].argmax()
    presenter.open_map("c3_relu", 13)
    press(qtbot, Qt.Key.Key_S)
    row, column = divmod(int(largest), 10)
    assert presenter.store.state.place == Place("c3_relu", 13, (row, column))
    assert steps_of(session).isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Escape)
    assert presenter.store.state.place == Place("c3_relu", 13)
    assert not steps_of(session).isVisible()


def test_that_of_six_maps_the_one_that_adds_most_is_taken_to_the_lab(
    session: Session, qtbot: QtBot, maps: dict[str, np.ndarray]
) -> None:
    presenter, walk = session.network, session.walk.store
    presenter.open_map("c3_relu", 13)
    presenter.open_cell(2, 3)
    unit = presenter.store.state.unit()
    assert unit is not None
    largest = max(unit.windows, key=lambda window: abs(window.total))
    button = session.window.page.findChild(QPushButton, "to_lab_button")
    assert button is not None
    qtbot.mouseClick(button, LEFT)
    assert walk.state.outcome is not None
    assert walk.state.outcome.output == pytest.approx(largest.total, rel=1e-5)
    said = session.window.statusBar().currentMessage()
    assert f"S2 · map {largest.channel + 1}" in said
    assert "partial sum" in said
    assert session.pictures.state.picture.name == f"S2 · map {largest.channel + 1}"

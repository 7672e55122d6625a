"""Changing a network by hand on the Network page, with real mouse and keys."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.layers import Activation
from cnnviz.engine.networks.weights import load_weights, shipped_weights
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.views.change.kernel_pad import KernelPad
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.number_spin import ExactSpin
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.unit_view.rows.rows_view import RowsView
from tests.helpers.session import session

__all__ = ["session"]

Waits = Callable[[Callable[[], bool]], None]


@pytest.fixture
def waits(session: Session, qtbot: QtBot) -> Waits:
    """Open a map of C3 with the tool beside it; return what waits for its answers."""

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=10_000)

    session.window.show_page("network")
    wait(lambda: shown(session).answer is not None)
    session.network.open_map("c3_relu", 2)
    session.network.open_cell(3, 4)
    qtbot.keyClick(session.window.page, Qt.Key.Key_E)
    wait(pad(session).isVisible)
    return wait


def shown(session: Session) -> NetworkState:
    return session.network.store.state


def pad(session: Session) -> KernelPad:
    found = session.window.findChild(KernelPad, "kernel_pad")
    assert found is not None
    return found


def spin(session: Session, name: str) -> ExactSpin:
    found = session.window.findChild(ExactSpin, name)
    assert found is not None
    return found


def press(session: Session, qtbot: QtBot, name: str) -> None:
    button = session.window.findChild(QPushButton, name)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def cell(widget: KernelPad, row: int, column: int) -> QPoint:
    return widget.box_of(row, column).center().toPoint()


def weights(session: Session) -> np.ndarray:
    opened = shown(session).opened
    assert opened is not None
    return opened.weights["c3.weight"]


def is_changed(session: Session) -> bool:
    return shown(session).answering.origin == "changed"


def paint(qtbot: QtBot, widget: QWidget, *places: QPoint) -> None:
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        qtbot.mouseMove(widget, place)
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=places[-1])


def test_that_a_typed_weight_makes_a_copy_that_only_this_page_looks_at(
    session: Session, qtbot: QtBot, waits: Waits
) -> None:
    before = weights(session).copy()
    answer = shown(session).answer
    qtbot.mouseClick(
        pad(session), Qt.MouseButton.LeftButton, pos=cell(pad(session), 1, 3)
    )
    field = spin(session, "weight_value")
    field.selectAll()
    qtbot.keyClicks(field, "2.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    waits(lambda: is_changed(session))
    expected = before.copy()
    expected[2, 0, 1, 3] = 2.5
    np.testing.assert_array_equal(weights(session), expected)
    assert shown(session).answer is not answer
    assert shown(session).place is not None  # what is open stays
    assert session.networks.state.origin == "shipped"
    assert session.draw.store.state.current.origin == "shipped"
    offered = [each.origin for each in session.choices.store.state]
    assert offered.count("changed") == 1
    changed = session.looking.choices.current.state
    session.undo.undo()
    waits(lambda: not is_changed(session))
    np.testing.assert_array_equal(weights(session), before)
    session.undo.redo()
    waits(lambda: shown(session).answering is changed)


def test_that_a_painted_stroke_is_one_step(
    session: Session, qtbot: QtBot, waits: Waits
) -> None:
    before, grid = weights(session).copy(), pad(session)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=cell(grid, 0, 0))
    spin(session, "weight_value").setValue(-1.0)
    places = [cell(grid, 2, column) for column in range(4)]
    paint(qtbot, grid, *places)
    waits(lambda: weights(session)[2, 0, 2, 3] == -1)
    assert (weights(session)[2, 0, 2, :4] == -1).all()
    assert session.undo.count() == 2
    session.undo.undo()
    waits(lambda: weights(session)[2, 0, 2, 3] == before[2, 0, 2, 3])
    assert weights(session)[2, 0, 0, 0] == -1
    press(session, qtbot, "reset_button")
    waits(lambda: not is_changed(session))
    np.testing.assert_array_equal(weights(session), before)


def test_that_a_map_that_is_switched_off_is_0_and_says_what_it_would_be(
    session: Session, qtbot: QtBot, waits: Waits
) -> None:
    unit = shown(session).unit()
    assert unit is not None
    value = unit.value
    qtbot.keyClick(session.window.page, Qt.Key.Key_X)
    waits(lambda: is_changed(session))
    answer, unit = shown(session).answer, shown(session).unit()
    assert answer is not None
    assert unit is not None
    assert not answer.values("c3_relu")[2].any()
    assert unit.value == 0
    assert unit.chain[-1].parts.value == pytest.approx(value, rel=1e-5)
    press(session, qtbot, "all_on_button")
    waits(lambda: not shown(session).answering.switched_off)


def test_that_an_activation_is_swapped_and_the_way_stays_open(
    session: Session, waits: Waits
) -> None:
    session.looking.changes.use_activation("tanh")
    waits(lambda: is_changed(session))
    layer = shown(session).network.layers[4]
    assert isinstance(layer, Activation)
    assert (layer.name, layer.kind) == ("c3_relu", "tanh")
    answer, place = shown(session).answer, shown(session).place
    assert answer is not None
    assert place is not None
    before = answer.values("c3")
    np.testing.assert_allclose(answer.values("c3_relu"), np.tanh(before), atol=1e-6)


def test_that_the_page_says_when_the_whole_network_is_one_linear_map(
    session: Session, waits: Waits
) -> None:
    mlp = next(c for c in session.choices.store.state if c.network.name == "mlp")
    session.looking.choices.choose(mlp)
    waits(lambda: shown(session).network.name == "mlp" and not shown(session).loading)
    bends = [
        layer.name
        for layer in mlp.network.layers
        if isinstance(layer, Activation) and not layer.compares_channels
    ]
    for name in bends:
        session.network.open_map(name, 0)
        session.looking.changes.use_activation("none")
    session.network.cut(0)
    labels = session.window.page.findChildren(FittingLabel)
    waits(lambda: any("one linear map" in label.text() for label in labels))
    assert session.networks.state.network.name == "lenet5"


def test_that_changed_weights_are_saved_and_open_again(
    session: Session, qtbot: QtBot, waits: Waits, tmp_path: Path
) -> None:
    session.looking.changes.set_bias(0.25)
    waits(lambda: is_changed(session))
    path = tmp_path / "mine.safetensors"
    with qtbot.waitSignal(session.looking.files.saved):
        session.looking.changes.save(path)
    described = shown(session).network
    read = load_weights(path, described)
    expected = {name: each.copy() for name, each in shipped_weights(described).items()}
    expected["c3.bias"][2] = 0.25
    for name, values in expected.items():
        np.testing.assert_array_equal(read[name], values)


def test_that_a_clicked_weight_of_the_panel_is_chosen_in_the_tool(
    session: Session, qtbot: QtBot, waits: Waits
) -> None:
    rows = session.window.page.findChild(RowsView, "unit_rows")
    assert rows is not None
    beside = rows.shown.rows[4].size_hw[1]  # a kernel stands beside its window
    weight = rows.box_of(4 * 5 + 2, beside + 1).center().toPoint()
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=weight)
    assert session.looking.changes.store.state.chosen == (4, 2, 1)
    value = spin(session, "weight_value").value()
    assert value == pytest.approx(float(weights(session)[2, 4, 2, 1]))
    centre = QPointF(cell(pad(session), 2, 1))
    assert pad(session).cell_at(centre) == (2, 1)


def test_that_the_tool_says_what_the_network_answers_to_every_change(
    session: Session, waits: Waits
) -> None:
    def answers() -> list[str]:
        labels = session.window.page.findChildren(FittingLabel)
        return [one.text() for one in labels if "answers" in one.text()]

    answer = shown(session).answer
    assert answer is not None
    best, shares = answer.trace.best, answer.trace.probabilities
    assert shares is not None
    assert answers() == [f"The network answers {best} (> 99%)"]

    session.looking.changes.clear_all()
    waits(lambda: shown(session).answer is not answer)
    newer = shown(session).answer
    assert newer is not None
    assert newer.trace.probabilities is not None
    share = sure_percent(float(newer.trace.probabilities[newer.trace.best]))
    assert answers() == [f"The network answers {newer.trace.best} ({share})"]

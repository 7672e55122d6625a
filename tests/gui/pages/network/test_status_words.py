"""The line at the foot says what is pointed at, and nothing once that is gone."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.state.workers.weight_file import offered_networks
from cnnviz.ui.network_view.columns.column_painting import heading_box
from tests.helpers.network_stage import NetworkStageOf as Stage
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def said(stage: Stage) -> list[str]:
    heard = [""]
    stage.page.status_message.connect(heard.append)
    return heard


def point_at_name(stage: Stage, layer: str) -> None:
    placed = stage.columns.place.layout.placed[stage.block(layer)]
    QTest.mouseMove(stage.columns, heading_box(placed).center().toPoint())


def test_that_opening_what_is_pointed_at_lets_its_line_go(
    stage: Stage, said: list[str]
) -> None:
    stage.point_at("output", 7)
    assert said[-1].startswith("Output · 7")
    stage.click_map("output", 7)
    assert stage.place is not None
    assert said[-1] == ""


def test_that_nothing_of_before_stands_while_others_are_opened(
    stage: Stage, said: list[str]
) -> None:
    stage.point_at("output", 7)
    stage.presenter.open_map("c3", 4)  # as from the trail, or the panel
    assert said[-1] == ""
    stage.presenter.open_map("c1", 2)
    stage.press(Qt.Key.Key_Escape)
    assert said[-1] == ""
    stage.point_at("c1", 2)
    assert said[-1].startswith("C1 · map 3")


def test_that_another_network_lets_the_line_go(stage: Stage, said: list[str]) -> None:
    stage.point_at("output", 7)
    mlp = next(one for one in offered_networks() if one.network.name == "mlp")
    stage.networks.replace(mlp)
    stage.wait_for_answer()
    assert said[-1] == ""


def test_that_another_picture_says_the_new_numbers(
    stage: Stage, said: list[str]
) -> None:
    stage.point_at("output", 7)
    before = said[-1]
    stage.show_sample("three")
    assert said[-1].startswith("Output · 7")
    assert said[-1] != before


def test_that_a_name_is_let_go_when_the_pointer_leaves(
    stage: Stage, said: list[str]
) -> None:
    QTest.mouseMove(stage.columns, QPoint(3, 3))
    point_at_name(stage, "c3")
    assert said[-1].startswith("C3")
    QApplication.sendEvent(stage.columns, QEvent(QEvent.Type.Leave))
    assert said[-1] == ""


def test_that_from_a_name_to_its_map_the_map_is_said(
    stage: Stage, said: list[str]
) -> None:
    QTest.mouseMove(stage.columns, QPoint(3, 3))
    point_at_name(stage, "c3")
    QTest.mouseMove(stage.columns, stage.middle("c3", 0))
    assert said[-1].startswith("C3 · map 1 ")


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_S])
def test_that_the_summary_or_the_steps_in_front_let_it_go(
    stage: Stage, said: list[str], key: Qt.Key
) -> None:
    stage.open_number("c3", 4)
    stage.point_at("c1", 2)
    assert said[-1] != ""
    is_summary = key == Qt.Key.Key_M
    stage.press(key, Qt.KeyboardModifier.ControlModifier if is_summary else None)
    assert said[-1] == ""


def test_that_the_window_itself_says_nothing_of_what_is_gone(
    session: Session, qtbot: QtBot
) -> None:
    window, store = session.window, session.network.store
    window.show_page("network")
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    page = window.page
    columns = page._stage.columns  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(columns.place.layout.placed))
    line = window._status._page_text
    block = store.state.block("output").place
    QTest.mouseMove(columns, QPoint(3, 3))
    QTest.mouseMove(columns, columns.tile_box(block, 7).center().toPoint())
    assert line.text().startswith("Output · 7")
    for layer in ("c1", "c3", "s4", "f6"):
        session.network.open_map(layer, 0)
        assert line.text() == ""

"""The legend under the columns: which numbers the colours stand for."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.colours_legend import ColoursLegend
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.numbers import short
from tests.helpers.session import session

__all__ = ["session"]


@pytest.fixture
def legend(session: Session, qtbot: QtBot) -> ColoursLegend:
    session.window.resize(1280, 800)
    session.window.show_page("network")
    qtbot.waitUntil(lambda: session.network.store.state.answer is not None)
    return session.window.page.findChild(ColoursLegend)


def point_at(session: Session, block: int, tile: int) -> None:
    columns = session.window.page.findChild(NetworkColumns)
    QTest.mouseMove(columns, columns.tile_box(block, tile).center().toPoint())


def ends(session: Session, layer: str, tile: int | None = None) -> tuple[str, str]:
    """Return the largest number of a layer, or of one of its maps, as ReLU leaves it."""
    answer = session.network.store.state.answer
    assert answer is not None
    values = answer.values(layer)
    return "0", short(float((values if tile is None else values[tile]).max()))


def test_that_the_legend_has_the_range_of_what_is_pointed_at(
    session: Session, legend: ColoursLegend
) -> None:
    point_at(session, 2, 5)
    low, high = ends(session, "c3_relu")
    assert legend.isVisible()
    assert legend.accessibleName() == f"Colours of C3: from {low} to {high}"

    point_at(session, -1, 0)
    assert legend.accessibleName() == "Colours of Input: from 0 to 255"


def test_that_the_legend_follows_who_shares_a_range(
    session: Session, legend: ColoursLegend, qtbot: QtBot
) -> None:
    point_at(session, 2, 5)
    _, high = ends(session, "c3_relu", 5)
    session.network.use_ranges("map")
    said = f"Colours of C3 · map 6: from 0 to {high}"
    qtbot.waitUntil(lambda: legend.accessibleName() == said)

    session.network.use_ranges("network")
    answer = session.network.store.state.answer
    assert answer is not None
    qtbot.waitUntil(lambda: "all layers" in legend.accessibleName())
    blocks = [block.shown for block in session.network.store.state.shown]
    largest = max(float(abs(answer.values(name)).max()) for name in blocks)
    assert legend.accessibleName().endswith(f"from 0 to {short(largest)}")


def test_that_the_legend_never_lies_over_the_opened_map(
    session: Session, legend: ColoursLegend, qtbot: QtBot
) -> None:
    panel = session.window.page.findChild(OpenedPanel)
    for layer in ("c1_relu", "c3_relu", "c5_relu"):
        session.network.cut(0)
        session.network.open_map(layer, 0)
        qtbot.waitUntil(panel.isVisible)
        is_over = panel.geometry().intersects(legend.geometry())
        assert legend.isVisible() != is_over
    session.network.open_map("c1_relu", 0)
    qtbot.waitUntil(lambda: not legend.isVisible())
    session.network.cut(0)
    assert legend.isVisible()


def covered(session: Session, legend: ColoursLegend) -> bool:
    """Whether a map lies under the legend, where it is seen."""
    columns = session.window.page.findChild(NetworkColumns)
    place = QRectF(legend.geometry())
    boxes = [QRectF(*each.box) for each in columns.place.layout.placed]
    return legend.isVisible() and any(place.intersects(each) for each in boxes)


def test_that_the_legend_makes_way_for_whatever_comes_to_lie_under_it(
    session: Session, legend: ColoursLegend, qtbot: QtBot
) -> None:
    columns = session.window.page.findChild(NetworkColumns)
    assert legend.isVisible()
    for _ in range(8):
        QTest.keyClick(columns, Qt.Key.Key_Plus)
    assert not covered(session, legend)
    assert not legend.isVisible()

    session.window.actions_of_window.languages.values["pt_BR"].trigger()
    assert not covered(session, legend)
    QTest.keyClick(columns, Qt.Key.Key_0)
    assert legend.isVisible()
    assert not covered(session, legend)

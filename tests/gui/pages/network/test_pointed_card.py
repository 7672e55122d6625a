"""The card beside a pointed number: what it says, where it stands, and Follow."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.pages.network.views.opened.pointed_card import PointedCard
from tests.helpers.network_stage import NetworkStageOf

Stage = NetworkStageOf


@pytest.fixture
def panel(stage: Stage) -> OpenedPanel:
    """The sum of a number of C3, opened."""
    stage.presenter.open_map("c3_relu", 13)
    stage.presenter.open_cell(2, 4)
    panel = stage.find(OpenedPanel)
    stage.page.grab()
    return panel


def point_at(panel: OpenedPanel, row: int, column: int) -> PointedCard:
    spot = panel.rows.box_of(row, column).center().toPoint()
    QTest.mouseMove(panel.rows, QPoint(1, 1))
    QTest.mouseMove(panel.rows, spot)
    assert panel.card.isVisible()
    return panel.card


def test_that_it_reads_the_product_and_where_the_number_is(panel: OpenedPanel) -> None:
    card = point_at(panel, 5 + 2, 3)

    window = panel.rows.shown.rows[1]
    product = float(window.cells_hw[2, 3] * window.kernel_hw[2, 3])  # type: ignore[index]
    said, place = card.words
    sign = "=" if "=" in said else "≈"
    exact = panel.rows.number_at(5 + 2, 3)
    assert (sign == "=") == (said == exact or not product)
    number = float(said.split(f"{sign} ")[1].replace("−", "-"))
    assert number == pytest.approx(product, rel=1e-3)
    assert place == "S2 · map 2, row 5, column 8"
    right = panel.rows.rows_layout.rows[1].kernel
    assert right is not None
    assert card.x() > right[0] + right[2]
    assert panel.rect().contains(card.geometry())


def test_that_follow_opens_that_number(stage: Stage, panel: OpenedPanel) -> None:
    card = point_at(panel, 5 + 2, 3)

    stage.qtbot.mouseClick(card.follow, Qt.MouseButton.LeftButton)

    assert stage.presenter.store.state.place == Place("s2", 1, (4, 7))
    assert card.isHidden()


def test_that_a_weight_is_read_and_leads_nowhere(panel: OpenedPanel) -> None:
    card = point_at(panel, 2, 5 + 1)

    assert card.words[1].startswith("kernel of S2 · map 1, row 3, column 2")
    assert card.follow.isHidden()


def test_that_the_pointer_can_go_to_it_across_other_numbers(
    stage: Stage, panel: OpenedPanel
) -> None:
    card = point_at(panel, 5 + 2, 1)
    said = card.words
    QTest.mouseMove(panel.rows, panel.rows.box_of(5 + 2, 4).center().toPoint())
    assert card.words == said
    QTest.mouseMove(card, QPoint(5, 5))
    assert card.isVisible()
    assert card.words == said


def test_that_it_goes_once_nothing_is_pointed_at(
    stage: Stage, panel: OpenedPanel
) -> None:
    card = point_at(panel, 5 + 2, 1)

    QTest.mouseMove(panel.rows, QPointF(2, panel.rows.height() - 2).toPoint())

    stage.qtbot.waitUntil(card.isHidden)


def test_that_it_goes_when_another_number_is_opened(
    stage: Stage, panel: OpenedPanel
) -> None:
    card = point_at(panel, 5 + 2, 1)

    stage.presenter.open_cell(2, 5)

    assert card.isHidden()

"""A map opened as a whole, and the overview of a network that is larger than the page."""

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.pages.network.views.opened.value_card import ValueCard
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.unit_view.rows.map_rows_view import MapRowsView
from tests.helpers.network_stage import NetworkStageOf, click

Key, Stage = Qt.Key, NetworkStageOf


def test_that_a_row_shows_a_map_its_kernel_and_what_it_adds(stage: Stage) -> None:
    stage.click_map("c3", 13)
    maps, whole = stage.find(MapRowsView), stage.state.whole_map()
    assert whole is not None
    assert stage.rows.isHidden()
    assert [row.index for row in maps.shown.rows] == list(range(6))
    for row, part in zip(maps.shown.rows, whole.parts, strict=True):
        np.testing.assert_array_equal(row.cells_hw, part.map_hw)
        np.testing.assert_array_equal(row.kernel_hw, part.kernel_hw)
        np.testing.assert_array_equal(row.result_hw, part.partial_hw)
    assert len(stage.columns._threads) == 6
    assert maps.reading_of(1, 0).startswith("S2 · map 2: from ")
    assert maps.reading_of(1, 1).startswith("kernel of S2 · map 2: from ")
    assert maps.reading_of(1, 2).startswith("what S2 · map 2 adds: from ")
    for row in range(6):
        for column in range(3):
            assert maps.cell_at(maps.box_of(row, column).center()) == (row, column)
    said = stage.find(ValueCard).accessibleName()
    row, column = np.argwhere(whole.values_hw == whole.values_hw.max())[0]
    assert row != column  # or a swap of the two would not be seen
    assert said.startswith(f"Largest: row {row + 1}, column {column + 1}")
    assert f"{whole.values_hw.max():.6f}" in said


def test_that_a_click_on_a_map_of_a_row_opens_the_map_before(stage: Stage) -> None:
    stage.click_map("c3", 13)
    maps = stage.find(MapRowsView)
    click(maps, maps.box_of(2, 1).center())  # its kernel leads nowhere
    assert stage.place == Place("c3_relu", 13)
    click(maps, maps.box_of(2, 0).center())
    assert stage.place == Place("s2", 2)
    assert len(maps.shown.rows) == 1
    assert maps.shown.rows[0].kernel_hw is None
    click(maps, maps.box_of(0, 0).center())
    assert stage.place == Place("c1_relu", 2)
    stage.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage.place == Place("s2", 2)


def test_that_return_on_a_map_just_opened_opens_its_largest_number(
    stage: Stage,
) -> None:
    stage.click_map("c3", 13)
    whole = stage.state.whole_map()
    assert whole is not None
    stage.press(Key.Key_Return)
    largest = np.unravel_index(whole.values_hw.argmax(), whole.values_hw.shape)
    assert stage.place == Place("c3_relu", 13, largest)
    assert stage.find(ValueCard).accessibleName().startswith("Row")


def test_that_a_click_that_misses_everything_in_the_panel_changes_nothing(
    stage: Stage,
) -> None:
    stage.click_map("c3", 13)
    panel = stage.find(OpenedPanel)
    before = stage.place
    for corner in (panel.rect().topLeft(), panel.rect().bottomRight()):
        QTest.mouseClick(panel, Qt.MouseButton.LeftButton, pos=corner)
        assert stage.place == before


def test_that_return_while_a_map_is_open_opens_no_other(stage: Stage) -> None:
    stage.click_map("c1", 3)
    before = stage.place
    stage.columns.setFocus()
    QTest.keyClick(stage.columns, Key.Key_Return)
    assert stage.place == before


def test_that_return_opens_the_map_that_the_keys_have_come_to(stage: Stage) -> None:
    stage.click_map("c3", 13)
    maps = stage.find(MapRowsView)
    maps.setFocus()
    stage.press(Key.Key_Down)
    read = maps.hovered_cell
    assert read is not None
    stage.press(Key.Key_Return)
    assert stage.place == Place("s2", read[0])


def test_that_a_click_on_a_number_of_the_map_opens_it(stage: Stage) -> None:
    stage.click_map("c3", 13)
    canvas = stage.find(GridCanvas, "opened_map")
    click(canvas, canvas.box_of(4, 6).center())
    assert stage.place == Place("c3_relu", 13, (4, 6))
    assert stage.rows.isVisible()


def test_that_the_whole_map_follows_the_picture(stage: Stage) -> None:
    stage.click_map("c3", 13)
    before = stage.find(MapRowsView).shown.rows[0].cells_hw
    stage.show_sample("three")
    assert stage.place == Place("c3_relu", 13)
    after = stage.find(MapRowsView).shown.rows[0].cells_hw
    np.testing.assert_array_equal(after, stage.state.answer.values("s2")[0])
    assert (after != before).any()


def test_that_a_press_in_the_overview_goes_there_and_opens_nothing(
    stage: Stage,
) -> None:
    columns = stage.columns
    assert columns.place.overview is None
    columns.place.zoom(6.0, QPointF(0, 0))
    overview = columns.place.overview
    assert overview is not None
    end = QPoint(int(overview.box.right()) - 3, int(overview.box.center().y()))
    click(columns, end)
    assert stage.place is None
    assert columns.place.overview.seen.right() > overview.box.right() - 1
    left, start = Qt.MouseButton.LeftButton, overview.box.center().toPoint()
    QTest.mousePress(columns, left, pos=start)
    QTest.mouseMove(columns, QPoint(int(overview.box.left()) + 2, start.y()))
    QTest.mouseRelease(columns, left, pos=start)
    assert columns.place.overview.seen.left() < overview.box.left() + 1
    QApplication.sendPostedEvents()
    stage.press(Key.Key_0)
    assert columns.place.overview is None

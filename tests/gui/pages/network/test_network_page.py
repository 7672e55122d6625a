"""The Network page driven by real events: from a map to a number, to one before it, back."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.draw_way import DrawWay
from cnnviz.pages.network.views.opened.value_card import ValueCard
from cnnviz.pages.network.views.path_bar import PathBar
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.level import level_of
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.texts import sentence
from tests.helpers.network_stage import NetworkStageOf, click

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Stage = NetworkStageOf


def crumbs(stage: Stage) -> list[str]:
    buttons = stage.find(PathBar).findChildren(QToolButton)
    return [
        button.text()
        for button in buttons
        if button.isVisible() and button.objectName().startswith("path_")
    ]


class TestPointing:
    def test_that_a_map_is_tied_to_those_that_feed_it_and_read_aloud(
        self, stage: Stage
    ) -> None:
        said: list[str] = []
        stage.page.status_message.connect(said.append)
        stage.point_at("c3", 13)
        columns = stage.columns
        assert columns.pointed == (stage.block("c3"), 13)
        assert columns._feeding == {stage.block("s2"): tuple(range(6))}
        assert said[-1].startswith("C3 · map 14 · convolution 2: 16 maps of 10 × 10")
        stage.point_at("c1", 2)
        assert columns._feeding == {-1: (0,)}
        QTest.mouseMove(columns, QPoint(3, 3))
        assert columns._feeding == {}
        assert said[-1] == ""

    def test_that_maps_that_feed_the_one_that_is_pointed_at_stand_out(
        self, stage: Stage
    ) -> None:
        stage.point_at("c3", 13)
        standing_out = stage.columns.grab().toImage()
        stage.columns.show_feeding({}, {})
        assert stage.columns.grab().toImage() != standing_out

    def test_that_a_map_of_a_pooling_is_fed_by_the_one_it_stands_over(
        self, stage: Stage
    ) -> None:
        stage.point_at("s2", 4)
        assert stage.columns._feeding == {stage.block("c1"): (4,)}

    def test_that_what_is_made_of_a_map_stands_out_with_it(self, stage: Stage) -> None:
        stage.point_at("c1", 4)
        assert stage.columns._fed == {stage.block("s2"): (4,)}
        stage.point_at("s2", 4)
        assert stage.columns._fed == {stage.block("c3"): tuple(range(16))}
        QTest.mouseMove(stage.columns, QPoint(3, 3))
        assert stage.columns._fed == {}

    def test_that_arrows_read_maps_and_return_opens_the_one_that_was_read(
        self, stage: Stage
    ) -> None:
        stage.columns.setFocus()
        for key in (Key.Key_Right, Key.Key_Right, Key.Key_Down, Key.Key_Down):
            stage.press(key)
        block, tile = stage.columns.pointed
        stage.press(Key.Key_Return)
        opened = stage.place
        assert opened is not None
        assert opened.layer == stage.state.shown[block].shown
        assert opened.channel == tile


class TestOpening:
    def test_that_a_click_opens_a_map_in_place_and_b_its_largest_number(
        self, stage: Stage
    ) -> None:
        stage.click_map("c3", 13)
        assert stage.place is not None
        assert (stage.place.layer, stage.place.channel) == ("c3_relu", 13)
        assert stage.panel.isVisible()
        left = stage.panel.x()
        layout = stage.columns.place.layout
        for block in stage.state.shown:
            box = layout.placed[block.place].box
            if block.depth < stage.state.block("c3").depth:
                assert box[0] + box[2] <= left
            else:
                assert box[0] >= left + stage.panel.width()
        assert stage.find(GridCanvas, "opened_map").hasFocus()
        assert stage.state.unit() is None
        assert stage.panel.maps.isVisible()
        stage.press(Key.Key_B)
        assert stage.rows.isVisible()
        assert stage.find(GridCanvas, "opened_map").hasFocus()
        unit = stage.state.unit()
        assert unit is not None
        assert f"{unit.value:.6f}" in stage.find(ValueCard).accessibleName()

    def test_that_the_windows_stand_at_the_heights_of_their_maps(
        self, stage: Stage
    ) -> None:
        stage.page.resize(1592, 900)
        stage.click_map("c3", 13)
        columns, panel = stage.columns, stage.panel
        shown = panel.windows_shown()
        assert len(shown) == 6
        for index, top, bottom in shown:
            map_ = columns.tile_box(stage.block("s2"), index)
            middle = panel.y() + (top + bottom) / 2
            assert middle == pytest.approx(map_.center().y(), abs=1.5)
        assert len(columns._threads) == 6

    def test_that_esc_goes_back_one_level_and_then_closes(self, stage: Stage) -> None:
        stage.open_number("c3", 13)
        stage.click_row(2, 2)
        assert len(stage.state.way.trail) == 2
        stage.press(Key.Key_Escape)
        assert len(stage.state.way.trail) == 1
        stage.press(Key.Key_Escape)
        assert stage.state.whole_map() is not None
        stage.press(Key.Key_Escape)
        assert stage.place is None
        assert not stage.panel.isVisible()
        assert not stage.page.go_back()

    def test_that_a_click_beside_all_goes_back_too(self, stage: Stage) -> None:
        stage.click_map("c3", 13)
        beside = QPoint(3, 3)
        assert stage.columns.cell_at(QPointF(beside)) is None
        click(stage.columns, beside)
        assert stage.place is None
        click(stage.columns, QPoint(3, 3))
        assert stage.place is None

    def test_that_the_picture_opens_to_its_levels(self, stage: Stage) -> None:
        stage.click_map("input", 0)
        assert stage.place is not None
        assert stage.place.layer == "input"
        pixel = stage.state.pixel()
        assert pixel is not None
        assert pixel.level == 255
        assert "255 / 255 = 1" in stage.find(ValueCard).lines

    def test_that_a_number_of_the_answer_opens_from_its_cell(
        self, stage: Stage
    ) -> None:
        stage.click_map("output", 7)
        unit = stage.state.unit()
        assert unit is not None
        assert unit.at == (7,)
        assert len(unit.windows) == 84
        assert len(stage.rows.shown.rows) == 14
        assert stage.rows.shown.folded == 70
        total = sum(row.total for row in stage.rows.shown.rows)
        total += stage.rows.shown.folded_total
        bias = float(unit.unit.parts.facts["bias"])
        assert total + bias == pytest.approx(unit.value, abs=1e-4)


class TestGoingOn:
    def test_that_a_click_on_a_number_opens_what_it_is_made_of(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        row = stage.rows.shown.rows[3]
        stage.click_row(3 * 5 + 1, 2)
        assert stage.place == Place("s2", 3, row.source(1, 2))
        unit = stage.state.unit()
        assert unit is not None
        assert unit.value == pytest.approx(float(row.cells_hw[1, 2]))
        assert crumbs(stage)[1:3] == ["C3 · map 14", "S2 · map 4"]

    def test_that_padding_leads_nowhere(self, stage: Stage) -> None:
        stage.presenter.open_map("c1", 0)
        stage.presenter.open_cell(0, 0)
        before = stage.state.way
        assert stage.rows.shown.rows[0].source(0, 0) is None
        stage.click_row(0, 0)
        assert stage.state.way is before

    def test_that_return_opens_the_number_that_the_keys_have_come_to(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        stage.rows.setFocus()
        stage.press(Key.Key_Down)
        stage.press(Key.Key_Right)
        read = stage.rows.hovered_cell
        assert read is not None
        part = stage.rows.part_at(*read)
        assert part is not None
        stage.press(Key.Key_Return)
        assert stage.place is not None
        assert stage.place.layer == "s2"
        assert stage.place.cell == part[0].source(*part[2:])

    def test_that_a_weight_is_told_apart_from_a_number(self, stage: Stage) -> None:
        stage.open_number("c3", 13)
        weights: list[tuple[int, int, int]] = []
        stage.panel.weight_chosen.connect(lambda *at: weights.append(at))
        before = stage.state.way
        stage.click_row(5 + 2, 5 + 4)
        assert weights == [(1, 2, 4)]
        assert stage.state.way is before

    def test_that_the_path_leads_back_and_the_arrows_back_and_forth(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        stage.click_row(1, 1)
        stage.click_row(1, 1)
        assert [place.layer for place in stage.state.way.trail] == [
            "c3_relu", "s2", "c1_relu",
        ]  # fmt: skip
        stage.page.resize(1592, 740)
        QApplication.sendPostedEvents()
        click(stage.find(QToolButton, "path_1"), QPoint(8, 8))
        assert [place.layer for place in stage.state.way.trail] == ["c3_relu"]
        stage.press(Key.Key_Left, Modifier.AltModifier)
        assert len(stage.state.way.trail) == 3
        stage.press(Key.Key_Left, Modifier.AltModifier)
        assert len(stage.state.way.trail) == 2
        stage.press(Key.Key_Right, Modifier.AltModifier)
        assert len(stage.state.way.trail) == 3
        click(stage.find(QToolButton, "path_0"), QPoint(8, 8))
        assert stage.place is None

    def test_that_a_long_way_keeps_its_end_where_there_is_no_room(
        self, stage: Stage
    ) -> None:
        for name in ("output", "f6_relu", "c5_relu", "s4", "c3_relu", "s2", "c1_relu"):
            stage.presenter.follow(name, 0, 0, 0)
        for width in (1192, 860):
            stage.page.resize(width, 740)
            QApplication.sendPostedEvents()
            shown = crumbs(stage)
            assert "…" in shown
            assert shown[-1] == "row 1, column 1"
            bar = stage.find(PathBar)
            for button in bar.findChildren(QToolButton):
                if button.isVisible():
                    assert button.geometry().right() <= bar.width()
                    assert button.width() >= button.minimumSizeHint().width()


class TestStepping:
    def test_that_the_keys_of_the_walk_step_across_the_map(self, stage: Stage) -> None:
        stage.click_map("c3", 13)
        stage.presenter.open_cell(2, 3)
        seen = []
        for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
            stage.press(key)
            seen.append(stage.place.cell)
        assert seen == [(2, 4), (3, 4), (3, 3), (2, 3)]
        stage.press(Key.Key_End)
        assert stage.place.cell == (9, 9)
        stage.press(Key.Key_Home)
        assert stage.place.cell == (0, 0)
        assert stage.find(ValueCard).accessibleName().startswith("Row 1, column 1")

    def test_that_page_up_and_down_change_the_map(self, stage: Stage) -> None:
        stage.open_number("c3", 13)
        cell = stage.place.cell
        stage.press(Key.Key_PageDown)
        assert (stage.place.channel, stage.place.cell) == (14, cell)
        stage.press(Key.Key_PageUp)
        stage.press(Key.Key_PageUp)
        assert stage.place.channel == 12

    def test_that_b_finds_the_largest_number_and_a_click_any(
        self, stage: Stage
    ) -> None:
        stage.open_number("c1", 0)
        largest = stage.place.cell
        stage.press(Key.Key_Home)
        assert stage.place.cell == (0, 0) != largest
        stage.press(Key.Key_B)
        assert stage.place.cell == largest
        canvas = stage.find(GridCanvas, "opened_map")
        click(canvas, canvas.box_of(4, 6).center())
        assert stage.place.cell == (4, 6)

    def test_that_the_space_bar_plays_and_hiding_the_page_stops_it(
        self, stage: Stage
    ) -> None:
        stage.click_map("c1", 0)
        stage.press(Key.Key_Home)
        stage.press(Key.Key_Space)
        stage.qtbot.waitUntil(lambda: stage.place.cell != (0, 0))
        stage.page.set_shown(False)
        assert not stage.page._steps.is_playing

    def test_that_nothing_can_be_stepped_while_nothing_is_open(
        self, stage: Stage
    ) -> None:
        names = ("unit_forward", "unit_next_map", "unit_largest", "unit_play")
        actions = [stage.page.findChild(QAction, name) for name in names]
        assert not any(action.isEnabled() for action in actions)
        stage.click_map("c1", 0)
        assert all(action.isEnabled() for action in actions)


class TestFollowing:
    def test_that_the_open_number_follows_the_picture(self, stage: Stage) -> None:
        stage.open_number("c3", 13)
        place, before = stage.place, stage.find(ValueCard).accessibleName()
        stage.show_sample("three")
        assert stage.place == place
        assert stage.find(ValueCard).accessibleName() != before
        unit = stage.state.unit()
        shown = np.stack([row.cells_hw for row in stage.rows.shown.rows])
        np.testing.assert_array_equal(
            shown, np.stack([window.cells_hw for window in unit.windows])
        )

    def test_that_an_empty_drawing_says_so_and_the_network_stays(
        self, stage: Stage
    ) -> None:
        stage.pictures.replace(drawing(np.zeros((280, 280), np.uint8)))
        stage.qtbot.waitUntil(lambda: stage.state.error is not None)
        texts = [label.text() for label in stage.page.findChildren(FittingLabel)]
        assert sentence(stage.state.error) in texts
        assert len(stage.columns.place.layout.placed) == 9
        stage.click_map("c3", 2)  # opens nothing: there is no number yet
        assert stage.place is None
        way = stage.page.findChild(DrawWay)
        assert way.isVisible()
        with stage.qtbot.waitSignal(stage.page.page_wanted) as wanted:
            stage.qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
        assert wanted.args == ["draw"]
        stage.show_sample("three")
        assert not way.isVisible()

    def test_that_another_network_stands_in_the_columns(self, stage: Stage) -> None:
        stage.click_map("c3", 13)
        stage.networks.replace(CurrentNetwork(NETWORKS["mlp"], None, "untrained"))
        stage.wait_for_answer()
        assert stage.place is None
        assert not stage.panel.isVisible()
        assert len(stage.columns.place.layout.placed) == len(stage.state.shown) + 1
        texts = [label.text() for label in stage.page.findChildren(FittingLabel)]
        assert any("has learned nothing" in text for text in texts)
        stage.click_map("dense1", 5)
        unit = stage.state.unit()
        assert unit is not None
        assert unit.windows[0].cells_hw.shape == (28, 28)  # the picture, not a row

    def test_that_the_chooser_changes_the_network(self, stage: Stage) -> None:
        mlp = CurrentNetwork(NETWORKS["mlp"], None, "untrained")
        stage.choices.offer(mlp)
        stage.choices.choose(mlp)
        stage.wait_for_answer()
        assert stage.state.answering is mlp
        assert stage.find(QWidget, "network_button").accessibleName().find("MLP") >= 0


class TestRangesAndLayers:
    def test_that_a_button_lets_maps_share_their_colours(self, stage: Stage) -> None:
        pictures = stage.state.answer.pictures
        assert pictures["c1_relu"].high != pictures["c3_relu"].high
        click(stage.find(QToolButton, "range_network_button"), QPoint(8, 8))
        stage.wait_for_answer()
        pictures = stage.state.answer.pictures
        assert pictures["c1_relu"].high == pictures["c3_relu"].high
        click(stage.find(QToolButton, "range_map_button"), QPoint(8, 8))
        stage.wait_for_answer()
        own = stage.state.answer.pictures["c1_relu"]
        assert own.range_of(0) != own.range_of(1)

    def test_that_each_layer_can_have_a_column_of_its_own(self, stage: Stage) -> None:
        stage.columns.setFocus()
        stage.press(Key.Key_A)
        stage.wait_for_answer()
        assert len(stage.state.shown) == len(stage.state.network.layers)
        stage.open_number("c1_relu", 0)
        unit = stage.state.unit()
        assert unit is not None
        assert [each.layer.name for each in unit.chain] == ["c1_relu"]
        stage.click_row(0, 0)
        assert stage.place.layer == "c1"


class TestReading:
    def test_that_a_screen_reader_finds_maps_and_what_they_hold(
        self, stage: Stage
    ) -> None:
        columns, block = stage.columns, stage.block("c3")
        said = columns.reading_of(13, block + 1)
        assert said.startswith("C3 · map 14: from 0 to ")
        assert columns.reading_of(0, 0) == "Input"
        rows, places = columns.readable()
        assert (len(rows), len(places)) == (120, 9)
        for cell in ((13, block + 1), (0, 0), (6, stage.block("output") + 1)):
            assert columns.cell_at(columns.box_of(*cell).center()) == cell
        answer = columns.reading_of(7, stage.block("output") + 1)
        assert answer.startswith("Output · 7: ")

    def test_that_a_screen_reader_finds_windows_and_their_products(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        rows = stage.rows
        row = rows.shown.rows[1]
        cell, weight = float(row.cells_hw[2, 3]), float(row.kernel_hw[2, 3])
        at = row.source(2, 3)
        said = rows.reading_of(5 + 2, 3)
        assert said.startswith(f"S2 · map 2, row {at[0] + 1}, column {at[1] + 1}: ")
        assert " × " in said
        product = float(said.rsplit("= ", 1)[1].replace("−", "-").replace(",", ""))
        assert product == pytest.approx(cell * weight, rel=1e-3, abs=1e-6)
        assert rows.reading_of(5, 5).startswith("kernel of S2 · map 2, row 1, column 1")
        for grid_cell in ((0, 0), (7, 3), (29, 9), (12, 6)):
            middle = rows.box_of(*grid_cell).center()
            assert rows.cell_at(middle) == grid_cell
        assert rows.numbers().shape == (30, 10)

    def test_that_tab_goes_through_the_page_from_left_to_right(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        stage.columns.setFocus()
        seen = []
        for _ in range(30):
            stage.press(Key.Key_Tab)
            focus = QApplication.focusWidget()
            if focus is None or focus.objectName() in seen:
                break
            seen.append(focus.objectName())
        inside = [name for name in seen if name in ("unit_rows", "opened_map")]
        assert inside == ["unit_rows", "opened_map"]
        assert "path_0" in seen

    def test_that_few_controls_are_for_the_first_look_with_a_number_open(
        self, stage: Stage
    ) -> None:
        stage.open_number("c3", 13)
        for _ in range(3):
            stage.click_row(1, 1)
        first = {
            button.objectName()
            for button in stage.page.findChildren(QToolButton)
            if button.isVisible() and level_of(button) == "first"
        }
        assert len(first) <= 9, first

"""The Draw page driven by real events, with a real network behind it."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture, drawing
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.network_view.map_detail import MapDetail
from cnnviz.ui.network_view.map_zoom import LONGEST_MS
from cnnviz.ui.network_view.network_view import OpenMap
from cnnviz.ui.numbers import sure_percent
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.draw_stage import (
    LENET,
    ONE,
    SEVEN,
    SHIPPED,
    THREE,
    Points,
    Stage,
    random_network,
)

needs_weights = pytest.mark.skipif(
    not SHIPPED, reason="resources/weights/lenet5.safetensors is not there yet"
)


def test_that_an_empty_sheet_says_what_to_do(stage: Stage) -> None:
    stage.qtbot.waitUntil(lambda: stage.presenter.store.state.error is not None)
    assert "Draw a digit" in stage.text("answer_message")
    assert stage.text("answer_digit") == "?"


def test_that_a_picture_without_ink_says_so_and_what_to_do(stage: Stage) -> None:
    blank = np.full((1, 60, 90), 230, np.uint8)
    stage.pictures.replace(SharedPicture(Picture(blank, "blank.png"), "file"))
    stage.qtbot.waitUntil(lambda: "no digit to read" in stage.text("answer_message"))
    assert "Open one" in stage.text("answer_message")
    stage.draw(THREE)
    assert "no digit to read" not in stage.text("answer_message")


def test_that_a_stroke_fills_every_layer_and_the_answer(stage: Stage) -> None:
    stage.draw(THREE)
    trace = stage.trace
    best = int(trace.probabilities.argmax())
    assert stage.text("answer_digit") == str(best)
    assert stage.text("answer_percent") == sure_percent(trace.probabilities[best])
    for output in trace.layers:
        if output.kind == "flatten":
            continue
        picture = stage.tiles(output.name).picture
        assert picture is not None
        assert (picture.values == output.values).all()


def test_that_the_stages_of_preparation_show_beside_the_pad(stage: Stage) -> None:
    stage.draw(ONE)
    digit = stage.find(LayerTiles, "stage_digit").picture
    answer = stage.presenter.store.state.answer
    assert digit is not None
    assert answer is not None
    assert (digit.atlas == answer.preparation.digit_hw).all()


def test_that_undo_takes_back_one_stroke_and_redo_brings_it(stage: Stage) -> None:
    stage.draw(ONE)
    one = stage.pictures.state
    stage.draw([(60, 140), (220, 140)])
    button = stage.find(QToolButton, "undo_stroke")
    stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stage.pictures.state is one
    stage.wait_for_answer()
    stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    stage.qtbot.waitUntil(lambda: stage.presenter.store.state.error is not None)
    assert not button.isEnabled()
    stage.undo.redo()
    assert stage.pictures.state is one
    stage.wait_for_answer()


def test_that_undo_brings_the_ink_back_on_the_pad(stage: Stage) -> None:
    stage.draw(ONE)
    before = stage.pad.grab().toImage()
    stage.draw([(60, 140), (220, 140)])
    assert stage.pad.grab().toImage() != before
    stage.undo.undo()
    stage.wait_for_answer()
    QTest.mouseMove(stage.pad, stage.pad.to_widget(QPointF(*ONE[-1])).toPoint())
    assert stage.pad.grab().toImage() == before


def test_that_delete_clears_and_e_toggles_the_eraser(stage: Stage) -> None:
    stage.draw(ONE)
    actions = {action.objectName(): action for action in stage.page.page_actions()}
    actions["eraser"].trigger()
    assert stage.pad.erasing
    stage.draw([(150, 20), (150, 150)], answered=False)
    ink = stage.pictures.state.ink_hw
    assert ink is not None
    assert ink[100, 150] == 0
    actions["eraser"].trigger()
    assert not stage.pad.erasing
    stage.draw(ONE)
    actions["clear_drawing"].trigger()
    ink = stage.pictures.state.ink_hw
    assert ink is not None
    assert not ink.any()
    assert actions["clear_drawing"].shortcut().toString() == "Del"
    assert actions["eraser"].shortcut().toString() == "E"


def test_that_the_brackets_change_the_pen(stage: Stage) -> None:
    actions = {action.objectName(): action for action in stage.page.page_actions()}
    width = stage.pad.pen_width
    actions["pen_thicker"].trigger()
    assert stage.pad.pen_width == width + 2
    actions["pen_thinner"].trigger()
    actions["pen_thinner"].trigger()
    assert stage.pad.pen_width == width - 2


def test_that_a_click_enlarges_a_map_with_its_numbers_and_esc_goes_back(
    stage: Stage,
) -> None:
    stage.draw(THREE)
    stage.click_map("c3", 4)
    canvas = stage.find(GridCanvas, "map_canvas")
    assert canvas.isVisible()
    assert canvas.values_hw is not None
    assert (canvas.values_hw == stage.trace.layers[3].values[4]).all()
    stage.qtbot.keyClick(stage.find(LayerTiles, "map_strip"), Qt.Key.Key_Escape)
    assert not canvas.isVisible()
    assert stage.tiles("c3").isVisible()
    assert stage.tiles("c3").hasFocus()


def test_that_hovering_an_enlarged_map_reads_its_number_in_full(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("c1", 2)
    canvas = stage.find(GridCanvas, "map_canvas")
    x, y, width, height = canvas.view.rect(10, 12)
    QTest.mouseMove(canvas, QPoint(x + width // 2, y + height // 2))
    said = stage.page.findChild(MapDetail)._reading.text()
    value = float(stage.trace.layers[0].values[2, 10, 12])
    assert said.startswith("Row 11, column 13: ")
    read = float(said.split(" · ")[0].rsplit(" ", 1)[1].replace("−", "-"))
    assert read == pytest.approx(value, rel=1e-6)


def test_that_an_enlarged_map_follows_the_pen(stage: Stage) -> None:
    stage.draw(ONE)
    stage.click_map("c1", 0)
    stage.draw([(60, 140), (220, 140)])
    canvas = stage.find(GridCanvas, "map_canvas")
    assert canvas.values_hw is not None
    assert (canvas.values_hw == stage.trace.layers[0].values[0]).all()


def test_that_arrows_go_to_the_neighbouring_map(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("c3", 4)
    strip = stage.find(LayerTiles, "map_strip")
    stage.qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert stage.maps.opened is not None
    assert stage.maps.opened.index == 5
    stage.qtbot.keyClick(strip, Qt.Key.Key_Left)
    stage.qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    assert stage.maps.opened.index == 3


def test_that_a_click_beside_the_map_goes_back(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("s4", 4)
    detail = stage.page.findChild(MapDetail)
    reading = detail._reading
    stage.qtbot.mouseClick(reading, Qt.MouseButton.LeftButton)
    assert stage.maps.opened is None


def test_that_esc_goes_back_from_the_pad_too(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("c1", 1)
    stage.pad.setFocus()
    stage.qtbot.keyClick(stage.pad, Qt.Key.Key_Escape)
    assert stage.maps.opened is None


def test_that_pointing_at_a_map_says_what_it_is(stage: Stage) -> None:
    stage.draw(THREE)
    said: list[str] = []
    stage.page.status_message.connect(said.append)
    tiles = stage.tiles("s2")
    QTest.mouseMove(tiles, tiles.tile_rect(3).center().toPoint())
    QTest.mouseMove(tiles, QPoint(tiles.width() - 1, tiles.height() - 1))
    values = stage.trace.layers[2].values[3]
    assert said[0].startswith("S2 · max pooling 2 × 2 · map 4 of 6")
    assert f"to {values.max():.4g}" in said[0]
    assert said[-1] == ""


def test_that_a_layer_of_numbers_opens_whole(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("f6", 7)
    canvas = stage.find(GridCanvas, "map_canvas")
    assert canvas.values_hw is not None
    assert (canvas.values_hw.reshape(-1) == stage.trace.layers[9].values).all()
    assert stage.find(LayerTiles, "map_strip").isHidden()


def test_that_the_keyboard_reaches_and_opens_a_map(stage: Stage) -> None:
    stage.draw(THREE)
    tiles = stage.tiles("c1")
    tiles.setFocus()
    stage.qtbot.keyClick(tiles, Qt.Key.Key_Right)
    stage.qtbot.keyClick(tiles, Qt.Key.Key_Return)
    assert stage.maps.opened is not None
    assert stage.maps.opened.index == 1


def test_that_the_last_numbers_are_named_by_their_classes(stage: Stage) -> None:
    stage.draw(THREE)
    said: list[str] = []
    stage.page.status_message.connect(said.append)
    tiles = stage.tiles("output")
    QTest.mouseMove(tiles, tiles.tile_rect(3).center().toPoint())
    assert "· for 3: " in said[-1]
    stage.click_map("output", 3)
    canvas = stage.find(GridCanvas, "map_canvas")
    canvas.read((0, 3))
    labels = [label.text() for label in stage.page.findChildren(QLabel)]
    assert any(text.startswith("Output for 3:") for text in labels)


@pytest.mark.parametrize("reduced", [False, True])
def test_that_a_map_grows_to_its_place_unless_motion_is_reduced(
    stage: Stage, reduced: bool
) -> None:
    stage.draw(THREE)
    stage.page.set_reduced_motion(reduced)
    stage.click_map("c3", 2)
    zoom = stage.maps.zoom
    assert zoom.isVisible() is not reduced
    assert LONGEST_MS <= 250
    stage.qtbot.waitUntil(lambda: not zoom.isVisible(), timeout=3000)
    stage.qtbot.keyClick(stage.page, Qt.Key.Key_Escape)
    assert zoom.isVisible() is not reduced
    stage.qtbot.waitUntil(lambda: not zoom.isVisible(), timeout=3000)
    assert stage.maps.opened is None


def test_that_going_back_leads_to_the_map_that_was_open_last(stage: Stage) -> None:
    stage.draw(THREE)
    stage.click_map("c3", 2)
    strip = stage.find(LayerTiles, "map_strip")
    for _ in range(3):
        stage.qtbot.keyClick(strip, Qt.Key.Key_PageDown)
    stage.qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert stage.maps.opened is None
    stage.qtbot.keyClick(stage.tiles("c3"), Qt.Key.Key_Return)
    assert stage.maps.opened is not None
    assert stage.maps.opened.index == 5


def test_that_an_empty_sheet_still_says_how_good_the_network_is(stage: Stage) -> None:
    stage.draw(THREE)
    before = stage.text("network_line")
    assert "%" in before
    stage.pictures.replace(drawing(np.zeros((280, 280), np.uint8)))
    stage.qtbot.waitUntil(lambda: stage.presenter.store.state.error is not None)
    assert stage.text("network_line") == before


def test_that_the_digit_opens_as_grey_levels(stage: Stage) -> None:
    stage.draw(ONE)
    digit = stage.find(LayerTiles, "stage_digit")
    middle = digit.tile_rect(0).center().toPoint()
    stage.qtbot.mouseClick(digit, Qt.MouseButton.LeftButton, pos=middle)
    canvas = stage.find(GridCanvas, "map_canvas")
    answer = stage.presenter.store.state.answer
    assert answer is not None
    assert canvas.values_hw is not None
    assert (canvas.values_hw == answer.preparation.digit_hw).all()


def test_that_a_picture_is_classified_and_a_stroke_starts_anew(stage: Stage) -> None:
    paper = np.full((1, 90, 60), 230, np.uint8)
    paper[0, 20:70, 25:35] = 30
    photo = SharedPicture(Picture(paper, "one.png"), "file")
    stage.pictures.replace(photo)
    stage.qtbot.waitUntil(
        lambda: (
            (answer := stage.presenter.store.state.answer) is not None
            and answer.trace is not None
            and answer.preparation.box == (20, 25, 50, 10)
        ),
        timeout=30_000,
    )
    stage.draw(ONE)
    assert stage.pictures.state.origin == "drawing"
    stage.undo.undo()
    assert stage.pictures.state is photo


def test_that_a_network_just_trained_takes_over_and_is_named(stage: Stage) -> None:
    stage.draw(THREE)
    before = stage.trace
    other = random_network()
    flipped = {name: -values for name, values in (other.weights or {}).items()}
    stage.networks.replace(CurrentNetwork(LENET, flipped, "trained", 0.5))
    stage.qtbot.waitUntil(lambda: stage.trace is not before, timeout=30_000)
    assert "50.00%" in stage.text("network_line")
    assert "trained here" in stage.text("network_line")


def test_that_a_network_that_hesitates_says_between_what(stage: Stage) -> None:
    stage.networks.replace(
        CurrentNetwork(
            LENET,
            {
                name: np.zeros(shape, np.float32)
                for name, shape in parameter_shapes(LENET).items()
            },
            "trained",
        )
    )
    stage.draw(THREE)
    stage.qtbot.waitUntil(lambda: float(stage.trace.probabilities.max()) < 0.11)
    assert "not sure" in stage.text("answer_message")


def test_that_nothing_is_cut_off_at_the_smallest_window(stage: Stage) -> None:
    stage.draw(THREE)
    stage.page.resize(1832, 1020)
    smallest = stage.page.minimumSizeHint()
    stage.page.resize(smallest)
    for part in stage.page.findChildren(QWidget):
        if part.isVisible():
            place = QRect(part.mapTo(stage.page, QPoint(0, 0)), part.size())
            assert stage.page.rect().contains(place), part.objectName()


def test_that_a_switch_to_portuguese_writes_a_decimal_comma_at_once(
    stage: Stage,
) -> None:
    stage.draw(THREE)
    bars = stage.page.findChild(ProbabilityBars, "probability_bars")
    assert bars is not None
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("pt_BR"))
        QCoreApplication.sendEvent(stage.page, QEvent(QEvent.Type.LanguageChange))
        assert "," in bars.number_at(0, 0)
    finally:
        QLocale.setDefault(before)
    QCoreApplication.sendEvent(stage.page, QEvent(QEvent.Type.LanguageChange))
    assert "." in bars.number_at(0, 0)


@needs_weights
@pytest.mark.parametrize(("points", "digit"), [(ONE, "1"), (THREE, "3"), (SEVEN, "7")])
def test_that_a_digit_drawn_with_the_mouse_is_read_right(
    shipped: Stage, points: Points, digit: str
) -> None:
    shipped.draw(points)
    assert shipped.text("answer_digit") == digit
    assert float(shipped.trace.probabilities.max()) > 0.5


def test_that_colours_of_maps_are_offered_beside_the_maps_only(stage: Stage) -> None:
    button = stage.find(QToolButton, "own_ranges_button")
    for tool, offered in (("maps", True), ("stages", False), ("maps", True)):
        stage.find(QToolButton, f"draw_{tool}_button").click()
        assert button.isVisible() == offered


def test_that_the_maps_lie_as_they_flow_until_every_layer_is_asked_for(
    stage: Stage,
) -> None:
    every = stage.find(QToolButton, "maps_before_button")
    stage.draw(SEVEN)
    shown = [panel.shown.layer.name for panel in stage.maps.maps.panels]
    assert len(shown) == 11

    stage.qtbot.mouseClick(every, Qt.MouseButton.LeftButton)

    shown = [panel.shown.layer.name for panel in stage.maps.maps.panels]
    assert shown == ["c1_relu", "s2", "c3_relu", "s4", "c5_relu", "f6_relu", "output"]
    assert all(panel.tiles.picture is not None for panel in stage.maps.maps.panels)
    stage.click_map("c3_relu", 4)
    assert stage.maps.opened == OpenMap(4, 4)

    stage.qtbot.mouseClick(every, Qt.MouseButton.LeftButton)

    assert stage.maps.opened is None
    assert len(stage.maps.maps.panels) == 11

"""Walking the window by key, mouse, slider and by itself."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QScrollArea,
    QSlider,
    QSpinBox,
    QToolButton,
)

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.views.stage.transport_bar import notch_of, speed_at
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any  # the fixture's type lives in conftest, which is no module to import from

SOBEL_X = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def sum_by_hand(row: int, column: int) -> int:
    picture = load_sample("seven").pixels_chw[0].astype(int)
    return int((picture[row : row + 3, column : column + 3] * SOBEL_X).sum())


def total_on_screen(lab: Lab) -> float:
    text = lab.find(QLabel, "sum_total").text()
    return float(text.removeprefix("= ").replace("−", "-"))


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        (Qt.Key.Key_Right, (13, 14)),
        (Qt.Key.Key_Left, (13, 12)),
        (Qt.Key.Key_Down, (14, 13)),
        (Qt.Key.Key_Up, (12, 13)),
        (Qt.Key.Key_Home, (0, 0)),
        (Qt.Key.Key_End, (25, 25)),
    ],
)
def test_that_keys_walk_the_window(
    lab: Lab, key: Qt.Key, cell: tuple[int, int]
) -> None:
    lab.key(key)

    assert lab.state.walk.cell == cell


def test_that_buttons_walk_the_window(lab: Lab) -> None:
    before = lab.position

    for name in ("forward_button", "forward_button", "back_button"):
        lab.bot.mouseClick(lab.find(QToolButton, name), Qt.MouseButton.LeftButton)

    assert lab.position == before + 1


def test_that_a_click_on_an_output_cell_goes_there(lab: Lab) -> None:
    lab.click_cell("output", 4, 20)

    assert lab.state.walk.cell == (4, 20)
    assert lab.find(QLabel, "position_label").text() == "125 of 676"


def test_that_a_click_on_the_input_brings_the_windows_middle_there(lab: Lab) -> None:
    lab.click_cell("input", 10, 6)

    assert (lab.state.step.top, lab.state.step.left) == (9, 5)


def test_that_dragging_on_the_output_takes_the_window_along(lab: Lab) -> None:
    canvas = lab.canvas("output")
    lab.bot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=lab.spot("output", 2, 2))
    # QTest's mouseMove carries no button; the canvas remembers that it was pressed.
    lab.bot.mouseMove(canvas, lab.spot("output", 6, 9))

    assert lab.state.walk.cell == (6, 9)

    lab.bot.mouseRelease(
        canvas, Qt.MouseButton.LeftButton, pos=lab.spot("output", 6, 9)
    )


def test_that_the_scrub_slider_moves_the_window(lab: Lab) -> None:
    slider = lab.find(QSlider, "scrub_slider")
    slider.setFocus()
    lab.bot.keyClick(slider, Qt.Key.Key_PageDown)  # Qt: a page up the range

    assert slider.maximum() == 675
    assert abs(lab.state.walk.cell[0] - 13) == 1


def test_that_a_click_on_the_scrub_slider_goes_there_and_a_drag_goes_on(
    lab: Lab,
) -> None:
    slider = lab.find(QSlider, "scrub_slider")
    spot = slider.rect().center()
    spot.setX(slider.width() // 5)
    lab.bot.mousePress(slider, Qt.MouseButton.LeftButton, pos=spot)
    assert lab.position == pytest.approx(675 / 5, abs=20)
    spot.setX(slider.width() * 4 // 5)
    lab.bot.mouseMove(slider, spot)
    assert lab.position == pytest.approx(675 * 4 / 5, abs=20)
    lab.bot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=spot)


def test_that_a_click_on_the_speed_slider_goes_there(lab: Lab) -> None:
    slider = lab.find(QSlider, "speed_slider")
    spot = slider.rect().center()
    spot.setX(slider.width() - 8)
    lab.bot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=spot)
    assert slider.value() == slider.maximum()


@pytest.mark.parametrize("cell", [(0, 0), (7, 18), (13, 13), (25, 25)])
def test_that_the_sum_on_the_screen_is_the_sum_by_hand(
    lab: Lab, cell: tuple[int, int]
) -> None:
    lab.walk.go_to_cell(*cell)

    assert total_on_screen(lab) == sum_by_hand(*cell)
    assert lab.find(QLabel, "sum_cell").text() == (
        f"Row {cell[0] + 1}, column {cell[1] + 1}"
    )


def test_that_the_whole_output_agrees_with_every_step(lab: Lab) -> None:
    values = lab.state.output.values_hw

    assert values[7, 18] == sum_by_hand(7, 18)
    assert values.shape == (26, 26)


def test_that_the_copied_sum_is_the_sum_written_out(lab: Lab) -> None:
    lab.walk.go_to_cell(13, 13)

    lab.page.page_actions()
    lab.page._actions.copy_sum.trigger()

    text = QGuiApplication.clipboard().text()
    assert text.count("×") == 9
    assert text.endswith(f"= {sum_by_hand(13, 13)}".replace("-", "−"))


def test_that_playing_walks_and_stops_at_the_end(lab: Lab) -> None:
    lab.walk.go_to(673)
    lab.walk.set_speed(60)

    lab.key(Qt.Key.Key_Space)

    assert lab.state.playing
    lab.bot.waitUntil(lambda: not lab.state.playing)
    assert lab.position == 675


@pytest.mark.parametrize("gesture", ["key", "hover", "click", "wheel", "scrub"])
def test_that_autoplay_yields_to_the_hand(lab: Lab, gesture: str) -> None:
    lab.walk.set_speed(0.25)
    lab.walk.play()

    match gesture:
        case "key":
            lab.key(Qt.Key.Key_Right)
        case "hover":
            lab.bot.mouseMove(lab.canvas("input"), lab.spot("input", 5, 5))
        case "click":
            lab.click_cell("output", 1, 1)
        case "wheel":
            spot = lab.spot("input", 5, 5)
            at = QPointF(lab.canvas("input").mapToGlobal(spot))
            turned = QWheelEvent(
                QPointF(spot),
                at,
                QPoint(),
                QPoint(0, 120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(lab.canvas("input"), turned)
        case "scrub":
            lab.find(QSlider, "scrub_slider").setValue(3)

    assert not lab.state.playing


def test_that_autoplay_starts_again_only_by_hand(lab: Lab) -> None:
    lab.walk.play()
    lab.page.set_shown(False)

    lab.page.set_shown(True)

    assert not lab.state.playing


def test_that_playing_at_the_end_begins_anew(lab: Lab) -> None:
    lab.walk.go_last()
    lab.walk.set_speed(0.25)

    lab.walk.play()

    assert lab.position == 0


def test_that_typing_in_a_field_does_not_walk(lab: Lab) -> None:
    before = lab.position
    spin = lab.find(QSpinBox, "stride_v")
    spin.setFocus()

    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Space):
        lab.bot.keyClick(spin, key)

    assert lab.position == before
    assert not lab.state.playing


def test_that_the_status_line_hears_of_each_step(lab: Lab) -> None:
    with lab.bot.waitSignal(lab.page.status_message) as heard:
        lab.walk.go_to_cell(2, 6)

    assert heard.args == [f"Row 3, column 7: {sum_by_hand(2, 6)}".replace("-", "−")]


def test_that_hovering_reads_the_number(lab: Lab) -> None:
    with lab.bot.waitSignal(lab.page.status_message) as heard:
        lab.bot.mouseMove(lab.canvas("input"), lab.spot("input", 16, 14))

    level = load_sample("seven").pixels_chw[0, 16, 14]
    told = f"Input, row 17, column 15: {level}. This cell feeds 9 outputs."
    assert heard.args == [told]


def test_that_cells_to_come_keep_their_numbers_until_asked(lab: Lab) -> None:
    lab.walk.go_to_cell(3, 3)
    panel = lab.page._stages.picture.output

    assert panel.reading(3, 4) == "?"

    lab.bot.mouseClick(
        lab.find(QToolButton, "whole_output_button"), Qt.MouseButton.LeftButton
    )

    assert panel.reading(3, 4) != "?"


def test_that_the_window_glides_to_its_neighbour(lab: Lab) -> None:
    lab.page.set_reduced_motion(False)
    lab.walk.go_to_cell(4, 4)
    layer = lab.page._stages.picture.input._window

    lab.key(Qt.Key.Key_Right)

    assert layer.corner == (4.0, 4.0)
    lab.bot.waitUntil(lambda: layer.corner == (4.0, 5.0))


def test_that_zooming_to_the_window_brings_numbers_and_fit_goes_back(lab: Lab) -> None:
    canvas = lab.canvas("input")
    fitted = canvas.view.scale

    lab.key(Qt.Key.Key_W)

    assert canvas.view.scale > 2 * fitted

    lab.key(Qt.Key.Key_0)

    assert canvas.view.scale == fitted


@pytest.mark.parametrize("speed", [0.25, 1.0, 4.0, 60.0])
def test_that_the_speed_slider_finds_its_speed_again(speed: float) -> None:
    assert speed_at(notch_of(speed)) == pytest.approx(speed, rel=0.07)


def test_that_the_speed_says_what_it_means(lab: Lab) -> None:
    slider, label = lab.find(QSlider, "speed_slider"), lab.find(QLabel, "speed_label")

    slider.setValue(slider.minimum())
    assert label.text() == "1 step in 4 s"

    slider.setValue(slider.maximum())
    assert label.text() == "60 steps/s"

    lab.walk.set_speed(1.0)
    assert label.text() == "1 step/s"


def test_that_a_stroke_on_the_pad_changes_the_walk_live(lab: Lab) -> None:
    lab.bot.mouseClick(lab.find(QToolButton, "draw_button"), Qt.MouseButton.LeftButton)
    pad = lab.page._stages.picture.input.pad
    assert pad.isVisible()
    assert not lab.state.walk.operation.input_chw.any()
    middle = pad.rect().center()

    lab.bot.mousePress(pad, Qt.MouseButton.LeftButton, pos=middle)
    assert lab.state.walk.operation.input_chw.any()
    lab.bot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=middle + QPoint(0, 1))

    lab.undo.undo()
    assert not lab.state.walk.operation.input_chw.any()


def test_that_tab_stops_at_the_sum_only_when_it_scrolls(lab: Lab) -> None:
    products = lab.find(QScrollArea, "sum_products")
    assert products.focusPolicy() == Qt.FocusPolicy.NoFocus

    lab.find(QToolButton, "whole_sum_button").click()
    policy = products.focusPolicy
    lab.bot.waitUntil(lambda: policy() == Qt.FocusPolicy.NoFocus)
    lab.walk.commands.set("kernel_size", (9, 9))

    assert products.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_that_opening_a_sample_puts_the_pad_away(lab: Lab) -> None:
    lab.page._actions.draw.trigger()

    with lab.bot.waitSignal(lab.pictures.loading_finished):
        lab.pictures.open_sample("stripes")

    assert not lab.page._stages.picture.input.pad.isVisible()


def test_that_a_colour_picture_says_that_it_is_walked_in_grey(lab: Lab) -> None:
    panel = lab.page._stages.picture.input
    lab.page.resize(1600, 800)
    lab.bot.waitUntil(lambda: panel._detail.text() == "28 × 28")

    lab.walk.commands.set("colour", "grey")
    with lab.bot.waitSignal(lab.pictures.loading_finished):
        lab.pictures.open_sample("house")
    lab.bot.waitUntil(lambda: panel._detail.text().endswith(", in grey"))

    assert panel._detail.text().startswith(
        " × ".join(map(str, lab.state.given.size_hw))
    )


def test_that_a_huge_picture_asks_for_no_wider_window(lab: Lab) -> None:
    lab.page.resize(872, 640)
    least = lab.page.minimumSizeHint().width()

    pixels = np.zeros((1, 3000, 4000), np.uint8)
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "huge"), "file"))

    assert lab.page.minimumSizeHint().width() == least
    label = lab.find(QLabel, "position_label")
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())


def test_that_a_wide_kernel_gets_more_room(lab: Lab) -> None:
    lab.walk.commands.set("kernel_size", (1, 7))

    lab.bot.waitUntil(lambda: lab.canvas("kernel").view.scale >= 24)

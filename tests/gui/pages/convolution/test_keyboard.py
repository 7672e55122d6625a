"""Whose the keys are: the Tab key's way, letters in fields, the mouse's hand."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QSlider,
    QTableView,
    QToolTip,
    QWidget,
)

from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.state.picture.number_pictures import numbers_picture

Lab = Any
KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def focus(lab: Lab) -> str:
    widget = lab.page.window().focusWidget()
    return "" if widget is None else widget.objectName()


def press(lab: Lab, key: Qt.Key | str) -> None:
    """Press a key as a hand does: shortcuts see it first."""
    window = lab.page.window()
    QTest.keyClick(window.windowHandle(), key)


def tab_stops(lab: Lab, last: str, key: Qt.Key = KEY.Key_Tab) -> list[str]:
    """Press Tab until a widget has the keyboard; return all that had it before."""
    found = [focus(lab)]
    for _ in range(100):
        lab.bot.keyClick(lab.page.window().focusWidget(), key)
        if focus(lab) != found[-1]:
            found.append(focus(lab))
        if focus(lab) == last:
            return found
    raise AssertionError(found)


@pytest.fixture
def colours(lab: Lab) -> Lab:
    levels = np.arange(3 * 8 * 8, dtype=np.float32).reshape(3, 8, 8)
    shared = numbers_picture(levels)
    lab.pictures.store.replace(type(shared)(shared.picture, "file"))
    lab.walk.commands.set("colour", "rgb")
    lab.bot.waitUntil(lambda: lab.state.input_channels == 3)
    lab.bot.waitUntil(lambda: lab.state.output is not None)
    return lab


ORDER = [
    "input_canvas",
    "channel_all",
    "channel_red",
    "channel_green",
    "channel_blue",
    "colour_grey",
    "colour_rgb",
    "window_canvas",
    "kernel_canvas",
    "products_canvas",
    "whole_output_button",
    "algorithm_button",
    "export_button",
    "inspector_button",
    "output_canvas",
    "whole_sum_button",
    "channel_chip_0",
    "channel_chip_1",
    "channel_chip_2",
    "bias_chip",
    "all_channels_button",
    "definition_button",
    "copy_sum_button",
    "copy_latex_button",
    "first_button",
    "back_button",
    "play_button",
    "forward_button",
    "last_button",
    "scrub_slider",
    "speed_slider",
    "operation_convolution",
]


def test_that_tab_goes_as_the_eye_does(colours: Lab) -> None:
    colours.find(QWidget, "input_canvas").setFocus(Qt.FocusReason.TabFocusReason)

    assert tab_stops(colours, "operation_convolution") == ORDER
    back = tab_stops(colours, "input_canvas", KEY.Key_Backtab)
    assert back == ORDER[::-1]


def test_that_chips_that_come_again_keep_their_place(colours: Lab) -> None:
    colours.walk.commands.set("colour", "grey")
    colours.bot.waitUntil(lambda: colours.state.input_channels == 1)
    colours.walk.commands.set("colour", "rgb")
    colours.bot.waitUntil(lambda: colours.state.input_channels == 3)
    colours.find(QWidget, "input_canvas").setFocus(Qt.FocusReason.TabFocusReason)

    assert tab_stops(colours, "operation_convolution") == ORDER


def test_that_the_channels_of_the_kernel_are_all_reached(colours: Lab) -> None:
    colours.walk.commands.set("kernels", 2)
    chosen = colours.reach(QAbstractButton, "kernel_channel_2")
    colours.bot.mouseClick(chosen, LEFT)
    colours.find(QWidget, "kernel_strip").setFocus(Qt.FocusReason.TabFocusReason)

    stops = tab_stops(colours, "kernel_shared")[1:]

    assert stops == [*(f"kernel_channel_{n}" for n in range(3)), "kernel_shared"]
    assert chosen.isChecked()


@pytest.mark.parametrize(
    "names",
    [
        ORDER[1:5],
        ["colour_rgb", "colour_grey"],
        ORDER[16:19],
        [f"kernel_channel_{n}" for n in range(3)],
    ],
)
def test_that_space_chooses_and_one_stays_chosen(
    colours: Lab, names: list[str]
) -> None:
    buttons = [colours.reach(QAbstractButton, name) for name in names]
    for button in [*buttons, buttons[-1]]:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        press(colours, KEY.Key_Space)
        for other in buttons:
            assert other.isChecked() == (other is button), other.objectName()
    assert not colours.state.playing


# letters


def test_that_letters_pass_the_table_of_numbers(lab: Lab) -> None:
    table = lab.reach(QTableView, "kernel_table")
    lab.type_weight(0, 0, "5")
    assert lab.page.window().focusWidget() is table
    shown = lab.state.whole_output_shown
    best = int(np.argmax(lab.state.output.values_hw))
    assert lab.position != best

    press(lab, KEY.Key_O)
    press(lab, KEY.Key_B)

    assert lab.state.whole_output_shown is not shown
    assert lab.position == best
    press(lab, KEY.Key_Z)  # no shortcut: nothing at all
    assert table.state() == QTableView.State.NoState


@pytest.mark.parametrize("key", [*"07-+,.", KEY.Key_F2])
def test_that_what_begins_a_number_stays_in_the_table(
    lab: Lab, key: Qt.Key | str
) -> None:
    table = lab.reach(QTableView, "kernel_table")
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))
    view = lab.canvas("input").view

    press(lab, key)

    assert table.state() == QTableView.State.EditingState
    assert lab.canvas("input").view == view


# the mouse gives the keyboard back


def test_that_a_dragged_slider_gives_the_keyboard_back(lab: Lab) -> None:
    lab.find(Inspector, "inspector").open_section("window")
    slider = next(s for s in lab.page.findChildren(QSlider, "padding_slider"))
    lab.canvas("input").setFocus()
    middle = slider.rect().center()
    lab.bot.mousePress(slider, LEFT, pos=middle)
    assert focus(lab) == "padding_slider"
    lab.bot.mouseMove(slider, middle + QPoint(12, 0))
    lab.bot.mouseRelease(slider, LEFT, pos=middle + QPoint(12, 0))
    padding = lab.state.settings.padding

    assert focus(lab) == "input_canvas"
    lab.bot.waitUntil(lambda: lab.state.walk is not None)
    press(lab, KEY.Key_End)
    assert lab.state.settings.padding == padding
    assert lab.position == lab.state.walk.steps - 1


def test_that_a_slider_reached_by_keyboard_keeps_it(lab: Lab) -> None:
    lab.find(Inspector, "inspector").open_section("window")
    slider = lab.find(QSlider, "padding_slider")
    slider.setFocus(Qt.FocusReason.TabFocusReason)

    press(lab, KEY.Key_Right)
    press(lab, KEY.Key_Right)

    assert focus(lab) == "padding_slider"
    assert slider.value() == 2


def opened(lab: Lab) -> QComboBox:
    """Open the list of kernels with the mouse."""
    combo: QComboBox = lab.reach(QComboBox, "kernel_combo")
    lab.bot.mousePress(combo, LEFT)
    lab.bot.waitUntil(combo.view().isVisible)
    return combo


def test_that_return_in_a_list_opened_with_the_mouse_gives_it_back(lab: Lab) -> None:
    combo = opened(lab)
    lab.bot.mouseRelease(combo, LEFT)
    lab.bot.keyClick(combo.view(), KEY.Key_Down)
    lab.bot.keyClick(combo.view(), KEY.Key_Return)

    lab.bot.waitUntil(lambda: not combo.view().isVisible())
    assert focus(lab) == "input_canvas"


def test_that_a_list_reached_by_keyboard_keeps_arrows_and_lets_letters_pass(
    lab: Lab,
) -> None:
    combo = lab.reach(QComboBox, "kernel_combo")
    combo.setFocus(Qt.FocusReason.TabFocusReason)
    key, shown = combo.currentData(), lab.state.whole_output_shown

    press(lab, KEY.Key_Down)
    chosen = combo.currentData()
    press(lab, KEY.Key_O)

    assert focus(lab) == "kernel_combo"
    assert combo.currentData() == chosen != key
    assert lab.state.whole_output_shown is not shown


def test_that_a_click_beside_the_canvases_gives_the_picture_the_keyboard(
    lab: Lab,
) -> None:
    lab.reach(QTableView, "kernel_table").setFocus()
    stage = lab.page._stages.picture
    spot = QPoint(stage.width() // 4, stage.height() - 2)
    assert stage.childAt(spot) in (None, stage.input)

    lab.bot.mouseClick(stage.childAt(spot) or stage, LEFT, pos=spot)

    assert focus(lab) == "input_canvas"


# what is read under the pointer


def test_that_a_reading_moves_no_button(colours: Lab) -> None:
    panel = colours.page._stages.picture.input
    names = ("channel_all", "channel_red", "channel_green", "channel_blue")

    def places() -> list[QPoint]:
        return [colours.find(QWidget, name).pos() for name in names]

    for width in (1192, 936):
        colours.page.resize(width, 740)
        QApplication.processEvents()
        before = places()
        for cell in ((0, 0), (7, 7)):
            colours.bot.mouseMove(panel.canvas, colours.spot("input", *cell))
            assert panel.canvas.hovered_cell == cell
            QApplication.processEvents()
            assert panel.title.isVisible()
            assert places() == before
        assert width < 1000 or panel._detail.text()


def test_that_no_tip_covers_what_is_shown_of_a_cell(lab: Lab) -> None:
    canvas = lab.canvas("input")
    spot = lab.spot("input", 14, 14)
    lab.bot.mouseMove(canvas, spot)

    def asked() -> bool:
        event = QHelpEvent(QEvent.Type.ToolTip, spot, canvas.mapToGlobal(spot))
        QApplication.sendEvent(canvas, event)
        return QToolTip.isVisible()

    assert canvas.hovered_cell is not None
    assert not asked()
    assert lab.page._stages.picture.input.title.toolTip() == canvas.toolTip()


@pytest.mark.parametrize(
    "focus",
    ["output_canvas", "source_button", "speed_slider", "bias_spin", "kernel_canvas"],
)
def test_that_escape_shows_everything_again_wherever_the_focus_is(
    lab: Lab, focus: str
) -> None:
    lab.key(KEY.Key_W)
    assert lab.page._stages.is_enlarged
    widget = lab.reach(QWidget, focus)
    widget.setFocus()

    lab.bot.keyClick(widget, KEY.Key_Escape)

    assert not lab.page._stages.is_enlarged
    assert not lab.page.go_back()


def test_that_escape_shows_the_whole_signal_again(lab: Lab) -> None:
    lab.walk.commands.set("operation", "signal")
    stage = lab.page._stages.signal
    lab.page._actions.zoom_window.trigger()
    assert stage.is_enlarged

    lab.bot.keyClick(stage, KEY.Key_Escape)

    assert not stage.is_enlarged


def test_that_escape_goes_back_one_level_at_a_time(lab: Lab) -> None:
    lab.key(KEY.Key_W)
    numbers = lab.find(QAction, "source_numbers_action")
    numbers.trigger()
    canvas = lab.canvas("input")
    canvas.setFocus()

    lab.bot.keyClick(canvas, KEY.Key_Escape)
    assert not numbers.isChecked()
    assert lab.page._stages.is_enlarged

    lab.bot.keyClick(canvas, KEY.Key_Escape)
    assert not lab.page._stages.is_enlarged

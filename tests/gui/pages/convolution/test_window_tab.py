"""Size and way of the window: sliders, fields, and what is said of the impossible."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import (
    PoolSettings,
    TransposedSettings,
    initial_settings,
    with_kernel_size,
)
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any


@pytest.fixture(autouse=True)
def unlinked(lab: Lab) -> None:
    """Let each of two numbers be set by itself: linked they are the same."""
    for link in lab.page.findChildren(QToolButton):
        if link.objectName().endswith("_link"):
            link.setChecked(False)


def card(lab: Lab) -> str:
    text = str(lab.find(QLabel, "size_text").text())
    return text.replace("\N{NO-BREAK SPACE}", " ")


def show(lab: Lab, *shape: int) -> None:
    """Put a picture of some channels, rows and columns on the page."""
    pixels = np.full(shape, 130, np.uint8)
    lab.pictures.store.replace(SharedPicture(Picture(pixels, "plain"), "file"))


def apply(lab: Lab, **asked: Any) -> None:
    """Ask for settings, the kernel's size among them."""
    size = asked.pop("kernel_size", (3, 3))
    lab.walk.commands.apply(
        replace(with_kernel_size(initial_settings(), size), **asked)
    )


def choose(lab: Lab, name: str, data: str) -> None:
    """Choose from a list as a hand does with the keys."""
    combo = lab.reach(QComboBox, name)
    combo.setFocus()
    lab.bot.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findData(data)):
        lab.bot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentData() == data


def drag(lab: Lab, slider: QSlider, steps: int = 12) -> None:
    """Take the handle from one end to the other and beyond."""
    middle, width = slider.height() // 2, slider.width()
    left = Qt.MouseButton.LeftButton
    lab.bot.mousePress(slider, left, pos=QPoint(slider.width() // 2, middle))
    for x in (*range(0, width + 60, width // steps), width + 60, -20, width + 60):
        lab.bot.mouseMove(slider, QPoint(x, middle))
        assert lab.state.invalid is None, (slider.objectName(), slider.value())
    lab.bot.mouseRelease(slider, left, pos=QPoint(width - 1, middle))


SLIDERS = {
    "convolution": ("kernel_size", "stride", "dilation", "padding"),
    "transposed": (
        "kernel_size",
        "transposed_stride",
        "transposed_padding",
        "output_padding",
        "transposed_dilation",
    ),
    "pooling": ("pool_size", "pool_padding"),
}


@pytest.mark.parametrize("operation", SLIDERS)
@pytest.mark.parametrize("shape", [(1, 28, 28), (3, 7, 5), (1, 1, 1)])
def test_that_no_slider_can_be_dragged_into_what_is_impossible(
    lab: Lab, operation: str, shape: tuple[int, ...]
) -> None:
    show(lab, *shape)
    apply(lab, operation=operation, padding="same", kernel_size=(1, 1))
    if operation == "pooling":
        apply(lab, operation=operation, pooling=PoolSettings(size=(1, 1)))
    assert lab.state.invalid is None

    moved = 0
    for name in SLIDERS[operation]:
        slider = lab.reach(QSlider, f"{name}_slider")
        if slider.isEnabled():
            drag(lab, slider)
            moved += slider.value() != slider.minimum()

    assert lab.state.invalid is None
    assert moved or shape == (1, 1, 1)


def test_that_a_slider_is_moved_by_keys_up_to_the_last_possible_value(
    lab: Lab,
) -> None:
    slider = lab.reach(QSlider, "dilation_slider")
    slider.setFocus()

    lab.bot.keyClick(slider, Qt.Key.Key_End)
    lab.bot.keyClick(slider, Qt.Key.Key_Right)

    assert lab.state.settings.dilation == (13, 13)
    assert lab.state.invalid is None
    lab.undo.undo()
    assert lab.state.settings.dilation == (1, 1)


def test_that_a_sliders_end_follows_the_other_settings(lab: Lab) -> None:
    slider = lab.reach(QSlider, "dilation_slider")
    assert slider.maximum() == 13

    lab.walk.commands.set("kernel_size", (5, 5))
    assert slider.maximum() == 6

    lab.walk.commands.set("padding", (4, 4))
    assert slider.maximum() == 8
    assert "1 to 8" in slider.toolTip()


def test_that_a_slider_that_cannot_help_is_off(lab: Lab) -> None:
    lab.reach(QSpinBox, "stride_v")

    lab.type_spin("stride_v", "0")

    assert lab.find(QSlider, "stride_slider").isEnabled()
    assert not lab.find(QSlider, "dilation_slider").isEnabled()


def test_that_a_drag_is_one_undo_step(lab: Lab) -> None:
    slider = lab.reach(QSlider, "stride_slider")
    before = lab.state.settings

    drag(lab, slider)
    assert lab.state.settings.stride != before.stride
    lab.undo.undo()

    assert lab.state.settings == before


def test_that_the_wheel_over_a_slider_moves_nothing(lab: Lab) -> None:
    slider = lab.reach(QSlider, "stride_slider")
    lab.reach(QSpinBox, "stride_v").setFocus()
    middle = QPointF(slider.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(slider.mapToGlobal(slider.rect().center())),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(slider, turn)

    assert lab.state.settings.stride == (1, 1)


def test_that_linked_numbers_change_together(lab: Lab) -> None:
    link = lab.reach(QToolButton, "stride_link")
    lab.walk.commands.set("stride", (2, 3))

    lab.bot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert lab.state.settings.stride == (2, 2)
    lab.type_spin("stride_h", "4")
    assert lab.state.settings.stride == (4, 4)

    lab.bot.mouseClick(link, Qt.MouseButton.LeftButton)
    lab.type_spin("stride_v", "1")
    assert lab.state.settings.stride == (1, 4)


def test_that_each_side_has_its_own_padding(lab: Lab) -> None:
    lab.walk.commands.set("padding", (1, 2))
    assert lab.reach(QSpinBox, "padding_v").isVisible()

    combo = lab.find(QComboBox, "padding_combo")
    combo.setFocus()
    lab.bot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "Each side"
    assert lab.state.settings.padding == (1, 1, 2, 2)
    assert not lab.find(QSpinBox, "padding_v").isVisible()
    for name, amount in (("top", "0"), ("bottom", "3"), ("left", "4"), ("right", "5")):
        lab.type_spin(f"padding_{name}", amount)

    assert lab.state.settings.padding == (0, 3, 4, 5)
    assert lab.state.walk.output_hw == (29, 35)
    assert "⌊(28 + 0 + 3 − 1·(3−1) − 1) / 1⌋ + 1 = 29" in card(lab)
    assert "⌊(28 + 4 + 5 − 1·(3−1) − 1) / 1⌋ + 1 = 35" in card(lab)
    assert "⌊(n + p₁ + p₂ − d·(k−1) − 1) / s⌋ + 1" in card(lab)

    combo.setFocus()
    lab.bot.keyClick(combo, Qt.Key.Key_Up)
    assert lab.state.settings.padding == (3, 5)


def test_that_an_uneven_same_padding_is_shown_by_side(lab: Lab) -> None:
    lab.walk.commands.set("kernel_size", (2, 3))
    choose(lab, "padding_combo", "same")

    amounts = [
        lab.reach(QSpinBox, f"padding_{side}").value()
        for side in ("top", "bottom", "left", "right")
    ]
    assert amounts == [0, 1, 1, 1]
    assert lab.find(QComboBox, "padding_combo").currentData() == "same"


def test_that_the_slider_of_a_named_padding_makes_it_a_number(lab: Lab) -> None:
    choose(lab, "padding_combo", "same")
    slider = lab.reach(QSlider, "padding_slider")
    assert slider.value() == 1

    slider.setFocus()
    lab.bot.keyClick(slider, Qt.Key.Key_Right)

    assert lab.state.settings.padding == (2, 2)


def test_that_each_padding_mode_is_explained_and_chosen(lab: Lab) -> None:
    combo = lab.reach(QComboBox, "padding_mode_combo")
    for index in range(combo.count()):
        tip = combo.itemData(index, Qt.ItemDataRole.ToolTipRole)
        assert "1 2 3" in tip
        assert tip in combo.toolTip()

    choose(lab, "padding_mode_combo", "circular")

    assert lab.state.settings.padding_mode == "circular"


def test_that_flip_says_what_it_makes_of_the_operation(lab: Lab) -> None:
    check = lab.reach(QCheckBox, "flip_check")
    assert (
        lab.find(QLabel, "flip_note").text()
        == "Cross-correlation, as in PyTorch and Keras"
    )

    lab.bot.mouseClick(check, Qt.MouseButton.LeftButton)

    assert lab.state.settings.flip
    assert (
        lab.find(QLabel, "flip_note").text()
        == "True convolution: kernel flipped by 180°"
    )


OWN = {
    "convolution": ("kernel_size_v", "flip_check", "stride_v", "padding_mode_combo"),
    "transposed": ("kernel_size_v", "flip_check", "output_padding_v"),
    "pooling": ("pool_kind_combo", "pool_size_v", "pool_global_check"),
}


def test_that_each_operation_shows_its_own_fields_only(lab: Lab) -> None:
    for operation, names in OWN.items():
        lab.walk.commands.set("operation", operation)
        lab.reach(QWidget, names[-1])
        for name in {name for some in OWN.values() for name in some}:
            assert lab.find(QWidget, name).isVisible() == (name in names), name


def test_that_a_transposed_convolution_is_set_by_its_fields(lab: Lab) -> None:
    lab.walk.commands.set("operation", "transposed")
    lab.reach(QSpinBox, "output_padding_v")
    lab.type_spin("transposed_stride_v", "3")
    lab.type_spin("output_padding_v", "2")
    lab.type_spin("transposed_padding_h", "1")
    lab.type_spin("transposed_dilation_h", "2")

    assert lab.state.settings.transposed == TransposedSettings(
        stride=(3, 2), padding=(0, 1), output_padding=(2, 0), dilation=(1, 2)
    )
    assert "(28−1)·3 − 2·0 + 1·(3−1) + 2 + 1 = 86" in card(lab)
    assert "(28−1)·2 − 2·1 + 2·(3−1) + 0 + 1 = 57" in card(lab)
    assert lab.state.walk.output_hw == (86, 57)


def test_that_too_much_output_padding_is_answered_with_two_ways_out(lab: Lab) -> None:
    lab.walk.commands.set("operation", "transposed")
    lab.reach(QSpinBox, "output_padding_v")

    lab.type_spin("output_padding_v", "3")

    assert "The output padding is 3, with stride 2 and dilation 1" in card(lab)
    assert lab.state.invalid.field == "output_padding"
    offers = [lab.find(QPushButton, f"fix_{n}").text() for n in (1, 2)]
    assert offers == ["Output padding 1 × 0", "Stride 4 × 2"]

    lab.bot.mouseClick(lab.find(QPushButton, "fix_2"), Qt.MouseButton.LeftButton)

    assert lab.state.invalid is None
    assert lab.state.settings.transposed.stride == (4, 2)


def test_that_a_pooling_is_set_by_its_fields(lab: Lab) -> None:
    lab.walk.commands.set("operation", "pooling")
    choose(lab, "pool_kind_combo", "average")
    lab.type_spin("pool_size_v", "3")
    assert lab.find(QSpinBox, "pool_stride_v").value() == 3
    assert not lab.find(QSpinBox, "pool_stride_v").isEnabled()

    follows = lab.reach(QCheckBox, "pool_follows_check")
    lab.bot.mouseClick(follows, Qt.MouseButton.LeftButton)
    lab.type_spin("pool_stride_v", "1")
    lab.type_spin("pool_padding_h", "1")
    counts = lab.reach(QCheckBox, "pool_counts_check")
    lab.bot.mouseClick(counts, Qt.MouseButton.LeftButton)

    assert lab.state.settings.pooling == PoolSettings(
        kind="average",
        size=(3, 2),
        stride=(1, 2),
        padding=(0, 1),
        counts_padding=False,
    )
    assert "⌊(28 + 2·0 − 3) / 1⌋ + 1 = 26" in card(lab)
    assert "⌊(28 + 2·1 − 2) / 2⌋ + 1 = 15" in card(lab)


def test_that_only_a_mean_can_count_the_padding(lab: Lab) -> None:
    lab.walk.commands.set("operation", "pooling")
    lab.reach(QCheckBox, "pool_global_check")
    counts = lab.find(QCheckBox, "pool_counts_check")
    for kind in ("max", "average", "sum", "min"):
        choose(lab, "pool_kind_combo", kind)
        assert counts.isVisible() == (kind == "average")


def test_that_global_pooling_takes_the_whole_picture(lab: Lab) -> None:
    lab.walk.commands.set("operation", "pooling")
    check = lab.reach(QCheckBox, "pool_global_check")
    lab.bot.mouseClick(check, Qt.MouseButton.LeftButton)

    assert lab.state.walk.output_hw == (1, 1)
    assert lab.find(QSpinBox, "pool_size_v").value() == 28
    assert not lab.find(QSpinBox, "pool_size_v").isEnabled()
    assert "⌊(28 + 2·0 − 28) / 28⌋ + 1 = 1" in card(lab)

    lab.bot.mouseClick(check, Qt.MouseButton.LeftButton)

    assert lab.find(QSpinBox, "pool_size_v").value() == 2


def test_that_too_much_pool_padding_is_answered(lab: Lab) -> None:
    lab.walk.commands.set("operation", "pooling")
    lab.reach(QSpinBox, "pool_padding_v")

    lab.type_spin("pool_padding_v", "2")

    assert "more than half of the 2 × 2 window" in card(lab)
    offers = [lab.find(QPushButton, f"fix_{n}").text() for n in (1, 2)]
    assert offers == ["Padding 1 × 0", "Window 4 × 2"]


def test_that_a_reflection_beyond_the_picture_is_answered(lab: Lab) -> None:
    lab.walk.commands.set("padding_mode", "reflect")
    lab.reach(QSpinBox, "padding_v")

    lab.type_spin("padding_v", "30")

    assert "at most 27 rows and 27 columns of padding; you chose 30 and 0" in card(lab)
    offers = [lab.find(QPushButton, f"fix_{n}").text() for n in (1, 2)]
    assert offers == ["Mode: replicate", "Padding 27 × 0"]


def test_that_several_faults_are_mended_by_one_button(lab: Lab) -> None:
    lab.reach(QSpinBox, "stride_v")
    lab.type_spin("stride_v", "0")
    lab.type_spin("padding_v", "-1")

    button = lab.find(QPushButton, "fix_1")
    assert button.text() == "Stride 1, padding 0"
    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert lab.state.invalid is None


def test_that_a_size_turned_up_after_undo_is_that_of_the_kernel_that_is_shown(
    lab: Lab,
) -> None:
    sobel = lab.state.settings
    lab.walk.commands.choose_kernel("gaussian_blur")
    spin = lab.reach(QSpinBox, "kernel_size_v")
    spin.setFocus()
    lab.bot.keyClick(spin, Qt.Key.Key_Up)
    lab.bot.keyClick(spin, Qt.Key.Key_Up)
    lab.undo.undo()
    lab.undo.undo()
    assert lab.state.settings == sobel

    lab.bot.keyClick(spin, Qt.Key.Key_Up)

    assert lab.state.settings == with_kernel_size(sobel, (4, 3))


def test_that_an_undo_under_a_held_handle_is_followed_when_it_is_let_go(
    lab: Lab,
) -> None:
    slider = lab.reach(QSlider, "dilation_slider")
    lab.walk.commands.set("kernel_size", (5, 5))
    lab.walk.commands.set("kernel_size", (3, 3))
    lab.walk.commands.end_edit()
    lab.walk.commands.set("kernel_size", (7, 7))
    lab.undo.undo()
    assert slider.maximum() == 13
    slider.setSliderDown(True)
    lab.undo.redo()
    assert slider.maximum() == 13  # the ground does not move under a hand

    slider.setSliderDown(False)

    assert slider.maximum() == 4
    assert "1 to 4" in slider.toolTip()

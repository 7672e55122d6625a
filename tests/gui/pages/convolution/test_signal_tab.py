"""The settings of a convolution in one dimension: lists, lines, padding, flip."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from tests.helpers.signal_bars import Bars, shown_bars

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bars(qtbot: QtBot, own_look: None) -> Iterator[Bars]:
    """Return the shown stage and tab on the signal of the first opening, in English."""
    with shown_bars(qtbot) as shown:
        yield shown


def test_that_a_typed_row_is_applied_and_a_wrong_one_said_in_words(bars: Bars) -> None:
    bars.type_row("signal_line", "1, 2, 1/4")
    assert bars.asked.values == (1, 2, 0.25)
    assert bars.undo.count() == 1

    bars.type_row("signal_line", "1 zwei")
    note = bars.find(QLabel, "signal_line_note")
    assert "zwei" in note.text()
    assert bars.find(QLineEdit, "signal_line").text() == "1 zwei"

    bars.commands.choose_signal("step")
    assert "256" in note.text()


def test_that_too_many_numbers_are_refused_in_words(bars: Bars) -> None:
    bars.type_row("signal_kernel_line", "1 " * 32)

    note = bars.find(QLabel, "signal_kernel_line_note").text()
    assert "32" in note
    assert "31" in note
    assert len(bars.asked.kernel) <= 31


def test_that_a_comma_is_decimal_where_the_language_has_it_so(bars: Bars) -> None:
    QLocale.setDefault(QLocale("pt_BR"))
    bars.type_row("signal_kernel_line", "0,5; 1")

    assert bars.asked.kernel == (0.5, 1)
    bars.commands.set_weight(0, 0.25)
    assert bars.find(QLineEdit, "signal_kernel_line").text() == "0,5 0,25"


def test_that_presets_are_chosen_and_named_again(bars: Bars) -> None:
    for name, key in (("signal_combo", "sine"), ("signal_kernel_combo", "average_5")):
        combo = bars.find(QComboBox, name)
        combo.setFocus()
        combo.setCurrentIndex(combo.findData(key))
        combo.activated.emit(combo.currentIndex())

    assert len(bars.asked.values) == 24
    assert bars.asked.kernel == (0.2,) * 5
    assert bars.undo.count() == 2
    bars.commands.set_value(0, 9)
    assert bars.find(QComboBox, "signal_combo").currentIndex() == -1


def test_that_padding_stride_and_flip_are_what_is_walked(bars: Bars) -> None:
    combo = bars.find(QComboBox, "signal_padding_combo")
    combo.activated.emit(combo.findData("full"))
    stride = bars.find(QSpinBox, "signal_stride")
    stride.setFocus()
    bars.bot.keyClick(stride, Qt.Key.Key_Up)
    bars.bot.mouseClick(bars.find(QCheckBox, "signal_flip_check"), LEFT)

    assert (bars.asked.padding, bars.asked.stride, bars.asked.flip) == (
        "full",
        2,
        False,
    )
    kernel = bars.asked.kernel[::-1]
    expected = np.convolve(bars.asked.values, kernel, "full")[::2]
    assert bars.scene.picture.output_m.tolist() == pytest.approx(expected.tolist())


def test_that_a_kernel_too_long_leaves_the_last_good_bars(bars: Bars) -> None:
    bars.walk.commands.set("signal_padding", "valid")
    bars.type_row("signal_line", "1 2 3")
    bars.type_row("signal_kernel_line", "1 2 3 4")

    assert len(bars.scene.picture.kernel_k) == 3
    assert not bars.scene.is_editable
    assert "4" in bars.find(QLabel, "signal_kernel_line_note").text()
    bars.drag("signal", 0, QPoint(0, -20), QPoint(0, -60))
    assert bars.asked.values == (1, 2, 3)

    bars.walk.commands.set("signal_padding", "same")
    assert bars.scene.is_editable


def test_that_two_numbers_or_256_are_painted_alike(bars: Bars) -> None:
    for values, kernel in (((1.0, -1.0), (2.0,)), ((0.0,) * 256, (1.0,) * 31)):
        bars.commands.set_values(values)
        bars.commands.set_kernel(kernel)
        assert not bars.stage.grab().isNull()
        assert bars.scene.view.scale > 1

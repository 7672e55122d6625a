"""Fields for one number: what is typed stays as it is typed."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.number_spin import NumberSpin, WholeSpin


@pytest.fixture
def spin(qtbot: QtBot) -> NumberSpin:
    """Return a field whose number comes back rounded to float32, as in the lab."""
    spin = NumberSpin()
    qtbot.addWidget(spin)
    spin.setRange(-100_000, 100_000)
    spin.setLocale(QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil))

    def come_back(value: float) -> None:
        spin.render_value(float(np.float32(value)))

    spin.valueChanged.connect(come_back)
    spin.show()
    return spin


@pytest.mark.parametrize(
    ("typed", "value"),
    [("3,75", 3.75), ("12,75", 12.75), ("-0,13", -0.13), ("99999,99", 99999.99)],
)
def test_that_a_number_can_be_typed_to_its_last_digit(
    spin: NumberSpin, qtbot: QtBot, typed: str, value: float
) -> None:
    spin.selectAll()
    qtbot.keyClicks(spin, typed)
    assert spin.text() == typed
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == value


@pytest.fixture
def whole(qtbot: QtBot) -> WholeSpin:
    """Return a field for a whole number, which is 15."""
    whole = WholeSpin()
    qtbot.addWidget(whole)
    whole.setRange(1, 100_000)
    whole.setValue(15)
    whole.show()
    return whole


def heard(spin: NumberSpin | WholeSpin) -> list[float]:
    """Return a list of the values that will be told."""
    values: list[float] = []
    spin.valueChanged.connect(values.append)
    return values


def test_that_a_number_counts_once_it_is_typed_to_its_end(
    whole: WholeSpin, qtbot: QtBot
) -> None:
    values = heard(whole)
    whole.selectAll()
    qtbot.keyClicks(whole, "31")
    assert values == []
    qtbot.waitUntil(lambda: values == [31])
    qtbot.keyClick(whole, Qt.Key.Key_Return)
    assert values == [31]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_that_a_key_that_ends_it_makes_a_number_count_at_once(
    whole: WholeSpin, qtbot: QtBot, key: Qt.Key
) -> None:
    values = heard(whole)
    whole.selectAll()
    qtbot.keyClicks(whole, "31")
    qtbot.keyClick(whole, key)
    if key != Qt.Key.Key_Tab:  # there is nowhere to go to in a window of one field
        assert values == [31]
    else:
        whole.clearFocus()
        assert values == [31]


def test_that_an_arrow_goes_on_from_what_was_typed(
    whole: WholeSpin, qtbot: QtBot
) -> None:
    values = heard(whole)
    whole.selectAll()
    qtbot.keyClicks(whole, "31")
    qtbot.keyClick(whole, Qt.Key.Key_Up)
    assert values[-1] == 32
    qtbot.keyClick(whole, Qt.Key.Key_Down)
    assert values[-1] == 31


def test_that_an_emptied_field_is_not_filled_while_one_thinks(
    whole: WholeSpin, qtbot: QtBot
) -> None:
    whole.selectAll()
    qtbot.keyClick(whole, Qt.Key.Key_Delete)
    with qtbot.waitSignal(whole._pause.rested):
        pass
    assert whole.text() == ""
    qtbot.keyClicks(whole, "7")
    qtbot.keyClick(whole, Qt.Key.Key_Return)
    assert whole.value() == 7


def test_that_a_comma_stays_while_one_thinks(spin: NumberSpin, qtbot: QtBot) -> None:
    spin.selectAll()
    qtbot.keyClicks(spin, "3,")
    qtbot.waitUntil(lambda: spin.value() == 3)
    qtbot.keyClicks(spin, "75")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 3.75


@pytest.mark.parametrize(
    ("typed", "value"),
    [("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1/4", 0.25), ("-2,5", -2.5)],
)
def test_that_thousands_and_fractions_are_what_they_say(
    spin: NumberSpin, qtbot: QtBot, typed: str, value: float
) -> None:
    spin.selectAll()
    qtbot.keyClicks(spin, typed)
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == value


@pytest.mark.parametrize("typed", ["1,5", "1.5", "1,234", "2000000"])
def test_that_a_field_for_whole_numbers_makes_nothing_else_of_others(
    whole: WholeSpin, qtbot: QtBot, typed: str
) -> None:
    whole.selectAll()
    qtbot.keyClicks(whole, typed)
    qtbot.keyClick(whole, Qt.Key.Key_Return)
    assert whole.value() == (20_000 if typed == "2000000" else 15)

"""Fields for one number: what is typed stays as it is typed."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.number_spin import NumberSpin


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

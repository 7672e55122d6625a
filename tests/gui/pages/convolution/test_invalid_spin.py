"""Spin boxes show what a file asks for, and take no more by hand than before."""

from typing import Any

from PySide6.QtWidgets import QSpinBox

from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin

Lab = Any


def test_that_a_number_beyond_the_range_is_shown_and_its_room_taken_back(
    qtbot: Any,
) -> None:
    spin = QSpinBox()
    qtbot.addWidget(spin)
    spin.setRange(0, 99)
    told: list[int] = []
    spin.valueChanged.connect(told.append)

    render_spin(spin, 5000, "", "too large")
    assert (spin.value(), spin.maximum()) == (5000, 5000)
    render_spin(spin, -7, "", "too small")
    assert (spin.value(), spin.minimum(), spin.maximum()) == (-7, -7, 99)
    render_spin(spin, 3, "", "")

    assert (spin.value(), spin.minimum(), spin.maximum()) == (3, 0, 99)
    assert told == []


def test_that_a_field_of_the_page_takes_its_own_range_again(lab: Lab) -> None:
    spin = lab.find(QSpinBox, "stride_v")
    own = spin.minimum(), spin.maximum()
    lab.walk.commands.set("stride", (own[1] + 5000, 1))
    assert spin.value() == own[1] + 5000

    lab.undo.undo()

    assert (spin.value(), spin.minimum(), spin.maximum()) == (1, *own)

"""A label that says less, or presses its letters, before it cuts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.fitting_label import FittingLabel

FORMS = (
    "Convolution: 10 parameters, 6,084 multiplications",
    "10 parameters, 6,084 multiplications",
    "10 and 6,084",
)


@pytest.fixture
def label(qtbot: QtBot) -> FittingLabel:
    label = FittingLabel()
    qtbot.addWidget(label)
    label.resize(900, 20)
    with qtbot.waitExposed(label):
        label.show()
    return label


def width(label: FittingLabel, text: str) -> int:
    return QFontMetrics(label.font()).horizontalAdvance(text)


def painted(label: FittingLabel) -> str:
    """Return what is painted, with an ellipsis where the rest does not fit."""
    metrics = QFontMetrics(label.fitted_font())
    return metrics.elidedText(label.text(), Qt.TextElideMode.ElideRight, label.width())


def test_that_the_longest_form_that_fits_is_shown(label: FittingLabel) -> None:
    label.set_forms(FORMS)
    assert label.text() == FORMS[0]

    label.resize(width(label, FORMS[1]) + 4, 20)
    assert label.text() == painted(label) == FORMS[1]

    label.resize(width(label, FORMS[2]) + 4, 20)
    assert label.text() == painted(label) == FORMS[2]

    label.resize(900, 20)
    assert label.text() == FORMS[0]


def test_that_letters_are_pressed_a_little_before_less_is_said(
    label: FittingLabel,
) -> None:
    label.set_forms(FORMS)

    label.resize(round(0.95 * width(label, FORMS[0])), 20)

    assert label.text() == painted(label) == FORMS[0]
    assert label.fitted_font().stretch() < 100


def test_that_nothing_is_cut_between_one_form_and_the_next(
    label: FittingLabel,
) -> None:
    label.set_forms(FORMS)

    cut = []
    for room in range(width(label, FORMS[2]), 400):
        label.resize(room, 20)
        if painted(label) != label.text():
            cut.append(room)

    assert cut == []


def test_that_a_larger_font_makes_it_say_less(label: FittingLabel) -> None:
    label.set_forms(FORMS)
    label.resize(width(label, FORMS[0]) + 4, 20)
    assert label.text() == FORMS[0]

    larger = QFont(label.font())
    larger.setPointSizeF(larger.pointSizeF() * 1.3)
    label.setFont(larger)

    assert label.text() == FORMS[1]


def test_that_a_plain_text_takes_the_place_of_all_forms(label: FittingLabel) -> None:
    label.set_forms(FORMS)
    label.setText("row 3")
    label.resize(901, 20)

    assert label.text() == "row 3"

    label.set_forms(())

    assert label.text() == ""


def test_that_a_single_text_is_pressed_until_it_fits(label: FittingLabel) -> None:
    label.setText(FORMS[0])

    cut = []
    for room in range(round(0.85 * width(label, FORMS[0])), width(label, FORMS[0])):
        label.resize(room, 20)
        if painted(label) != FORMS[0]:
            cut.append(room)

    assert cut == []

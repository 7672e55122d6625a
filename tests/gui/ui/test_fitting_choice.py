"""A choice that is narrower than its text."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyleFactory,
    QStyleOptionComboBox,
)
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.fitting_choice import FittingChoice

TEXT = "Convnet 32-64-128"


def grabbed(qtbot: QtBot, box: QComboBox, text: str, width: int) -> QImage:
    qtbot.addWidget(box)
    style = QStyleFactory.create("Fusion")
    style.setParent(box)
    box.setStyle(style)
    box.addItem(text)
    box.resize(width, 32)
    return box.grab().toImage()


def field_end(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    option.editable = False  # type: ignore[attr-defined]
    part = QStyle.SubControl.SC_ComboBoxEditField
    return (
        box.style()
        .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
        .right()
    )


def column(image: QImage, x: int) -> list[int]:
    return [image.pixel(x, y) for y in range(image.height())]


def test_that_where_there_is_room_it_looks_as_every_choice(
    qapp: QApplication, qtbot: QtBot
) -> None:
    own, plain = FittingChoice(), QComboBox()
    assert grabbed(qtbot, own, TEXT, 300) == grabbed(qtbot, plain, TEXT, 300)


@pytest.mark.parametrize("width", [70, 78, 92, 120, 140])
def test_that_no_letter_is_cut_at_its_edge(
    qapp: QApplication, qtbot: QtBot, width: int
) -> None:
    own, plain, empty = FittingChoice(), QComboBox(), FittingChoice()
    image = grabbed(qtbot, own, TEXT, width)
    nothing = grabbed(qtbot, empty, "", width)
    cut = grabbed(qtbot, plain, TEXT, width)
    ends = range(field_end(own) - 1, field_end(own) + 1)
    assert [column(image, x) for x in ends] == [column(nothing, x) for x in ends]
    assert cut != image
    assert image != nothing

"""Parts below or beside each other."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.controls.layouts import column, row


def test_that_rows_and_columns_fill_their_place_and_keep_the_order(
    qtbot: QtBot,
) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    left, right, below = (QLabel(text, place) for text in ("a", "b", "c"))
    for label in (left, right, below):
        label.setMinimumSize(20, 10)

    column(row(left, right, spacing=3), below, spacing=5, parent=place)
    place.resize(203, 105)
    with qtbot.waitExposed(place):
        place.show()

    assert left.pos().toTuple() == (0, 0)
    assert right.x() == left.geometry().right() + 1 + 3
    assert right.geometry().right() == 202
    assert below.y() == left.geometry().bottom() + 1 + 5
    assert below.geometry().bottom() == 104

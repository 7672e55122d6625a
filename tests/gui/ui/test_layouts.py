"""Rows and columns lie as they are written."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.theme import tokens


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def test_that_a_part_with_a_share_takes_the_room_that_is_left(place: QWidget) -> None:
    small, large = QLabel("a", place), QLabel("b", place)
    in_row(small, (large, 1), gap=tokens.SPACE_M, of=place)
    place.show()

    assert small.geometry().left() == 0
    assert small.width() == small.sizeHint().width()
    assert large.geometry().left() - small.geometry().right() - 1 == tokens.SPACE_M
    assert large.geometry().right() == place.rect().right()


def test_that_a_number_is_so_many_pixels_beside_the_gap(place: QWidget) -> None:
    first, last = QLabel("a", place), QLabel("b", place)
    in_row(first, tokens.SPACE_XL, last, None, gap=0, of=place)
    place.show()

    between = last.geometry().left() - first.geometry().right() - 1
    assert between == tokens.SPACE_XL


def test_that_empty_room_pushes_what_follows_to_the_end(place: QWidget) -> None:
    first, last = QLabel("a", place), QLabel("b", place)
    row = in_row(first, last, gap=0)
    in_column(None, row, of=place)
    place.show()

    assert first.geometry().bottom() == place.rect().bottom()
    assert last.geometry().left() == first.geometry().right() + 1

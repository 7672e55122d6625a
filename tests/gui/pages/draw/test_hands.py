"""Hands that draw on the page: their strokes are read, and can be taken back."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.strokes.pen_strokes import draw_strokes
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.draw_stage import SEVEN, SHIPPED, Stage
from tests.helpers.hands import (
    Hand,
    MouseHand,
    TabletHand,
    as_seen,
    drawn_by_hand,
    strokes_of,
)


@pytest.mark.skipif(not SHIPPED, reason="needs the shipped weights")
@pytest.mark.parametrize(
    ("hand", "some"),
    [(MouseHand(), slice(0, None, 2)), (TabletHand(), slice(1, None, 4))],
    ids=["mouse", "tablet"],
)
def test_that_digits_drawn_by_hand_are_read(
    shipped: Stage, hand: Hand, some: slice
) -> None:
    """Their ink is, byte by byte, that of the strokes; one of them may be misread."""
    misread = []
    for drawing in drawn_by_hand()[some]:
        nothing = SharedPicture(Picture(np.zeros((1, 9, 9), np.uint8), "-"), "file")
        shipped.pictures.replace(nothing)
        pressed = isinstance(hand, TabletHand)
        strokes = as_seen(shipped.pad, strokes_of(drawing, pressed=pressed))
        hand.draw(shipped.pad, strokes)
        shipped.wait_for_answer()
        np.testing.assert_array_equal(
            shipped.pictures.state.ink_hw, draw_strokes(strokes)
        )
        labels = shipped.presenter.store.state.answering.network.labels
        if labels[shipped.trace.best] != drawing.label:
            misread.append(drawing.label)
    assert len(misread) <= 1, misread


def test_that_escape_leaves_no_step_and_brings_the_picture_back(stage: Stage) -> None:
    photo = SharedPicture(Picture(np.full((1, 9, 9), 77, np.uint8), "photo"), "file")
    stage.pictures.replace(photo)
    QTest.mousePress(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.mouseMove(stage.pad, QPoint(90, 120))
    assert stage.pictures.state is not photo
    stage.qtbot.keyClick(stage.pad, Qt.Key.Key_Escape)
    QTest.mouseRelease(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(90, 120))
    assert stage.pictures.state is photo
    assert stage.undo.count() == 0

    stage.pictures.replace(
        SharedPicture(photo.picture, "drawing", np.zeros((280, 280), np.uint8))
    )
    stage.draw(SEVEN)
    steps, drawn = stage.undo.count(), stage.pictures.state
    QTest.mousePress(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    stage.qtbot.keyClick(stage.pad, Qt.Key.Key_Escape)
    assert stage.undo.count() == steps
    assert stage.pictures.state is drawn

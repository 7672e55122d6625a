"""The strip says what of the ink was left out."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.pages.draw.views.preparation_strip import PreparationStrip
from cnnviz.pages.draw.views.stage_picture import StagePicture


@pytest.mark.parametrize(
    ("dots", "said"),
    [(0, "Your ink"), (1, "One spot left out"), (3, "3 spots left out")],
)
def test_that_the_strip_says_how_many_spots_were_left_out(
    dots: int, said: str, qtbot: QtBot
) -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[60:220, 120:145] = 255
    for number in range(dots):
        top = 10 + 90 * number
        ink_hw[top : top + 6, 4:10] = 255
    strip = PreparationStrip()
    qtbot.addWidget(strip)
    strip.render_state(prepare_drawing(ink_hw), None)

    captions = [label.text() for label in strip.findChildren(QLabel)]
    assert f"1 · {said}" in captions
    drawn = strip.findChild(StagePicture, "stage_drawn")
    assert drawn is not None
    assert ("is left out" in drawn.toolTip()) == bool(dots)

    strip.render_state(None, None)
    assert "1 · Your ink" in [label.text() for label in strip.findChildren(QLabel)]

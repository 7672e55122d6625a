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
    [(0, "The picture"), (1, "One spot left out"), (3, "3 spots left out")],
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
    assert said in captions
    drawn = strip.findChild(StagePicture, "stage_drawn")
    assert drawn is not None
    assert ("is left out" in drawn.toolTip()) == bool(dots)

    strip.render_state(None, None)
    assert "The picture" in [label.text() for label in strip.findChildren(QLabel)]


def test_that_the_strip_tells_the_figures_of_each_stage(qtbot: QtBot) -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[60:220, 120:140] = 255
    ink_hw[60:80, 80:140] = 255
    strip = PreparationStrip()
    qtbot.addWidget(strip)
    strip.render_state(prepare_drawing(ink_hw), None)

    def said(name: str) -> str:
        label = strip.findChild(QLabel, f"stage_{name}_facts")
        assert label is not None
        return label.text()

    # The foot of the 7 is fitted into 20 rows; its mass lies above, and right of the middle.
    assert said("drawn") == "160 × 60"
    assert said("fitted") == "20 × 8"
    assert said("digit") == "2 rows down, 1 column left"

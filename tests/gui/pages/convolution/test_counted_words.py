"""What is said of a cell agrees with how many there are."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint

from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.unit_view.stage import Stage

Lab = Any  # the fixture's type lives in conftest, which is no module to import from


def open_pixels(lab: Lab, pixels_chw: np.ndarray) -> None:
    shared = SharedPicture(Picture(pixels_chw.astype(np.uint8), "typed"), "file")
    lab.walk.picture_store.replace(shared)


def pad(lab: Lab, *padding: int) -> None:
    settings = lab.state.settings
    lab.walk.commands.apply(replace(settings, padding=padding))
    walk = lab.state.walk

    def is_answered() -> bool:
        output = lab.state.output
        return output is not None and output.size_hw == walk.output_hw

    lab.bot.waitUntil(is_answered)


def hover(lab: Lab, name: str, row: int, column: int) -> str:
    """Point at a cell; return what the status line says."""
    told: list[str] = []
    stage = lab.page.findChild(Stage)
    stage.notified.connect(told.append)
    # The pointer may be there already, from before: only a movement is heard.
    lab.bot.mouseMove(lab.canvas(name), QPoint(0, 0))
    lab.bot.mouseMove(lab.canvas(name), lab.spot(name, row, column))
    stage.notified.disconnect(told.append)
    return told[-1] if told else ""


@pytest.mark.parametrize(
    ("name", "row", "column", "said"),
    [
        ("output", 0, 0, "6 input cells. 3 cells under its window are not"),
        ("input", 2, 0, "This cell feeds 1 output."),
        ("input", 1, 0, "This cell feeds 2 outputs."),
        ("input", -1, 0, "1 window lies on it."),
        ("kernel", 2, 0, "This weight multiplies 2 cells."),
        ("kernel", 0, 0, "This weight multiplies 2 cells. Padding among them: 1."),
    ],
)
def test_that_words_agree_with_how_many_there_are(
    lab: Lab, name: str, row: int, column: int, said: str
) -> None:
    open_pixels(lab, np.full((1, 3, 3), 200))
    pad(lab, 1, 0, 0, 0)

    assert said in hover(lab, name, row, column)


def test_that_one_cell_is_not_several(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 1, 1), 200))
    pad(lab, 1, 1, 1, 1)

    assert "This number is made from 1 input cell. 8 cells" in hover(
        lab, "output", 0, 0
    )

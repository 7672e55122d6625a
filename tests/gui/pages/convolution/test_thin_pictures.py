"""Pictures of one column or one row, however long."""

import numpy as np
import pytest

from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.gui.pages.convolution.conftest import Lab


@pytest.mark.parametrize(
    "size_hw", [(32_000, 1), (1, 32_000), (1_000_000, 1), (1, 1_000_000), (1, 1)]
)
def test_that_a_thin_picture_finds_room(lab: Lab, size_hw: tuple[int, int]) -> None:
    # Any warning of Qt, and any error in a slot, fails a test.
    picture = Picture(np.full((1, *size_hw), 90, np.uint8), "thin.png")
    lab.walk.commands.set("padding", "same")
    lab.pictures.store.replace(SharedPicture(picture, "file"))
    lab.bot.waitUntil(lambda: has_output_of(lab, size_hw))
    lab.page.resize(900, 640)
    lab.page.grab()


def has_output_of(lab: Lab, size_hw: tuple[int, int]) -> bool:
    return (
        lab.state.output is not None
        and lab.state.walk is not None
        and (lab.state.walk.operation.input_hw == size_hw)
    )

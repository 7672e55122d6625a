"""A picture's channels."""

import numpy as np
from PIL import Image

from cnnviz.engine.images.picture import Picture

COLOURS = np.random.default_rng(1).integers(0, 256, (3, 5, 7), dtype=np.uint8)


def test_that_grey_levels_are_those_of_pillow() -> None:
    grey = Picture(COLOURS, "noise").to_grey()
    expected = Image.fromarray(COLOURS.transpose(1, 2, 0).copy()).convert("L")
    assert grey.is_grey
    assert (grey.pixels_chw[0] == np.asarray(expected)).all()
    assert (grey.name, grey.size_hw) == ("noise", (5, 7))


def test_that_a_grey_picture_stays_itself() -> None:
    picture = Picture(COLOURS[:1], "noise")
    assert picture.to_grey() is picture


def test_that_a_grey_picture_becomes_three_equal_channels() -> None:
    picture = Picture(COLOURS[:1], "noise", reduced_from=(50, 70)).to_rgb()
    assert (picture.pixels_chw == COLOURS[0]).all()
    assert picture.pixels_chw.shape == (3, 5, 7)
    assert picture.reduced_from == (50, 70)
    assert picture.to_rgb() is picture

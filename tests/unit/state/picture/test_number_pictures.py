"""What becomes of the shared picture when a cell, its part or its size changes."""

import numpy as np
import pytest

from cnnviz.engine.datasets.browse import PictureQuery
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box
from cnnviz.state.lab_input import Colour, ValueRange
from cnnviz.state.picture.number_pictures import (
    Cell,
    CellEdit,
    as_numbers,
    in_size,
    new_grid,
    numbers_picture,
    part_of,
    with_edits,
)
from cnnviz.state.picture.shared_picture import SharedPicture, drawing
from cnnviz.state.workers.inference import prepared
from cnnviz.state.workers.picture_loading import dataset_picture

LEVELS = np.arange(60, dtype=np.uint8).reshape(3, 4, 5) * 4
COLOUR = SharedPicture(Picture(LEVELS, "photo.png"), "file")
GREY = SharedPicture(Picture(LEVELS[:1], "page.png"), "file")
TYPED = numbers_picture(np.array([[[-2.0, 0.5], [1.0, 4.0]]], np.float32))


def with_number(
    shared: SharedPicture,
    cell: Cell,
    value: float,
    colour: Colour = "grey",
    value_range: ValueRange = "0..255",
) -> SharedPicture:
    return with_edits(shared, (CellEdit(cell, value, colour, value_range),))


def test_that_a_whole_level_leaves_an_ordinary_picture() -> None:
    new = with_number(GREY, (0, 2, 3), 200)

    assert new.origin == "numbers"
    assert new.numbers_chw is None
    assert new.picture.name == "page.png"
    expected = LEVELS[:1].copy()
    expected[0, 2, 3] = 200
    assert (new.picture.pixels_chw == expected).all()
    assert GREY.picture.pixels_chw[0, 2, 3] == LEVELS[0, 2, 3]


@pytest.mark.parametrize("value", [2.5, -1.0, 256.0])
def test_that_another_number_makes_them_typed(value: float) -> None:
    new = with_number(GREY, (0, 0, 0), value)

    assert new.numbers_chw is not None
    assert new.numbers_chw[0, 0, 0] == value
    assert new.numbers_chw[0, 1, 0] == LEVELS[0, 1, 0]
    assert new.picture.pixels_chw.shape == (1, 4, 5)


def test_that_a_number_is_in_units_of_the_scale() -> None:
    new = with_number(GREY, (0, 3, 4), 0.25, value_range="0..1")

    assert new.numbers_chw is not None
    assert new.numbers_chw[0, 3, 4] == 0.25
    np.testing.assert_allclose(new.numbers_chw[0, 0], LEVELS[0, 0] / 255, rtol=1e-6)


def test_that_one_channel_of_a_colour_picture_is_changed() -> None:
    new = with_number(COLOUR, (2, 1, 1), 9, "rgb")

    assert new.picture.pixels_chw[2, 1, 1] == 9
    assert (new.picture.pixels_chw[:2] == LEVELS[:2]).all()


def test_that_a_colour_picture_walked_in_grey_becomes_grey() -> None:
    new = with_number(COLOUR, (0, 1, 1), 9, "grey")

    assert new.picture.is_grey
    assert new.picture.pixels_chw[0, 1, 1] == 9


def test_that_typed_numbers_stay_typed() -> None:
    new = with_number(TYPED, (0, 0, 0), 3, value_range="0..1")

    assert new.numbers_chw is not None
    assert new.numbers_chw.tolist() == [[[3.0, 0.5], [1.0, 4.0]]]


@pytest.mark.parametrize("shared", [COLOUR, GREY, TYPED])
def test_that_edits_together_are_edits_one_by_one(shared: SharedPicture) -> None:
    """Kinds change on the way: levels, grey, typed numbers."""
    edits = (
        CellEdit((0, 1, 1), 200, "rgb"),
        CellEdit((0, 0, 1), 7, "rgb"),
        CellEdit((0, 0, 1), 9, "grey"),
        CellEdit((0, 1, 0), 0.5, "grey", "-1..1"),
        CellEdit((0, 0, 1), -3, "grey"),
        CellEdit((0, 1, 1), 80, "rgb"),
    )
    one_by_one = shared
    for edit in edits:
        one_by_one = with_edits(one_by_one, (edit,))

    together = with_edits(shared, edits)

    assert together.numbers_chw is not None
    assert one_by_one.numbers_chw is not None
    np.testing.assert_array_equal(together.numbers_chw, one_by_one.numbers_chw)
    np.testing.assert_array_equal(
        together.picture.pixels_chw, one_by_one.picture.pixels_chw
    )
    assert together.picture.name == one_by_one.picture.name
    assert (together.origin, together.edits) == (one_by_one.origin, one_by_one.edits)


def test_that_a_part_keeps_where_it_is_from() -> None:
    part = part_of(COLOUR, Box(1, 1, 2, 3), "part")

    assert (part.origin, part.picture.name) == ("file", "photo.png")
    assert part.edits == ("cropped",)
    again = in_size(part_of(part, Box(0, 0, 2, 2), "part"), (4, 4), "nearest", "x")
    assert again.edits == ("cropped", "resized")


def test_that_a_part_of_typed_numbers_is_numbers() -> None:
    part = part_of(TYPED, Box(1, 0, 1, 2), "part")
    larger = in_size(part, (1, 4), "nearest", "x")

    assert part.numbers_chw is not None
    assert part.numbers_chw.tolist() == [[[1.0, 4.0]]]
    assert larger.numbers_chw is not None
    assert larger.numbers_chw.tolist() == [[[1.0, 1.0, 4.0, 4.0]]]
    assert larger.picture.size_hw == (1, 4)


def test_that_a_part_of_a_drawing_is_none_and_has_a_name() -> None:
    drawn = drawing(np.full((280, 280), 255, np.uint8))

    part = part_of(drawn, Box(0, 0, 9, 9), "part of a drawing")

    assert (part.origin, part.ink_hw) == ("file", None)
    assert part.picture.name == "part of a drawing"


def test_that_a_picture_becomes_a_small_grid_of_means() -> None:
    grid = as_numbers(GREY, (2, 1), "grey", "0..255")

    assert grid.numbers_chw is not None
    assert grid.numbers_chw[0, :, 0].tolist() == [
        LEVELS[0, :2].mean(),
        LEVELS[0, 2:].mean(),
    ]
    same = as_numbers(COLOUR, (4, 5), "rgb", "0..255").numbers_chw
    assert (same == LEVELS).all()


def test_that_new_grids_hold_what_was_asked_for() -> None:
    assert new_grid("zeros", (2, 3)).tolist() == [[[0, 0, 0], [0, 0, 0]]]
    assert new_grid("counting", (2, 2)).tolist() == [[[0, 1], [2, 3]]]
    digits = new_grid("digits", (30, 30), seed=1)
    assert set(np.unique(digits)) == set(range(10))
    assert digits.dtype == np.float32


@pytest.mark.parametrize("value", [0.75, 9.0, -9.0, 0.0])
def test_that_levels_after_a_change_are_those_of_all_numbers(value: float) -> None:
    new = with_number(TYPED, (0, 0, 1), value)

    assert new.numbers_chw is not None
    whole = numbers_picture(new.numbers_chw)
    assert (new.picture.pixels_chw == whole.picture.pixels_chw).all()


def test_that_a_network_reads_a_digit_of_a_data_set_as_it_is() -> None:
    read = dataset_picture(PictureQuery("builtin", 7, 2), "{label}")

    digit_hw = prepared(read.shared).digit_hw

    assert (digit_hw == read.shared.picture.pixels_chw[0]).all()
    assert (read.shared.origin, read.shared.picture.name) == ("dataset", "7")


def test_that_a_network_reads_typed_numbers_by_their_grey_levels() -> None:
    numbers = np.zeros((1, 40, 40), np.float32)
    numbers[0, 8:32, 18:22] = 1
    levels = SharedPicture(Picture((numbers * 255).astype(np.uint8), "one"), "file")

    typed = prepared(numbers_picture(numbers))

    assert (typed.digit_hw == prepared(levels).digit_hw).all()

"""What becomes of a drawing when stages of its preparation are left out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    STAGES,
    Stage,
    centre_of_mass,
    prepare_drawing,
    prepare_picture,
    reduce_drawing,
)


def a_one(*, speck: bool = False) -> NDArray[np.uint8]:
    """Return faint ink of a 1 high up on the left: 100 x 40 cells, heavier below."""
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[20:120, 50:60] = 200
    ink_hw[110:120, 30:70] = 200
    if speck:
        ink_hw[270:276, 270:276] = 255
    return ink_hw


def test_that_with_all_stages_a_drawing_is_prepared_as_ever() -> None:
    prepared = prepare_drawing(a_one(speck=True))
    assert prepared.spots == ((270, 270, 6, 6),)
    assert prepared.box == (20, 30, 100, 40)
    # 5 x 5 cells a pixel: columns 4 and 5 are the stem, the last two rows the foot.
    expected_hw = np.zeros((20, 8), np.uint8)
    expected_hw[:, 4:6] = 200
    expected_hw[18:] = 200
    np.testing.assert_array_equal(prepared.smooth_hw, expected_hw)
    np.testing.assert_array_equal(prepared.fitted_hw, (expected_hw > 0) * 255)
    rows, columns = np.nonzero(prepared.digit_hw)
    assert abs(rows.mean() - 14) <= 0.5
    assert abs(columns.mean() - 14) <= 0.5
    assert centre_of_mass(prepared.digit_hw) == (rows.mean(), columns.mean())


def test_that_spots_that_are_not_left_out_make_the_digit_small() -> None:
    prepared = prepare_drawing(a_one(speck=True), ["spots"])
    assert prepared.spots == ()
    assert prepared.box == (20, 30, 256, 246)


def test_that_without_a_crop_the_whole_sheet_is_fitted() -> None:
    prepared = prepare_drawing(a_one(), ["crop"])
    assert prepared.box == (0, 0, 280, 280)
    assert prepared.fitted_hw.shape == (20, 20)


def test_that_without_a_fit_the_digit_keeps_the_sheets_scale() -> None:
    prepared = prepare_drawing(a_one(), ["fit"])
    assert prepared.fitted_hw.shape == (10, 4)
    np.testing.assert_array_equal(prepared.fitted_hw[-1], [255] * 4)


def test_that_without_smooth_edges_every_pixel_is_ink_or_paper() -> None:
    slanted_hw = np.fromfunction(
        lambda y, x: (abs(x - 60 - y / 3) < 8) & (abs(y - 140) < 99), (280, 280)
    )
    ink_hw = np.asarray(slanted_hw * 255, np.uint8)
    assert len(np.unique(prepare_drawing(ink_hw).digit_hw)) > 10
    rough = prepare_drawing(ink_hw, ["smooth"])
    assert set(np.unique(rough.digit_hw)) == {0, 255}
    assert rough.fitted_hw.shape == prepare_drawing(ink_hw).fitted_hw.shape


def test_that_without_the_range_faint_ink_stays_faint() -> None:
    assert prepare_drawing(a_one(), ["range"]).digit_hw.max() == 200


def test_that_without_the_centre_of_mass_the_box_lies_in_the_middle() -> None:
    prepared = prepare_drawing(a_one(), ["centre"])
    assert prepared.shift == (0, 0)
    rows, columns = np.nonzero(prepared.digit_hw)
    assert (rows.min(), rows.max()) == (4, 23)
    assert (columns.min(), columns.max()) == (10, 17)


def test_that_without_any_stage_the_sheet_is_merely_reduced() -> None:
    ink_hw = a_one(speck=True)
    without: list[Stage] = [stage for stage in STAGES if stage != "smooth"]
    np.testing.assert_array_equal(
        prepare_drawing(ink_hw, without).digit_hw,
        reduce_drawing(ink_hw).pixels_chw[0],
    )


@given(
    st.integers(0, 2**32),
    st.sampled_from([(280, 280), (28, 28), (9, 31), (300, 70)]),
    st.sets(st.sampled_from(STAGES)),
)
def test_that_any_stages_can_be_left_out_of_any_drawing(
    seed: int, shape: tuple[int, int], without: set[Stage]
) -> None:
    rng = np.random.default_rng(seed)
    ink_hw = np.zeros(shape, np.uint8)
    for _ in range(3):
        top, left = rng.integers(0, shape)
        ink_hw[top : top + 20, left : left + 20] = rng.integers(1, 256)
    try:
        found = prepare_drawing(ink_hw, without).digit_hw.shape
    except CnnvizError as error:
        found = (error.code,)
    assert found in {(28, 28), ("drawing_empty",)}


def test_that_a_thin_line_may_fall_between_pixels_that_are_not_smoothed() -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[3] = 255
    without: tuple[Stage, ...] = "crop", "smooth"
    with pytest.raises(CnnvizError) as refused:
        prepare_drawing(ink_hw, without)
    assert refused.value.code == "drawing_empty"


def test_that_a_ready_digit_says_that_it_is_one() -> None:
    ready_hw = prepare_drawing(a_one()).digit_hw
    taken = prepare_picture(Picture(ready_hw[np.newaxis], "ready"))
    assert taken.is_ready
    assert not prepare_drawing(a_one()).is_ready

"""Preparing ink and pictures the MNIST way."""

import gzip
import os
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    Preparation,
    prepare_drawing,
    prepare_picture,
    reduce_drawing,
)

Pixels = NDArray[np.uint8]


def a_seven(height: int = 280, width: int = 280) -> Pixels:
    """Return ink of a 7 in the upper left of the pad, drawn with a broad pen."""
    ink_hw = np.zeros((height, width), dtype=np.uint8)
    ink_hw[30:48, 40:140] = 255
    for row in range(48, 190):
        left = 122 - (row - 48) // 3
        ink_hw[row, left : left + 18] = 255
    return ink_hw


def grey(pixels_hw: Pixels) -> Picture:
    return Picture(pixels_hw[np.newaxis], "test")


def centre_of_mass(digit_hw: Pixels) -> tuple[float, float]:
    ink = digit_hw.astype(np.float64)
    rows, columns = np.indices(ink.shape)
    return float((ink * rows).sum() / ink.sum()), float(
        (ink * columns).sum() / ink.sum()
    )


def assert_close_to(preparation: Preparation, digit_hw: Pixels, levels: float) -> None:
    difference = preparation.digit_hw.astype(float) - digit_hw
    assert np.abs(difference).mean() < levels


def test_that_the_longer_side_of_the_ink_becomes_20_and_proportions_stay() -> None:
    preparation = prepare_drawing(a_seven())
    assert preparation.box == (30, 40, 160, 100)
    assert preparation.cropped_hw.shape == (160, 100)
    assert preparation.fitted_hw.shape == (20, 12)
    assert preparation.digit_hw.shape == (28, 28)
    assert preparation.digit_hw.dtype == np.uint8


def test_that_the_centre_of_mass_is_within_half_a_pixel_of_the_middle() -> None:
    row, column = centre_of_mass(prepare_drawing(a_seven()).digit_hw)
    assert abs(row - 14) <= 0.5
    assert abs(column - 14) <= 0.5


def test_that_shift_tells_how_far_the_centre_of_mass_moved_the_digit() -> None:
    preparation = prepare_drawing(a_seven())
    down, right = preparation.shift
    height, width = preparation.fitted_hw.shape
    top, left = (28 - height) // 2 + down, (28 - width) // 2 + right
    place = preparation.digit_hw[top : top + height, left : left + width]
    np.testing.assert_array_equal(place, preparation.fitted_hw)
    # A 7 is top-heavy: it moves down.
    assert down > 0


def test_that_the_place_on_the_pad_does_not_matter() -> None:
    ink_hw = a_seven()
    moved_hw = np.roll(ink_hw, (70, 110), axis=(0, 1))
    np.testing.assert_array_equal(
        prepare_drawing(ink_hw).digit_hw, prepare_drawing(moved_hw).digit_hw
    )


def test_that_ink_at_the_border_of_the_pad_is_kept() -> None:
    ink_hw = a_seven()[30:190, 40:140]
    np.testing.assert_array_equal(
        prepare_drawing(ink_hw).digit_hw, prepare_drawing(a_seven()).digit_hw
    )


def test_that_a_dot_fills_the_box() -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[5, 270] = 40
    preparation = prepare_drawing(ink_hw)
    assert preparation.box == (5, 270, 1, 1)
    assert (preparation.fitted_hw == 255).all()
    assert preparation.fitted_hw.shape == (20, 20)


@pytest.mark.parametrize("is_upright", [True, False])
def test_that_a_line_of_one_pixel_stays_a_full_line(is_upright: bool) -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[20:260, 100] = 255
    preparation = prepare_drawing(ink_hw if is_upright else ink_hw.T)
    assert preparation.fitted_hw.shape == ((20, 1) if is_upright else (1, 20))
    assert (preparation.fitted_hw == 255).all()


def test_that_a_thin_outline_keeps_full_ink_when_reduced() -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[40:240, 40] = ink_hw[40:240, 239] = 255
    ink_hw[40, 40:240] = ink_hw[239, 40:240] = 255
    assert prepare_drawing(ink_hw).digit_hw.max() == 255


def test_that_lopsided_ink_is_not_pushed_out_of_the_frame() -> None:
    ink_hw = np.zeros((200, 200), dtype=np.uint8)
    ink_hw[0:30] = 255
    ink_hw[30:, 100] = 255
    preparation = prepare_drawing(ink_hw)
    assert preparation.digit_hw.sum() == preparation.fitted_hw.sum()
    assert preparation.digit_hw[27].any()


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.integers(0, 2**32 - 1),
)
@settings(max_examples=60, deadline=None)
def test_that_no_ink_is_lost_whatever_the_drawing(
    height: int, width: int, seed: int
) -> None:
    rng = np.random.default_rng(seed)
    ink_hw = rng.integers(0, 256, (height, width), dtype=np.uint8)
    ink_hw[rng.random((height, width)) < 0.7] = 0
    ink_hw[0, 0] = max(1, ink_hw[0, 0])
    preparation = prepare_drawing(ink_hw)
    assert max(preparation.fitted_hw.shape) == 20
    assert preparation.digit_hw.sum(dtype=int) == preparation.fitted_hw.sum(dtype=int)
    assert preparation.digit_hw.max() == 255


@pytest.mark.parametrize("level", [0, 90, 255])
def test_that_a_blank_picture_is_refused(level: int) -> None:
    with pytest.raises(CnnvizError) as refusal:
        prepare_picture(grey(np.full((100, 80), level, dtype=np.uint8)))
    assert refusal.value.code == "drawing_empty"


def test_that_an_empty_pad_is_refused() -> None:
    with pytest.raises(CnnvizError) as refusal:
        prepare_drawing(np.zeros((280, 280), dtype=np.uint8))
    assert refusal.value.code == "drawing_empty"


def test_that_grainy_paper_without_a_digit_is_refused() -> None:
    rng = np.random.default_rng(0)
    paper_hw = rng.normal(200, 4, (300, 300)).clip(0, 255).astype(np.uint8)
    with pytest.raises(CnnvizError) as refusal:
        prepare_picture(grey(paper_hw))
    assert refusal.value.code == "drawing_empty"


@pytest.mark.parametrize(("height", "width"), [(1, 1), (1, 40), (2, 2), (3, 500)])
def test_that_a_tiny_blank_picture_is_refused(height: int, width: int) -> None:
    with pytest.raises(CnnvizError) as refusal:
        prepare_picture(grey(np.full((height, width), 128, dtype=np.uint8)))
    assert refusal.value.code == "drawing_empty"


def test_that_dark_ink_on_light_paper_reads_as_light_on_dark() -> None:
    ink_hw = a_seven()
    expected = prepare_drawing(ink_hw).digit_hw
    np.testing.assert_array_equal(prepare_picture(grey(ink_hw)).digit_hw, expected)
    np.testing.assert_array_equal(
        prepare_picture(grey(255 - ink_hw)).digit_hw, expected
    )


def test_that_colour_pictures_are_prepared_by_their_grey_levels() -> None:
    ink_hw = a_seven()
    paper_chw = np.stack([np.full_like(ink_hw, level) for level in (250, 240, 200)])
    paper_chw[:, ink_hw > 0] = np.array([[20], [40], [160]], dtype=np.uint8)
    preparation = prepare_picture(Picture(paper_chw, "blue pen"))
    assert_close_to(preparation, prepare_drawing(ink_hw).digit_hw, 0.5)


def test_that_faint_pencil_on_uneven_grainy_paper_is_read() -> None:
    ink_hw = a_seven()
    rng = np.random.default_rng(1)
    light = np.linspace(235, 165, 280)[:, np.newaxis] - np.linspace(0, 25, 280)
    photo = light - ink_hw / 255 * 45 + rng.normal(0, 2, ink_hw.shape)
    preparation = prepare_picture(grey(photo.clip(0, 255).astype(np.uint8)))
    assert_close_to(preparation, prepare_drawing(ink_hw).digit_hw, 6)


@pytest.mark.parametrize("where", ["band", "corner"])
@pytest.mark.parametrize("is_dark_ink", [True, False])
def test_that_a_soft_shadow_is_not_ink(where: str, is_dark_ink: bool) -> None:
    ink_hw = a_seven()
    rows, columns = np.indices(ink_hw.shape) / 280
    distance = abs(columns - 0.6) if where == "band" else np.hypot(rows, columns) / 2
    shadow = np.clip((0.35 - distance) / 0.25, 0, 1)
    photo = 220 - ink_hw / 255 * 110 - shadow**2 * (3 - 2 * shadow) * 60
    pixels_hw = photo.clip(0, 255).astype(np.uint8)
    preparation = prepare_picture(grey(pixels_hw if is_dark_ink else 255 - pixels_hw))
    assert_close_to(preparation, prepare_drawing(ink_hw).digit_hw, 14)


def test_that_a_broad_solid_digit_stays_solid() -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[28:252, 93:187] = 255
    preparation = prepare_picture(grey(220 - ink_hw // 255 * 60))
    assert_close_to(preparation, prepare_drawing(ink_hw).digit_hw, 1)


def test_that_ink_running_off_the_picture_does_not_change_the_paper() -> None:
    ink_hw = a_seven()[:, 40:]
    preparation = prepare_picture(grey(230 - ink_hw // 255 * 180))
    assert preparation.box == prepare_drawing(ink_hw).box


def test_that_a_ready_digit_is_taken_as_it_is() -> None:
    digit_hw = np.zeros((28, 28), dtype=np.uint8)
    digit_hw[4:24, 12:17] = 130
    preparation = prepare_picture(grey(digit_hw))
    np.testing.assert_array_equal(preparation.digit_hw, digit_hw)
    assert preparation.box == (4, 12, 20, 5)
    assert preparation.shift == (0, 1)


def test_that_a_dark_digit_on_light_28_by_28_is_inverted_and_prepared() -> None:
    ready_hw = prepare_drawing(a_seven()).digit_hw
    preparation = prepare_picture(grey(255 - ready_hw))
    assert_close_to(preparation, ready_hw, 2)


def test_that_a_large_photograph_is_prepared_in_under_two_seconds() -> None:
    photo_hw = np.full((4000, 6000), 210, dtype=np.uint8)
    photo_hw[1000:3000, 2500:2900] = 60
    began = time.perf_counter()
    preparation = prepare_picture(grey(photo_hw))
    # It takes about 0.1 s; the bound only catches what grew out of all proportion.
    assert time.perf_counter() - began < 2
    assert max(preparation.ink_hw.shape) <= 640
    assert preparation.fitted_hw.shape == (20, 4)


def test_that_reduce_drawing_gives_block_means() -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[0:10, 0:5] = 255
    picture = reduce_drawing(ink_hw)
    assert picture.name == "drawing"
    assert picture.pixels_chw.shape == (1, 28, 28)
    assert picture.pixels_chw[0, 0, 0] in (127, 128)
    assert picture.pixels_chw.sum() == picture.pixels_chw[0, 0, 0]


def _mnist_test_pictures(count: int) -> Pixels:
    folder = os.environ.get("CNNVIZ_DATA")
    if folder is None:
        pytest.skip("CNNVIZ_DATA does not name a folder with MNIST")
    for path in (Path(folder) / "mnist", Path(folder)):
        file = path / "t10k-images-idx3-ubyte.gz"
        if file.exists():
            content = gzip.decompress(file.read_bytes())
            return np.frombuffer(content, np.uint8, count * 784, 16).reshape(-1, 28, 28)
    return pytest.skip("there is no MNIST under CNNVIZ_DATA")


@pytest.mark.mnist
def test_that_enlarged_and_moved_mnist_digits_come_back() -> None:
    rng = np.random.default_rng(0)
    for digit_hw in _mnist_test_pictures(60):
        canvas_hw = np.zeros((420, 500), dtype=np.uint8)
        top, left = rng.integers(0, 140), rng.integers(0, 220)
        large_hw = digit_hw.repeat(10, axis=0).repeat(10, axis=1)
        canvas_hw[top : top + 280, left : left + 280] = large_hw
        assert_close_to(prepare_drawing(canvas_hw), digit_hw, 1)


def test_that_dots_that_vanish_when_they_are_reduced_are_no_digit() -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[2, 2] = ink_hw[277, 277] = 40
    with pytest.raises(CnnvizError) as refusal:
        prepare_drawing(ink_hw)
    assert refusal.value.code == "drawing_empty"

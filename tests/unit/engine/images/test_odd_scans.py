"""Frames, desks, gutters, lines and specks are neither paper nor ink."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cnnviz.engine.images.files.pixel_modes import to_pixels
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    Preparation,
    prepare_drawing,
    prepare_picture,
)
from cnnviz.engine.images.sheet import only_sheet
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights
from tests.helpers.scans import (
    ODD_SCANS,
    WAYS,
    Levels,
    Pixels,
    as_pixels,
    ink,
    page,
)

TWO_OF_THEM = list(zip(WAYS, [*WAYS][2:] + [*WAYS][:2], strict=True))


def prepared(levels_hw: Levels) -> Preparation:
    return prepare_picture(Picture(as_pixels(levels_hw)[np.newaxis], "scan"))


def in_square(preparation: Preparation) -> Levels:
    square = Image.fromarray(preparation.fitted_hw).resize((20, 20))
    return np.asarray(square, float)


@cache
def reader() -> Classifier:
    lenet5 = network("lenet5")
    return Classifier(lenet5, shipped_weights(lenet5))


def read(digit_hw: Pixels) -> int:
    return int(reader().best(digit_hw[np.newaxis])[0])


@pytest.mark.parametrize("scan", ODD_SCANS)
def test_that_a_digit_is_read_whatever_was_done_to_its_page(scan: str) -> None:
    for label in TWO_OF_THEM[len(scan) % len(WAYS)]:
        ink_hw = ink(label)
        plain, odd = prepared(page(ink_hw)), prepared(ODD_SCANS[scan](ink_hw))
        # In its box: half a pixel more on a side moves the whole digit by one. Of a page
        # that lies askew the digit does, too.
        assert np.abs(in_square(odd) - in_square(plain)).mean() < 40, label
        assert read(odd.digit_hw) == label


@pytest.mark.parametrize("label", WAYS)
def test_that_a_plain_page_is_all_sheet(label: int) -> None:
    pixels_hw = as_pixels(page(ink(label)))
    assert only_sheet(pixels_hw) is pixels_hw


@pytest.mark.parametrize("broad", [0.1, 0.2])
def test_that_the_inside_of_a_zero_is_no_sheet(broad: float) -> None:
    """Whatever the pen, and in a frame too."""
    rows, columns = (np.indices((200, 200)) - 99.5) / 100
    distance = np.hypot(rows, columns / 0.7)
    zero = (distance < 0.7) & (distance > 0.7 - 2 * broad)
    plain_hw = prepared(page(zero.astype(float))).digit_hw
    for frame in (0, 4):
        levels_hw = np.pad(page(zero.astype(float)), frame)
        digit_hw = prepared(levels_hw).digit_hw.astype(float)
        assert np.abs(digit_hw - plain_hw).mean() < 8
        assert digit_hw[14, 14] == 0


def test_that_ink_that_runs_off_the_page_stays() -> None:
    ink_hw = ink(7)[:, 110:]  # the beginning of its bar is cut off
    assert prepared(page(ink_hw)).box[1] == 0


def test_that_a_stroke_as_wide_as_the_picture_is_no_line_of_the_paper() -> None:
    ink_hw = ink(7, pen=0.02)
    rows, columns = (np.flatnonzero(ink_hw.any(axis=axis)) for axis in (1, 0))
    cut_hw = ink_hw[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    assert read(prepared(page(cut_hw)).digit_hw) == 7


def ready(label: int) -> Pixels:
    return prepare_drawing(as_pixels(255 * ink(label))).digit_hw


@pytest.mark.parametrize("label", WAYS)
@pytest.mark.parametrize("move", [(2, 2), (-2, 1), (0, -2)])
def test_that_a_28_by_28_picture_is_ready_only_where_its_ink_lies_as_in_mnist(
    label: int, move: tuple[int, int]
) -> None:
    digit_hw = ready(label)
    as_it_is = prepared(digit_hw.astype(float))
    np.testing.assert_array_equal(as_it_is.digit_hw, digit_hw)
    moved_hw = np.roll(digit_hw, move, axis=(0, 1)).astype(float)
    again = prepared(moved_hw).digit_hw.astype(float)
    assert np.abs(again - digit_hw).mean() < 8
    assert read(as_it_is.digit_hw) == read(again.astype(np.uint8)) == label


def test_that_a_small_digit_of_28_by_28_is_made_as_large_as_mnists() -> None:
    small_hw = np.zeros((28, 28))
    small_hw[7:21, 7:21] = 255 * ink(5, side=14, box=0.9, pen=0.12)
    assert max(prepared(small_hw).fitted_hw.shape) == 20


@pytest.mark.parametrize("at", [(4, 4), (262, 4), (268, 268), (140, 6)])
@pytest.mark.parametrize("side", [2, 6, 12])
def test_that_a_dot_far_from_a_drawing_is_left_out_and_told(
    at: tuple[int, int], side: int
) -> None:
    ink_hw = as_pixels(255 * ink(3, side=280, box=0.45, pen=0.05))
    dotted_hw = ink_hw.copy()
    dotted_hw[at[0] : at[0] + side, at[1] : at[1] + side] = 255
    found = prepare_drawing(dotted_hw)
    np.testing.assert_array_equal(found.digit_hw, prepare_drawing(ink_hw).digit_hw)
    ((top, left, height, width),) = found.spots
    assert top <= at[0] < at[0] + side <= top + height
    assert left <= at[1] < at[1] + side <= left + width
    np.testing.assert_array_equal(found.ink_hw, dotted_hw)


def test_that_the_loose_bar_of_a_five_belongs_to_it() -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[100:230, 90:112] = 255
    ink_hw[208:230, 90:180] = 255
    ink_hw[60:78, 120:185] = 255
    assert prepare_drawing(ink_hw).spots == ()


@given(st.integers(0, 2**32 - 1), st.integers(2, 9))
@settings(max_examples=25, deadline=None)
def test_that_two_digits_are_both_kept(seed: int, gap: int) -> None:
    rng = np.random.default_rng(seed)
    ink_hw = np.zeros((200, 300), np.uint8)
    for left in (20, 20 + 60 + gap * 10):
        top, height = int(rng.integers(10, 60)), int(rng.integers(60, 120))
        ink_hw[top : top + height, left : left + int(rng.integers(20, 60))] = 255
    assert prepare_drawing(ink_hw).spots == ()


def test_that_ink_as_light_as_its_paper_is_read_by_its_colour() -> None:
    ink_hw = ink(2)[..., np.newaxis]
    red, green = np.array([200.0, 60, 60]), np.array([60.0, 130, 60])
    levels_hwc = green + (red - green) * ink_hw
    picture = Picture(as_pixels(levels_hwc).transpose(2, 0, 1), "red on green")
    assert np.ptp(picture.to_grey().pixels_chw) < 20
    assert read(prepare_picture(picture).digit_hw) == 2


@pytest.mark.parametrize("level", [0, 255])
def test_that_ink_on_a_transparent_ground_is_read_black_or_white(level: int) -> None:
    alpha_hw = as_pixels(255 * ink(3))
    levels_hw = np.full_like(alpha_hw, level)
    image = Image.fromarray(np.stack([levels_hw] * 3 + [alpha_hw], axis=2), "RGBA")
    pixels_chw, _ = to_pixels(image)
    assert read(prepare_picture(Picture(pixels_chw, "clear")).digit_hw) == 3

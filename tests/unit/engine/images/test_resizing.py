"""Parts and sizes, against Pillow and torch."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import (
    LARGEST_SIDE,
    METHODS,
    Box,
    around,
    crop,
    crop_chw,
    in_proportion,
    resize,
    resize_chw,
    square_in,
)

COLOURS = np.random.default_rng(3).integers(0, 256, (3, 12, 18), dtype=np.uint8)
PHOTO = Picture(COLOURS, "photo", reduced_from=(120, 180))


def test_that_a_part_is_what_slicing_gives_and_stands_for_itself() -> None:
    part = crop(PHOTO, Box(2, 5, 4, 9))

    assert (part.pixels_chw == COLOURS[:, 2:6, 5:14]).all()
    assert not np.shares_memory(part.pixels_chw, COLOURS)
    assert (part.name, part.reduced_from) == ("photo", None)


@pytest.mark.parametrize(
    ("box", "code"),
    [
        (Box(0, 0, 0, 4), "crop_empty"),
        (Box(0, 0, 4, -1), "crop_empty"),
        (Box(-1, 0, 4, 4), "crop_outside"),
        (Box(0, -1, 4, 4), "crop_outside"),
        (Box(9, 0, 4, 4), "crop_outside"),
        (Box(0, 15, 4, 4), "crop_outside"),
    ],
)
def test_that_a_part_must_lie_in_the_picture(box: Box, code: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        crop(PHOTO, box)

    assert refused.value.code == code


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("size", [(6, 9), (24, 36), (5, 31), (1, 1)])
def test_that_levels_are_resized_as_pillow_resizes_them(
    method: str, size: tuple[int, int]
) -> None:
    made = resize(PHOTO, size, method)  # type: ignore[arg-type]

    image = Image.fromarray(COLOURS.transpose(1, 2, 0).copy())
    expected = image.resize(size[::-1], METHODS[method])  # type: ignore[index]
    assert (made.pixels_chw == np.asarray(expected).transpose(2, 0, 1)).all()
    assert made.pixels_chw.dtype == np.uint8


def test_that_the_box_method_is_average_pooling_where_sizes_divide() -> None:
    numbers = np.random.default_rng(5).normal(0, 40, (1, 12, 18)).astype(np.float32)

    made = resize_chw(numbers, (4, 6), "box")

    pooled = torch.nn.functional.avg_pool2d(torch.from_numpy(numbers), 3)
    np.testing.assert_allclose(made, pooled.numpy(), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("method", ["bilinear", "bicubic"])
def test_that_numbers_are_resized_as_torch_does_with_antialiasing(method: str) -> None:
    numbers = np.random.default_rng(6).normal(0, 9, (1, 15, 22)).astype(np.float32)

    made = resize_chw(numbers, (7, 9), method)  # type: ignore[arg-type]

    expected = torch.nn.functional.interpolate(
        torch.from_numpy(numbers)[None],
        size=(7, 9),
        mode=method,
        antialias=True,
        align_corners=False,
    )[0].numpy()
    np.testing.assert_allclose(made, expected, rtol=1e-4, atol=1e-4)


def test_that_fractions_and_negatives_are_kept() -> None:
    numbers = np.array([[[-1.5, 0.25]]], np.float32)

    made = resize_chw(numbers, (2, 4), "nearest")

    assert made.dtype == np.float32
    assert made[0].tolist() == [[-1.5, -1.5, 0.25, 0.25]] * 2


def test_that_the_same_size_is_the_same_picture() -> None:
    assert resize(PHOTO, (12, 18), "lanczos") is PHOTO


@pytest.mark.parametrize(
    ("size", "code"),
    [
        ((0, 4), "size_too_small"),
        ((4, 0), "size_too_small"),
        ((4097, 4), "size_too_large"),
        ((4, 4097), "size_too_large"),
    ],
)
def test_that_impossible_sizes_are_refused(size: tuple[int, int], code: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        resize(PHOTO, size, "box")

    assert refused.value.code == code


@given(
    st.tuples(st.integers(-40, 60), st.integers(-40, 60)),
    st.tuples(st.integers(1, 40), st.integers(1, 40)),
    st.tuples(st.integers(1, 50), st.integers(1, 50)),
)
def test_that_helpers_never_leave_the_picture(
    corner: tuple[int, int], span: tuple[int, int], size: tuple[int, int]
) -> None:
    pixels = np.zeros((1, *size), np.uint8)

    for box in (around(corner, span, size), square_in(size)):
        assert crop_chw(pixels, box).size


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(1, 4096))
def test_that_proportions_give_a_size_that_can_be_had(
    rows: int, columns: int, wanted: int
) -> None:
    for size in (
        in_proportion((rows, columns), height=wanted),
        in_proportion((rows, columns), width=wanted),
    ):
        # Where the other side would be too large, both are as large as they can be.
        assert wanted in size or max(size) == LARGEST_SIDE
        assert all(1 <= side <= 4096 for side in size)


@given(
    st.tuples(st.integers(1, 5000), st.integers(1, 5000)),
    st.integers(1, LARGEST_SIDE),
)
def test_that_proportions_hold_however_large_the_other_side_would_be(
    size_hw: tuple[int, int], height: int
) -> None:
    rows, columns = in_proportion(size_hw, height=height)
    assert max(rows, columns) <= LARGEST_SIDE
    assert rows <= height
    # Each side is the nearest whole number, and no side has less than one cell.
    exact = rows * size_hw[1] / size_hw[0]
    slack = 1 + size_hw[1] / size_hw[0]
    assert columns == 1 or abs(columns - exact) <= slack

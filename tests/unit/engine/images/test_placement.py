"""Pictures shifted, turned and scaled."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import float64, tensor
from torch.nn import functional

from cnnviz.engine.images.placement import Placement, placed

PICTURE = np.random.default_rng(0).integers(0, 256, (3, 8, 11), dtype=np.uint8)


@given(st.integers(-12, 12), st.integers(-12, 12), st.integers(0, 255))
def test_that_a_shift_by_whole_pixels_moves_them_unchanged(
    down: int, right: int, ground: int
) -> None:
    expected = np.full_like(PICTURE, ground)
    for row, column in np.ndindex(8, 11):
        if 0 <= row - down < 8 and 0 <= column - right < 11:
            expected[:, row, column] = PICTURE[:, row - down, column - right]
    found = placed(PICTURE, Placement(down=down, right=right), ground)
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(("degrees", "turns"), [(90, 1), (180, 2), (-90, 3)])
def test_that_a_right_angle_turns_each_pixel_to_another(
    degrees: int, turns: int
) -> None:
    square = PICTURE[0, :, :8]
    found = placed(square, Placement(degrees=degrees))
    np.testing.assert_array_equal(found, np.rot90(square, turns))


@settings(max_examples=60, deadline=None)
@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-180, 180), st.floats(0.5, 2))
def test_that_every_placement_is_what_torch_samples(
    down: float, right: float, degrees: float, scale: float
) -> None:
    placement = Placement(down=down, right=right, degrees=degrees, scale=scale)
    found = placed(PICTURE, placement)

    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    size = np.array([11, 8])
    columns, rows = np.meshgrid(np.arange(11) + 0.5, np.arange(8) + 0.5)
    places = np.stack([columns, rows], axis=-1) - size / 2 - (right, down)
    grid = (places @ turn.T / scale) / (size / 2)
    sampled = functional.grid_sample(
        tensor(PICTURE[None], dtype=float64), tensor(grid[None]), align_corners=False
    )
    assert np.abs(sampled[0].numpy() - found).max() <= 0.51


def test_that_a_picture_twice_as_large_shows_its_middle() -> None:
    dot = np.zeros((8, 8), np.uint8)
    dot[3:5, 3:5] = 200
    found = placed(dot, Placement(scale=2))
    assert found[3:5, 3:5].tolist() == [[200, 200], [200, 200]]
    assert found.sum() == pytest.approx(4 * dot.sum(), rel=0.02)
    assert placed(dot, Placement()) is dot

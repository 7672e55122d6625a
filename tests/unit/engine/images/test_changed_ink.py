"""Ink that is shifted, turned, scaled, thickened and sprinkled with noise."""

import numpy as np
import pytest

from cnnviz.engine.images.changed_ink import InkChange, changed_ink, thickened
from cnnviz.engine.images.placement import Placement, placed


def disc(side: int, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[:side, :side] - (side - 1) / 2
    return np.where(np.hypot(rows, columns) <= radius, 255, 0).astype(np.uint8)


def test_that_no_change_is_the_same_array() -> None:
    ink = disc(28, 5)
    assert changed_ink(ink, InkChange()) is ink


def test_that_a_shift_is_as_far_on_a_large_sheet_as_on_a_digit() -> None:
    change = InkChange(placement=Placement(down=3, right=-2))
    large = disc(280, 40)
    expected = placed(large, Placement(down=30, right=-20))
    np.testing.assert_array_equal(changed_ink(large, change), expected)


@pytest.mark.parametrize("pixels", [12.0, 20.0, -9.0])
def test_that_a_disc_grows_and_shrinks_by_as_much_on_each_side(pixels: float) -> None:
    made = thickened(disc(280, 60), pixels)
    row = np.flatnonzero(made[140])
    assert len(row) == pytest.approx(120 + 2 * pixels, abs=2)
    area = (made > 0).sum() / np.pi
    assert np.sqrt(area) == pytest.approx(60 + pixels, rel=0.03)  # no disc: an octagon


def test_that_parts_of_a_pixel_count_on_a_digit() -> None:
    ink = disc(28, 5)
    sums = [
        int(thickened(ink, part).astype(int).sum())
        for part in (-1, -0.5, -0.25, 0, 0.25, 0.5, 1, 2)
    ]
    assert sums == sorted(set(sums))


def test_that_noise_is_as_large_as_was_said_and_always_the_same() -> None:
    grey = np.full((200, 200), 128, np.uint8)
    made = changed_ink(grey, InkChange(noise=20))
    assert made.std() == pytest.approx(20, rel=0.03)
    np.testing.assert_array_equal(made, changed_ink(grey, InkChange(noise=20)))
    assert (made != changed_ink(grey, InkChange(noise=20, seed=1))).any()

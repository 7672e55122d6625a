"""Colours that leave the ground of the page: 0 is nearly it, and what is more stands out."""

import numpy as np
import pytest

from cnnviz.engine.images.ground_maps import ON_PAPER, ON_STAGE, GroundMaps

DARK = np.array([0x18, 0x1A, 0x2B])
LIGHT = np.array([0xFF, 0xFC, 0xF5])
THEMES = pytest.mark.parametrize(
    ("maps", "ground", "sign"), [(ON_STAGE, DARK, 1), (ON_PAPER, LIGHT, -1)]
)


def luminance(table: np.ndarray) -> np.ndarray:
    """Return the relative luminance of sRGB colours, 0..1 (WCAG 2)."""
    share = table / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


@THEMES
def test_that_0_is_nearly_the_ground(
    maps: GroundMaps, ground: np.ndarray, sign: int
) -> None:
    for colour in (maps.maps[0], maps.signed[127], maps.signed[128]):
        assert np.abs(colour.astype(int) - ground).max() <= 8


@THEMES
def test_that_what_is_larger_is_farther_from_the_ground(
    maps: GroundMaps, ground: np.ndarray, sign: int
) -> None:
    for run in (maps.maps, maps.signed[128:], maps.signed[127::-1]):
        steps = sign * np.diff(luminance(run))
        assert steps.min() >= -2e-3  # rounding to whole levels
        assert abs(luminance(run)[-1] - luminance(run)[0]) > 0.5
    assert np.diff(luminance(maps.grey)).min() >= 0


@THEMES
def test_that_signs_are_told_apart_by_hue(
    maps: GroundMaps, ground: np.ndarray, sign: int
) -> None:
    for strength in (32, 64, 96, 120):
        below = maps.signed[127 - strength].astype(int)
        above = maps.signed[128 + strength].astype(int)
        assert below[2] > below[0]  # blue
        assert above[0] > above[2]  # orange


def test_that_nobody_can_change_a_table() -> None:
    with pytest.raises(ValueError, match="read-only"):
        ON_STAGE.maps[0] = 0

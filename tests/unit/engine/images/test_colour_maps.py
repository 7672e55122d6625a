"""Colours for numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import (
    DIVERGING,
    GREY,
    SEQUENTIAL,
    indices_of_each,
    ranges_of_each,
    sequential_range,
    signed_range,
    to_indices,
)

FLOATS = arrays.arrays(
    np.float32,
    arrays.array_shapes(max_dims=3, max_side=5),
    elements=st.floats(width=32, allow_nan=True, allow_infinity=True),
)

# Machado, Oliveira and Fernandes (2009), severity 1, on linear red, green and blue.
DEFICIENCIES = {
    "protan": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}


def linear(colours: NDArray[np.uint8]) -> NDArray[np.float64]:
    rgb = colours / 255
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def cielab(linear_rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return CIE L*a*b* (D65): equal steps look roughly equal."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratio = np.clip(linear_rgb, 0, 1) @ to_xyz.T / to_xyz.sum(axis=1)
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * 841 / 108 + 4 / 29)
    x, y, z = f.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


@pytest.mark.parametrize("colours", [GREY, SEQUENTIAL, DIVERGING])
def test_that_a_map_is_a_table_that_nobody_can_write_to(
    colours: NDArray[np.uint8],
) -> None:
    assert colours.shape == (256, 3)
    assert colours.dtype == np.uint8
    assert not colours.flags.writeable


def test_that_the_sequential_map_grows_lighter_evenly() -> None:
    lightness = cielab(linear(SEQUENTIAL))[:, 0]
    steps = np.diff(lightness)
    assert steps.min() > 0
    # Ten steps at a time, so that rounding to 8 bits does not count.
    wide = lightness[10::10] - lightness[:-10:10]
    assert wide.max() / wide.min() < 1.6


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_that_the_sequential_map_grows_lighter_for_the_colour_blind(
    deficiency: str,
) -> None:
    seen = cielab(linear(SEQUENTIAL) @ np.array(DEFICIENCIES[deficiency]).T)[:, 0]
    assert (seen[8::8] > seen[:-8:8]).all()


def test_that_zero_is_exactly_white_in_the_diverging_map() -> None:
    assert DIVERGING[127].tolist() == DIVERGING[128].tolist() == [255, 255, 255]


def test_that_the_diverging_map_darkens_evenly_from_white_to_both_ends() -> None:
    lightness = cielab(linear(DIVERGING))[:, 0]
    assert (np.diff(lightness[:128]) > 0).all()
    assert (np.diff(lightness[128:]) < 0).all()
    # Equal magnitudes of either sign weigh about the same.
    assert np.abs(lightness - lightness[::-1]).max() < 8


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_that_the_colour_blind_tell_negative_from_positive(deficiency: str) -> None:
    seen = cielab(linear(DIVERGING) @ np.array(DEFICIENCIES[deficiency]).T)
    apart = np.linalg.norm(seen - seen[::-1], axis=1)
    # From a fifth of the range on; 2 is what an eye can just tell.
    assert apart[: int(127 * 0.8)].min() > 20


@given(
    largest=st.floats(1e-30, 1e30),
    share=st.lists(st.floats(-1, 1), min_size=1, max_size=5),
)
def test_that_zero_is_white_whatever_the_range(
    largest: float, share: list[float]
) -> None:
    values = np.array([0.0, -0.0, largest, *(s * largest for s in share)])
    indices = to_indices(values, *signed_range(values))
    assert DIVERGING[indices[:2]].tolist() == [[255, 255, 255]] * 2
    assert indices[2] == 255


@given(values=FLOATS)
def test_that_any_numbers_get_colours(values: NDArray[np.float32]) -> None:
    for low, high in (signed_range(values), sequential_range(values)):
        assert low < high
        indices = to_indices(values, low, high)
        assert indices.dtype == np.uint8
        assert indices.shape == values.shape
        order = np.argsort(values[np.isfinite(values)])
        assert (np.diff(indices[np.isfinite(values)][order].astype(int)) >= 0).all()


def test_that_infinities_are_clipped_and_nan_is_lowest() -> None:
    values = [-np.inf, np.inf, np.nan]
    assert to_indices(values, -1, 1).tolist() == [0, 255, 0]


@pytest.mark.parametrize("empty", [[], [0.0, 0.0], [np.nan]])
def test_that_a_range_is_never_empty(empty: list[float]) -> None:
    assert signed_range(empty) == (-1, 1)
    assert sequential_range(empty) == (0, 1)


def test_that_negative_numbers_do_not_widen_a_sequential_range() -> None:
    assert sequential_range([-7, 3]) == (0, 3)


def test_that_grey_levels_are_their_own_indices() -> None:
    levels = np.arange(256, dtype=np.uint8)
    assert (to_indices(levels, 0, 255) == levels).all()


@given(
    maps_nhw=arrays.arrays(
        st.sampled_from([np.float32, np.float64]),
        arrays.array_shapes(min_dims=3, max_dims=3, max_side=4),
        elements=st.floats(width=32),
    )
)
def test_that_maps_with_ranges_of_their_own_are_as_each_alone(
    maps_nhw: NDArray[np.float32],
) -> None:
    for signed, range_of in ((True, signed_range), (False, sequential_range)):
        ranges_n2 = ranges_of_each(maps_nhw, signed=signed)
        alone = [range_of(map_hw) for map_hw in maps_nhw]
        assert ranges_n2.tolist() == [[*each] for each in alone]
        indices = indices_of_each(maps_nhw, ranges_n2)
        assert indices.dtype == np.uint8
        for one, map_hw, own in zip(indices, maps_nhw, alone, strict=True):
            np.testing.assert_array_equal(one, to_indices(map_hw, *own))

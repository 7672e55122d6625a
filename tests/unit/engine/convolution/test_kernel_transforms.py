"""Turning, mirroring and scaling kernels, against NumPy and by what they must keep."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from cnnviz.engine.convolution.kernel_presets import preset
from cnnviz.engine.convolution.kernel_transforms import (
    mirrored_sideways,
    mirrored_upside_down,
    negated,
    normalised,
    turned_left,
    turned_right,
)

Kernel = NDArray[np.float32]

SIZES = st.tuples(st.integers(1, 15), st.integers(1, 15))
NUMBERS = st.floats(-1000, 1000, width=32)
KERNELS = arrays(np.float32, SIZES, elements=NUMBERS)
ALL = (turned_left, turned_right, mirrored_sideways, mirrored_upside_down, negated)


@given(kernel=KERNELS)
def test_that_turns_and_mirrors_are_those_of_numpy(kernel: Kernel) -> None:
    np.testing.assert_array_equal(turned_left(kernel), np.rot90(kernel))
    np.testing.assert_array_equal(turned_right(kernel), np.rot90(kernel, 3))
    np.testing.assert_array_equal(mirrored_sideways(kernel), np.fliplr(kernel))
    np.testing.assert_array_equal(mirrored_upside_down(kernel), np.flipud(kernel))
    np.testing.assert_array_equal(negated(kernel), -kernel)


@pytest.mark.parametrize("turn", [turned_left, turned_right])
@given(kernel=KERNELS)
def test_that_four_turns_change_nothing(
    turn: Callable[[Kernel], Kernel], kernel: Kernel
) -> None:
    assert turn(kernel).shape == kernel.shape[::-1]
    np.testing.assert_array_equal(turn(turn(turn(turn(kernel)))), kernel)


@given(kernel=KERNELS)
def test_that_a_turn_back_undoes_a_turn(kernel: Kernel) -> None:
    np.testing.assert_array_equal(turned_right(turned_left(kernel)), kernel)


@pytest.mark.parametrize("twice", [mirrored_sideways, mirrored_upside_down, negated])
@given(kernel=KERNELS)
def test_that_doing_it_twice_changes_nothing(
    twice: Callable[[Kernel], Kernel], kernel: Kernel
) -> None:
    np.testing.assert_array_equal(twice(twice(kernel)), kernel)


@given(kernel=KERNELS)
def test_that_two_mirrors_are_two_turns(kernel: Kernel) -> None:
    np.testing.assert_array_equal(
        mirrored_upside_down(mirrored_sideways(kernel)),
        turned_left(turned_left(kernel)),
    )


@given(weights=arrays(np.float32, (2, 3, 4, 2), elements=NUMBERS))
def test_that_every_plane_of_a_bank_is_worked_on(weights: Kernel) -> None:
    for work in ALL:
        whole = work(weights)
        for output in range(2):
            for plane in range(3):
                np.testing.assert_array_equal(
                    whole[output, plane], work(weights[output, plane])
                )


@pytest.mark.parametrize("work", ALL)
def test_that_the_kernel_given_is_never_written_to(
    work: Callable[[Kernel], Kernel],
) -> None:
    given_kernel = preset("emboss").values_hw
    work(given_kernel)[0, 0] = 77
    assert given_kernel[0, 0] == -2


def test_that_no_zero_gets_a_sign() -> None:
    assert not np.signbit(negated(np.zeros((2, 2), np.float32))).any()


@given(kernel=KERNELS)
def test_that_a_normalised_kernel_adds_up_to_one(kernel: Kernel) -> None:
    made, divisor, by = normalised(kernel)
    numbers = kernel.astype(np.float64)
    match divisor:
        case "sum":
            assert by == pytest.approx(numbers.sum())
            largest = np.abs(made.astype(np.float64)).sum()
            assert made.astype(np.float64).sum() == pytest.approx(
                1, abs=1e-6 * max(largest, 1)
            )
        case "magnitudes":
            assert by == pytest.approx(np.abs(numbers).sum())
            assert abs(numbers.sum()) <= 1e-6 * by
            assert np.abs(made.astype(np.float64)).sum() == pytest.approx(1, rel=1e-5)
        case "nothing":
            np.testing.assert_array_equal(made, kernel)


@pytest.mark.parametrize(
    ("key", "divisor", "by"),
    [
        ("box_blur", "sum", 1),
        ("sharpen", "sum", 1),
        ("sobel_x", "magnitudes", 8),
        ("gabor_rising", "magnitudes", None),
        ("curve", "sum", 180),
    ],
)
def test_that_known_kernels_are_divided_by_what_they_should(
    key: str, divisor: str, by: float | None
) -> None:
    _, found, amount = normalised(preset(key).values_hw)
    assert found == divisor
    assert by is None or amount == pytest.approx(by, rel=1e-6)


@pytest.mark.parametrize("values", [[[0, 0]], [[-0.0, 0.0]]])
def test_that_zeros_stay_zeros(values: list[list[float]]) -> None:
    kernel = np.array(values, np.float32)
    made, divisor, by = normalised(kernel)
    assert (made.tolist(), divisor, by) == ([[0, 0]], "nothing", 1)


def test_that_the_smallest_numbers_are_not_divided_into_infinity() -> None:
    made, _, _ = normalised(np.array([[1e30, -1e30, 1e-30]], np.float32))
    assert np.isfinite(made).all()


@given(
    kernel=arrays(
        np.float32,
        (2, 3),
        elements=st.floats(width=32, allow_nan=False, allow_infinity=False),
    )
)
def test_that_only_zeros_are_not_divided(kernel: Kernel) -> None:
    with np.errstate(all="raise", under="ignore"):
        made, divisor, _ = normalised(kernel)

    assert np.isfinite(made).all()
    assert (divisor == "nothing") == (not kernel.any())

"""How kernels are divided into fewer sums, and that nothing is lost by it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.kernel_presets import PRESETS, KernelPreset
from cnnviz.engine.convolution.row_blocks import do_all
from cnnviz.engine.convolution.shifted_sums import (
    Plan,
    Row,
    grouped,
    plan,
    separated,
    shifted_sums,
)

numbers = st.integers(-6, 6)
rows = st.lists(numbers, min_size=1, max_size=6)
kernels = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(numbers, min_size=width, max_size=width), min_size=1, max_size=4
    )
)


def put_together(groups: object, shape: tuple[int, ...]) -> Row:
    """Return the kernel that groups of equal weight stand for."""
    kernel = np.zeros(shape, np.float32)
    for group in groups:  # type: ignore[attr-defined]
        for cell, sign in group.cells:
            kernel[cell] += sign * group.weight
    return kernel


@given(kernel=kernels)
def test_that_groups_put_together_are_the_kernel(kernel: list[list[int]]) -> None:
    values = np.array(kernel, np.float32)
    assert (put_together(grouped(values), values.shape) == values).all()


@given(column=rows, row=rows)
@settings(max_examples=200)
def test_that_a_column_times_a_row_of_whole_numbers_is_separated_exactly_or_not(
    column: list[int], row: list[int]
) -> None:
    kernel = np.outer(column, row).astype(np.float32)
    factors = separated(kernel)
    if factors is not None:
        assert (factors[0].astype(np.float64) @ factors[1] == kernel).all()
    if kernel.any() and 1 in np.abs(kernel):
        assert factors is not None


@given(kernel=kernels)
def test_that_only_kernels_of_rank_one_are_separated(kernel: list[list[int]]) -> None:
    values = np.array(kernel, np.float32)
    if separated(values) is not None:
        assert np.linalg.matrix_rank(values) == 1


def gaussian(sigma: float) -> Row:
    places = np.arange(-3, 4)
    bell = np.exp(-(places**2) / (2 * sigma**2))
    return np.outer(bell, bell).astype(np.float32)


@pytest.mark.parametrize("sigma", [0.5, 0.8, 1.0, 2.0])
def test_that_what_float32_cannot_tell_is_let_through(sigma: float) -> None:
    kernel = gaussian(sigma)
    factors = separated(kernel)
    if factors is not None:
        np.testing.assert_allclose(factors[0] @ factors[1], kernel, rtol=3e-7)


@pytest.mark.parametrize(
    "kernel",
    [
        np.zeros((3, 3)),
        np.eye(2),
        [[1, 1], [1, 1.00001]],
        [[1e-38, 1e38], [1e38, 1e38]],
        [[9, 15], [15, 25]],  # rank 1, but a third has no exact float32
    ],
)
def test_that_what_cannot_be_separated_is_summed_at_once(kernel: object) -> None:
    values = np.array(kernel, np.float32)
    assert separated(values) is None
    assert plan(values).column is None


def test_that_a_stride_may_make_one_pass_the_shorter_way() -> None:
    box = np.array([[1, 2, 3], [2, 4, 6], [3, 6, 9]], np.float32)
    assert plan(box).column is not None
    assert plan(box, stride=(1, 9)).column is None


def operations(how: Plan) -> int:
    return sum(group.operations for group in (*(how.column or ()), *how.cells))


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
def test_that_no_preset_takes_more_than_one_operation_a_cell_and_weight(
    preset: KernelPreset,
) -> None:
    cells = np.count_nonzero(preset.values_hw)
    assert operations(plan(preset.values_hw)) <= 2 * cells


@given(kernel=kernels)
def test_that_shifted_copies_add_up_to_the_sum(kernel: list[list[int]]) -> None:
    values = np.array(kernel, np.float32)
    picture = np.random.default_rng(3).integers(0, 99, (9, 8)).astype(np.float32)
    height, width = 9 - values.shape[0] + 1, 8 - values.shape[1] + 1
    total = np.full((height, width), 7, np.float32)
    operations = shifted_sums(
        total,
        np.empty_like(total),
        grouped(values),
        lambda cell: picture[cell[0] : cell[0] + height, cell[1] : cell[1] + width],
    )
    do_all(operations)
    for row, col in np.ndindex(height, width):
        window = picture[row : row + values.shape[0], col : col + values.shape[1]]
        assert total[row, col] == 7 + (window * values).sum()

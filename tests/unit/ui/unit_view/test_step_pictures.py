"""The small grids of a step: their numbers, and colours that can be compared."""

import numpy as np
import pytest

from cnnviz.engine.convolution.operations import Convolution, Operation, Pooling
from cnnviz.engine.convolution.spec import ConvSpec, PoolKind, PoolSpec
from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.state.lab_input import LabInput
from cnnviz.ui.unit_view.step_pictures import step_pictures
from cnnviz.ui.unit_view.unit import Unit, unit_at

LEVELS = np.random.default_rng(0).integers(0, 256, (4, 6, 6), np.uint8)
GIVEN = LabInput(LEVELS, LEVELS, "grey", 0.0, 255.0)


def unit(
    operation: Operation,
    row: int,
    col: int,
    output: int = 0,
    *,
    shown: int = 0,
    given: LabInput = GIVEN,
) -> Unit:
    walk = go_to_cell(Walk(operation, output_channel=output), row, col)
    return unit_at(walk, given, shown)


def test_that_window_times_kernel_is_products() -> None:
    kernels = np.random.default_rng(1).normal(size=(1, 4, 3, 3)).astype(np.float32)
    convolution = Convolution(LEVELS, kernels, ConvSpec(kernel=(3, 3)))

    pictures = step_pictures(unit(convolution, 1, 2, shown=2))

    assert pictures.window is not None
    assert pictures.kernel is not None
    assert pictures.products is not None
    assert np.array_equal(pictures.window.values_hw, LEVELS[2, 1:4, 2:5])
    assert np.allclose(
        pictures.products.values_hw,
        pictures.window.values_hw * pictures.kernel.values_hw,
    )
    assert np.array_equal(pictures.window.indices_hw, LEVELS[2, 1:4, 2:5])


def test_that_planes_of_a_kernel_share_their_colours() -> None:
    kernels = np.ones((1, 4, 1, 1), np.float32)
    kernels[0, 3] = 10
    convolution = Convolution(LEVELS, kernels, ConvSpec(kernel=(1, 1)))

    faint, strong = (
        step_pictures(unit(convolution, 0, 0, shown=plane)).kernel for plane in (0, 3)
    )

    assert faint is not None
    assert strong is not None
    assert strong.indices_hw[0, 0] == 255
    assert 128 < faint.indices_hw[0, 0] < 160


@pytest.mark.parametrize(
    ("output", "shown", "own"), [(0, 0, 0), (0, 1, 1), (0, 3, 0), (1, 3, 1), (1, 0, 0)]
)
def test_that_a_channel_outside_the_group_gives_the_groups_first(
    output: int, shown: int, own: int
) -> None:
    spec = ConvSpec(kernel=(1, 1), groups=2)
    convolution = Convolution(LEVELS, np.ones((2, 2, 1, 1), np.float32), spec)

    assert unit(convolution, 0, 0, output, shown=shown).own_channel == own


@pytest.mark.parametrize("kind", ["max", "min", "sum"])
def test_that_a_pooling_keeps_one_number(kind: PoolKind) -> None:
    pooled = unit(Pooling(LEVELS, PoolSpec(kind=kind, size=(2, 2))), 1, 1, 3)

    pictures = step_pictures(pooled)

    assert pictures.kernel is None
    assert pictures.products is not None
    assert pictures.products.values_hw.tolist() == [[pooled.outcome.total]]


@pytest.mark.parametrize("counts_padding", [True, False])
@pytest.mark.parametrize("cell", [(0, 0), (0, 2), (1, 1), (3, 3)])
def test_that_the_weights_of_a_mean_make_it(
    counts_padding: bool, cell: tuple[int, int]
) -> None:
    spec = PoolSpec(
        kind="average",
        size=(3, 3),
        stride=(2, 2),
        padding=(1, 1),
        counts_padding=counts_padding,
    )
    pooling = Pooling(np.pad(LEVELS, ((0, 0), (0, 1), (0, 1))), spec)
    step = pooling.step_at(*cell, 0)

    products = step_pictures(unit(pooling, *cell)).products

    assert products is not None
    assert products.values_hw.sum() == pytest.approx(step.total, rel=1e-5)
    assert np.allclose(products.values_hw, step.window_hw * step.kernel_chw[0])


def test_that_a_very_large_window_is_not_shown_cell_by_cell() -> None:
    large = np.zeros((1, 100, 100), np.uint8)
    given = LabInput(large, large, "grey", 0.0, 255.0)
    for kind in ("max", "average"):
        spec = PoolSpec(kind=kind, size=(100, 100))
        pictures = step_pictures(unit(Pooling(large, spec), 0, 0, given=given))
        assert pictures.window is None

"""Which cells belong together: against a count by brute force, and torch's gradients."""

from itertools import product
from typing import get_args

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.dependencies import (
    Block,
    cells_seen_by_weight,
    dependent_outputs,
    drawn_border,
    drawn_sources,
    inside,
    kind_of,
    origins,
    receptive_field,
    unreached,
)
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    TransposedConvolution,
)
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PaddingMode,
    PoolSpec,
    TransposedSpec,
)
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.engine.errors import CnnvizError

Cell = tuple[int, int]

pairs = st.tuples(st.integers(1, 4), st.integers(1, 4))
grids = st.tuples(st.integers(1, 9), st.integers(1, 9))
outputs = st.tuples(st.integers(1, 5), st.integers(1, 5))
modes = st.sampled_from(get_args(PaddingMode))
around = st.integers(-2, 4)


@st.composite
def geometries(draw: st.DrawFn) -> WindowGeometry:
    """Return any geometry: windows may lie in the padding only, or leave cells out."""
    sides = {side: draw(around) for side in ("top", "bottom", "left", "right")}
    return WindowGeometry(
        kernel=draw(pairs),
        stride=draw(pairs),
        dilation=draw(pairs),
        grid_hw=draw(grids),
        output_hw=draw(outputs),
        mode=draw(modes),
        stretch=draw(st.tuples(st.integers(1, 3), st.integers(1, 3))),
        **sides,
    )


def cells(block: Block) -> set[Cell]:
    return set(product(block.rows.tolist(), block.columns.tolist()))


def window(geometry: WindowGeometry, row: int, col: int) -> dict[Cell, Cell]:
    """Return where each cell of the window lies, the slow way."""
    top, left = geometry.corner(row, col)
    return {
        (i, j): (top + i * geometry.dilation[0], left + j * geometry.dilation[1])
        for i in range(geometry.kernel[0])
        for j in range(geometry.kernel[1])
    }


def origin(geometry: WindowGeometry, cell: Cell) -> Cell | None:
    """Return the grid cell that a cell's number comes from, walked back step by step."""
    found = []
    for place, size, stretch in zip(
        cell, geometry.grid_hw, geometry.stretch, strict=True
    ):
        at = place
        if geometry.mode == "zeros" and not 0 <= at < size:
            return None
        if geometry.mode == "replicate":
            at = sorted((0, at, size - 1))[1]
        while geometry.mode == "circular" and not 0 <= at < size:
            at += size if at < 0 else -size
        while geometry.mode == "reflect" and not 0 <= at < size:
            at = 0 if size == 1 else -at if at < 0 else 2 * (size - 1) - at
        if at % stretch:
            return None
        found.append(at)
    return found[0], found[1]


def places(geometry: WindowGeometry) -> list[Cell]:
    return list(np.ndindex(*geometry.output_hw))


def drawn(geometry: WindowGeometry) -> list[Cell]:
    border, (height, width) = drawn_border(geometry), geometry.grid_hw
    return [
        (row, col)
        for row in range(-border.top, height + border.bottom)
        for col in range(-border.left, width + border.right)
    ]


@settings(max_examples=1500, deadline=None)
@given(geometries(), st.data())
def test_that_a_receptive_field_is_what_the_window_lies_on(
    geometry: WindowGeometry, data: st.DataObject
) -> None:
    row, col = data.draw(st.sampled_from(places(geometry)))
    lies_on = set(window(geometry, row, col).values())

    field = receptive_field(geometry, row, col)

    assert cells(field) == lies_on
    assert field.count == len(lies_on)
    assert cells(origins(geometry, field)) == {
        found for cell in lies_on if (found := origin(geometry, cell))
    }
    assert cells(inside(geometry, field)) == {
        cell for cell in lies_on if kind_of(geometry, *cell) == "picture"
    }


@settings(max_examples=1500, deadline=None)
@given(geometries(), st.data())
def test_that_a_cell_feeds_the_outputs_that_read_it_or_a_copy(
    geometry: WindowGeometry, data: st.DataObject
) -> None:
    cell = data.draw(st.sampled_from(drawn(geometry)))
    own = kind_of(geometry, *cell) == "picture"
    frame = set(drawn(geometry))
    reading = set()
    for place in places(geometry):
        for met in window(geometry, *place).values():
            copied = own and met in frame and origin(geometry, met) == cell
            if met == cell or copied:
                reading.add(place)

    assert cells(dependent_outputs(geometry, *cell)) == reading


@settings(max_examples=1000, deadline=None)
@given(geometries(), st.data())
def test_that_a_weight_meets_a_cell_at_every_place_of_the_window(
    geometry: WindowGeometry, data: st.DataObject
) -> None:
    i = data.draw(st.integers(0, geometry.kernel[0] - 1))
    j = data.draw(st.integers(0, geometry.kernel[1] - 1))

    met = cells_seen_by_weight(geometry, i, j)

    assert cells(met) == {window(geometry, *place)[i, j] for place in places(geometry)}
    assert met.count == geometry.output_hw[0] * geometry.output_hw[1]


@settings(max_examples=1000, deadline=None)
@given(geometries())
def test_that_the_unreached_cells_are_those_that_no_window_lies_on(
    geometry: WindowGeometry,
) -> None:
    reached = {
        cell for place in places(geometry) for cell in window(geometry, *place).values()
    }
    left = unreached(geometry)

    assert {
        cell
        for cell in drawn(geometry)
        if cell[0] in left.rows.tolist() or cell[1] in left.columns.tolist()
    } == set(drawn(geometry)) - reached


@settings(max_examples=500, deadline=None)
@given(geometries())
def test_that_every_drawn_cell_shows_where_its_number_comes_from(
    geometry: WindowGeometry,
) -> None:
    rows, columns = drawn_sources(geometry)
    border = drawn_border(geometry)
    for row, col in drawn(geometry):
        source = rows[row + border.top], columns[col + border.left]
        found = origin(geometry, (row, col))
        if found is None:
            assert -1 in source
        else:
            down, right = geometry.stretch
            assert source == (found[0] // down, found[1] // right)


@st.composite
def operations(draw: st.DrawFn) -> Operation:
    """Return an operation with kernels of ones on a picture of ones."""
    height, width = draw(st.tuples(st.integers(2, 8), st.integers(2, 8)))
    picture = np.ones((1, height, width), np.float32)
    kernel = draw(pairs)
    ones = np.ones((1, 1, *kernel), np.float32)
    amounts = st.integers(0, 3)
    match draw(st.sampled_from(("convolution", "transposed", "pooling"))):
        case "convolution":
            spec = ConvSpec(
                kernel=kernel,
                stride=draw(pairs),
                dilation=draw(pairs),
                padding=draw(st.tuples(amounts, amounts, amounts, amounts)),
                padding_mode=draw(modes),
            )
            return Convolution(picture, ones, spec)
        case "transposed":
            transposed = TransposedSpec(
                kernel=kernel,
                stride=draw(pairs),
                dilation=draw(pairs),
                padding=draw(st.tuples(amounts, amounts)),
                output_padding=draw(st.tuples(amounts, amounts)),
            )
            return TransposedConvolution(picture, ones, transposed)
        case _:
            pooling = PoolSpec(
                kind="average",
                size=kernel,
                stride=draw(pairs),
                padding=draw(st.tuples(amounts, amounts)),
            )
            return Pooling(picture, pooling)


def by_torch(operation: Operation, given_1hw: torch.Tensor) -> torch.Tensor:
    functional = torch.nn.functional
    match operation:
        case Convolution():
            geometry, spec = operation.geometry, operation.spec
            sides = (geometry.left, geometry.right, geometry.top, geometry.bottom)
            mode = "constant" if spec.padding_mode == "zeros" else spec.padding_mode
            padded = functional.pad(given_1hw[None], sides, mode=mode)
            kernel = torch.from_numpy(operation.kernels_oikk)
            return functional.conv2d(
                padded, kernel, stride=spec.stride, dilation=spec.dilation
            )[0, 0]
        case TransposedConvolution():
            return functional.conv_transpose2d(
                given_1hw[None],
                torch.from_numpy(operation.kernels_iokk),
                stride=operation.spec.stride,
                padding=operation.spec.padding,
                output_padding=operation.spec.output_padding,
                dilation=operation.spec.dilation,
            )[0, 0]
        case Pooling():
            return functional.avg_pool2d(
                given_1hw,
                operation.spec.size,
                operation.spec.steps,
                operation.spec.padding,
            )[0]
    raise AssertionError(operation)


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_that_torchs_gradients_flow_where_we_say(data: st.DataObject) -> None:
    try:
        operation = data.draw(operations())
    except CnnvizError:  # more padding than the picture or the window allows
        return
    geometry = operation.geometry
    picture = torch.ones((1, *operation.input_hw), requires_grad=True)
    result = by_torch(operation, picture)
    assert tuple(result.shape) == geometry.output_hw
    row, col = data.draw(st.sampled_from(places(geometry)))

    gradient = torch.autograd.grad(result[row, col], picture)[0][0]

    down, right = geometry.stretch
    reading = {(r * down, c * right) for r, c in torch.nonzero(gradient).tolist()}
    assert cells(origins(geometry, receptive_field(geometry, row, col))) == reading
    for r, c in np.ndindex(*operation.input_hw):
        feeds = (row, col) in cells(dependent_outputs(geometry, r * down, c * right))
        assert feeds == ((r * down, c * right) in reading)


@pytest.mark.parametrize(
    ("size", "stride", "padding", "left"),
    [(6, 2, 1, [6]), (7, 2, 0, []), (8, 2, 0, [7]), (8, 4, 0, [3, 7])],
)
def test_that_rows_left_over_by_the_stride_are_named(
    size: int, stride: int, padding: int, left: list[int]
) -> None:
    spec = ConvSpec(kernel=(3, 3), stride=(stride, stride), padding=(padding, padding))
    operation = Convolution(
        np.zeros((1, size, size), np.float32), np.ones((1, 1, 3, 3), np.float32), spec
    )

    assert unreached(operation.geometry).rows.tolist() == left


def test_that_a_cut_row_of_a_transposed_convolution_is_unreached() -> None:
    spec = TransposedSpec(kernel=(1, 1), stride=(2, 2), padding=(1, 1))
    operation = TransposedConvolution(
        np.ones((1, 3, 3), np.float32), np.ones((1, 1, 1, 1), np.float32), spec
    )

    assert operation.geometry.top == -1
    assert unreached(operation.geometry).rows.tolist() == [0, 4]
